/**
 * Who answers to the customer in a complaint, or has his case in hand: whom he judges when he is asked how it went.
 *
 * @since 0.1.0
 */
import type { Actor } from '../shared/actor.js'
import { same } from '../shared/same.js'
import type { ComplaintEvent } from './events.js'

/** A survey can name no more. */
const most = 100

/** Whether whoever did this spoke to the customer, or worked on what is wrong. */
const answers = (event: ComplaintEvent): boolean => {
  switch (event.type) {
    case 'ComplaintInvestigated':
    case 'RemediesProposed':
    case 'OptionsTalkedOver':
    case 'ResolvedAtOnce':
    case 'CustomerNotified':
    case 'RemedyCarriedOut':
    case 'VisitPaid':
    case 'InquiryAnswered':
    case 'SuggestionDecided':
    case 'ServiceDecided':
    case 'ServiceDone':
    case 'CourtesyExtended':
      return true
    case 'ReplyGiven':
      return !event.data.automatic
    default:
      return false
  }
}

/** Each once in each part, in the order in which they came to it; of more than a hundred the last. */
export const withAnswerer = (
  known: ReadonlyArray<Actor>,
  event: ComplaintEvent,
): ReadonlyArray<Actor> => {
  const { by } = event.data
  return answers(event) && !known.some((each) => same(each, by))
    ? [...known, by].slice(-most)
    : known
}
