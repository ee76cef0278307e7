/**
 * What decisions about a fault ask: only that. What people look at is a view's business.
 *
 * @since 0.1.0
 */
import type { ActorId } from '../shared/actor.js'
import { type Dated, present } from '../shared/dated.js'
import { isKnown } from '../shared/entries.js'
import type { ComplaintId, CustomerId, FaultId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import type { KeySet } from '../shared/key-set.js'
import type { Failed, Owner } from './fields.js'
import { FaultStep } from './lists.js'

/** What was said when it was reported, but for what is personal; it never changes. */
export interface FaultTerms {
  readonly failed: Failed
  readonly seenAt: Instant
  readonly contractSigner: ActorId
  readonly manager: ActorId
  readonly customer?: CustomerId
  readonly item?: string
  readonly project?: string
  readonly owner?: Owner
  readonly follows?: FaultId
}

export interface FaultFile {
  readonly began: Instant
  /** The latest instant on record. */
  readonly latest: Instant
  readonly terms: FaultTerms
  /** Whose it is, since when. */
  readonly owner: Dated<Owner>
  /** Who was told, in the place of each who had to be. */
  readonly signerTold?: ActorId
  readonly managerTold?: ActorId
  readonly leadershipTold?: ActorId
  /** The host's own reference of the file. */
  readonly filedAs?: string
  /** The latest word of its progress. */
  readonly trackedAt?: Instant
  readonly crisis: boolean
  /** The ids of all that was added to a list here, each as `list/id`. */
  readonly entries: KeySet
}

/** Where a fault stands in its life. One that comes again is a fault of its own. */
export type FaultState = { readonly _tag: 'NotReported' } | Reported

/** Before anything is on record. */
export const initial: FaultState = { _tag: 'NotReported' }

export type Reported =
  | { readonly _tag: 'Open'; readonly file: FaultFile }
  | { readonly _tag: 'Cleared'; readonly file: FaultFile; readonly at: Instant }

/** The furthest step reached. */
export const stepOf = (file: FaultFile): FaultStep => {
  if (file.trackedAt !== undefined) return 'tracked'
  if (file.leadershipTold !== undefined) return 'leadershipTold'
  if (file.filedAs !== undefined) return 'filed'
  if (file.signerTold !== undefined) return file.managerTold === undefined ? 'signerTold' : 'told'
  return file.managerTold === undefined ? 'reported' : 'managerTold'
}

/** Whether a fault has come as far as a step, or further. */
export const hasReached = (file: FaultFile, step: FaultStep): boolean =>
  FaultStep.values.indexOf(stepOf(file)) >= FaultStep.values.indexOf(step)

/** Whose it is by all that is on record; undefined while nobody took it. */
export const ownerOf = ({ owner }: FaultFile): Owner | undefined => present(owner)

/** Whether it is known to have caused a complaint. */
export const hasCaused = (file: FaultFile, complaint: ComplaintId): boolean =>
  isKnown(file, 'complaint', complaint)

/** The customer at whose place it was seen, where one was named: the subject of its events. */
export const subjectOf = (state: FaultState): CustomerId | undefined =>
  state._tag === 'NotReported' ? undefined : state.file.terms.customer
