import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { expect, it, onTestFinished } from 'vitest'

import {
  eventStoreDB,
  type EventStoreDBStores,
  type Retention,
} from '../../src/eventstoredb/index.js'
import { onBoth } from './on-both.js'
import { event, right } from './written.js'

const revisions = async (
  { eventStore }: EventStoreDBStores,
  stream: string,
): Promise<ReadonlyArray<number> | 'none'> => {
  const read = right(await eventStore.read(stream, { limit: 100 })())
  return O.isNone(read) ? 'none' : read.value.map(({ revision }) => Number(revision))
}

onBoth('a stream’s retention', (connected) => {
  const filled = async (n: number) => {
    const stores = eventStoreDB(await connected())
    onTestFinished(stores.close)
    const stream = `kept-${crypto.randomUUID()}`
    for (let i = 0; i < n; i++)
      right(
        await stores.eventStore.append(stream, i === 0 ? 'noStream' : BigInt(i - 1), [event()])(),
      )
    return { stores, stream }
  }

  it('by count leaves its last events, and those that follow', async () => {
    const { stores, stream } = await filled(5)
    right(await stores.retain(stream, { maxCount: 2 })())
    expect(await revisions(stores, stream)).toEqual([3, 4])
    right(await stores.eventStore.append(stream, 4n, [event()])())
    expect(await revisions(stores, stream)).toEqual([4, 5])
  })

  it('by age leaves what is young enough, if only nothing, and revisions go on', async () => {
    const { stores, stream } = await filled(2)
    right(await stores.retain(stream, { maxAge: 86_400_000 })())
    expect(await revisions(stores, stream)).toEqual([0, 1])
    right(await stores.retain(stream, { maxAge: 1_000 })())
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await revisions(stores, stream)).toEqual([])
    const appended = right(await stores.eventStore.append(stream, 1n, [event()])())
    expect(appended.revision).toBe(2n)
  })

  it('replaces the one before, and leaves a truncation as it is', async () => {
    const { stores, stream } = await filled(5)
    right(await stores.eventStore.truncateBefore(stream, 1n)())
    right(await stores.retain(stream, { maxCount: 1 })())
    expect(await revisions(stores, stream)).toEqual([4])
    right(await stores.retain(stream, { maxAge: 86_400_000 })())
    expect(await revisions(stores, stream)).toEqual([1, 2, 3, 4])
    right(await stores.retain(stream, { maxCount: 3 })())
    right(await stores.retain(stream, {})())
    expect(await revisions(stores, stream)).toEqual([1, 2, 3, 4])
  })

  it('may be set before the stream is there', async () => {
    const { stores, stream } = await filled(0)
    right(await stores.retain(stream, { maxCount: 1 })())
    expect(await revisions(stores, stream)).toBe('none')
    right(await stores.eventStore.append(stream, 'noStream', [event(), event()])())
    expect(await revisions(stores, stream)).toEqual([1])
  })

  it('of a stream that was deleted for ever is refused', async () => {
    const { stores, stream } = await filled(1)
    right(await stores.eventStore.tombstone(stream, 0n)())
    expect(await stores.retain(stream, { maxCount: 1 })()).toEqual(
      E.left({ _tag: 'StreamDeleted', stream }),
    )
  })
})

it('a retention that no server keeps is refused before anything is asked', async () => {
  const stores = eventStoreDB(() => {
    throw new Error('asked')
  })
  const wrong: ReadonlyArray<readonly [Retention, string]> = [
    [{ maxCount: 0 }, 'maxCount'],
    [{ maxCount: 1.5 }, 'maxCount'],
    [{ maxCount: -1 }, 'maxCount'],
    [{ maxAge: 999 }, 'maxAge'],
    [{ maxAge: 1_500 }, 'maxAge'],
    [{ maxAge: 0 }, 'maxAge'],
    [{ maxAge: NaN }, 'maxAge'],
  ]
  for (const [retention, field] of wrong)
    expect(await stores.retain('kept-1', retention)()).toMatchObject({
      left: { _tag: 'InvalidArgument', field },
    })
  expect(await stores.retain('$kept', { maxCount: 1 })()).toMatchObject({
    left: { _tag: 'InvalidArgument', field: 'stream' },
  })
})
