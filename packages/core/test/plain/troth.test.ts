import { describe, expect, expectTypeOf, it } from 'vitest'

import { CommandFailed, makeTroth, type Troth } from '../../src/plain/index.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import { by, hour, id, open, recorded, registration, settings } from '../support/plain.js'
import { tinySnapshots } from '../support/tiny-snapshots.js'
import { tinyStore } from '../support/tiny-store.js'

const complaintId = id(1)
const stream = `complaint-${complaintId}`
const record = (troth: Pick<Troth, 'complaint'>) =>
  troth.complaint.record(complaintId, recorded, { by })

const unreadable = Object.defineProperty({}, 'kind', {
  enumerable: true,
  get: () => {
    throw new Error('not for you')
  },
})

describe('the plain door', () => {
  it('records what was asked and says what is on record now', async () => {
    const { troth, eventStore } = open()
    const answer = await record(troth)
    expect(answer).toMatchObject({
      ok: true,
      recorded: true,
      id: complaintId,
      revision: 0n,
      position: '0',
    })
    expect(answer.ok && answer.events).toMatchObject([
      { type: 'ComplaintRecorded', data: { at: '2026-01-05T09:00:00.000Z', by, stopped: [] } },
    ])
    expect(eventStore.events(stream)).toMatchObject([
      { type: 'ComplaintRecorded', metadata: { commandId: answer.commandId, subject: id(9) } },
    ])
  })

  it('says no position where the store says none', async () => {
    const { troth, eventStore } = open()
    eventStore.givesPositions.yes = false
    const answer = await record(troth)
    expect(answer.ok && 'position' in answer).toBe(false)
  })

  it('names the customer as the subject of every later event as well', async () => {
    const { troth, eventStore } = open()
    await record(troth)
    await troth.complaint.takeNote(complaintId, { noteId: id(3), text: 'called twice' }, { by })
    const [, note] = eventStore.events(stream)
    expect(note?.metadata['subject']).toBe(id(9))
  })

  it('names the customer as the subject of what is called by his own id, or another who is named', async () => {
    const { troth, eventStore } = open()
    await troth.customer.register(id(9), registration, { by })
    await troth.customer.rename(id(9), { name: 'Chen Wei' }, { by, subject: id(8) })
    await troth.dealings.stateAttitude(
      id(9),
      { statementId: id(2), towardUs: 7, towardBestRival: 4 },
      { by },
    )
    const subjects = (name: string) =>
      eventStore.events(name).map(({ metadata }) => metadata['subject'])
    expect(subjects(`customer-${id(9)}`)).toEqual([id(9), id(8)])
    expect(subjects(`dealings-${id(9)}`)).toEqual([id(9)])
  })

  it('passes on what a command belongs to', async () => {
    const { troth, eventStore } = open()
    await troth.complaint.record(complaintId, recorded, {
      by,
      commandId: id(70),
      correlationId: 'call 12',
      causationId: 'ring',
      tenant: 'north',
      subject: 'C 1',
    })
    expect(eventStore.events(`complaint-north.${complaintId}`)[0]?.metadata).toEqual({
      schemaVersion: 1,
      commandId: id(70),
      $correlationId: 'call 12',
      $causationId: 'ring',
      tenant: 'north',
      subject: 'C 1',
    })
  })

  it('knows a command by its id and records it once', async () => {
    const { troth, types } = open()
    const commandId = id(77)
    const note = { noteId: id(3), text: 'called twice' }
    await record(troth)
    await troth.complaint.takeNote(complaintId, note, { by, commandId })
    const again = await troth.complaint.takeNote(complaintId, note, { by, commandId })
    expect(again).toEqual({
      ok: true,
      recorded: false,
      id: complaintId,
      commandId,
      revision: 1n,
      events: [],
    })
    expect(types(stream)).toHaveLength(2)
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
      id: complaintId,
      why: { _tag: 'StepOutOfOrder', step: 'recorded', expected: ['resolved'] },
    })
  })

  it.each([
    ['a Date', new Date('2026-01-05T10:00:00.000Z')],
    ['epoch milliseconds', Date.parse('2026-01-05T10:00:00.000Z')],
    ['ISO text', '2026-01-05T10:00:00.000Z'],
  ])('takes the instant as %s', async (_, at) => {
    const answer = await open().troth.complaint.record(complaintId, recorded, { by, at })
    expect(answer.ok && answer.events[0]?.data.at).toBe('2026-01-05T10:00:00.000Z')
  })

  it.each([-8.64e15, 8.64e15])('takes the instant %d, the furthest that there is', async (at) => {
    const answer = await open().troth.complaint.record(complaintId, recorded, { by, at })
    expect(answer.ok && answer.events[0]?.data.at).toBe(new Date(at).toISOString())
  })

  it.each([
    ['an unknown kind', { ...recorded, kind: 'grudge' }, { by }, 'kind'],
    ['a missing customer', { ...recorded, customer: undefined }, { by }, 'customer'],
    ['half a surrogate pair', { ...recorded, demand: 'half \ud83d' }, { by }, 'demand'],
    ['a bad role', recorded, { by: { id: 'li', role: '1st' } }, 'by.role'],
    ['nobody who asks', recorded, {}, 'by'],
    ['an instant that is none', recorded, { by, at: 'tomorrow' }, 'at'],
    ['an instant out of range', recorded, { by, at: 8.64e15 + 1 }, 'at'],
    ['half a millisecond', recorded, { by, at: 0.5 }, 'at'],
    ['data that can not be read', unreadable, { by }, 'kind'],
    ['a context that can not be read', recorded, unreadable, 'by'],
    ['a Date that is none', recorded, { by, at: new Date(NaN) }, 'at'],
    ['no data at all', null, { by }, 'kind'],
    ['data that are no object', 'mend it', { by }, 'kind'],
    ['a command id that is no UUID', recorded, { by, commandId: 'again' }, 'commandId'],
    ['a tenant that is no part of a name', recorded, { by, tenant: 'a.b' }, 'tenant'],
    ['a subject that is no text', recorded, { by, subject: 7 }, 'subject'],
  ])('refuses %s, names the field, and records nothing', async (_, data, context, field) => {
    const { troth, eventStore } = open()
    const answer = await troth.complaint.record(complaintId, data as never, context as never)
    expect(answer).toMatchObject({ ok: false, why: { _tag: 'InvalidCommand' } })
    const why = answer.ok ? undefined : answer.why
    expect(why?._tag === 'InvalidCommand' && why.problems.map((p) => p.field)).toContain(field)
    expect(eventStore.calls).toEqual([])
  })

  it.each([undefined, null, 7, {}])('refuses a context of %j', async (context) => {
    const answer = await open().troth.complaint.record(complaintId, recorded, context as never)
    expect(answer).toMatchObject({ ok: false, why: { _tag: 'InvalidCommand' } })
  })

  it.each(['SN 4711', '', undefined, id(1).replaceAll('0', 'A'), `${id(1)}0`])(
    'refuses the id %j',
    async (bad) => {
      const { troth, eventStore } = open()
      const answer = await troth.complaint.record(
        bad as never,
        { ...recorded, kind: 'x' as never },
        { by },
      )
      expect(answer).toMatchObject({
        ok: false,
        id: bad,
        why: {
          _tag: 'InvalidCommand',
          problems: [{ field: 'id', expected: 'a UUID in lower case' }, { field: 'kind' }],
        },
      })
      expect(eventStore.calls).toEqual([])
    },
  )

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

  it('reads a stream once, and then what is new, with the cache', async () => {
    const { troth, eventStore } = open()
    await record(troth)
    await record(troth)
    expect(eventStore.calls).toEqual(['fold 0', 'append noStream', 'fold 1'])
  })

  it('reads every stream from its beginning without the cache', async () => {
    const { troth, eventStore } = open({ cached: 0 })
    await record(troth)
    expect(await record(troth)).toMatchObject({ ok: true, recorded: false, revision: 0n })
    expect(eventStore.calls).toEqual(['fold 0', 'append noStream', 'fold 0'])
  })

  it('reads a stream from its last snapshot on', async () => {
    const snapshots = { every: 1, report: () => undefined }
    const { troth, eventStore } = open({ cached: 0, snapshots }, tinySnapshots())
    await record(troth)
    await troth.complaint.takeNote(complaintId, { noteId: id(3), text: 'called twice' }, { by })
    expect(eventStore.calls).toEqual(['fold 0', 'append noStream', 'fold 0', 'append 0'])
    eventStore.calls.length = 0
    await record(troth)
    expect(eventStore.calls).toEqual(['fold 1'])
  })

  it('keeps as many states of each kind as it is told', async () => {
    const { troth, eventStore } = open({ cached: 1 })
    await record(troth)
    await troth.fault.linkComplaint(id(1), { complaint: complaintId }, { by })
    eventStore.calls.length = 0
    await record(troth)
    expect(eventStore.calls).toEqual(['fold 1'])
    await troth.complaint.record(id(2), recorded, { by })
    await record(troth)
    expect(eventStore.calls.slice(-1)).toEqual(['fold 0'])
  })
})

describe('the types of the plain door', () => {
  it('name what may be said', () => {
    type Data = Parameters<Troth['complaint']['record']>[1]
    expectTypeOf<Data['customer']>().toEqualTypeOf<string>()
    expectTypeOf<Data['kind']>().toEqualTypeOf<
      'complaint' | 'inquiry' | 'suggestion' | 'repair' | 'return'
    >()
    expectTypeOf<Data>().not.toHaveProperty('at')
    type Made = Parameters<Troth['promise']['make']>[1]
    expectTypeOf<Made['dueAt']>().toEqualTypeOf<string>()
    expectTypeOf<Made['basis']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Troth['promise']>().not.toHaveProperty('MakePromise')
    type Answered = Awaited<ReturnType<Troth['customer']['classify']>>
    expectTypeOf<Extract<Answered, { ok: false }>['why']>()
      .extract<{ _tag: 'Blacklisted' }>()
      .toHaveProperty('deciders')
  })

  it('have the doors that the settings speak of, and those that are always open', () => {
    const stores = { eventStore: tinyStore() }
    const { complaint, customer } = settings.policies
    const runtime = simulatedRuntime()
    const troth = makeTroth({ ...settings, policies: { complaint }, stores, runtime })
    expectTypeOf(troth).toEqualTypeOf<Troth<'complaint'>>()
    expectTypeOf(troth).not.toHaveProperty('customer')
    for (const kind of ['complaint', 'promise', 'dealings', 'fault'] as const)
      expect(Object.keys(troth[kind])).toContain('import')
    for (const kind of ['customer', 'followUp', 'survey']) expect(troth).not.toHaveProperty(kind)
    const least = makeTroth({ ...settings, policies: {}, stores, runtime })
    expectTypeOf(least).toEqualTypeOf<Troth<never>>()
    expectTypeOf(least).not.toHaveProperty('complaint')
    expect(least).not.toHaveProperty('complaint')
    expect(Object.keys(least.promise)).toContain('make')

    const misspelt = () =>
      makeTroth({
        ...settings,
        // @ts-expect-error a kind of stream that there is not
        policies: { costumer: customer },
        stores,
        runtime,
      })
    expect(misspelt).toThrow(CommandFailed)
    const misspeltWithin = () =>
      makeTroth({
        ...settings,
        // @ts-expect-error a setting that there is not
        policies: { customer: { purposes: [], lateby: hour } },
        stores,
        runtime,
      })
    expect(misspeltWithin).toThrow('policies.customer.lateby')
  })
})
