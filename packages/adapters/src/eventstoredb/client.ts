/**
 * What is used of a client: the part in which `@eventstore/db-client` 6.2 and `@kurrent/kurrentdb-client` 1.3 agree.
 *
 * Neither is imported, not even its types: a host has one of the two, and both can not be loaded in one process.
 *
 * @since 0.1.0
 */

/** Where an event stands in the transaction log. */
export interface LogPosition {
  readonly commit: bigint
  readonly prepare: bigint
}

/** An event to be appended; the client makes JSON of both parts. */
export interface ClientEvent {
  id: string
  contentType: 'application/json'
  type: string
  data: Record<string, unknown>
  metadata: Record<string, unknown>
}

/** What the clients give for an event. */
export interface ClientRecord {
  readonly streamId: string
  readonly id: string
  readonly revision: bigint
  readonly type: string
  readonly data: unknown
  readonly metadata?: unknown
  readonly created: Date
  readonly position?: LogPosition | undefined
}

/** One item of a read; without `event`, a link to an event that is gone. */
export interface Resolved {
  readonly event?: ClientRecord | undefined
  readonly link?: ClientRecord | undefined
  readonly commitPosition?: bigint | undefined
  readonly retryCount?: number
}

export type ClientRevision = 'any' | 'no_stream' | 'stream_exists' | bigint

/** The two names of one option: a client ignores the other's name silently, so both are given. */
export interface Expecting {
  expectedRevision: ClientRevision
  streamState: ClientRevision
  deadline: number
}

/** A Node stream in object mode, as far as it is used: pulled, never pushed. */
export interface ItemStream {
  read(): unknown
  readonly readableLength: number
  on(event: string, listener: (...args: unknown[]) => void): unknown
  removeAllListeners(event: string): unknown
  resume(): unknown
}

export interface ReadStream extends ItemStream {
  cancel(): Promise<void>
}

export interface SubscriptionStream extends ItemStream {
  unsubscribe(): Promise<void>
}

export interface PersistentStream extends SubscriptionStream {
  ack(...events: Resolved[]): Promise<void>
  nack(
    action: 'park' | 'retry' | 'skip' | 'stop',
    reason: string,
    ...events: Resolved[]
  ): Promise<void>
}

/** A filter of the server's: by stream names or by event types, never both. */
export type ServerFilter = {
  filterOn: 'streamName' | 'eventType'
  checkpointInterval: number
} & ({ prefixes: string[] } | { regex: string })

export type ClientFilter = ServerFilter & {
  checkpointReached: (subscription: unknown, position: LogPosition) => void
}

/** What the server keeps of a persistent subscription's group; times in milliseconds. */
export interface GroupSettings {
  startFrom: bigint | 'start' | 'end'
  resolveLinkTos: boolean
  extraStatistics: boolean
  messageTimeout: number
  maxRetryCount: number
  checkPointAfter: number
  checkPointLowerBound: number
  checkPointUpperBound: number
  maxSubscriberCount: 'unbounded' | number
  liveBufferSize: number
  readBatchSize: number
  historyBufferSize: number
  consumerStrategyName: string
}

/** A client of either package, as `connect` makes it. */
export interface EventStoreDBClient {
  appendToStream(
    stream: string,
    events: ClientEvent[],
    options: Expecting & { batchAppendSize?: number },
  ): Promise<{
    readonly nextExpectedRevision: bigint
    readonly position?: LogPosition | undefined
  }>
  /** The older client gives a Node stream, the newer one an async iterator. */
  readStream(
    stream: string,
    options: {
      direction: 'forwards' | 'backwards'
      fromRevision: bigint | 'start' | 'end'
      maxCount: number
      requiresLeader: boolean
    },
  ): unknown
  deleteStream(
    stream: string,
    options: { expectedRevision: 'any' | 'no_stream' | bigint; deadline: number },
  ): Promise<unknown>
  tombstoneStream(
    stream: string,
    options: { expectedRevision: 'any' | 'no_stream' | bigint; deadline: number },
  ): Promise<unknown>
  subscribeToAll(options: {
    fromPosition: LogPosition | 'start'
    filter: ClientFilter
  }): SubscriptionStream
  createPersistentSubscriptionToStream(
    stream: string,
    group: string,
    settings: GroupSettings,
    options: { deadline: number },
  ): Promise<void>
  deletePersistentSubscriptionToStream(
    stream: string,
    group: string,
    options: { deadline: number },
  ): Promise<void>
  replayParkedMessagesToStream(
    stream: string,
    group: string,
    options: { deadline: number },
  ): Promise<void>
  subscribeToPersistentSubscriptionToStream(
    stream: string,
    group: string,
    options: { bufferSize: number },
  ): PersistentStream
  dispose(): Promise<void>
}
