import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { PlainComplaintEvent, StreamKind } from '../../src/plain/index.js'
import { ComplaintEvent } from '../../src/complaint/events.js'
import { CustomerEvent } from '../../src/customer/events.js'
import { DealingsEvent } from '../../src/dealings/events.js'
import { FaultEvent } from '../../src/fault/events.js'
import { FollowUpEvent } from '../../src/follow-up/events.js'
import { PromiseEvent } from '../../src/promise/events.js'
import { SurveyEvent } from '../../src/survey/events.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { by, id, loose, open, recorded, streamKinds } from '../support/plain.js'

const origin = { source: 'old desk', foreignId: 'T 12' }
const at = '2019-04-01T08:00:00.000Z'
const facts: ReadonlyArray<PlainComplaintEvent> = [
  {
    type: 'ComplaintRecorded',
    data: { ...recorded, firstResponsible: 'li', stopped: [], at, by },
  },
  { type: 'NoteTaken', data: { noteId: id(3), text: 'called twice', at, by } },
]
const stream = `complaint-${id(1)}`

const codecs = {
  complaint: ComplaintEvent,
  customer: CustomerEvent,
  promise: PromiseEvent,
  followUp: FollowUpEvent,
  survey: SurveyEvent,
  dealings: DealingsEvent,
  fault: FaultEvent,
}
const factsOf = (kind: StreamKind): ReadonlyArray<object> => {
  const codec = codecs[kind] as unknown as { readonly encode: (event: unknown) => object }
  const history = arbitraries[kind].history as fc.Arbitrary<ReadonlyArray<unknown>>
  const some = fc.sample(history, { numRuns: 50, seed: 4 }).find(({ length }) => length >= 3) ?? []
  return some.map((event) => codec.encode(event))
}

describe('history from elsewhere', () => {
  it('is on record as it was, past every rule, with where it came from and whom it is about', async () => {
    const { troth, eventStore } = open()
    const answer = await troth.complaint.import(id(1), facts, origin)
    expect(answer).toEqual({ ok: true, recorded: true, id: id(1), revision: 1n, position: '1' })
    expect(eventStore.events(stream)).toMatchObject([
      { type: 'ComplaintRecorded', data: facts[0]?.data, metadata: { importedFrom: origin } },
      { type: 'NoteTaken', data: facts[1]?.data, metadata: { subject: id(9) } },
    ])
  })

  it('is on record once', async () => {
    const { troth, types } = open()
    await troth.complaint.import(id(1), facts, origin)
    const again = await troth.complaint.import(id(1), facts, origin)
    expect(again).toEqual({ ok: true, recorded: false, id: id(1), revision: 1n })
    expect(types(stream)).toHaveLength(2)
  })

  it('says no position where the store says none', async () => {
    const { troth, eventStore } = open()
    eventStore.givesPositions.yes = false
    const answer = await troth.complaint.import(id(1), facts, origin)
    expect(answer).toEqual({ ok: true, recorded: true, id: id(1), revision: 1n })
  })

  it('may say itself whom it is about, and whose it is', async () => {
    const { troth, eventStore } = open()
    const named = { ...origin, subject: 'C 1', tenant: 'north' }
    await troth.complaint.import(id(1), facts, named)
    const [event] = eventStore.events(`complaint-north.${id(1)}`)
    expect(event?.metadata).toMatchObject({ subject: 'C 1', tenant: 'north' })
  })

  it('is followed by commands', async () => {
    const { troth } = open()
    await troth.complaint.import(id(1), facts, origin)
    expect(await troth.complaint.withdraw(id(1), { why: 'done' }, { by })).toMatchObject({
      ok: true,
      revision: 2n,
    })
  })

  it('is not had where a stream has another beginning', async () => {
    const { troth, types } = open()
    await troth.complaint.record(id(1), recorded, { by })
    expect(await troth.complaint.import(id(1), facts, origin)).toEqual({
      ok: false,
      id: id(1),
      why: { _tag: 'BegunOtherwise', revision: 0n },
    })
    expect(types(stream)).toHaveLength(1)
  })

  it('is refused whole for one fact that can not be read, by its number and its field', async () => {
    const { troth, eventStore } = open()
    const wrong = { type: 'NoteTaken', data: { noteId: id(3), text: 'half \ud83d', at, by } }
    const answer = await troth.complaint.import(id(1), [...facts, wrong as never], origin)
    expect(answer).toMatchObject({
      ok: false,
      id: id(1),
      why: { _tag: 'InvalidFact', index: 2, errors: [{ field: 'data.text' }] },
    })
    expect(eventStore.calls).toEqual([])
  })

  it.each<readonly [string, readonly [unknown, unknown, unknown], ReadonlyArray<string>]>([
    ['an id that is none', ['SN 4711', facts, origin], ['id']],
    ['facts that are no list', [id(1), facts[0], origin], ['facts']],
    ['no id and no facts', [undefined, undefined, origin], ['id', 'facts']],
    ['an empty list', [id(1), [], origin], ['facts']],
    ['no origin', [id(1), facts, undefined], ['source']],
    ['an origin without a name', [id(1), facts, { source: 'old desk' }], ['foreignId']],
    ['a tenant that is none', [id(1), facts, { ...origin, tenant: 'a.b' }], ['tenant']],
    ['a subject that is none', [id(1), facts, { ...origin, subject: '' }], ['subject']],
  ])('is refused for %s, and nothing is recorded', async (_, [of, what, from], fields) => {
    const { troth, appends } = open()
    const answer = await troth.complaint.import(of as never, what as never, from as never)
    expect(answer).toMatchObject({
      ok: false,
      id: of,
      why: { _tag: 'InvalidCommand', problems: fields.map((field) => ({ field })) },
    })
    expect(appends()).toBe(0)
  })

  it('fails as the store does, and is sent again where nobody knows what became of it', async () => {
    const { troth, eventStore, types } = open()
    eventStore.faults.push('silent', 'lost')
    expect(await troth.complaint.import(id(1), facts, origin)).toMatchObject({ ok: true })
    expect(types(stream)).toHaveLength(2)
    eventStore.faults.push({ _tag: 'TooLarge', limit: 1, size: 2 })
    await expect(troth.complaint.import(id(2), facts, origin)).rejects.toMatchObject({
      name: 'CommandFailed',
      failure: { _tag: 'TooLarge', limit: 1, size: 2 },
      commandId: undefined,
    })
  })

  it.each(streamKinds)(
    'of a %s comes in by its door, and no fact of it that is malformed',
    async (kind) => {
      const { troth, eventStore, types } = open()
      const history = factsOf(kind)
      expect(history.length).toBeGreaterThan(2)
      const door = loose(troth, kind)['import']
      expect(await door?.(id(1), history, origin)).toMatchObject({ ok: true, recorded: true })
      expect(types(`${kind}-${id(1)}`)).toHaveLength(history.length)
      const subjects = eventStore
        .events(`${kind}-${id(1)}`)
        .map(({ metadata }) => metadata['subject'])
      if (kind === 'customer' || kind === 'dealings')
        expect(new Set(subjects)).toEqual(new Set([id(1)]))
      for (const field of ['type', 'data'] as const)
        for (const wrong of [undefined, null, 'half \ud83d', 7, [], { at }]) {
          const answer = await door?.(id(2), [{ ...history[0], [field]: wrong }], origin)
          expect(answer?.why?._tag).toBe('InvalidFact')
        }
      expect(types(`${kind}-${id(2)}`)).toEqual([])
    },
  )
})
