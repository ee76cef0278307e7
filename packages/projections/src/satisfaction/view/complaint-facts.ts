/**
 * What the satisfaction view keeps of a complaint, or of another request: how it was handled, not what was said.
 *
 * @since 0.1.0
 */
import type { ActorId, complaint, ComplaintId, CustomerId, EntryId, Instant } from '@troth/core'

export type ComplaintFact = { readonly at: Instant } & (
  | {
      readonly is: 'recorded'
      readonly kind: complaint.Kind
      readonly customer: CustomerId
      readonly about: complaint.About
      readonly channel?: complaint.Channel
      readonly tier?: string
      readonly firstResponsible: ActorId
      readonly repeat: boolean
    }
  | { readonly is: 'kind'; readonly kind: complaint.Kind }
  | { readonly is: 'tier'; readonly tier: string }
  | { readonly is: 'repeat' }
  | { readonly is: 'moved'; readonly customer: CustomerId }
  | { readonly is: 'judged'; readonly valid: boolean }
  | { readonly is: 'assigned'; readonly to: complaint.Party }
  | { readonly is: 'handedOver'; readonly handOverId: EntryId; readonly to: complaint.Party }
  | { readonly is: 'contacted'; readonly messageId: EntryId; readonly chasing: boolean }
  | { readonly is: 'notified' }
  | { readonly is: 'resolved' }
  | { readonly is: 'closed'; readonly outcome: complaint.Outcome }
  | { readonly is: 'reopened' }
  /** Withdrawn, or referred outside. */
  | { readonly is: 'left' }
  | { readonly is: 'merged'; readonly survivor: ComplaintId }
  | { readonly is: 'stopped'; readonly clocks: ReadonlyArray<complaint.AppliedClock> }
  | {
      readonly is: 'verdict' | 'correction'
      readonly clock: complaint.AppliedClock
      readonly verdict: complaint.Verdict
    }
)

type Event = complaint.ComplaintEvent

/** The types of event of which something is kept. */
export const complaintTypes: ReadonlyArray<Event['type']> = [
  'ComplaintRecorded',
  'KindChanged',
  'TierChanged',
  'RepeatLinked',
  'ComplaintMoved',
  'ComplaintFoundValid',
  'ComplaintFoundInvalid',
  'ResponsibilityAssigned',
  'ComplaintHandedOver',
  'CustomerContactedAgain',
  'ResolvedAtOnce',
  'CustomerNotified',
  'RemedyCarriedOut',
  'InquiryAnswered',
  'SuggestionDecided',
  'ServiceDecided',
  'ServiceDone',
  'OutsideDecisionRecorded',
  'ReplyGiven',
  'ComplaintClosed',
  'ComplaintReopened',
  'ComplaintWithdrawn',
  'ComplaintReferred',
  'ComplaintMerged',
  'ClockMissed',
  'VerdictCorrected',
]

const recorded = (data: complaint.FactsOf<'ComplaintRecorded'>): ComplaintFact => {
  const { at, kind, customer, about, channel, tier, firstResponsible, repeatOf } = data
  return {
    is: 'recorded',
    at,
    kind,
    customer,
    about,
    ...(channel !== undefined && { channel }),
    ...(tier !== undefined && { tier }),
    firstResponsible,
    repeat: repeatOf !== undefined,
  }
}

const factsOf = ({ type, data }: Event): ReadonlyArray<ComplaintFact> => {
  const { at } = data
  switch (type) {
    case 'ComplaintRecorded':
      return [recorded(data)]
    case 'KindChanged':
      return [{ is: 'kind', at, kind: data.kind }]
    case 'TierChanged':
      return [{ is: 'tier', at, tier: data.tier }]
    case 'RepeatLinked':
      return [{ is: 'repeat', at }]
    case 'ComplaintMoved':
      return [{ is: 'moved', at, customer: data.customer }]
    case 'ComplaintFoundValid':
      return [{ is: 'judged', at, valid: true }]
    case 'ComplaintFoundInvalid':
      return [{ is: 'judged', at, valid: false }]
    case 'ResponsibilityAssigned':
      return [{ is: 'assigned', at, to: data.to }]
    case 'ComplaintHandedOver':
      return [{ is: 'handedOver', at, handOverId: data.handOverId, to: data.to }]
    case 'CustomerContactedAgain': {
      const { messageId, automatic, purpose } = data
      return automatic ? [] : [{ is: 'contacted', at, messageId, chasing: purpose === 'chasing' }]
    }
    case 'CustomerNotified':
      return [{ is: 'notified', at }]
    case 'ResolvedAtOnce':
    case 'RemedyCarriedOut':
    case 'InquiryAnswered':
    case 'SuggestionDecided':
    case 'ServiceDone':
      return [{ is: 'resolved', at }]
    case 'ServiceDecided':
      return data.terms === 'refused' ? [{ is: 'resolved', at }] : []
    case 'OutsideDecisionRecorded':
      return data.ruling === 'upheld' ? [] : [{ is: 'resolved', at }]
    case 'ComplaintClosed':
      return [{ is: 'closed', at, outcome: data.outcome }]
    case 'ComplaintReopened':
      return [{ is: 'reopened', at }]
    case 'ComplaintWithdrawn':
    case 'ComplaintReferred':
      return [{ is: 'left', at }]
    case 'ComplaintMerged':
      return [{ is: 'merged', at, survivor: data.survivor }]
    case 'ClockMissed':
      return [{ is: 'verdict', at, clock: data.clock, verdict: 'missed' }]
    case 'VerdictCorrected':
      return [{ is: 'correction', at, clock: data.clock, verdict: data.verdict }]
    default:
      return []
  }
}

/** What is kept of one event: what it says, and the clocks that it stopped. */
export const complaintFacts = (event: Event): ReadonlyArray<ComplaintFact> => {
  const { data } = event
  const facts = factsOf(event)
  return 'stopped' in data && data.stopped.length > 0
    ? [...facts, { is: 'stopped', at: data.at, clocks: data.stopped }]
    : facts
}
