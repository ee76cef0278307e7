import type { Instant, NewEvent, StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { describe, expect, it } from 'vitest'

import { memory, type MemoryOptions } from '../../src/memory/index.js'

const event = (data: NewEvent['data'] = null): NewEvent => ({
  id: crypto.randomUUID(),
  type: 'Noted',
  data,
  metadata: {},
})

const right = async <A>(task: TaskEither<StoreError, A>): Promise<A> => {
  const answer = await task()
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}

describe('memory', () => {
  it('dates events by the clock that it is given, one instant an append', async () => {
    let now = 1_000
    const { eventStore } = memory({ now: () => (now += 1) as Instant })
    await right(eventStore.append('a-1', 'noStream', [event(), event()]))
    await right(eventStore.append('a-1', 1n, [event()]))
    const read = O.toUndefined(await right(eventStore.read('a-1', { limit: 9 })))
    expect(read?.map(({ recordedAt }) => recordedAt)).toEqual([1_001, 1_001, 1_002])
  })

  it('dates events by the system’s clock, unless it is given another', async () => {
    const { eventStore } = memory()
    const before = Date.now()
    await right(eventStore.append('a-1', 'noStream', [event()]))
    const read = O.toUndefined(await right(eventStore.read('a-1', { limit: 1 })))
    expect(read?.[0]?.recordedAt).toBeGreaterThanOrEqual(before)
    expect(read?.[0]?.recordedAt).toBeLessThanOrEqual(Date.now())
  })

  it('writes nothing when its clock fails', async () => {
    const { eventStore } = memory({
      now: () => {
        throw new Error('no clock')
      },
    })
    await expect(eventStore.append('a-1', 'noStream', [event()])()).rejects.toThrow('no clock')
    expect(await right(eventStore.read('a-1', { limit: 1 }))).toEqual(O.none)
  })

  it('remembers an append with any for as long as it lives', async () => {
    const { eventStore } = memory()
    const sent = [event(), event()] as const
    await right(eventStore.append('a-1', 'any', sent))
    for (let i = 0; i < 5_000; i++) await right(eventStore.append('a-1', 'any', [event()]))
    expect(await right(eventStore.append('a-1', 'any', sent))).toMatchObject({ revision: 1n })
  })

  it('refuses known ids in another order, whatever the writer expects', async () => {
    const { eventStore } = memory()
    const [a, b, c] = [event(), event(), event()]
    await right(eventStore.append('a-1', 'noStream', [a, b, c]))
    for (const expected of ['noStream', 'any', 'streamExists'] as const)
      for (const ids of [[b, a] as const, [a, c] as const, [c, b, a] as const])
        expect(await eventStore.append('a-1', expected, ids)()).toEqual(
          E.left({ _tag: 'Conflict', expected, actual: 2n }),
        )
  })

  it('knows an append again where its ids were written first', async () => {
    const { eventStore } = memory()
    const one = event()
    await right(eventStore.append('a-1', 'noStream', [one]))
    await right(eventStore.append('a-1', 0n, [one]))
    expect(await right(eventStore.append('a-1', 'any', [one]))).toMatchObject({ revision: 0n })
  })

  it('keeps nothing of a stream that an append was refused', async () => {
    const { eventStore } = memory()
    await eventStore.append('a-1', 'streamExists', [event()])()
    await eventStore.delete('a-1', 'any')()
    expect(await right(eventStore.append('a-1', 'noStream', [event()]))).toMatchObject({
      revision: 0n,
    })
  })

  it('gives an event the same position wherever it is met', async () => {
    const { eventStore, feed } = memory()
    await right(eventStore.append('a-1', 'noStream', [event()]))
    const { position } = await right(eventStore.append('b-1', 'noStream', [event(), event()]))
    const read = O.toUndefined(await right(eventStore.read('b-1', { from: 1n, limit: 1 })))
    expect(position).toEqual(O.some(read?.[0]?.position))
    for await (const item of feed.subscribe({ categories: ['b'] }))
      if (item._tag === 'Event' && item.event.revision === 1n) {
        expect(item.event).toEqual(read?.[0])
        break
      }
  })

  it('reads backwards from past the end as from the end', async () => {
    const { eventStore } = memory()
    await right(eventStore.append('a-1', 'noStream', [event(0), event(1)]))
    const options = { from: 99n, limit: 1, direction: 'backwards' } as const
    const read = O.toUndefined(await right(eventStore.read('a-1', options)))
    expect(read?.map(({ data }) => data)).toEqual([1])
  })

  it('does not end a read or a fold early for a step that appends', async () => {
    const { eventStore } = memory()
    await right(eventStore.append('a-1', 'noStream', [event(), event()]))
    const writes: Promise<unknown>[] = []
    const fold = eventStore.fold('a-1', 0n, 0, (n) => {
      writes.push(eventStore.append('a-1', 'any', [event()])())
      return E.right(n + 1)
    })
    expect(await right(fold)).toEqual(O.some({ state: 2, last: O.some(1n) }))
    await Promise.all(writes)
    expect(await right(eventStore.fold('a-1', 0n, 0, (n) => E.right(n + 1)))).toEqual(
      O.some({ state: 4, last: O.some(3n) }),
    )
  })

  it('never gives back what was truncated', async () => {
    const { eventStore } = memory()
    await right(eventStore.append('a-1', 'noStream', [event(0), event(1), event(2)]))
    await right(eventStore.truncateBefore('a-1', 2n))
    await right(eventStore.truncateBefore('a-1', 1n))
    const read = O.toUndefined(await right(eventStore.read('a-1', { limit: 9 })))
    expect(read?.map(({ data }) => data)).toEqual([2])
  })

  it('keeps a truncation ahead of the events that it is for', async () => {
    const { eventStore } = memory()
    await right(eventStore.truncateBefore('a-1', 1n))
    expect(await right(eventStore.read('a-1', { limit: 9 }))).toEqual(O.none)
    await right(eventStore.append('a-1', 'streamExists', [event(0), event(1)]))
    const read = O.toUndefined(await right(eventStore.read('a-1', { limit: 9 })))
    expect(read?.map(({ data }) => data)).toEqual([1])
  })

  it('makes a soft-deleted stream stand again, empty, when it is truncated', async () => {
    const { eventStore } = memory()
    await right(eventStore.append('a-1', 'noStream', [event(), event()]))
    await right(eventStore.delete('a-1', 1n))
    await right(eventStore.truncateBefore('a-1', 1n))
    expect(await right(eventStore.read('a-1', { limit: 9 }))).toEqual(O.some([]))
  })

  it('deletes a soft-deleted stream again, but not as one that exists', async () => {
    const { eventStore } = memory()
    await right(eventStore.append('a-1', 'noStream', [event()]))
    for (const expected of ['any', 0n, 'any', 'noStream'] as const)
      await right(eventStore.delete('a-1', expected))
    expect(await eventStore.delete('a-1', 'streamExists')()).toEqual(
      E.left({ _tag: 'StreamDeleted', stream: 'a-1' }),
    )
  })

  it('sets a tombstone where nothing ever stood', async () => {
    const { eventStore } = memory()
    await right(eventStore.tombstone('a-1', 'any'))
    expect(await eventStore.append('a-1', 'any', [event()])()).toEqual(
      E.left({ _tag: 'StreamDeleted', stream: 'a-1' }),
    )
  })

  it('counts data, metadata and type against the limit that it is given', async () => {
    const { eventStore } = memory({ maxAppendSize: 40 })
    // "Noted" twice over is 10 bytes, {} is 2, and two quotes stand around the text.
    const sized = (text: string) => eventStore.append('a-1', 'any', [event(text)])()
    expect(E.isRight(await sized('x'.repeat(26)))).toBe(true)
    expect(await sized('x'.repeat(27))).toEqual(E.left({ _tag: 'TooLarge', limit: 40, size: 41 }))
    expect(E.isRight(await sized('é'.repeat(13)))).toBe(true)
    expect(await sized('é'.repeat(14))).toEqual(E.left({ _tag: 'TooLarge', limit: 40, size: 42 }))
    const metadata = { a: 'x'.repeat(22) }
    const withMetadata = eventStore.append('a-1', 'any', [{ ...event(1), metadata }])
    expect(await withMetadata()).toEqual(E.left({ _tag: 'TooLarge', limit: 40, size: 41 }))
  })

  it.each([
    [{ maxAppendSize: 0 }, 'maxAppendSize'],
    [{ maxAppendSize: 1.5 }, 'maxAppendSize'],
    [{ checkpointEvery: 0 }, 'checkpointEvery'],
    [{ checkpointEvery: Number.NaN }, 'checkpointEvery'],
    [{ behindBy: -1 }, 'behindBy'],
  ] satisfies ReadonlyArray<readonly [MemoryOptions, string]>)(
    'answers every call with what is wrong about the options %o',
    async (options, field) => {
      const { eventStore, viewStore, feed } = memory(options)
      const expected = { _tag: 'InvalidArgument', field, expected: 'a whole number from 1' }
      expect(await eventStore.append('a-1', 'any', [event()])()).toEqual(E.left(expected))
      expect(await viewStore.load('view')()).toEqual(E.left(expected))
      const items = feed.subscribe({})[Symbol.asyncIterator]()
      expect(await items.next()).toEqual({
        done: false,
        value: { _tag: 'Failed', error: expected },
      })
      expect((await items.next()).done).toBe(true)
    },
  )

  it('is open again for whoever makes another', async () => {
    const first = memory()
    await right(first.eventStore.append('a-1', 'noStream', [event()]))
    await first.close()
    const second = memory()
    expect(await right(second.eventStore.read('a-1', { limit: 1 }))).toEqual(O.none)
  })

  it('refuses a direction that is none', async () => {
    const { eventStore } = memory()
    const read = eventStore.read('a-1', { limit: 1, direction: 'sideways' as 'forwards' })
    expect(await read()).toMatchObject(E.left({ _tag: 'InvalidArgument', field: 'direction' }))
  })

  it('refuses a commit of a view that no view could be saved at', async () => {
    const { viewStore } = memory()
    const none = { put: [], delete: [] }
    const commit = (generation: number, position: string) =>
      viewStore.commit('v', none, { generation, position: 'start' }, position as never)()
    for (const generation of [-1, 0.5, Number.NaN])
      expect(await commit(generation, '1')).toMatchObject(E.left({ field: 'generation' }))
    for (const position of ['', 'start', undefined as unknown as string])
      expect(await commit(0, position)).toMatchObject(E.left({ field: 'position' }))
  })
})
