/**
 * What the satisfaction view keeps of a follow-up: what its visits follow from, without what was learned or said.
 *
 * @since 0.1.0
 */
import { type followUp, type Instant, redacted } from '@troth/core'

/** An event as it was, but for what people said. */
export interface VisitFact {
  readonly at: Instant
  readonly by: string
  readonly event: followUp.FollowUpEvent
}

const quiet = (event: followUp.FollowUpEvent): followUp.FollowUpEvent => {
  switch (event.type) {
    case 'VisitDone': {
      const { learned, newNeeds, dissatisfaction, ...data } = event.data
      return { type: event.type, data }
    }
    case 'VisitRescheduled':
      return { type: event.type, data: { ...event.data, why: redacted } }
    case 'VisitSkipped':
      return { type: event.type, data: { ...event.data, why: redacted } }
    case 'FollowUpClosed':
      return { type: event.type, data: { ...event.data, why: redacted } }
    default:
      return event
  }
}

/** The types of event of which something is kept. */
export const visitTypes: ReadonlyArray<followUp.FollowUpEvent['type']> = [
  'PlanOpened',
  'CallBackScheduled',
  'PlanClassChanged',
  'TouchesSubscribed',
  'TouchesUnsubscribed',
  'GreetingDateAdded',
  'GreetingDateRemoved',
  'VisitorAssigned',
  'VisitDone',
  'VisitMissed',
  'VisitRescheduled',
  'VisitSkipped',
  'FollowUpClosed',
]

/** What is kept of one event. */
export const visitFacts = (event: followUp.FollowUpEvent): ReadonlyArray<VisitFact> => [
  { at: event.data.at, by: event.data.by.id, event: quiet(event) },
]
