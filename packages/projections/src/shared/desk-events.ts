/**
 * The kinds of stream that are a customer's, for views that speak of all of them.
 *
 * @since 0.1.0
 */
import { complaint, customer, dealings, followUp, promise, survey } from '@troth/core'

/** Their events, by the category of the stream. */
export interface DeskEvents {
  readonly survey: survey.SurveyEvent
  readonly complaint: complaint.ComplaintEvent
  readonly promise: promise.PromiseEvent
  readonly followUp: followUp.FollowUpEvent
  readonly customer: customer.CustomerEvent
  readonly dealings: dealings.DealingsEvent
}

/** How the events of each are read. */
export const deskEvents = {
  survey: survey.SurveyEvent,
  complaint: complaint.ComplaintEvent,
  promise: promise.PromiseEvent,
  followUp: followUp.FollowUpEvent,
  customer: customer.CustomerEvent,
  dealings: dealings.DealingsEvent,
} as const
