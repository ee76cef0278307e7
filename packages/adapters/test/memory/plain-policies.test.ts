import {
  CommandFailed,
  makeTroth,
  type PolicyNotice,
  type Settings,
  type StreamKind,
} from '@troth/core/plain'
import { simulatedRuntime } from '@troth/core/testing'
import { describe, expect, it } from 'vitest'

import { memory } from '../../src/memory/index.js'

const hour = 3_600_000
const day = 24 * hour
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const office = [['08:00', '18:00']] as const
const window = { early: day, late: day }
const li = { by: { id: 'li', role: 'agent' } }
const party = (id: string) => ({ kind: 'person' as const, id })

const settings: Settings<StreamKind | 'automatic'> = {
  authority: [],
  calendars: {
    office: {
      timeZone: 'UTC',
      week: { mon: office, tue: office, wed: office, thu: office, fri: office },
      annualHolidays: ['12-25'],
    },
  },
  policies: {
    complaint: {
      clocks: [{ policy: { resolution: { within: 2 * day }, pausedWhileWaiting: [] } }],
      noticeTries: 3,
      reopenWithin: 14 * day,
      liaisonNote: { within: day },
    },
    customer: { purposes: ['survey'] },
    promise: {},
    followUp: {
      calendar: 'office',
      windows: { returnVisit: window, inspection: window, fieldVisit: window, touch: window },
      callBack: { late: day },
      cadences: [],
    },
    survey: { answerWithin: 7 * day, correctWithin: day },
    dealings: {},
    fault: {},
    automatic: {
      escalations: {
        addressees: { supervisor: party('wang'), top: party('zhao'), arbiter: party('office') },
      },
      visitPlans: { timeZone: 'Europe/Berlin' },
      greetings: { calendar: 'office' },
      surveys: {
        mode: 'transaction',
        channel: 'email',
        purpose: 'survey',
        cap: 1,
        period: 30 * day,
      },
      complaints: { owner: { id: 'wang', role: 'supervisor' }, dissatisfied: { csat: 2 } },
      vips: { within: 365 * day, purchases: 2 },
      blacklisting: { manyClaims: { within: 365 * day, atLeast: 3 }, claimRatio: 'off' },
    },
  },
}

const open = (over: object = {}) => {
  const runtime = simulatedRuntime()
  const stores = memory({ now: runtime.now })
  const troth = makeTroth({ ...settings, ...over, stores, runtime })
  const types = async (stream: string): Promise<ReadonlyArray<string>> => {
    const read = await stores.eventStore.read(stream, { limit: 100 })()
    return read._tag === 'Right' && read.right._tag === 'Some'
      ? read.right.value.map(({ type }) => type)
      : []
  }
  const soon = (ms: number) => new Date(runtime.now() + ms).toISOString()
  return { troth, stores, runtime, types, soon }
}

type Open = ReturnType<typeof open>

const complain = ({ troth }: Open) =>
  troth.complaint.record(
    uuid(1),
    {
      kind: 'complaint',
      customer: uuid(9),
      channel: 'phone',
      about: { topic: 'item', ref: 'SN 4711' },
      demand: 'mend it',
    },
    li,
  )
const giveWord = ({ troth, soon }: Open) =>
  troth.complaint.givePromise(
    uuid(1),
    {
      promiseId: uuid(2),
      kind: 'callback',
      what: 'a call',
      basis: 'the plan of tomorrow',
      dueAt: soon(day),
      temporary: false,
    },
    li,
  )

describe('a desk whose policies run', () => {
  it('opens the stream of a promise given in a complaint, and brings its settlement back', async () => {
    const desk = open()
    const running = desk.troth.runPolicies({ start: 'now' })
    await complain(desk)
    await giveWord(desk)
    await running.settled()
    expect(await desk.types(`promise-${uuid(2)}`)).toEqual(['PromiseMade'])
    expect((await desk.troth.promise.keep(uuid(2), { evidence: [] }, li)).ok).toBe(true)
    await running.settled()
    expect(await desk.types(`complaint-${uuid(1)}`)).toEqual([
      'ComplaintRecorded',
      'PromiseGiven',
      'PromiseSettled',
    ])
    await running.stop()
  })

  it('at a tick breaks what fell due, checks clocks and escalates, once', async () => {
    const desk = open()
    const running = desk.troth.runPolicies({ start: 'now' })
    await complain(desk)
    await giveWord(desk)
    await running.settled()
    desk.runtime.advance(3 * day)
    for (let n = 0; n < 3; n++) {
      await running.tick()
      await running.settled()
    }
    expect(await desk.types(`promise-${uuid(2)}`)).toEqual(['PromiseMade', 'PromiseBroken'])
    expect([...(await desk.types(`complaint-${uuid(1)}`))].sort()).toEqual([
      'ClockMissed',
      'ClockMissed',
      'ComplaintEscalated',
      'ComplaintRecorded',
      'PromiseGiven',
      'PromiseSettled',
    ])
    await running.stop()
  })

  it('ticks by itself where the host says how often', async () => {
    const desk = open()
    const running = desk.troth.runPolicies({ start: 'now', every: hour })
    await complain(desk)
    await giveWord(desk)
    await running.settled()
    for (let n = 0; n < 60; n++) await desk.runtime.pause(hour)()
    expect(await desk.types(`promise-${uuid(2)}`)).toEqual(['PromiseMade', 'PromiseBroken'])
    await running.stop()
  })

  it('opens a visit plan at a hand-over, and holds back a survey nobody agreed to', async () => {
    const desk = open()
    const running = desk.troth.runPolicies({ start: 'start' })
    const handedOver = {
      handOverId: uuid(3),
      what: { kind: 'item', ref: 'SN 4711' },
      acceptedBy: 'Chen',
    } as const
    await desk.troth.dealings.handOverForUse(uuid(9), handedOver, li)
    await complain(desk)
    const why = { why: 'it was the neighbour’s' }
    await desk.troth.complaint.withdraw(uuid(1), why, li)
    await running.settled()
    const streams = (await recorded(desk)).map(({ stream, type }) => [stream.split('-')[0], type])
    expect(streams).toContainEqual(['followUp', 'PlanOpened'])
    expect(streams).toContainEqual(['survey', 'SurveySuppressed'])
    await running.stop()
  })

  it('proposes a VIP after the second purchase, and people decide', async () => {
    const desk = open()
    const running = desk.troth.runPolicies({ start: 'now' })
    const person = { kind: 'person', relation: 'external', stage: 'buyer', name: 'Chen' } as const
    await desk.troth.customer.register(uuid(9), person, li)
    const bought = (orderId: string) =>
      desk.troth.dealings.recordPurchase(
        uuid(9),
        { orderId, amount: { amount: 9_900, currency: 'EUR' } },
        li,
      )
    await bought('order 1')
    await running.settled()
    expect(await desk.types(`customer-${uuid(9)}`)).toEqual(['CustomerRegistered'])
    await bought('order 2')
    await running.settled()
    expect(await desk.types(`customer-${uuid(9)}`)).toEqual([
      'CustomerRegistered',
      'ClassificationProposed',
    ])
    await running.stop()
  })

  it('goes on where it was, when it is run again', async () => {
    const desk = open()
    const first = desk.troth.runPolicies({ start: 'now' })
    await complain(desk)
    await first.settled()
    await first.stop()
    await giveWord(desk)
    const second = desk.troth.runPolicies({ start: 'now' })
    await second.settled()
    expect(await desk.types(`promise-${uuid(2)}`)).toEqual(['PromiseMade'])
    expect((await second.stop()).map(({ why }) => why._tag)).toEqual(
      second.names.map(() => 'Asked'),
    )
  })

  it('tells the host of refusals in plain words, and acts in the name that he gives', async () => {
    const desk = open()
    const notices: PolicyNotice[] = []
    const running = desk.troth.runPolicies({
      start: 'now',
      by: { id: 'night', role: 'robot' },
      onNotice: (notice) => notices.push(notice),
    })
    await complain(desk)
    await desk.troth.promise.make(
      uuid(2),
      {
        customer: uuid(9),
        kind: 'callback',
        what: 'a call',
        basis: 'the plan',
        dueAt: desk.soon(hour),
        source: { origin: 'complaint', complaintId: uuid(1) },
      },
      li,
    )
    await desk.troth.promise.keep(uuid(2), { evidence: [] }, li)
    await running.settled()
    expect(notices.filter(({ _tag }) => _tag === 'Refused')).toEqual([
      {
        _tag: 'Refused',
        policy: 'linkPromises',
        stream: 'complaint',
        id: uuid(1),
        command: 'SettlePromise',
        why: { _tag: 'NoSuchPromise' },
      },
    ])
    await running.stop()
  })

  it('goes on, whatever becomes of who listens', async () => {
    const listeners = [
      (): void => {
        throw new Error('not listening')
      },
      (): Promise<void> => Promise.reject(new Error('not listening')),
    ]
    for (const onNotice of listeners) {
      const desk = open()
      const running = desk.troth.runPolicies({ start: 'now', onNotice })
      await complain(desk)
      await giveWord(desk)
      await running.settled()
      expect(await desk.types(`promise-${uuid(2)}`)).toEqual(['PromiseMade'])
      const stopped = await running.stop()
      expect(new Set(stopped.map(({ why }) => why._tag))).toEqual(new Set(['Asked']))
    }
  })

  it('runs what its settings call for, and no more', () => {
    const { troth } = open({ policies: {} })
    const running = troth.runPolicies({ start: 'now' })
    expect(running.names).toEqual(['breakOverduePromises'])
    const all = open().troth.runPolicies({ start: 'now' })
    expect(all.names).toEqual([
      'followMerges',
      'breakOverduePromises',
      'linkPromises',
      'checkComplaintClocks',
      'escalateComplaints',
      'scheduleCallBacks',
      'endFollowUps',
      'remindOfVisits',
      'openVisitPlans',
      'greetOnImportantDates',
      'expireSurveys',
      'issueSurveys',
      'openComplaints',
      'proposeVips',
      'proposeBlacklisting',
    ])
    return Promise.all([running.stop(), all.stop()])
  })
})

const recorded = async ({ stores }: Open) => {
  const all: { readonly stream: string; readonly type: string }[] = []
  for await (const item of stores.feed.subscribe({})) {
    if (item._tag === 'CaughtUp') break
    if (item._tag === 'Event') all.push(item.event)
  }
  return all
}

const problemsOf = (start: () => unknown): ReadonlyArray<string> => {
  try {
    start()
    return []
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    const { failure } = error
    return failure._tag === 'InvalidConfiguration' ? failure.problems.map(({ field }) => field) : []
  }
}

describe('what can not be meant is refused at the start', () => {
  const run = (options: object) =>
    problemsOf(() => open().troth.runPolicies({ start: 'now', ...options }))
  it.each<[string, object, ReadonlyArray<string>]>([
    ['no start', { start: undefined }, ['start']],
    ['an empty one', { start: '' }, ['start']],
    ['a start of an unknown policy', { starts: { greet: 'now' } }, ['starts.greet']],
    ['an import of one', { imported: ['linkPromises', 'greet'] }, ['imported.1']],
    ['ticks all the time', { every: 0 }, ['every']],
    ['ticks in fractions', { every: 1.5 }, ['every']],
    ['nobody', { by: { id: '', role: 'agent' } }, ['by.id']],
  ])('%s', (_, options, fields) => {
    expect(run(options)).toEqual(fields)
  })

  it('a tick at no instant', async () => {
    const running = open().troth.runPolicies({ start: 'now' })
    await expect(running.tick('tomorrow')).rejects.toMatchObject({
      failure: { _tag: 'InvalidConfiguration', problems: [{ field: 'at' }] },
    })
    await running.stop()
  })

  it('policies without a feed or a view store', () => {
    const { eventStore } = memory()
    const troth = makeTroth({ ...settings, stores: { eventStore }, runtime: simulatedRuntime() })
    expect(problemsOf(() => troth.runPolicies({ start: 'now' }))).toEqual([
      'stores.feed',
      'stores.viewStore',
    ])
  })

  const automatic = (change: object) =>
    problemsOf(() =>
      open({
        policies: {
          ...settings.policies,
          automatic: { ...settings.policies.automatic, ...change },
        },
      }),
    )
  const addressees = settings.policies.automatic.escalations?.addressees
  it.each<[string, object, ReadonlyArray<string>]>([
    [
      'a level of none',
      {
        escalations: { addressees, levels: [{ when: { on: 'majorMatter' }, level: 0, to: 'top' }] },
      },
      ['policies.automatic.escalations.levels.0.level'],
    ],
    [
      'an unknown calendar of a level',
      {
        escalations: {
          addressees,
          levels: [
            {
              when: { on: 'undecided', after: { within: hour, calendar: 'shop' } },
              level: 1,
              to: 'top',
            },
          ],
        },
      },
      ['policies.automatic.escalations.levels.0.when.after.calendar'],
    ],
    [
      'an unknown calendar',
      { greetings: { calendar: 'shop' } },
      ['policies.automatic.greetings.calendar'],
    ],
    ['no zone', { visitPlans: { timeZone: 'Mars' } }, ['policies.automatic.visitPlans.timeZone']],
    [
      'a cap of less than none',
      { surveys: { ...settings.policies.automatic.surveys, cap: -1 } },
      ['policies.automatic.surveys.cap'],
    ],
    [
      'a satisfaction that there is not',
      {
        complaints: { owner: { id: 'wang', role: 'supervisor' }, dissatisfied: { csat: 6 } },
      },
      ['policies.automatic.complaints.dissatisfied.csat'],
    ],
    ['no bound for a VIP', { vips: { within: day } }, ['policies.automatic.vips']],
    [
      'no window for claims',
      { blacklisting: { manyClaims: { within: 0, atLeast: 1 }, claimRatio: 'off' } },
      ['policies.automatic.blacklisting.manyClaims.within'],
    ],
    ['a policy misspelt', { greeting: { calendar: 'office' } }, ['policies.automatic.greeting']],
  ])('%s', (_, change, fields) => {
    expect(automatic(change)).toEqual(fields)
  })

  it('escalations of complaints that the host has no rules for', () => {
    const { complaint, ...others } = settings.policies
    expect(problemsOf(() => open({ policies: others }))).toEqual(['policies.complaint'])
  })
})
