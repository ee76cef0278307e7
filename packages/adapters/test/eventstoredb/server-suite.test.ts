import type { FeedItem, NewEvent } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { expect, it, onTestFinished } from 'vitest'

import { eventStoreDB, type EventStoreDBOptions } from '../../src/eventstoredb/index.js'
import { onBoth } from './on-both.js'
import { systemRuntime } from '../../src/runtime/index.js'
import { event, note, right, textsOf, upTo } from './written.js'

onBoth('beyond the contract of every store:', (connected) => {
  /** So many hosts of one server. */
  const hosts = async (n: number, options: EventStoreDBOptions = {}) => {
    const connect = await connected()
    const all = Array.from({ length: n }, () => eventStoreDB(connect, options))
    for (const { close } of all) onTestFinished(close)
    return all
  }
  const opened = async (options?: EventStoreDBOptions) => {
    const [stores] = await hosts(1, options)
    if (stores === undefined) throw new Error('no host')
    return stores
  }
  const said = (text: string, commandId: string = crypto.randomUUID()) =>
    [{ text }, { commandId }] as const

  it('one append holds 5,000 small events', async () => {
    const { eventStore } = await opened()
    const stream = `many-${crypto.randomUUID()}`
    const all = Array.from({ length: 5_000 }, (_, i) => event(i))
    const [first = event(), ...more] = all
    expect(right(await eventStore.append(stream, 'noStream', [first, ...more])()).revision).toBe(
      4_999n,
    )
    const counted = eventStore.fold(stream, 0n, 0, (n, { data }) =>
      data === n ? E.right(n + 1) : E.left(data),
    )
    expect(right(await counted())).toEqual(O.some({ state: 5_000, last: O.some(4_999n) }))
  })

  it('what the server finds too large is said with its own limit', async () => {
    const { eventStore } = await opened({ maxAppendSize: 8 * 1_048_576 })
    const stream = `large-${crypto.randomUUID()}`
    const large = event('x'.repeat(1_100_000))
    expect(await eventStore.append(stream, 'noStream', [large])()).toMatchObject({
      left: { _tag: 'TooLarge', limit: 1_048_576 },
    })
    expect(right(await eventStore.read(stream, { limit: 1 })())).toEqual(O.none)
  })

  it('a view of more than fits is too large, and what was kept stays', async () => {
    const { viewStore } = await opened()
    const name = crypto.randomUUID()
    const start = { generation: 0, position: 'start' } as const
    const at = { generation: 0, position: '1/1' as never }
    const put = (row: string) => ({ put: [['a', row] as const], delete: [] })
    right(await viewStore.commit(name, put('small'), start, at.position)())
    const tooMuch = viewStore.commit(name, put('x'.repeat(1_048_576)), at, '2/2' as never)
    expect(await tooMuch()).toMatchObject({ left: { _tag: 'TooLarge', limit: 1_048_576 } })
    expect(right(await viewStore.load(name)())).toEqual(O.some(at))
    expect(right(await viewStore.get(name, 'a')())).toEqual(O.some('small'))
  })

  it('a command is on record once, whoever sends it again and when', async () => {
    const [first, ...others] = (await hosts(3)).map(({ eventStore }) => eventStore)
    if (first === undefined) return
    const id = crypto.randomUUID()
    const [what, context] = said('once')
    expect(right(await note(first)(id, what, context)())._tag).toBe('Appended')
    right(await note(first)(id, ...said('then'))())
    for (const eventStore of [first, ...others])
      expect(right(await note(eventStore)(id, what, context)())).toEqual({
        _tag: 'AlreadyDone',
        revision: 0n,
      })
    expect(await textsOf(first, `note-${id}`)).toEqual(['once', 'then'])
  })

  it('a command sent by two at once is on record once', async () => {
    const two = await hosts(2)
    const id = crypto.randomUUID()
    const [what, context] = said('once')
    const answers = await Promise.all(
      [...two, ...two].map(({ eventStore }) => note(eventStore)(id, what, context)()),
    )
    for (const answer of answers) right(answer)
    for (const { eventStore } of two)
      expect(await textsOf(eventStore, `note-${id}`)).toEqual(['once'])
  })

  it('writers who meet decide again on what is new, and one who may not any more is told', async () => {
    const { eventStore } = await opened()
    const id = crypto.randomUUID()
    const writers = Array.from({ length: 20 }, (_, i) => note(eventStore)(id, ...said(`${i}`))())
    for (const answer of await Promise.all(writers)) expect(right(answer)._tag).toBe('Appended')
    expect(new Set(await textsOf(eventStore, `note-${id}`)).size).toBe(20)

    // Without a cache, and somebody else is always first.
    const contended = note(
      {
        ...eventStore,
        append: (stream, expected, events) => async () => {
          right(await eventStore.append(stream, 'any', [event({ text: 'first' }, 'Noted')])())
          return eventStore.append(stream, expected, events)()
        },
      },
      { attempts: 3 },
    )
    expect(await contended(id, ...said('late'))()).toEqual(
      E.left({ _tag: 'Contended', attempts: 3 }),
    )
  })

  it('the correlation and the cause of a command are on record under the server’s own names', async () => {
    const { eventStore } = await opened()
    const id = crypto.randomUUID()
    const [correlationId, causationId] = [crypto.randomUUID(), crypto.randomUUID()]
    const [what, context] = said('because')
    right(await note(eventStore)(id, what, { ...context, correlationId, causationId })())
    const read = right(await eventStore.read(`note-${id}`, { limit: 1 })())
    expect(O.toNullable(read)?.[0]?.metadata).toMatchObject({
      $correlationId: correlationId,
      $causationId: causationId,
      commandId: context.commandId,
    })
  })

  it('a stream that ends at the last event of its own truncation takes the next command', async () => {
    const { eventStore } = await opened()
    const id = crypto.randomUUID()
    for (const text of ['one', 'two']) right(await note(eventStore)(id, ...said(text))())
    right(await eventStore.truncateBefore(`note-${id}`, 2n)())
    expect(right(await note(eventStore)(id, ...said('three'))())).toMatchObject({ revision: 2n })
  })

  it('a position of another store ends the subscription with what is wrong', async () => {
    const { feed } = await opened()
    for (const from of ['', '7', '1/2/3', 'a/b', '-1/-1', '1.5/2', '9'.repeat(30), 'unknown']) {
      const items: FeedItem[] = []
      for await (const item of feed.subscribe({ from: from as never })) items.push(item)
      expect(items, from).toMatchObject([
        { _tag: 'Failed', error: { _tag: 'InvalidArgument', field: 'from' } },
      ])
    }
  })

  it('two iterators of one subscription are each given all of it', async () => {
    const { eventStore, feed } = await opened()
    const category = `pair${crypto.randomUUID().replaceAll('-', '')}`
    const sent: NewEvent[] = []
    for (let i = 0; i < 10; i++) {
      const one = event(i)
      right(await eventStore.append(`${category}-1`, 'any', [one])())
      sent.push(one)
    }
    const subscription = feed.subscribe({ categories: [category] })
    const follow = () =>
      upTo(subscription[Symbol.asyncIterator](), ({ _tag }) => _tag === 'CaughtUp')
    for (const items of await Promise.all([follow(), follow()]))
      expect(items.flatMap((item) => (item._tag === 'Event' ? [item.event.data] : []))).toEqual(
        sent.map(({ data }) => data),
      )
  })

  it('two who ask one iterator at once are answered in their order, and all who wait when it is left', async () => {
    const { eventStore, feed } = await opened()
    const category = `asks${crypto.randomUUID().replaceAll('-', '')}`
    const begun = right(await eventStore.append(`${category}-1`, 'noStream', [event()])())
    right(await eventStore.append(`${category}-1`, 0n, [event(0), event(1)])())
    // From where it is known no checkpoint comes between.
    const from = O.toUndefined(begun.position)
    const subscription = feed.subscribe({ ...(from && { from }), categories: [category] })
    const items = subscription[Symbol.asyncIterator]()
    const asked = await Promise.all([items.next(), items.next()])
    expect(asked.map(({ value }) => (value as FeedItem & { _tag: 'Event' }).event.data)).toEqual([
      0, 1,
    ])
    const rest = [items.next(), items.next(), items.next()]
    await systemRuntime.pause(100)()
    await items.return?.()
    expect((await Promise.all(rest)).at(-1)?.done).toBe(true)
    expect((await items.next()).done).toBe(true)
  })

  it('a subscription by type does not give what merely begins like it, nor what is the server’s own', async () => {
    const { eventStore, feed } = await opened()
    const stream = `types-${crypto.randomUUID()}`
    const type = `T${crypto.randomUUID()}`
    right(await eventStore.append(stream, 'noStream', [event(0, type), event(1, `${type}x`)])())
    right(await eventStore.truncateBefore(stream, 0n)())
    right(await eventStore.append(stream, 1n, [event(2, type)])())
    const items = await upTo(
      feed.subscribe({ types: [type] })[Symbol.asyncIterator](),
      ({ _tag }) => _tag === 'CaughtUp',
    )
    expect(items.flatMap((i) => (i._tag === 'Event' ? [i.event.data] : []))).toEqual([0, 2])
  })
})
