/**
 * What the loyalty view keeps: what a customer bought, gave back and said, nothing of it in his own words.
 *
 * @since 0.1.0
 */
import type { Currency, CustomerId, dealings, EntryId, Instant, survey } from '@troth/core'

import type { LoyaltyItems } from '../phase.js'

/** Of a customer's dealings. Amounts are minor units. */
export type DealingsFact = { readonly at: Instant } & (
  | {
      readonly is: 'bought'
      readonly orderId: string
      readonly amount: number
      readonly currency: Currency
      readonly margin?: number
    }
  /** All that was left of an order, or a part of what it cost. */
  | {
      readonly is: 'returned'
      readonly id: EntryId
      readonly orderId: string
      readonly part?: { readonly amount: number; readonly currency: Currency }
    }
  | { readonly is: 'visited'; readonly id: EntryId; readonly own: boolean }
  | { readonly is: 'referred'; readonly id: EntryId }
  | {
      readonly is: 'boughtElsewhere'
      readonly id: EntryId
      readonly spent?: { readonly amount: number; readonly currency: Currency }
    }
  | { readonly is: 'intends'; readonly id: EntryId; readonly strength: number }
  | {
      readonly is: 'thinks'
      readonly id: EntryId
      readonly us: number
      readonly bestRival: number
    }
)

/** Of a survey: whose it is, and what he said of his loyalty. */
export type SurveyFact = { readonly at: Instant } & (
  | {
      readonly is: 'issued'
      readonly customer: CustomerId
      /** Of a single transaction, unless it says otherwise. */
      readonly mode?: 'cumulative'
    }
  | {
      readonly is: 'answered' | 'corrected'
      readonly nps?: number
      readonly loyalty?: LoyaltyItems
    }
)

/** The types of dealings' events of which something is kept. */
export const dealingsTypes: ReadonlyArray<dealings.DealingsEvent['type']> = [
  'PurchaseRecorded',
  'PurchaseReturned',
  'VisitRecorded',
  'ReferralRecorded',
  'RivalPurchaseReported',
  'IntentStated',
  'AttitudeStated',
]

/** The types of surveys' events of which something is kept. */
export const surveyTypes: ReadonlyArray<survey.SurveyEvent['type']> = [
  'SurveyIssued',
  'SurveyAnswered',
  'AnswerCorrected',
]

/** What is kept of one event. */
export const dealingsFacts = ({
  type,
  data,
}: dealings.DealingsEvent): ReadonlyArray<DealingsFact> => {
  const { at } = data
  switch (type) {
    case 'PurchaseRecorded': {
      // Written out, for a spread is dear by the million.
      const { orderId, amount: price, margin } = data
      const { amount, currency } = price
      return margin === undefined
        ? [{ is: 'bought', at, orderId, amount, currency }]
        : [{ is: 'bought', at, orderId, amount, currency, margin }]
    }
    case 'PurchaseReturned': {
      const { returnId: id, orderId, returned } = data
      const part = returned.extent === 'part' && { part: returned.amount }
      return [{ is: 'returned', at, id, orderId, ...part }]
    }
    case 'VisitRecorded':
      return [{ is: 'visited', at, id: data.visitId, own: data.to.whose === 'own' }]
    case 'ReferralRecorded':
      return [{ is: 'referred', at, id: data.referralId }]
    case 'RivalPurchaseReported': {
      const { reportId: id, amount: spent } = data
      return [{ is: 'boughtElsewhere', at, id, ...(spent !== undefined && { spent }) }]
    }
    case 'IntentStated':
      return [{ is: 'intends', at, id: data.statementId, strength: data.strength }]
    case 'AttitudeStated': {
      const { statementId: id, towardUs: us, towardBestRival: bestRival } = data
      return [{ is: 'thinks', at, id, us, bestRival }]
    }
    default:
      return []
  }
}

const said = ({ nps, loyalty }: survey.Answers) => ({
  ...(nps !== undefined && { nps }),
  ...(loyalty !== undefined && { loyalty }),
})

/** What is kept of one event. */
export const surveyFacts = ({ type, data }: survey.SurveyEvent): ReadonlyArray<SurveyFact> => {
  const { at } = data
  switch (type) {
    case 'SurveyIssued': {
      const { customer, mode } = data
      return [{ is: 'issued', at, customer, ...(mode === 'cumulative' && { mode }) }]
    }
    case 'SurveyAnswered':
      return [{ is: 'answered', at, ...said(data.answers) }]
    case 'AnswerCorrected':
      return [{ is: 'corrected', at, ...said(data.answers) }]
    default:
      return []
  }
}
