/**
 * What decisions about a complaint ask: only that. What people look at is a view's business.
 *
 * @since 0.1.0
 */
import type { Actor, ActorId, Role } from '../shared/actor.js'
import type { ComplaintId, CustomerId, EntryId, PromiseId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import { isKnown } from '../shared/entries.js'
import type { KeySet } from '../shared/key-set.js'
import type { Money } from '../shared/money.js'
import type {
  Cause,
  Channel,
  ComplainantType,
  Content,
  Courtesy,
  InvalidGround,
  Kind,
  OutsideBody,
  RaisedMatter,
  RemedyKind,
  Ruling,
  ServiceTerms,
  Settlement,
} from './lists.js'
import type { Timeline } from './timeline.js'
import type { About, Outcome, Party } from './values.js'

/**
 * The step reached. A complaint takes them in this order; an invalid one goes from `judged` to `resolved` by the notice;
 * inquiries and suggestions go from `recorded` to `resolved`; repairs and returns by `assigned` and `decided`.
 */
export type Step =
  | 'recorded'
  | 'judged'
  | 'assigned'
  | 'investigated'
  | 'proposed'
  | 'approved'
  | 'notified'
  | 'accepted'
  | 'decided'
  | 'resolved'

/** What was said when it was recorded; it never changes. */
export interface Intake {
  readonly at: Instant
  readonly by: ActorId
  readonly kind: Kind
  readonly customer: CustomerId
  readonly channel?: Channel
  readonly about: About
}

export type Judgement =
  | { readonly valid: true; readonly content?: Content }
  | { readonly valid: false; readonly ground: InvalidGround; readonly content: Content }

/** A remedy on the table. `approvers` is empty where none is needed, `approved` once nobody need be asked. */
export interface OpenOption {
  readonly optionId: EntryId
  readonly remedy: RemedyKind
  readonly cost?: Money
  readonly approvers: ReadonlyArray<Role>
  readonly approved: boolean
}

export interface Proposal {
  readonly proposalId: EntryId
  readonly options: ReadonlyArray<OpenOption>
  /** The notices that told the customer of it. */
  readonly notices: ReadonlyArray<EntryId>
}

export interface CaseFile {
  readonly intake: Intake
  readonly kind: Kind
  readonly customer: CustomerId
  readonly content?: Content
  readonly complainantType?: ComplainantType
  readonly tier?: string
  readonly repeatOf?: ComplaintId
  readonly step: Step
  /** 1 at first, one more at each reopening. */
  readonly cycle: number
  readonly judgement?: Judgement
  readonly firstResponsible: ActorId
  readonly assignedTo?: Party
  /** In whose hands it is now, and who in the business answers for it to the customer. */
  readonly holder: Party
  readonly owner: ActorId
  readonly deputy?: ActorId
  /** Who answered to the customer for the business, or had the case in hand, in the order in which they came to it. */
  readonly answeredBy: ReadonlyArray<Actor>
  readonly cause?: Cause
  readonly evidence?: ReadonlyArray<string>
  readonly proposal?: Proposal
  readonly accepted?: EntryId
  readonly carriedOut: boolean
  /** Resolved at once: by when the note is owed, or that it was filed. */
  readonly liaisonNote?: Instant | 'filed'
  readonly courtesies: ReadonlyArray<Courtesy>
  readonly repliedInWriting: boolean
  readonly takenUp?: boolean
  readonly terms?: ServiceTerms
  readonly charge?: Money
  readonly outsideRuling?: Ruling
  readonly promises: Readonly<Record<string, 'open' | Settlement>>
  /** What came up that is somebody above's, and when. A dispute lasts as long as its cycle. */
  readonly raised: Readonly<Partial<Record<RaisedMatter, Instant>>>
  readonly timeline: Timeline
  /** The latest instant on record. */
  readonly latest: Instant
  /** The ids of all that was added to a list here, each as `list/id`. */
  readonly entries: KeySet
  readonly toCaseLibrary: boolean
  readonly caseGivenTo?: string
  readonly avoided?: boolean
}

/** Where a complaint stands in its life. */
export type ComplaintState = { readonly _tag: 'NotRecorded' } | Recorded

/** Before anything is on record. */
export const initial: ComplaintState = { _tag: 'NotRecorded' }

export type Recorded =
  | { readonly _tag: 'Open'; readonly file: CaseFile }
  | {
      readonly _tag: 'Closed'
      readonly file: CaseFile
      readonly outcome: Outcome
      readonly at: Instant
    }
  | { readonly _tag: 'Withdrawn'; readonly file: CaseFile; readonly at: Instant }
  | {
      readonly _tag: 'Referred'
      readonly file: CaseFile
      readonly body: OutsideBody
      readonly name: string
    }
  | { readonly _tag: 'Merged'; readonly file: CaseFile; readonly survivor: ComplaintId }

/** The promises given here that are not known to be settled, in the order in which they were given. */
export const openPromises = ({ promises }: CaseFile): ReadonlyArray<PromiseId> =>
  Object.entries(promises).flatMap(([id, how]) => (how === 'open' ? [id as PromiseId] : []))

/** A level of an escalation rule, in one cycle: each is reached once. */
export interface Escalated {
  readonly rule: string
  readonly level: number
  readonly cycle: number
}

/** Its id among the entries. */
export const escalationId = ({ rule, level, cycle }: Escalated): string =>
  `${String(cycle)}/${String(level)}/${rule}`

/** Whether that level of the rule has fired in that cycle. */
export const isEscalated = (file: CaseFile, escalated: Escalated): boolean =>
  isKnown(file, 'escalation', escalationId(escalated))

/** The customer whose complaint it is: the subject of its events. */
export const subjectOf = (state: ComplaintState): CustomerId | undefined =>
  state._tag === 'NotRecorded' ? undefined : state.file.customer
