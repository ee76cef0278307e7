/**
 * What the ledger keeps of one promise.
 *
 * @since 0.1.0
 */
import type { Actor, EntryId, Instant, promise } from '@troth/core'

/** That the customer was told of a delay: when, and by when he was told to expect it now. */
export interface Delay {
  readonly explanationId: EntryId
  readonly at: Instant
  readonly expectedAt: Instant
  readonly understood: boolean
}

export interface Row {
  readonly state: promise.PromiseState
  /** Who gave the word. */
  readonly giver?: Actor
  /** Each explanation once, in the order in which they were given. */
  readonly delays: ReadonlyArray<Delay>
}

export const noRow: Row = { state: { _tag: 'NotMade' }, delays: [] }
