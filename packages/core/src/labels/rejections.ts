/**
 * What there are messages for: every refusal, by the aggregate that was asked, and every failure.
 *
 * @since 0.1.0
 */
import type { DealingsRejection } from '../dealings/rejections.js'
import type { FaultRejection } from '../fault/rejections.js'
import type { FollowUpRejection } from '../follow-up/rejections.js'
import type { BegunOtherwise, InvalidCommand } from '../plain/answer.js'
import type { Failure } from '../plain/command-failed.js'
import type { PlainComplaintRejection } from '../plain/complaint.js'
import type { PlainCustomerRejection } from '../plain/customer.js'
import type { PlainPromiseRejection } from '../plain/promise.js'
import type { InvalidFact } from '../store/import-facts.js'
import type { SurveyRejection } from '../survey/rejections.js'
import type { InvalidCalendar } from '../time/business-calendar.js'

export interface Tagged {
  readonly _tag: string
}

/** The member of a union that may carry the tag: its facts. */
export type Carrying<U extends Tagged, Tag extends string> = U extends Tagged
  ? Tag extends U['_tag']
    ? U
    : never
  : never

/** One message a tag: the same words always, or made of the facts. */
export type Messages<U extends Tagged> = {
  readonly [Tag in U['_tag']]: string | ((facts: Carrying<U, Tag>) => string)
}

/** Why a well-formed command is refused, by each aggregate's decider, and by the plain door on its way there. */
export interface Rejections {
  readonly complaint: PlainComplaintRejection
  readonly customer: PlainCustomerRejection
  readonly dealings: DealingsRejection
  readonly fault: FaultRejection
  readonly followUp: FollowUpRejection
  readonly promise: PlainPromiseRejection
  readonly survey: SurveyRejection
}

/** Why a command is none. */
export type DoorRefusal = InvalidCommand

/** What no answer could be had for, what can not be imported, and what can not be meant. */
export type Trouble = Failure | InvalidFact | BegunOtherwise | InvalidCalendar
