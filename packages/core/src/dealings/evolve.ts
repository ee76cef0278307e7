/**
 * How the state of a customer's dealings follows from what is on record. Total, and free of rules:
 * what is on record cannot be refused, only folded in.
 *
 * @since 0.1.0
 */
import { identity } from 'fp-ts/lib/function.js'

import { isKnown } from '../shared/entries.js'
import type { Instant } from '../shared/instant.js'
import { withValue } from '../shared/key-map.js'
import { withKey } from '../shared/key-set.js'
import type { DealingsEvent, FactsOf } from './events.js'
import { type DealingsState, type Order, orderOf } from './state.js'

/** What is in a list already is not put there again, whoever wrote it twice. */
const listed = (
  state: DealingsState,
  list: string,
  id: string,
  next: (state: DealingsState) => DealingsState = identity,
): DealingsState =>
  isKnown(state, list, id)
    ? state
    : next({ ...state, entries: withKey(state.entries, `${list}/${id}`) })

/** The same number twice is the same purchase. */
const purchased = (
  state: DealingsState,
  { orderId, amount, at }: FactsOf<'PurchaseRecorded'>,
): DealingsState =>
  orderOf(state, orderId) === undefined
    ? {
        ...state,
        orders: withValue(state.orders, orderId, { at, amount, left: amount.amount }),
        owned: state.owned + 1,
      }
    : state

const later = (at: Instant, other: Instant | undefined): Instant =>
  other !== undefined && other > at ? other : at

/** As the order is after it. More than there was leaves nothing; another currency leaves it all. */
const afterReturn = (order: Order, { returned, at }: FactsOf<'PurchaseReturned'>): Order => {
  if (returned.extent === 'full') return { ...order, returnedAt: order.returnedAt ?? at }
  const { amount, currency } = returned.amount
  const less = currency === order.amount.currency ? amount : 0
  return {
    ...order,
    left: Math.max(0, order.left - less),
    partReturnedAt: later(at, order.partReturnedAt),
  }
}

/** Of an order that is not on record there is nothing to take away. */
const returned = (state: DealingsState, facts: FactsOf<'PurchaseReturned'>): DealingsState => {
  const { orderId } = facts
  const order = orderOf(state, orderId)
  if (order === undefined) return state
  const next = afterReturn(order, facts)
  const leaves = order.returnedAt === undefined && next.returnedAt !== undefined
  return {
    ...state,
    orders: withValue(state.orders, orderId, next),
    owned: leaves ? state.owned - 1 : state.owned,
  }
}

/** What was handed over of an order comes and goes with the order. */
const handedOver = (state: DealingsState, facts: FactsOf<'HandedOverForUse'>): DealingsState =>
  facts.orderId === undefined ? { ...state, owned: state.owned + 1 } : state

/** What he said last holds, though it was written down before what he had said sooner. */
const intentStated = (
  state: DealingsState,
  { at, strength }: FactsOf<'IntentStated'>,
): DealingsState =>
  state.intent === undefined || at >= state.intent.at
    ? { ...state, intent: { at, strength } }
    : state

const onRecord = (state: DealingsState, { type, data }: DealingsEvent): DealingsState => {
  switch (type) {
    case 'PurchaseRecorded':
      return purchased(state, data)
    case 'HandedOverForUse':
      return listed(state, 'handOver', data.handOverId, (next) => handedOver(next, data))
    case 'PurchaseReturned':
      return listed(state, 'return', data.returnId, (next) => returned(next, data))
    case 'VisitRecorded':
      return listed(state, 'visit', data.visitId)
    case 'ReferralRecorded':
      return listed(state, 'referral', data.referralId)
    case 'RivalPurchaseReported':
      return listed(state, 'rivalPurchase', data.reportId)
    case 'IntentStated':
      return listed(state, 'intent', data.statementId, (next) => intentStated(next, data))
    case 'AttitudeStated':
      return listed(state, 'attitude', data.statementId)
    case 'BenefitGranted':
      return listed(state, 'benefit', data.benefitId)
  }
}

export const evolve = (state: DealingsState, event: DealingsEvent): DealingsState => ({
  ...onRecord(state, event),
  latest: later(event.data.at, state.latest),
})
