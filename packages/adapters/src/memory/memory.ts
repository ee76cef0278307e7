/** @since 0.1.0 */
import type { Instant, StoreError, Stores } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { defaultMaxAppendSize } from '../shared/arguments.js'
import { invalid, unavailable } from '../shared/store-errors.js'
import { type Answer, eventStore } from './event-store.js'
import { feed } from './feed.js'
import { keyStore } from './key-store.js'
import { emptyLog } from './log.js'
import { snapshotStore } from './snapshots.js'
import { viewStore } from './view-store.js'

/** What a host may set; an option that makes no sense is the `InvalidArgument` that every call then answers. */
export interface MemoryOptions {
  /** The clock behind `recordedAt`; the system's, unless given. */
  readonly now?: () => Instant
  /** The most that one append may hold, in bytes: 1,048,576 unless given, as in EventStoreDB. */
  readonly maxAppendSize?: number
  /** After how many events passed over in a row a subscription gives a checkpoint; 100 unless given. */
  readonly checkpointEvery?: number
  /** By how many events a subscriber who had caught up may be behind before he is told; 1,000 unless given. */
  readonly behindBy?: number
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 1

/**
 * An event store, its feed, views, keys and snapshots in this process's memory, empty at first and gone with the process.
 *
 * The meanings are those that EventStoreDB was found to have; JSON is kept as text, so nothing is shared with writers
 * and readers. Where EventStoreDB forgets over a restart, this remembers: an append with `any` or `streamExists`,
 * sent again, is always known. Its feed does not give events that were truncated or deleted.
 * Every call is one step that no other comes between. After `close` every call answers `Unavailable`.
 *
 * @since 0.1.0
 */
export const memory = (options: MemoryOptions = {}): Stores => {
  const counts = {
    maxAppendSize: options.maxAppendSize ?? defaultMaxAppendSize,
    checkpointEvery: options.checkpointEvery ?? 100,
    behindBy: options.behindBy ?? 1_000,
  }
  const wrong = Object.entries(counts).find(([, count]) => !isCount(count))
  let refusal: StoreError | undefined = wrong && invalid(wrong[0], 'a whole number from 1')

  const answer: Answer = (call) => () =>
    new Promise((resolve) => {
      resolve(refusal === undefined ? call() : E.left(refusal))
    })
  const log = emptyLog()
  return {
    eventStore: eventStore({
      log,
      answer,
      now: options.now ?? (() => Date.now() as Instant),
      maxAppendSize: counts.maxAppendSize,
    }),
    feed: feed({ log, refusal: () => refusal, ...counts }),
    viewStore: viewStore(answer),
    keyStore: keyStore(answer),
    snapshotStore: snapshotStore(answer),
    close: () => {
      refusal = unavailable('the store was closed')
      for (const wake of [...log.waiting]) wake()
      return Promise.resolve()
    },
  }
}
