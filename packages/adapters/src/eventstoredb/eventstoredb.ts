/** @since 0.1.0 */
import type { StoreError, Stores } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import { defaultMaxAppendSize } from '../shared/arguments.js'
import type { EventStoreDBClient } from './client.js'
import { checkConnectionString } from './connection-string.js'
import { eventStore } from './event-store.js'
import { type Fault, isDiscovery } from './fault.js'
import { feed } from './feed.js'
import { opening, trouble } from './probe.js'
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
  /**
   * What `connect` connects to: a client does not tell all of how it was made, so that a search for the leader which is
   * shorter than a failover is otherwise seen only when it fails.
   */
  readonly connectionString?: string
  /**
   * Hears, one sentence each and each once, what will be regretted and what the server said when it was first asked.
   * Unless given, `process.emitWarning` does, which prints it and lets a host listen.
   */
  readonly onWarning?: (sentence: string) => void
}

export interface EventStoreDBStores extends Stores {
  /**
   * Asks the server once and answers what it found, for a host that wants to know when it opens; otherwise the first call does so,
   * and `onWarning` hears it. `Left`: in one sentence, why it can not be worked with: nobody listens, TLS against a server without
   * or the other way round, an unknown certificate, a wrong password, no right to read `$all`, which the feed needs. `Right`: what
   * will be regretted, each in one sentence: credentials that `tls=false` drops, a search for the leader that is shorter than a failover.
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

/** Each sentence once. */
const saying = (onWarning: ((sentence: string) => void) | undefined) => {
  const said = new Set<string>()
  return (sentence: string): void => {
    if (said.has(sentence)) return
    said.add(sentence)
    try {
      if (onWarning) onWarning(sentence)
      else process.emitWarning(sentence, 'TrothWarning')
    } catch {
      // Nobody waits here: what a host’s own listener throws would end its process.
    }
  }
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 1

const wrongOption = (
  counts: Readonly<Record<string, number>>,
  connectionString: string | undefined,
): Fault | undefined => {
  for (const [field, count] of Object.entries(counts))
    if (!isCount(count)) return { _tag: 'Refused', field, reason: 'a whole number from 1' }
  const checked = checkConnectionString(connectionString ?? 'esdb://none')
  return E.isLeft(checked) && checked.left._tag === 'InvalidArgument'
    ? { _tag: 'Refused', field: checked.left.field, reason: checked.left.expected }
    : undefined
}

/**
 * Events, their feed and small views in an EventStoreDB or KurrentDB, through the client that `connect` makes.
 *
 * - `connect` and not a client, because after some failures a client never answers again; another one is made in its place.
 *   One connection serves all. Give `maxDiscoverAttempts=100` to a cluster: the client's own search is shorter than a failover.
 * - The first call asks the server besides what `probe` asks. Where address and server do not agree at all (TLS, a certificate)
 *   each call answers `InvalidArgument` at once, until the first answer; whom nobody ever met is waited for 5 seconds at most.
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
  const { timeout, patience, checkpointEvery } = counts
  // With a wrong one nothing is ever sent, and the size is no reason for it.
  const maxAppendSize = isCount(counts.maxAppendSize) ? counts.maxAppendSize : Infinity
  const say = saying(options.onWarning)
  const connected = session(connect, timeout, {
    refusal: wrongOption(counts, options.connectionString),
    onClient: () => {
      begin()
    },
    onPassing: (fault) => {
      if ('reason' in fault && isDiscovery(fault.reason)) say(trouble(fault.reason))
    },
  })
  const { probe, begin } = opening(connected, options.connectionString, say)
  const parts = { session: connected, maxAppendSize, patience }
  return {
    eventStore: eventStore(parts),
    feed: feed({ session: connected, checkpointEvery }),
    viewStore: viewStore(parts),
    snapshotStore: snapshotStore(connected, maxAppendSize),
    probe,
    retain: retain(connected, patience),
    close: connected.close,
  }
}
