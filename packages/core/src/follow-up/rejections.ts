/**
 * Why a follow-up's command was refused: states of affairs, with the facts a person needs.
 *
 * @since 0.1.0
 */
import type { EntryId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import type { OutOfTime } from '../shared/written-later.js'
import type { InvalidTime } from '../time/invalid-time.js'
import type { FollowUpKind, VisitEnd } from './lists.js'
import type { VisitKey } from './visit-key.js'

/** Why not. A value to switch on; never thrown. */
export type FollowUpRejection =
  | { readonly _tag: 'NotOpened' | 'AlreadyOpened' }
  | {
      readonly _tag: 'AlreadyClosed'
      readonly how: VisitEnd | 'closed'
      readonly closedAt: Instant
    }
  | OutOfTime
  | {
      readonly _tag: 'WrongKind'
      readonly kind: FollowUpKind
      readonly expected: ReadonlyArray<FollowUpKind>
    }
  /** A call back was promised, and nobody said by when. */
  | { readonly _tag: 'DueMissing' }
  | { readonly _tag: 'DueNotInFuture'; readonly dueAt: Instant }
  /** The working day on which a call back would fall due can not be told. */
  | InvalidTime
  | { readonly _tag: 'NoSuchDate'; readonly dateId: EntryId }
  | { readonly _tag: 'NoSuchVisit'; readonly visit: VisitKey }
  | { readonly _tag: 'NotYetOpen'; readonly opensAt: Instant }
  | { readonly _tag: 'StillInWindow' | 'WindowPassed'; readonly until: Instant }
  | {
      readonly _tag: 'VisitOver'
      readonly visit: VisitKey
      readonly how: VisitEnd
      readonly overAt: Instant
    }
  /** Nobody was reached, and so nothing was asked or learned. */
  | { readonly _tag: 'NobodyReached' }
