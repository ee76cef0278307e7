/**
 * What is bought, what is handed over of it, and what comes back.
 *
 * @since 0.1.0
 */
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import { type DealingsState, type Order, orderOf } from '../state.js'
import type { DealingsDecision, Objection } from './answer.js'

/** The same number of the same sum is the same purchase, whatever else is said of it the second time. */
export const purchase = (
  state: DealingsState,
  asked: Asked<'RecordPurchase'>,
): DealingsDecision => {
  const { orderId, amount } = asked
  const known = orderOf(state, orderId)
  if (known === undefined) return emit({ type: 'PurchaseRecorded', data: asked })
  return known.amount.amount === amount.amount && known.amount.currency === amount.currency
    ? nothing
    : reject({ _tag: 'AnotherPurchase', orderId, purchasedAt: known.at, amount: known.amount })
}

/** Whoever names an order names one that is on record; what was bought elsewhere, or lent, goes without. */
const unknownOrder = (state: DealingsState, { orderId }: Asked<'HandOverForUse'>): Objection =>
  orderId === undefined || orderOf(state, orderId) !== undefined
    ? undefined
    : { _tag: 'NoSuchPurchase', orderId }

const warrantyOver = ({ warrantyUntil, at }: Asked<'HandOverForUse'>): Objection =>
  warrantyUntil === undefined || warrantyUntil > at
    ? undefined
    : { _tag: 'WarrantyNotInFuture', warrantyUntil }

export const handOver = (state: DealingsState, asked: Asked<'HandOverForUse'>): DealingsDecision =>
  unless([unknownOrder(state, asked), warrantyOver(asked)], {
    type: 'HandedOverForUse',
    data: asked,
  })

/** All of it comes back once, and no part of it after that. */
const returnedBefore = (
  { returnedAt, partReturnedAt }: Order,
  { orderId, returned, at }: Asked<'ReturnPurchase'>,
): Objection => {
  const full = returned.extent === 'full'
  if (returnedAt !== undefined && (full || at >= returnedAt))
    return { _tag: 'AlreadyReturned', orderId, returnedAt }
  return full && partReturnedAt !== undefined && partReturnedAt > at
    ? { _tag: 'PartReturnedSince', orderId, partReturnedAt }
    : undefined
}

const tooMuch = (order: Order, { orderId, returned }: Asked<'ReturnPurchase'>): Objection => {
  if (returned.extent === 'full') return undefined
  const { currency } = order.amount
  const { amount } = returned
  if (amount.currency !== currency) return { _tag: 'OtherCurrency', orderId, currency }
  return amount.amount > order.left
    ? { _tag: 'MoreThanLeft', orderId, left: { amount: order.left, currency } }
    : undefined
}

/** Giving all the money back is no full return by itself: what was bought may stay, as it does when a price is reduced. */
export const giveBack = (
  state: DealingsState,
  asked: Asked<'ReturnPurchase'>,
): DealingsDecision => {
  const { orderId, at } = asked
  const order = orderOf(state, orderId)
  if (order === undefined) return reject({ _tag: 'NoSuchPurchase', orderId })
  return unless(
    [
      at < order.at ? { _tag: 'NotYetPurchased', orderId, purchasedAt: order.at } : undefined,
      returnedBefore(order, asked),
      tooMuch(order, asked),
    ],
    { type: 'PurchaseReturned', data: asked },
  )
}
