/**
 * Whether policies have heard all there is, and all that came of it: for tests, demonstrations, and a quiet end.
 *
 * @since 0.1.0
 */
import type { Position } from '../store/event-store.js'
import type { EventFeed } from '../store/feed.js'
import type { Runtime } from '../store/runtime.js'
import { firstOf } from './first-item.js'
import type { Policy } from './policy.js'

/** How far a policy has come; undefined: it has ended, and will hear nothing more. */
export type Heard = (policy: string) => Position | 'start' | undefined

const hasMore = async (
  feed: EventFeed,
  { hears }: Policy,
  from: Position | 'start',
): Promise<boolean> => {
  const subscription = { categories: hears, ...(from === 'start' ? {} : { from }) }
  const more = await firstOf(feed, subscription, ({ _tag }) => {
    if (_tag === 'Event') return true
    return _tag === 'CaughtUp' || _tag === 'Failed' ? false : undefined
  })
  return more === true
}

/** Asks the feed behind each policy until there is nothing there for any of them, and has not been for two rounds. */
export const settled = async (
  policies: ReadonlyArray<Policy>,
  feed: EventFeed,
  { pause }: Pick<Runtime, 'pause'>,
  heard: Heard,
): Promise<void> => {
  for (let quiet = 0; quiet < 2;) {
    quiet++
    for (const policy of policies)
      for (let from = heard(policy.name); from !== undefined; from = heard(policy.name)) {
        if (!(await hasMore(feed, policy, from))) break
        quiet = 0
        await pause(1)()
      }
  }
}
