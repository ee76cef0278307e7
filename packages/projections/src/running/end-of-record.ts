/** @since 0.1.0 */
import {
  type Cancellation,
  type EventFeed,
  type FeedItem,
  inPassing,
  type Position,
  type Subscription,
} from '@troth/core/store'

/** The last event that a subscription finds on record; undefined, when it was called off or the feed failed. */
export const endOfRecord = async (
  feed: EventFeed,
  subscription: Subscription,
  over: Cancellation,
): Promise<Position | 'nothing' | undefined> => {
  const items: AsyncIterator<FeedItem> = feed.subscribe(subscription)[Symbol.asyncIterator]()
  const end = (): void => {
    inPassing(() => items.return?.())
  }
  over.addEventListener('abort', end)
  try {
    let last: Position | 'nothing' = 'nothing'
    while (!over.aborted) {
      const next = await items.next()
      if (next.done === true || next.value._tag === 'Failed') return undefined
      if (next.value._tag === 'CaughtUp') return last
      if (next.value._tag === 'Event') last = next.value.event.position
    }
    return undefined
  } catch {
    // A feed that throws is none to ask; who waits for it has his timeout.
    return undefined
  } finally {
    over.removeEventListener('abort', end)
    end()
  }
}
