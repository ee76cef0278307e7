/** @since 0.1.0 */
import type { JsonObject, SnapshotStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { snapshotText } from '../shared/snapshots.js'
import type { Answer } from './event-store.js'

export const snapshotStore = (answer: Answer): SnapshotStore => {
  const kept = new Map<string, string>()
  return {
    load: (key) =>
      answer(() =>
        E.right(
          O.map((text: string) => JSON.parse(text) as JsonObject)(O.fromNullable(kept.get(key))),
        ),
      ),
    save: (key, snapshot) =>
      answer(() =>
        E.map((text: string) => {
          kept.set(key, text)
        })(snapshotText(key, snapshot)),
      ),
  }
}
