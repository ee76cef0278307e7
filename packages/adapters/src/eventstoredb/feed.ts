/** @since 0.1.0 */
import type { EventFeed, FeedItem, StoreError, Subscription } from '@troth/core/store'

import { invalid, unavailable } from '../shared/store-errors.js'
import { wanted } from '../shared/wanted.js'
import type { LogPosition, Resolved, ServerFilter } from './client.js'
import { type Fault, isPassing, readError } from './fault.js'
import { backOff, pause } from './persist.js'
import { isSystem, logPositionOf, positionOf, recorded, unknownPosition } from './recorded.js'
import type { Session } from './session.js'
import { type Signal, type Source, source } from './source.js'

export interface FeedParts {
  readonly session: Session
  readonly checkpointEvery: number
}

/** The server passes over 32 events at a time, and counts its checkpoints in those. */
const serverWindow = 32

/**
 * What the server sends: by category where categories are asked for, else by type. It can do one of the two, and what
 * it lets through besides is passed over here.
 */
const filterOf = ({ categories, types }: Subscription, checkpointEvery: number): ServerFilter => {
  const checkpointInterval = Math.max(1, Math.round(checkpointEvery / serverWindow))
  if (categories?.length === 0 || types?.length === 0)
    // No name matches it.
    return { filterOn: 'streamName', checkpointInterval, regex: '(?!)' }
  if (categories !== undefined) {
    const prefixes = categories.map((category) => `${category}-`)
    return { filterOn: 'streamName', checkpointInterval, prefixes }
  }
  return types === undefined
    ? { filterOn: 'eventType', checkpointInterval, regex: '^[^$].*' }
    : { filterOn: 'eventType', checkpointInterval, prefixes: [...types] }
}

/** Where an item stands in the log, whether or not its event is there. */
const placeOf = ({ event, link, commitPosition }: Resolved): LogPosition | undefined =>
  (link ?? event)?.position ??
  (commitPosition === undefined ? undefined : { commit: commitPosition, prepare: commitPosition })

const done: IteratorResult<FeedItem> = { done: true, value: undefined }

/** One subscription of a reader's: as many of the client's, one after another, as it takes. */
const follow = (
  { session, checkpointEvery }: FeedParts,
  subscription: Subscription,
): AsyncIterator<FeedItem> => {
  const isWanted = wanted(subscription)
  const filter = filterOf(subscription, checkpointEvery)
  const leaving = new AbortController()
  const { closing } = session
  const start = subscription.from === undefined ? undefined : logPositionOf(subscription.from)
  let position: LogPosition | 'start' = start ?? 'start'
  let from: Source | undefined
  let isDone = false
  /** Between two subscriptions. */
  let isResting = false
  /** How often there was, perhaps, something new. */
  let wakes = 0
  let isPolling = false
  let failures = 0
  /** Why the one before was dropped; said when the next one stands. */
  let after: StoreError | undefined
  /** How many were passed over since the last item that says where the reader stands. */
  let passed = 0
  let waiting: FeedItem | undefined

  const leave = (): void => {
    if (isDone) return
    isDone = true
    from?.leave()
    leaving.abort()
    closing.removeEventListener('abort', onClose)
    answer()
  }
  const onClose = (): void => {
    leaving.abort()
    answer()
  }
  closing.addEventListener('abort', onClose)

  const last = (error: StoreError): IteratorResult<FeedItem> => {
    leave()
    return { done: false, value: { _tag: 'Failed', error } }
  }

  const checkpoint = (): FeedItem | undefined => {
    passed = 0
    const here = position === 'start' ? unknownPosition : positionOf(position)
    return here === unknownPosition ? undefined : { _tag: 'Checkpoint', position: here }
  }

  const itemOf = (signal: Exclude<Signal, { _tag: 'Dropped' }>): FeedItem | undefined => {
    if (signal._tag !== 'Confirmed') failures = 0
    switch (signal._tag) {
      case 'Item': {
        const { event } = signal.item
        position = placeOf(signal.item) ?? position
        if (
          event !== undefined &&
          !isSystem(event.type, event.streamId) &&
          isWanted(event.streamId, event.type)
        ) {
          passed = 0
          return { _tag: 'Event', event: recorded(event) }
        }
        passed++
        return passed >= checkpointEvery ? checkpoint() : undefined
      }
      case 'Checkpoint':
        position = signal.position
        return checkpoint()
      case 'CaughtUp': {
        // What follows may be long in coming: what was passed over shall not be passed over again.
        const here = passed > 0 ? checkpoint() : undefined
        if (here === undefined) return { _tag: 'CaughtUp' }
        waiting = { _tag: 'CaughtUp' }
        return here
      }
      case 'FellBehind':
        return { _tag: 'FellBehind' }
      case 'Confirmed': {
        if (after === undefined) return undefined
        const resubscribed: FeedItem = { _tag: 'Resubscribed', after }
        after = undefined
        return resubscribed
      }
    }
  }

  const dropped = (fault: Fault): IteratorResult<FeedItem> | undefined => {
    from?.leave()
    from = undefined
    const error = readError(fault, '$all')
    if (!isPassing(fault)) return last(error)
    after ??= error
    failures++
    isResting = true
    void pause(backOff(failures), leaving.signal).then(() => {
      isResting = false
      answer()
    })
    return undefined
  }

  /** What can be answered at once; undefined where there is nothing to answer with. */
  const poll = (): IteratorResult<FeedItem> | undefined => {
    for (;;) {
      if (isDone) return done
      if (closing.aborted) return last(unavailable('the store was closed'))
      if (subscription.from !== undefined && start === undefined)
        return last(invalid('from', 'a position that this store gave'))
      if (waiting !== undefined) {
        const value = waiting
        waiting = undefined
        return { done: false, value }
      }
      if (isResting) return undefined
      const before = wakes
      from ??= source(session, { from: position, filter, wake: answer })
      const signal = from.take()
      if (signal === undefined) {
        if (wakes === before) return undefined
      } else if (signal._tag === 'Dropped') {
        const end = dropped(signal.fault)
        if (end !== undefined) return end
      } else {
        const value = itemOf(signal)
        if (value !== undefined) return { done: false, value }
      }
    }
  }

  const asked: ((result: IteratorResult<FeedItem>) => void)[] = []
  /** Answers whoever waits. To take an item may itself wake: it is then asked again, not within. */
  const answer = (): void => {
    wakes++
    if (isPolling) return
    isPolling = true
    for (let ask = asked[0]; ask !== undefined; ask = asked[0]) {
      const result = poll()
      if (result === undefined) break
      asked.shift()
      ask(result)
    }
    isPolling = false
  }

  return {
    next: () =>
      new Promise((resolve) => {
        asked.push(resolve)
        answer()
      }),
    return: () => {
      leave()
      return Promise.resolve(done)
    },
  }
}

export const feed = (parts: FeedParts): EventFeed => ({
  subscribe: (subscription) => ({ [Symbol.asyncIterator]: () => follow(parts, subscription) }),
})
