/**
 * Why a fault's command was refused: states of affairs, with the facts a person needs.
 *
 * @since 0.1.0
 */
import type { ActorId, Role } from '../shared/actor.js'
import type { Matter } from '../shared/authority.js'
import type { Instant } from '../shared/instant.js'
import type { OutOfTime } from '../shared/written-later.js'
import type { Owner } from './fields.js'
import type { FaultStep } from './lists.js'

/** Why not. A value to switch on; never thrown. */
export type FaultRejection =
  | { readonly _tag: 'NotReported' | 'AlreadyReported' }
  | { readonly _tag: 'AlreadyCleared'; readonly clearedAt: Instant }
  | OutOfTime
  /** Reported before it was seen. */
  | { readonly _tag: 'NotYetSeen'; readonly seenAt: Instant }
  | {
      readonly _tag: 'StepOutOfOrder'
      readonly step: FaultStep
      readonly expected: ReadonlyArray<FaultStep>
    }
  | { readonly _tag: 'AlreadyTold'; readonly told: ActorId }
  | { readonly _tag: 'AlreadyFiled'; readonly file: string }
  /** There is word of it from after it is said to have been cleared. */
  | { readonly _tag: 'TrackedSince'; readonly trackedAt: Instant }
  /** Another's fault, or nobody's yet, is no crisis of the service centre. */
  | { readonly _tag: 'NotServiceCentres'; readonly owner?: Owner }
  | { readonly _tag: 'NobodyMayDecide'; readonly matter: Matter }
  | {
      readonly _tag: 'OverAuthority'
      readonly matter: Matter
      readonly deciders: ReadonlyArray<Role>
    }
