/** @since 0.1.0 */
import type { EventFeed, FeedItem, Subscription } from '../store/feed.js'
import { inPassing } from '../store/in-passing.js'

/** What the first item that has an answer says; undefined, where the feed ends before. Then it is left. */
export const firstOf = async <A>(
  feed: EventFeed,
  subscription: Subscription,
  answerOf: (item: FeedItem) => A | undefined,
): Promise<A | undefined> => {
  const items = feed.subscribe(subscription)[Symbol.asyncIterator]()
  // `for await` would wait until it is left, and fail where that does.
  for (let next = await items.next(); next.done !== true; next = await items.next()) {
    const answer = answerOf(next.value)
    if (answer === undefined) continue
    inPassing(() => items.return?.())
    return answer
  }
  return undefined
}
