/** @since 0.1.0 */
import { type FeedItem, inPassing } from '@troth/core/store'

/** Ends a subscription. One that can not even be left is nobody's trouble any more. */
export const leave = (items: AsyncIterator<FeedItem> | undefined): void => {
  inPassing(() => items?.return?.())
}
