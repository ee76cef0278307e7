/**
 * What the satisfaction view keeps of a complaint, or of another request: how it was handled, not what was said.
 *
 * @since 0.1.0
 */
import type { ActorId, complaint, ComplaintId, CustomerId, EntryId, Instant } from '@troth/core'

import { matterOfRequest, type Matter } from './matter.js'

/** A clock that was judged: it ran from one instant, and was due at another. There are many, so it is kept as a tuple. */
export type Ran = readonly [clock: complaint.ClockName, startedAt: Instant, dueAt: Instant]

/** `stopped`: the clocks that it stopped, where it stopped any. */
export type ComplaintFact = { readonly at: Instant; readonly stopped?: ReadonlyArray<Ran> } & (
  | ({
      readonly is: 'recorded'
      /** A complaint, unless it says otherwise. */
      readonly kind?: complaint.Kind
      readonly customer: CustomerId
      readonly channel?: complaint.Channel
      readonly tier?: string
      readonly firstResponsible: ActorId
      readonly repeat?: true
    } & Matter)
  | { readonly is: 'kind'; readonly kind: complaint.Kind }
  | { readonly is: 'tier'; readonly tier: string }
  | { readonly is: 'repeat' }
  | { readonly is: 'moved'; readonly customer: CustomerId }
  | { readonly is: 'judged'; readonly valid: boolean }
  | { readonly is: 'assigned'; readonly to: complaint.Party }
  | { readonly is: 'handedOver'; readonly handOverId: EntryId; readonly to: complaint.Party }
  | { readonly is: 'contacted'; readonly messageId: EntryId; readonly chasing?: true }
  | { readonly is: 'notified' }
  | { readonly is: 'resolved' }
  /** Resolved, unless it says otherwise. */
  | { readonly is: 'closed'; readonly outcome?: complaint.Outcome }
  | { readonly is: 'reopened' }
  /** Withdrawn, or referred outside. */
  | { readonly is: 'left' }
  | { readonly is: 'merged'; readonly survivor: ComplaintId }
  /** What is kept for the clocks that it stopped alone. */
  | { readonly is: 'replied' }
  | {
      readonly is: 'verdict' | 'correction'
      readonly clock: Ran
      readonly verdict: complaint.Verdict
    }
)

type Event = complaint.ComplaintEvent

const none: ReadonlyArray<never> = []

/** The facts of a name. */
export type FactThat<Is extends ComplaintFact['is']> = Extract<ComplaintFact, { is: Is }>

export const factsThat =
  <Is extends ComplaintFact['is']>(name: Is) =>
  (facts: ReadonlyArray<ComplaintFact>): ReadonlyArray<FactThat<Is>> =>
    facts.some(({ is }) => is === name)
      ? facts.filter((fact): fact is FactThat<Is> => fact.is === name)
      : none

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

const ran = ({ clock, startedAt, dueAt }: complaint.AppliedClock): Ran => [clock, startedAt, dueAt]

/** One of those that say nothing but their name, and what they stopped. Written out, for a spread is dear by the million. */
const plain = (
  is: 'notified' | 'resolved' | 'replied',
  at: Instant,
  stopped: ReadonlyArray<complaint.AppliedClock>,
): ComplaintFact => (stopped.length === 0 ? { is, at } : { is, at, stopped: stopped.map(ran) })

/** What is kept for the clocks that it stopped alone is nothing where it stopped none. */
const replied = (
  is: 'resolved' | 'replied',
  at: Instant,
  stopped: ReadonlyArray<complaint.AppliedClock>,
): ComplaintFact | undefined =>
  is === 'replied' && stopped.length === 0 ? undefined : plain(is, at, stopped)

const closed = ({ at, outcome, stopped }: complaint.FactsOf<'ComplaintClosed'>): ComplaintFact =>
  outcome === 'resolved' && stopped.length === 0
    ? { is: 'closed', at }
    : {
        is: 'closed',
        at,
        ...(outcome !== 'resolved' && { outcome }),
        ...(stopped.length > 0 && { stopped: stopped.map(ran) }),
      }

const recorded = (data: complaint.FactsOf<'ComplaintRecorded'>): ComplaintFact => {
  const { at, kind, customer, about, channel, tier, firstResponsible, repeatOf, stopped } = data
  return {
    is: 'recorded',
    at,
    ...(kind !== 'complaint' && { kind }),
    customer,
    ...matterOfRequest(about),
    ...(channel !== undefined && { channel }),
    ...(tier !== undefined && { tier }),
    firstResponsible,
    ...(repeatOf !== undefined && { repeat: true }),
    ...(stopped.length > 0 && { stopped: stopped.map(ran) }),
  }
}

/** What is kept of one event: what it says, and the clocks that it stopped. */
const factOf = ({ type, data }: Event): ComplaintFact | undefined => {
  const { at } = data
  switch (type) {
    case 'ComplaintRecorded':
      return recorded(data)
    case 'KindChanged':
      return { is: 'kind', at, kind: data.kind }
    case 'TierChanged':
      return { is: 'tier', at, tier: data.tier }
    case 'RepeatLinked':
      return { is: 'repeat', at }
    case 'ComplaintMoved':
      return { is: 'moved', at, customer: data.customer }
    case 'ComplaintFoundValid':
      return { is: 'judged', at, valid: true }
    case 'ComplaintFoundInvalid':
      return { is: 'judged', at, valid: false }
    case 'ResponsibilityAssigned':
      return { is: 'assigned', at, to: data.to }
    case 'ComplaintHandedOver':
      return { is: 'handedOver', at, handOverId: data.handOverId, to: data.to }
    case 'CustomerContactedAgain': {
      const { messageId, automatic, purpose } = data
      const chasing = purpose === 'chasing' && { chasing: true as const }
      return automatic ? undefined : { is: 'contacted', at, messageId, ...chasing }
    }
    case 'CustomerNotified':
      return plain('notified', at, data.stopped)
    case 'ResolvedAtOnce':
    case 'RemedyCarriedOut':
    case 'InquiryAnswered':
    case 'SuggestionDecided':
    case 'ServiceDone':
      return plain('resolved', at, data.stopped)
    case 'ServiceDecided':
      return replied(data.terms === 'refused' ? 'resolved' : 'replied', at, data.stopped)
    case 'ReplyGiven':
      return replied('replied', at, data.stopped)
    case 'OutsideDecisionRecorded':
      return data.ruling === 'upheld' ? undefined : { is: 'resolved', at }
    case 'ComplaintClosed':
      return closed(data)
    case 'ComplaintReopened':
      return { is: 'reopened', at }
    case 'ComplaintWithdrawn':
    case 'ComplaintReferred':
      return { is: 'left', at }
    case 'ComplaintMerged':
      return { is: 'merged', at, survivor: data.survivor }
    case 'ClockMissed':
      return { is: 'verdict', at, clock: ran(data.clock), verdict: 'missed' }
    case 'VerdictCorrected':
      return { is: 'correction', at, clock: ran(data.clock), verdict: data.verdict }
    default:
      return undefined
  }
}

/** What is kept of one event. */
export const complaintFacts = (event: Event): ReadonlyArray<ComplaintFact> => {
  const fact = factOf(event)
  return fact === undefined ? [] : [fact]
}
