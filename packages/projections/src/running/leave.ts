/** @since 0.1.0 */
import type { FeedItem } from '@troth/core/store'
import { constVoid } from 'fp-ts/lib/function.js'

/** Ends a subscription. One that can not even be left is nobody's trouble any more. */
export const leave = (items: AsyncIterator<FeedItem> | undefined): void => {
  try {
    items?.return?.().catch(constVoid)
  } catch {
    // Whatever it had to give is no longer asked for.
  }
}
