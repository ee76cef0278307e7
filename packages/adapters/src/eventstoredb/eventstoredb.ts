/** @since 0.1.0 */
import type { StoreError, Stores } from '@troth/core/store'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import { defaultMaxAppendSize } from '../shared/arguments.js'
import type { EventStoreDBClient } from './client.js'
import { eventStore } from './event-store.js'
import { feed } from './feed.js'
import { probe } from './probe.js'
import { retain, type Retention } from './remove.js'
import { session } from './session.js'
import { snapshotStore } from './snapshots.js'
import { viewStore } from './view-store.js'

/** What a host may set; an option that makes no sense is the `InvalidArgument` that every call then answers. */
export interface EventStoreDBOptions {
  /** Milliseconds that one call may take, or a read may be silent; 10,000 unless given. */
  readonly timeout?: number
  /**
   * Milliseconds for which reads, truncations and views are asked for again while the server is away: 30,000 unless given.
   * An append is not asked again here: `handle` does, and it knows what it sends.
   */
  readonly patience?: number
  /** The most that one append may hold, in bytes, as the server is configured: 1,048,576 unless given. */
  readonly maxAppendSize?: number
  /** After about how many events passed over a subscription gives a checkpoint; 512 unless given. */
  readonly checkpointEvery?: number
  /** What `connect` connects to. It is read by `probe` alone, since a client does not tell how it was made. */
  readonly connectionString?: string
}

export interface EventStoreDBStores extends Stores {
  /**
   * Asks the server once, to be run where a host opens. `Left`: in one sentence, why it can not be worked with: nobody listens,
   * TLS against a server without or the other way round, an unknown certificate, a wrong password, no right to read `$all`, which
   * the feed needs. `Right`: warnings, each one sentence, about what `connectionString` says.
   */
  readonly probe: TaskEither<StoreError, ReadonlyArray<string>>
  /**
   * Sets for how long, or how many, events of a stream can be read, in place of what was set before; all else that is kept
   * about the stream stays. What it hides is still given by the feed, and can be read again under a wider retention, until
   * the server scavenges. Revisions go on as if it were there. It is not for streams that something is decided on: what was
   * decided would be forgotten.
   */
  readonly retain: (stream: string, retention: Retention) => TaskEither<StoreError, void>
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 1

/**
 * Events, their feed and small views in an EventStoreDB or KurrentDB, through the client that `connect` makes.
 *
 * - `connect` and not a client, because after some failures a client never answers again; another one is made in its place.
 *   One connection serves all. Give `maxDiscoverAttempts=100` to a cluster: the client's own search is shorter than a failover.
 * - The arguments are checked before a call, since what the server or the client would make of wrong ones is worse than a refusal:
 *   a stream name, an event type, an id, a revision, data that JSON does not hold whole, the size.
 * - Reads ask the leader. A view is one event of the stream `trothView-{name}`, `TooLarge` beyond `maxAppendSize`.
 * - A snapshot is one event of the stream `trothSnapshot-{stream}@{foldVersion}`.
 * - There is no `keyStore`: a log does not forget.
 *
 * @since 0.1.0
 */
export const eventStoreDB = (
  connect: () => EventStoreDBClient,
  options: EventStoreDBOptions = {},
): EventStoreDBStores => {
  const counts = {
    timeout: options.timeout ?? 10_000,
    patience: options.patience ?? 30_000,
    maxAppendSize: options.maxAppendSize ?? defaultMaxAppendSize,
    checkpointEvery: options.checkpointEvery ?? 512,
  }
  const wrong = Object.entries(counts).find(([, count]) => !isCount(count))
  const { timeout, patience, maxAppendSize, checkpointEvery } = counts
  const connected = session(
    connect,
    timeout,
    wrong && { _tag: 'Refused', field: wrong[0], reason: 'a whole number from 1' },
  )
  const parts = { session: connected, maxAppendSize, patience }
  return {
    eventStore: eventStore(parts),
    feed: feed({ session: connected, checkpointEvery }),
    viewStore: viewStore(parts),
    snapshotStore: snapshotStore(connected, maxAppendSize),
    probe: probe(connected, options.connectionString),
    retain: retain(connected, patience),
    close: connected.close,
  }
}
