/**
 * What warnings and the customer record ask of a customer's dealings, from his own stream alone.
 *
 * @since 0.1.0
 */
import { type Currency, dealings, type Instant } from '@troth/core'

import { rowAStream, type Projection } from '../shared/projection.js'

/** An order as it was bought, in minor units; the same number twice is the same order. */
export interface Purchase {
  readonly orderId: string
  readonly at: Instant
  readonly amount: number
  readonly currency: Currency
  readonly margin?: number
}

/** What came back of an order: all of it, or so much of what it cost. */
export interface Return {
  readonly returnId: string
  readonly orderId: string
  readonly at: Instant
  readonly part?: { readonly amount: number; readonly currency: Currency }
}

/** What he said last of us and of the best rival, 0 to 10 each. */
export interface AttitudeStated {
  readonly at: Instant
  readonly towardUs: number
  readonly towardBestRival: number
}

export interface DealingsRow {
  readonly purchases: ReadonlyArray<Purchase>
  readonly returns: ReadonlyArray<Return>
  readonly referrals: ReadonlyArray<{ readonly referralId: string; readonly at: Instant }>
  readonly attitude?: AttitudeStated
  /** What he was given to use without an order, each hand-over once. */
  readonly handOvers?: ReadonlyArray<string>
  /** What he said last of his intent to buy. */
  readonly intent?: dealings.Intent
}

const noRow: DealingsRow = { purchases: [], returns: [], referrals: [] }

/** Written out, for a spread is dear by the million. */
const purchased = ({
  at,
  orderId,
  amount: { amount, currency },
  margin,
}: dealings.FactsOf<'PurchaseRecorded'>): Purchase =>
  margin === undefined
    ? { orderId, at, amount, currency }
    : { orderId, at, amount, currency, margin }

const afterEvent = (row: DealingsRow, { type, data }: dealings.DealingsEvent): DealingsRow => {
  const { at } = data
  switch (type) {
    case 'PurchaseRecorded': {
      return row.purchases.some(({ orderId }) => orderId === data.orderId)
        ? row
        : { ...row, purchases: row.purchases.concat(purchased(data)) }
    }
    case 'PurchaseReturned': {
      const { returnId, orderId, returned } = data
      const part = returned.extent === 'part' ? { part: returned.amount } : {}
      return row.returns.some((each) => each.returnId === returnId)
        ? row
        : { ...row, returns: [...row.returns, { returnId, orderId, at, ...part }] }
    }
    case 'ReferralRecorded': {
      const { referralId } = data
      return row.referrals.some((each) => each.referralId === referralId)
        ? row
        : { ...row, referrals: [...row.referrals, { referralId, at }] }
    }
    case 'AttitudeStated': {
      const { towardUs, towardBestRival } = data
      return at < (row.attitude?.at ?? at)
        ? row
        : { ...row, attitude: { at, towardUs, towardBestRival } }
    }
    case 'HandedOverForUse': {
      const { handOverId, orderId } = data
      const { handOvers = [] } = row
      // What was handed over of an order comes and goes with the order.
      return orderId !== undefined || handOvers.includes(handOverId)
        ? row
        : { ...row, handOvers: [...handOvers, handOverId] }
    }
    case 'IntentStated': {
      const { strength } = data
      return at < (row.intent?.at ?? at) ? row : { ...row, intent: { at, strength } }
    }
    default:
      return row
  }
}

/** Dealings as warnings and the record ask of them: rows by customer (`{tenant}.{id}` where there are tenants). */
export const purchases = (
  rules: dealings.DealingsRules,
): Projection<dealings.DealingsEvent, DealingsRow> => {
  const decider = dealings.dealings(rules)
  return {
    name: 'purchases',
    ...rowAStream(decider),
    initial: noRow,
    apply: (row, { event: fact }) => afterEvent(row, fact),
  }
}

/** What is left of an order's price after all that came back of it. */
export const leftOf = (
  { orderId, amount, currency }: Purchase,
  returns: ReadonlyArray<Return>,
): number => {
  const back = returns.filter((each) => each.orderId === orderId)
  if (back.some(({ part }) => part === undefined)) return 0
  const given = back.reduce(
    (sum, { part }) => sum + (part?.currency === currency ? part.amount : 0),
    0,
  )
  return Math.max(0, amount - given)
}
