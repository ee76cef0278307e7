/** @since 0.1.0 */
import type { Subscription } from '@troth/core/store'

import type { Follower } from './follower.js'

/** All that is asked of the feed for these views: their categories, and their types where each of them names some. */
export const subscriptionOf = (
  followers: ReadonlyArray<Follower>,
  from: Follower | undefined,
): Subscription => {
  const position = from?.position() ?? 'start'
  const types = followers.map((each) => each.types)
  return {
    categories: [...new Set(followers.flatMap(({ categories }) => categories))],
    ...(types.every((each) => each !== undefined) && { types: [...new Set(types.flat())] }),
    ...(position !== 'start' && { from: position }),
  }
}
