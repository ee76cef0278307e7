import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { text } from './fault-server/log.js'
import type { ReadFault } from './fault-server/server.js'
import { opened } from './support.js'
import { event, note, right, textsOf } from './written.js'

const count = async ({ stores }: Awaited<ReturnType<typeof opened>>) => {
  const seen: bigint[] = []
  const folded = await stores.eventStore.fold('a-1', 0n, 0, (n, { revision }) => {
    seen.push(revision)
    return E.right(n + 1)
  })()
  return { folded, seen }
}

const filled = async (n: number) => {
  const at = await opened()
  for (let i = 0; i < n; i++) at.server.put('a-1', { type: 'Noted' })
  return at
}

describe('a fold sees each event once, over', () => {
  for (const then of ['cut', 'silence', 'notLeader'] as const)
    for (const after of [0, 7, 50])
      it(`${then} behind ${after} of 50 events`, async () => {
        const at = await filled(50)
        const fault: ReadFault = { after, then }
        at.server.onRead.push(fault)
        const { folded, seen } = await count(at)
        expect(right(folded)).toEqual(O.some({ state: 50, last: O.some(49n) }))
        expect(seen).toEqual(Array.from({ length: 50 }, (_, i) => BigInt(i)))
      })

  it('a server that is away for a while', async () => {
    const at = await filled(3)
    at.server.away(true)
    setTimeout(() => {
      at.server.away(false)
    }, 500)
    expect((await count(at)).seen).toEqual([0n, 1n, 2n])
  })
})

describe('a read', () => {
  it('says that nobody answers, when patience is over', async () => {
    const { server, stores } = await opened({ patience: 200 })
    server.away(true)
    const answer = await stores.eventStore.read('a-1', { limit: 1 })()
    expect(answer).toMatchObject({ left: { _tag: 'Unavailable' } })
  })

  it('is over at once when the store is closed', async () => {
    const { server, stores } = await opened({ timeout: 600_000 })
    server.put('a-1', {})
    server.onRead.push({ after: 0, then: 'silence' })
    const answer = stores.eventStore.read('a-1', { limit: 1 })()
    await new Promise((resolve) => setTimeout(resolve, 100))
    await stores.close()
    expect(await answer).toMatchObject({ left: { _tag: 'Unavailable' } })
  })

  it('leaves no call open behind a step that will not go on', async () => {
    const at = await filled(2_000)
    for (let i = 0; i < 20; i++) {
      const stopped = await at.stores.eventStore.fold('a-1', 0n, 0, () => E.left('enough'))()
      expect(stopped).toEqual(E.left('enough'))
    }
    for (let i = 0; i < 100 && at.server.openReads() > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(at.server.openReads()).toBe(0)
  })

  it('gives what others wrote as far as JSON can hold it', async () => {
    const { server, stores } = await opened()
    server.put('a-1', { data: text('{"cut'), metadata: text('{"a":1}') })
    server.put('a-1', {
      data: new Uint8Array([1, 2, 255]),
      contentType: 'application/octet-stream',
    })
    server.put('a-1', { data: text('7'), metadata: text('[1]') })
    server.put('a-1', { metadata: text('not JSON') })
    const read = right(await stores.eventStore.read('a-1', { limit: 9 })())
    expect(O.toNullable(read)?.map(({ data, metadata }) => [data, metadata])).toEqual([
      ['{"cut', { a: 1 }],
      ['AQL/', {}],
      [7, {}],
      [{}, {}],
    ])
  })

  it('passes over links and the store’s own events, and a writer goes on behind them', async () => {
    const { server, stores } = await opened()
    server.put('note-1', { type: 'Noted', data: text('{"text":"first"}') })
    server.put('note-1', { type: '$>' })
    server.put('note-1', { type: '$>' }, true)
    const answer = await note(stores.eventStore)(
      '1',
      { text: 'second' },
      { commandId: crypto.randomUUID() },
    )()
    expect(right(answer)).toMatchObject({ _tag: 'Appended', revision: 3n })
    expect(await textsOf(stores.eventStore, 'note-1')).toEqual(['first', 'second'])
  })
})

describe('a command on a stream', () => {
  const say = async ({ stores }: Awaited<ReturnType<typeof opened>>, said: string) =>
    note(stores.eventStore)('1', { text: said }, { commandId: crypto.randomUUID() })()

  const three = async () => {
    const at = await opened()
    for (const said of ['one', 'two', 'three']) right(await say(at, said))
    return at
  }

  it('with a tombstone is refused', async () => {
    const at = await three()
    right(await at.stores.eventStore.tombstone('note-1', 2n)())
    expect(await say(at, 'four')).toEqual(E.left({ _tag: 'StreamDeleted', stream: 'note-1' }))
  })

  it('with a truncated head goes on', async () => {
    const at = await three()
    right(await at.stores.eventStore.truncateBefore('note-1', 2n)())
    expect(right(await say(at, 'four'))).toMatchObject({ _tag: 'Appended', revision: 3n })
    expect(await textsOf(at.stores.eventStore, 'note-1')).toEqual(['three', 'four'])
  })

  it('that was truncated as a whole goes on where it ended', async () => {
    const at = await three()
    right(await at.stores.eventStore.truncateBefore('note-1', 3n)())
    expect(right(await say(at, 'four'))).toMatchObject({ _tag: 'Appended', revision: 3n })
    expect(await textsOf(at.stores.eventStore, 'note-1')).toEqual(['four'])
  })

  it('that was soft-deleted goes on where it ended', async () => {
    const at = await three()
    right(await at.stores.eventStore.delete('note-1', 'any')())
    expect(right(await say(at, 'four'))).toMatchObject({ _tag: 'Appended', revision: 3n })
    expect(await textsOf(at.stores.eventStore, 'note-1')).toEqual(['four'])
  })
})

it('metadata that others keep with a stream stay when it is truncated', async () => {
  const { server, stores } = await opened()
  server.put('a-1', {})
  server.put('$$a-1', { type: '$metadata', data: text('{"$maxAge":9,"theirs":true}') })
  right(await stores.eventStore.append('a-1', 0n, [event()])())
  right(await stores.eventStore.truncateBefore('a-1', 1n)())
  const last = server.log.line('$$a-1').events.at(-1)
  expect(JSON.parse(new TextDecoder().decode(last?.data))).toEqual({
    $maxAge: 9,
    theirs: true,
    $tb: 1,
  })
})
