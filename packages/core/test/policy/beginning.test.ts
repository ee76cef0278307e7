import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { beginning } from '../../src/policy/beginning.js'
import type { Start } from '../../src/policy/running.js'
import type { Instant } from '../../src/shared/instant.js'
import type { Position, StoreError } from '../../src/store/event-store.js'
import type { FeedItem } from '../../src/store/feed.js'
import { place, tinyFeed, tinyViews, type TinyFeed, type TinyViews } from '../support/tiny-run.js'

const now = 1_000 as Instant
const name = 'policy.greet.start'
const away: StoreError = { _tag: 'Unavailable', reason: 'away' }

const setUp = () => ({ feed: tinyFeed(), viewStore: tinyViews() })
const record = (feed: TinyFeed, recordedAt = 0, stream = 'promise-1') =>
  feed.record(stream, 'PromiseKept', {}, {}, recordedAt)

const begin = async (
  on: { readonly feed: TinyFeed; readonly viewStore: TinyViews },
  start: Start,
  at: Instant = now,
) => {
  const begun = await beginning(on, 'greet', ['promise'], start, at)
  if (E.isLeft(begun)) throw new Error(begun.left._tag)
  return begun.right
}

describe('a policy', () => {
  it('may begin at the beginning: every fact counts', async () => {
    const on = setUp()
    const { counts } = await begin(on, 'start')
    expect(counts(record(on.feed))).toBe(true)
    expect(on.viewStore.rows(name)).toEqual({ began: { since: null, from: null, live: true } })
  })

  it('may begin now: what was recorded before does not count, and everything after', async () => {
    const on = setUp()
    const { counts } = await begin(on, 'now')
    expect(on.viewStore.rows(name)).toEqual({ began: { since: 1_000, from: null, live: false } })
    expect(counts(record(on.feed, 999))).toBe(false)
    expect(counts(record(on.feed, 1_000))).toBe(true)
    // Clocks of several writers are not in step: the record's order is what counts.
    expect(counts(record(on.feed, 999))).toBe(true)
  })

  it('may begin now: whatever is recorded once it was heard to the end counts', async () => {
    const on = setUp()
    const { counts, caughtUp } = await begin(on, 'now')
    caughtUp()
    expect(counts(record(on.feed, 999))).toBe(true)
  })

  it('may begin behind a place: the first fact after it counts, and all that follow', async () => {
    const on = setUp()
    const [first, , third] = [record(on.feed), record(on.feed, 0, 'fault-1'), record(on.feed)]
    const { counts } = await begin(on, place(1))
    expect(on.viewStore.rows(name)).toEqual({
      began: { since: null, from: third.position, live: false },
    })
    expect(on.feed.subscriptions).toEqual([{ from: place(1), categories: ['promise'] }])
    expect(on.feed.left()).toBe(1)
    expect(counts(first)).toBe(false)
    expect(counts(third)).toBe(true)
    expect(counts(record(on.feed))).toBe(true)
  })

  it('may begin behind the last place: what comes next counts', async () => {
    const on = setUp()
    const first = record(on.feed)
    const { counts, caughtUp } = await begin(on, place(1))
    expect(on.viewStore.rows(name)).toEqual({ began: { since: null, from: null, live: false } })
    expect(counts(first)).toBe(false)
    caughtUp()
    expect(counts(record(on.feed))).toBe(true)
  })

  it('begins nowhere where the feed knows no such place', async () => {
    const on = setUp()
    const items = async function* (): AsyncGenerator<FeedItem> {
      await Promise.resolve()
      yield { _tag: 'Checkpoint', position: place(1) }
      yield { _tag: 'Failed', error: away }
    }
    const feed = { subscribe: items }
    expect(await beginning({ ...on, feed }, 'greet', [], 'nowhere' as Position, now)).toEqual(
      E.left(away),
    )
  })

  it('begins with what comes next where the feed ends without a word', async () => {
    const on = setUp()
    const items = async function* (): AsyncGenerator<FeedItem> {
      await Promise.resolve()
      yield { _tag: 'Checkpoint', position: place(1) }
    }
    const begun = await beginning({ ...on, feed: { subscribe: items } }, 'greet', [], place(1), now)
    expect(E.isRight(begun) && begun.right.counts(record(on.feed))).toBe(false)
  })
})

describe('where it began is on record', () => {
  it('so that it begins there again, whatever is asked for', async () => {
    const on = setUp()
    await begin(on, 'now')
    const { counts } = await begin(on, 'start', 5_000 as Instant)
    expect(counts(record(on.feed, 999))).toBe(false)
    expect(counts(record(on.feed, 1_000))).toBe(true)
  })

  it('and that it has begun, once that was saved', async () => {
    const on = setUp()
    const { counts, save } = await begin(on, 'now')
    counts(record(on.feed, 1_000))
    expect(await save()).toEqual(E.right(undefined))
    expect(on.viewStore.rows(name)).toEqual({ began: { since: 1_000, from: null, live: true } })
    const again = await begin(on, 'now', 9_000 as Instant)
    expect(again.counts(record(on.feed, 999))).toBe(true)
  })

  it('saved once, and again only when something has become of it', async () => {
    const on = setUp()
    const first = await begin(on, 'now')
    await first.save()
    expect(on.viewStore.commits).toEqual([`${name} v1`])
    first.caughtUp()
    await first.save()
    first.caughtUp()
    await first.save()
    expect(on.viewStore.commits).toEqual([`${name} v1`, `${name} v2`])
    const second = await begin(on, 'now')
    await second.save()
    expect(on.viewStore.commits).toHaveLength(2)
  })

  it('even where it is saved by somebody else at the same time', async () => {
    const on = setUp()
    const first = await begin(on, 'now')
    const second = await begin(on, 'now')
    first.caughtUp()
    second.caughtUp()
    expect(await first.save()).toEqual(E.right(undefined))
    expect(await second.save()).toEqual(E.right(undefined))
    expect(on.viewStore.commits).toEqual([`${name} v1`, `${name} v2`])
  })

  it('a later version is counted on from the one there is', async () => {
    const on = setUp()
    await begin(on, 'now')
    const second = await begin(on, 'now')
    second.caughtUp()
    await second.save()
    expect(on.viewStore.commits).toEqual([`${name} v1`, `${name} v2`])
  })

  it('or it has not begun: what the store fails to do is told', async () => {
    const on = setUp()
    on.viewStore.faults.push(away)
    expect(await beginning(on, 'greet', ['promise'], 'now', now)).toEqual(E.left(away))
    for (const half of ['load', 'get'] as const) {
      const viewStore = { ...on.viewStore, [half]: () => () => Promise.resolve(E.left(away)) }
      expect(await beginning({ ...on, viewStore }, 'greet', ['promise'], 'now', now)).toEqual(
        E.left(away),
      )
    }
  })

  it('what could not be saved is saved the next time', async () => {
    const on = setUp()
    const { caughtUp, save } = await begin(on, 'now')
    caughtUp()
    on.viewStore.faults.push(away)
    expect(await save()).toEqual(E.left(away))
    expect(await save()).toEqual(E.right(undefined))
    expect(on.viewStore.rows(name)).toEqual({ began: { since: 1_000, from: null, live: true } })
  })

  it('a row that says nothing of it is none', async () => {
    const on = setUp()
    await begin(on, 'now')
    on.viewStore.put(name, 'began', { since: 3 })
    const { counts } = await begin(on, 'start')
    expect(counts(record(on.feed))).toBe(true)
  })
})
