import { describe, expect, it, test } from 'vitest'

import { CommandFailed, makeTroth } from '../../src/plain/index.js'
import { by, hour, id, open, recorded, settings, start, wrongFields } from '../support/plain.js'

const { complaint, customer, followUp, survey } = settings.policies
const policy = complaint.clocks[1]?.policy
const policies = (over: object) => ({ policies: { ...settings.policies, ...over } })
const withComplaint = (over: object) => policies({ complaint: { ...complaint, ...over } })
const withCustomer = (over: object) => policies({ customer: { ...customer, ...over } })
const withFollowUp = (over: object) => policies({ followUp: { ...followUp, ...over } })
const clock = (over: object) => withComplaint({ clocks: [{ policy: { ...policy, ...over } }] })
const report = () => undefined
const unknown = { within: 1, calendar: 'moon' }
const clockPath = 'policies.complaint.clocks.0.policy'

describe('settings', () => {
  it('that can all be meant have nothing wrong', () => {
    expect(wrongFields({})).toEqual([])
    expect(wrongFields({ cached: 1 })).toEqual([])
    expect(wrongFields({ policies: {} })).toEqual([])
  })

  test.each<readonly [string, object, string]>([
    ['no authority', { authority: undefined }, 'authority'],
    ['an unknown matter', { authority: [{ role: 'a', matter: 'war' }] }, 'authority.0.matter'],
    [
      'a misspelt limit',
      { authority: [{ role: 'a', matter: 'repair', upto: [] }] },
      'authority.0.upto',
    ],
    [
      'a calendar that never opens',
      { calendars: { desk: { timeZone: 'UTC', week: {} } } },
      'calendars.desk.week',
    ],
    [
      'a wrong hour',
      { calendars: { desk: { timeZone: 'UTC', week: { mon: [['8', '9']] } } } },
      'calendars.desk.week.mon.0',
    ],
    [
      'a misspelt part of a calendar',
      {
        calendars: {
          ...settings.calendars,
          night: { timeZone: 'UTC', week: { mon: [['20:00', '06:00']] }, holiday: [] },
        },
      },
      'calendars.night.holiday',
    ],
    ['no policies', { policies: undefined }, 'policies'],
    ['a misspelt kind of stream', policies({ costumer: customer }), 'policies.costumer'],
    ['nothing under a kind', policies({ complaint: {} }), 'policies.complaint.noticeTries'],
    [
      'a target of no time',
      withComplaint({ liaisonNote: { within: 0 } }),
      'policies.complaint.liaisonNote.within',
    ],
    [
      'a calendar that nobody gave',
      withComplaint({ liaisonNote: unknown }),
      'policies.complaint.liaisonNote.calendar',
    ],
    ...['firstReply', 'nextReply', 'resolution'].map(
      (name) =>
        [
          `a calendar of the clock ${name} that nobody gave`,
          clock({ [name]: unknown }),
          `${clockPath}.${name}.calendar`,
        ] as const,
    ),
    ['no time for a clock', clock({ nextReply: { within: 0 } }), `${clockPath}.nextReply.within`],
    [
      'no such closing',
      clock({ firstReply: { within: 1, atClosing: 'never' } }),
      `${clockPath}.firstReply.atClosing`,
    ],
    [
      'no such start',
      clock({ nextReply: { within: 1, from: 'noon' } }),
      `${clockPath}.nextReply.from`,
    ],
    ['no tries', withComplaint({ noticeTries: 0 }), 'policies.complaint.noticeTries'],
    ['half a try', withComplaint({ noticeTries: 1.5 }), 'policies.complaint.noticeTries'],
    ['no clocks', withComplaint({ clocks: [] }), 'policies.complaint.clocks'],
    ['no resolution said', clock({ resolution: undefined }), `${clockPath}.resolution`],
    ['a misspelt setting', withComplaint({ reopenwithin: 1 }), 'policies.complaint.reopenwithin'],
    ['a misspelt clock', clock({ firstRepply: { within: 1 } }), `${clockPath}.firstRepply`],
    [
      'clocks for complaints alone',
      withComplaint({ clocks: complaint.clocks.slice(0, 1) }),
      'policies.complaint.clocks',
    ],
    ['no purposes', policies({ customer: {} }), 'policies.customer.purposes'],
    ['a purpose of no name', withCustomer({ purposes: [''] }), 'policies.customer.purposes.0'],
    [
      'a scheme of no values',
      withCustomer({ schemes: [{ scheme: 'mood', values: [] }] }),
      'policies.customer.schemes.0.values',
    ],
    [
      'a misspelt scheme',
      withCustomer({ schemes: [{ scheme: 'mood', values: ['a'], value: 'a' }] }),
      'policies.customer.schemes.0.value',
    ],
    ['no grace', policies({ promise: { grace: -1 } }), 'policies.promise.grace'],
    ['a misspelt grace', policies({ promise: { Grace: 1 } }), 'policies.promise.Grace'],
    [
      'a matter of a sum for a kind',
      policies({ promise: { matters: { callback: 'compensation' } } }),
      'policies.promise.matters.callback',
    ],
    [
      'a matter for a kind that there is not',
      policies({ promise: { matters: { call: 'repair' } } }),
      'policies.promise.matters.call',
    ],
    [
      'a confirmation by a calendar that nobody gave',
      policies({ promise: { confirmWithin: unknown } }),
      'policies.promise.confirmWithin.calendar',
    ],
    [
      'a confirmation in no time',
      policies({ promise: { confirmWithin: { within: 0 } } }),
      'policies.promise.confirmWithin.within',
    ],
    ['no calendar', withFollowUp({ calendar: undefined }), 'policies.followUp.calendar'],
    ['no such calendar', withFollowUp({ calendar: 'moon' }), 'policies.followUp.calendar'],
    [
      'a kind of visit without a window',
      withFollowUp({ windows: { ...followUp.windows, touch: undefined } }),
      'policies.followUp.windows.touch',
    ],
    [
      'a window of less than nothing',
      withFollowUp({ windows: { ...followUp.windows, touch: { early: -1, late: 0 } } }),
      'policies.followUp.windows.touch',
    ],
    [
      'a cadence that ends',
      withFollowUp({ cadences: [{ cadence: [{ unit: 'day', every: 1, times: 3 }] }] }),
      'policies.followUp.cadences.0.cadence',
    ],
    [
      'a cadence for no class',
      withFollowUp({ cadences: [{ classes: [], cadence: [{ unit: 'day', every: 1 }] }] }),
      'policies.followUp.cadences.0.classes',
    ],
    [
      'touches too seldom',
      withFollowUp({ touch: [{ unit: 'month', every: 1 }] }),
      'policies.followUp.touch',
    ],
    [
      'a misspelt call back',
      withFollowUp({ callBack: { late: 1, Late: 1 } }),
      'policies.followUp.callBack.Late',
    ],
    [
      'no time to answer',
      policies({ survey: { ...survey, answerWithin: 0 } }),
      'policies.survey.answerWithin',
    ],
    [
      'nothing said of corrections',
      policies({ survey: { answerWithin: 1 } }),
      'policies.survey.correctWithin',
    ],
    [
      'late by half a millisecond',
      policies({ dealings: { lateBy: 0.5 } }),
      'policies.dealings.lateBy',
    ],
    ['late by less than nothing', policies({ fault: { lateBy: -1 } }), 'policies.fault.lateBy'],
    ['a cache of half a stream', { cached: 0.5 }, 'cached'],
    ['a cache of less than nothing', { cached: -1 }, 'cached'],
    [
      'snapshots and no store for them',
      { snapshots: { every: 1, report } },
      'stores.snapshotStore',
    ],
    ['snapshots of half an event', { snapshots: { every: 0.5, report } }, 'snapshots.every'],
    ['snapshots that nobody hears of', { snapshots: { every: 1 } }, 'snapshots.report'],
  ])('with %s are refused at the start, by path', (_, bad, field) => {
    expect(wrongFields(bad)).toContain(field)
  })

  it('are refused for all that is wrong with any of them at once', () => {
    const bad = policies({
      complaint: { ...complaint, noticeTries: 0 },
      customer: { ...customer, lateBy: -1 },
      promise: { confirmWithin: unknown },
      followUp: { ...followUp, calendar: 'moon' },
      survey: { ...survey, correctWithin: -1 },
      dealings: { lateBy: -1 },
      fault: { lateBy: -1 },
    })
    expect(wrongFields(bad)).toEqual([
      'policies.complaint.noticeTries',
      'policies.customer.lateBy',
      'policies.followUp.calendar',
      'policies.survey.correctWithin',
      'policies.promise.confirmWithin.calendar',
      'policies.dealings.lateBy',
      'policies.fault.lateBy',
    ])
    const calendar = { timeZone: 'moon', week: {} }
    expect(wrongFields({ calendars: { a: calendar, b: calendar } })).toEqual([
      'calendars.a.timeZone',
      'calendars.b.timeZone',
    ])
  })

  it('are told of in words', () => {
    const start = () => open(withFollowUp({ calendar: 'moon' }))
    expect(start).toThrow('policies.followUp.calendar should be the name of one of the calendars')
  })

  it.each([undefined, null, {}, { stores: {}, cached: -1 }])('are not had from %j', (options) => {
    const start = () => makeTroth(options as never)
    expect(start).toThrow(CommandFailed)
    expect(start).toThrow(/stores should be an adapter’s stores; runtime should be a Runtime/)
  })

  it('apply: a clock with a calendar is due in working time', async () => {
    const { troth } = open()
    // Monday 09:00 UTC is 10:00 at the desk: four working hours later it is 14:00 there.
    await troth.complaint.record(id(1), recorded, { by })
    const answer = await troth.complaint.reply(
      id(1),
      { replyId: id(5), channel: 'phone', text: 'we are on it', automatic: false },
      { by },
    )
    expect(answer.ok && answer.events[0]?.data).toMatchObject({
      stopped: [{ clock: 'firstReply', dueAt: '2026-01-05T13:00:00.000Z' }],
    })
  })

  it('apply: what falls due at closing may be due at the next opening', async () => {
    const firstReply = { within: 8 * hour, calendar: 'desk', atClosing: 'nextOpening' }
    const { troth } = open(clock({ firstReply }))
    await troth.complaint.record(id(1), recorded, { by })
    const answer = await troth.complaint.reply(
      id(1),
      { replyId: id(5), channel: 'phone', text: 'we are on it', automatic: false },
      { by },
    )
    expect(answer.ok && answer.events[0]?.data).toMatchObject({
      stopped: [{ clock: 'firstReply', dueAt: '2026-01-06T07:00:00.000Z' }],
    })
  })

  it('apply: the next reply is due an hour after the latest message', async () => {
    const { troth } = open()
    await troth.complaint.record(id(1), recorded, { by })
    const contact = {
      channel: 'phone',
      purpose: 'chasing',
      text: 'well?',
      automatic: false,
    } as const
    for (const minutes of [0, 30])
      await troth.complaint.recordContact(
        id(1),
        { ...contact, messageId: id(minutes) },
        { by, at: start + minutes * 60_000 },
      )
    const answer = await troth.complaint.reply(
      id(1),
      { replyId: id(5), channel: 'phone', text: 'we are on it', automatic: false },
      { by, at: start + hour },
    )
    expect(answer.ok && answer.events[0]?.data).toMatchObject({
      stopped: [{ clock: 'firstReply' }, { clock: 'nextReply', dueAt: '2026-01-05T10:30:00.000Z' }],
    })
  })

  it('apply: a call back falls due in working days, and is late by the hour', async () => {
    const { troth } = open()
    const answer = await troth.followUp.scheduleCallBack(
      id(4),
      { customer: id(9), reason: { after: 'promiseBroken', promiseId: id(5) } },
      { by },
    )
    // The Tuesday is a holiday of the office.
    expect(answer.ok && answer.events[0]).toMatchObject({
      type: 'CallBackScheduled',
      data: { planned: { dueAt: '2026-01-07T09:00:00.000Z', until: '2026-01-07T10:00:00.000Z' } },
    })
  })

  it('apply: what a contract decides is a head’s, to be confirmed within two hours of work', async () => {
    const { troth } = open()
    const answer = await troth.promise.make(
      id(5),
      {
        customer: id(9),
        kind: 'contract',
        what: 'two years',
        dueAt: '2026-01-20T09:00:00.000Z',
        source: { origin: 'contract', ref: 'K 12' },
        basis: 'the plan',
      },
      { by, at: '2026-01-05T15:00:00.000Z' },
    )
    expect(answer.ok && answer.events[0]).toMatchObject({
      type: 'TemporaryAgreementMade',
      data: { approvers: ['head'], confirmBy: '2026-01-07T09:00:00.000Z' },
    })
  })

  it('apply: what is too late for dealings, and which schemes there are', async () => {
    const { troth } = open()
    const late = await troth.dealings.stateAttitude(
      id(9),
      { statementId: id(2), towardUs: 7, towardBestRival: 4 },
      { by },
    )
    expect(late.ok).toBe(true)
    const tooLate = await troth.dealings.stateAttitude(
      id(9),
      { statementId: id(3), towardUs: 7, towardBestRival: 4 },
      { by, at: '2026-01-03T08:59:59.999Z' },
    )
    expect(tooLate).toMatchObject({ ok: false, why: { _tag: 'TooLongAgo' } })
    const unknownScheme = await troth.customer.register(
      id(9),
      { kind: 'person', relation: 'external', stage: 'buyer', name: 'Chen' },
      { by },
    )
    expect(unknownScheme.ok).toBe(true)
    const classified = await troth.customer.classify(
      id(9),
      { classification: { scheme: 'mood', value: 'gloomy' } },
      { by },
    )
    expect(classified).toMatchObject({ ok: false, why: { _tag: 'UnknownClass', known: ['sunny'] } })
  })
})
