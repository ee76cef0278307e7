/** @since 0.1.0 */
import type { EventFeed, FeedItem, Position, StoreError, Subscription } from '@troth/core/store'

import { invalid } from '../shared/store-errors.js'
import { wanted } from '../shared/wanted.js'
import { type Entry, isReadable, type Log, placeOf, positionOf, recorded } from './log.js'

export interface FeedParts {
  readonly log: Log
  /** Why nothing is answered any more; `undefined` while the store is open. */
  readonly refusal: () => StoreError | undefined
  readonly checkpointEvery: number
  readonly behindBy: number
}

const startOf = (log: Log, from: Position | undefined): number | undefined => {
  if (from === undefined) return 0
  const place = placeOf(log, from)
  return place === undefined ? undefined : place + 1
}

/** Gives the items one by one, as they are asked for; `undefined` while there is none to give. */
const pull = (
  { log, refusal, checkpointEvery, behindBy }: FeedParts,
  subscription: Subscription,
): (() => FeedItem | undefined) => {
  const isWanted = wanted(subscription)
  let next = startOf(log, subscription.from)
  let live = false
  /** How many were passed over since the last item that says where the reader stands. */
  let passed = 0
  const checkpoint = (entry: Entry): FeedItem => {
    passed = 0
    return { _tag: 'Checkpoint', position: positionOf(entry) }
  }
  return () => {
    const closed = refusal()
    if (closed !== undefined) return { _tag: 'Failed', error: closed }
    if (next === undefined)
      return { _tag: 'Failed', error: invalid('from', 'a position that this store gave') }
    if (live && log.entries.length - next > behindBy) {
      live = false
      return { _tag: 'FellBehind' }
    }
    for (let entry = log.entries[next]; entry !== undefined; entry = log.entries[next]) {
      next++
      if (isWanted(entry.stream.name, entry.type) && isReadable(entry)) {
        passed = 0
        return { _tag: 'Event', event: recorded(entry) }
      }
      passed++
      // The last before the end counts too, while catching up: what follows may be long in coming.
      if (passed >= checkpointEvery || (!live && next === log.entries.length))
        return checkpoint(entry)
    }
    if (live) return undefined
    live = true
    return { _tag: 'CaughtUp' }
  }
}

const done: IteratorResult<FeedItem> = { done: true, value: undefined }

/**
 * One subscription. No generator: one that is left while it waits would go on waiting.
 * Whoever waits stands in `log.waiting`, and nobody else does.
 */
const follow = (parts: FeedParts, subscription: Subscription): AsyncIterator<FeedItem> => {
  const { waiting } = parts.log
  const take = pull(parts, subscription)
  const asked: ((result: IteratorResult<FeedItem>) => void)[] = []
  let ended = false

  const answer = (): IteratorResult<FeedItem> | undefined => {
    if (ended) return done
    const item = take()
    ended = item?._tag === 'Failed'
    return item && { done: false, value: item }
  }
  const serve = (): void => {
    for (let ask = asked[0]; ask !== undefined; ask = asked[0]) {
      const result = answer()
      if (result === undefined) {
        waiting.add(serve)
        return
      }
      asked.shift()
      ask(result)
    }
    waiting.delete(serve)
  }
  return {
    next: () =>
      new Promise((resolve) => {
        asked.push(resolve)
        serve()
      }),
    return: () => {
      ended = true
      serve()
      return Promise.resolve(done)
    },
  }
}

export const feed = (parts: FeedParts): EventFeed => ({
  subscribe: (subscription) => ({ [Symbol.asyncIterator]: () => follow(parts, subscription) }),
})
