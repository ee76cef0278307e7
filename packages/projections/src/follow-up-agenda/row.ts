/**
 * What the agenda keeps of one follow-up.
 *
 * @since 0.1.0
 */
import type { ActorId, EntryId, followUp, Instant } from '@troth/core'

/** A visit or call that was made: by whom, and which planned one it answers; without, it was made of one's own accord. */
export interface Made {
  readonly visitId: EntryId
  readonly at: Instant
  readonly by: ActorId
  readonly reached: boolean
  readonly visit?: followUp.VisitKey
}

export interface Row {
  readonly state: followUp.FollowUpState
  readonly made: ReadonlyArray<Made>
}

export const noRow: Row = { state: { _tag: 'NotOpened' }, made: [] }
