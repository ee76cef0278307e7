import { describe, expect, expectTypeOf, it, test } from 'vitest'

import { ComplaintCommand } from '../../src/complaint/commands.js'
import { methods } from '../../src/plain/complaint.js'
import { CommandFailed, makeTroth, type Settings, type Troth } from '../../src/plain/index.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import { tinyStore } from '../support/tiny-store.js'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const complaintId = id(1)
const by = { id: 'li', role: 'agent' }
const hour = 3_600_000

const settings: Settings = {
  authority: [
    { role: 'agent', matter: 'repair', upTo: [{ amount: 5_000, currency: 'EUR' }] },
    { role: 'head', matter: 'repair' },
  ],
  calendars: {
    desk: {
      timeZone: 'Europe/Berlin',
      week: { mon: [['08:00', '18:00']], tue: [['08:00', '18:00']] },
    },
  },
  policies: {
    complaint: {
      clocks: [
        {
          kinds: ['complaint'],
          policy: {
            firstReply: { within: 4 * hour, calendar: 'desk' },
            resolution: { within: 72 * hour },
            pausedWhileWaiting: ['resolution'],
          },
        },
        { policy: { resolution: 'none', pausedWhileWaiting: [] } },
      ],
      noticeTries: 2,
      reopenWithin: 14 * 24 * hour,
      liaisonNote: { within: 24 * hour },
    },
  },
}

const open = (over: Partial<Settings> = {}) => {
  const eventStore = tinyStore()
  const troth = makeTroth({
    ...settings,
    ...over,
    stores: { eventStore },
    runtime: simulatedRuntime(),
  })
  return { eventStore, troth }
}

const recorded = {
  kind: 'complaint',
  customer: id(9),
  channel: 'phone',
  about: { topic: 'item', ref: 'SN 4711' },
  demand: 'mend it or take it back',
} as const

const record = (troth: Troth) => troth.complaint.record(complaintId, recorded, { by })

const wrongWith = (bad: unknown): CommandFailed => {
  try {
    open(bad as Partial<Settings>)
  } catch (e) {
    if (e instanceof CommandFailed) return e
  }
  throw new Error('it was not refused')
}

const fieldsOf = ({ failure }: CommandFailed): ReadonlyArray<string> =>
  failure._tag === 'InvalidConfiguration' ? failure.problems.map(({ field }) => field) : []

describe('the plain door', () => {
  it('has one method for each command', () => {
    expect(Object.values(methods).sort()).toEqual(
      ComplaintCommand.types.map(({ name }) => name).sort(),
    )
    expect(Object.keys(open().troth.complaint)).toEqual(Object.keys(methods))
  })

  it('records what was asked and says what is on record now', async () => {
    const { troth, eventStore } = open()
    const answer = await record(troth)
    expect(answer).toMatchObject({ ok: true, recorded: true, revision: 0n, position: '0' })
    expect(answer.ok && answer.events).toMatchObject([
      { type: 'ComplaintRecorded', data: { at: '2026-01-05T09:00:00.000Z', by, stopped: [] } },
    ])
    expect(eventStore.events(`complaint-${complaintId}`)).toMatchObject([
      { type: 'ComplaintRecorded', metadata: { commandId: answer.commandId, subject: id(9) } },
    ])
  })

  it('names the customer as the subject of every later event as well', async () => {
    const { troth, eventStore } = open()
    await record(troth)
    await troth.complaint.takeNote(complaintId, { noteId: id(3), text: 'called twice' }, { by })
    const [, note] = eventStore.events(`complaint-${complaintId}`)
    expect(note?.metadata['subject']).toBe(id(9))
  })

  it('knows a command by its id and records it once', async () => {
    const { troth, eventStore } = open()
    const commandId = id(77)
    const note = { noteId: id(3), text: 'called twice' }
    await record(troth)
    await troth.complaint.takeNote(complaintId, note, { by, commandId })
    const again = await troth.complaint.takeNote(complaintId, note, { by, commandId })
    expect(again).toEqual({ ok: true, recorded: false, commandId, revision: 1n, events: [] })
    expect(eventStore.events(`complaint-${complaintId}`)).toHaveLength(2)
  })

  it('gives a refusal back as a value with its facts', async () => {
    const { troth } = open()
    await record(troth)
    const answer = await troth.complaint.close(
      complaintId,
      { summary: 'all well', evaluation: { toCaseLibrary: false } },
      { by },
    )
    expect(answer).toMatchObject({
      ok: false,
      why: { _tag: 'StepOutOfOrder', step: 'recorded', expected: ['resolved'] },
    })
  })

  it.each([
    ['a Date', new Date('2026-01-05T10:00:00.000Z')],
    ['epoch milliseconds', Date.parse('2026-01-05T10:00:00.000Z')],
    ['ISO text', '2026-01-05T10:00:00.000Z'],
  ])('takes the instant as %s', async (_, at) => {
    const { troth } = open()
    const answer = await troth.complaint.record(complaintId, recorded, { by, at })
    expect(answer.ok && answer.events[0]?.data.at).toBe('2026-01-05T10:00:00.000Z')
  })

  it.each([
    ['an unknown kind', { ...recorded, kind: 'grudge' }, { by }, 'kind'],
    ['a missing customer', { ...recorded, customer: undefined }, { by }, 'customer'],
    ['half a surrogate pair', { ...recorded, demand: 'half \ud83d' }, { by }, 'demand'],
    ['a bad role', recorded, { by: { id: 'li', role: '1st' } }, 'by.role'],
    ['an instant that is none', recorded, { by, at: 'tomorrow' }, 'at'],
    ['a Date that is none', recorded, { by, at: new Date(NaN) }, 'at'],
    ['no data at all', null, { by }, 'kind'],
    ['a command id that is no UUID', recorded, { by, commandId: 'again' }, 'commandId'],
    ['a tenant that is no part of a name', recorded, { by, tenant: 'a.b' }, 'tenant'],
  ])('refuses %s, names the field, and records nothing', async (_, data, context, field) => {
    const { troth, eventStore } = open()
    const answer = await troth.complaint.record(complaintId, data as never, context)
    expect(answer).toMatchObject({ ok: false, why: { _tag: 'InvalidCommand' } })
    const why = answer.ok ? undefined : answer.why
    expect(why?._tag === 'InvalidCommand' && why.problems.map((p) => p.field)).toContain(field)
    expect(eventStore.calls).toEqual([])
  })

  it.each([undefined, null, 7, {}])('refuses a context of %j', async (context) => {
    const answer = await open().troth.complaint.record(complaintId, recorded, context as never)
    expect(answer).toMatchObject({ ok: false, why: { _tag: 'InvalidCommand' } })
  })

  it('refuses an id that is no UUID', async () => {
    const answer = await open().troth.complaint.record('SN 4711', recorded, { by })
    expect(answer).toMatchObject({
      ok: false,
      why: { _tag: 'InvalidCommand', problems: [{ field: 'id' }] },
    })
  })

  it.each([
    ['merge', (t: Troth) => t.complaint.merge(complaintId, { survivor: complaintId }, { by })],
    [
      'absorb',
      (t: Troth) =>
        t.complaint.absorb(complaintId, { absorbed: complaintId, openPromises: [] }, { by }),
    ],
  ])('does not %s a complaint with itself', async (_, ask) => {
    const { troth } = open()
    await record(troth)
    expect(await ask(troth)).toMatchObject({ ok: false, why: { _tag: 'SameComplaint' } })
  })

  it('throws CommandFailed with the command id when the store fails, so that it can be sent again', async () => {
    const { troth, eventStore } = open()
    eventStore.readFaults.push({ _tag: 'Unavailable', reason: 'down' })
    const failed: unknown = await record(troth).catch((e: unknown) => e)
    expect(failed).toBeInstanceOf(CommandFailed)
    expect(failed).toMatchObject({
      name: 'CommandFailed',
      message: 'Unavailable: down',
      failure: { _tag: 'Unavailable', reason: 'down' },
    })
    const { commandId } = failed as CommandFailed
    const again = await troth.complaint.record(complaintId, recorded, {
      by,
      ...(commandId !== undefined && { commandId }),
    })
    expect(again).toMatchObject({ ok: true, recorded: true, commandId })
  })

  it('has types that name what may be said', () => {
    type Data = Parameters<Troth['complaint']['record']>[1]
    expectTypeOf<Data['customer']>().toEqualTypeOf<string>()
    expectTypeOf<Data['kind']>().toEqualTypeOf<
      'complaint' | 'inquiry' | 'suggestion' | 'repair' | 'return'
    >()
    expectTypeOf<Data>().not.toHaveProperty('at')
  })
})

describe('settings', () => {
  const { complaint } = settings.policies
  const policy = complaint.clocks[1]?.policy
  const withComplaint = (over: object) => ({ policies: { complaint: { ...complaint, ...over } } })

  test.each([
    ['no authority', { authority: undefined }, 'authority'],
    ['an unknown matter', { authority: [{ role: 'a', matter: 'war' }] }, 'authority.0.matter'],
    [
      'a calendar that never opens',
      { calendars: { desk: { timeZone: 'UTC', week: {} } } },
      'calendars.desk.week',
    ],
    ['no policies', { policies: {} }, 'policies.complaint'],
    [
      'a target of no time',
      withComplaint({ liaisonNote: { within: 0 } }),
      'policies.complaint.liaisonNote.within',
    ],
    [
      'a calendar that nobody gave',
      withComplaint({ liaisonNote: { within: hour, calendar: 'moon' } }),
      'policies.complaint.liaisonNote.calendar',
    ],
    [
      'a calendar of a clock that nobody gave',
      withComplaint({
        clocks: [{ policy: { ...policy, firstReply: { within: 1, calendar: 'moon' } } }],
      }),
      'policies.complaint.clocks.0.policy.firstReply.calendar',
    ],
    ['no tries', withComplaint({ noticeTries: 0 }), 'policies.complaint.noticeTries'],
    ['half a try', withComplaint({ noticeTries: 1.5 }), 'policies.complaint.noticeTries'],
    [
      'no resolution said',
      withComplaint({ clocks: [{ policy: { pausedWhileWaiting: [] } }] }),
      'policies.complaint.clocks.0.policy.resolution',
    ],
    ['a misspelt setting', withComplaint({ reopenwithin: 1 }), 'policies.complaint.reopenwithin'],
    [
      'a misspelt clock',
      withComplaint({ clocks: [{ policy: { ...policy, firstRepply: { within: 1 } } }] }),
      'policies.complaint.clocks.0.policy.firstRepply',
    ],
    [
      'clocks for complaints alone',
      withComplaint({ clocks: complaint.clocks.slice(0, 1) }),
      'policies.complaint.clocks',
    ],
    ['a cache of half a stream', { cached: 0.5 }, 'cached'],
  ])('with %s are refused at the start, by path', (_, bad, field) => {
    expect(fieldsOf(wrongWith(bad))).toContain(field)
  })

  it.each([undefined, null, {}])('are not had from %j', (options) => {
    expect(() => makeTroth(options as never)).toThrow(CommandFailed)
  })

  it('apply: a clock with a calendar is due in working time', async () => {
    const { troth } = open()
    // Monday 09:00 UTC is 10:00 at the desk: four working hours later it is 14:00 there.
    await record(troth)
    const answer = await troth.complaint.reply(
      complaintId,
      { replyId: id(5), channel: 'phone', text: 'we are on it', automatic: false },
      { by },
    )
    expect(answer.ok && answer.events[0]?.data).toMatchObject({
      stopped: [{ clock: 'firstReply', dueAt: '2026-01-05T13:00:00.000Z' }],
    })
  })

  it('work without a cache as with one', async () => {
    const { troth } = open({ cached: 0 } as Partial<Settings>)
    await record(troth)
    expect(await record(troth)).toMatchObject({ ok: true, recorded: false, revision: 0n })
  })
})
