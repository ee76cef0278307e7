/**
 * English: the lists of a customer's dealings, and why a fact of them was refused.
 *
 * @since 0.1.0
 */
import type { DealingsRejection } from '../../dealings/rejections.js'
import type { DealingsLists } from '../lists.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { tooLongAgo } from './phrases.js'

export const dealingsLists: DealingsLists = {
  BenefitKind: {
    priority: 'priority',
    tangible: 'something in hand',
    sharedValues: 'shared values',
    switchingCost: 'cost of leaving',
  },
  HandedOverKind: { item: 'item', project: 'project' },
  Ownership: { owner: 'owner', intending: 'means to buy', potential: 'might buy' },
  ReferredKind: { customer: 'customer on record', prospect: 'prospect' },
  ReturnExtent: { full: 'all of it', part: 'a part of it' },
  VisitedPlace: { own: 'our place', rival: 'a rival’s place' },
}

export const dealingsMessages = (say: Say): Messages<DealingsRejection> => ({
  ...tooLongAgo(say),
  AnotherPurchase: ({ orderId, purchasedAt, amount }) =>
    `Order ${say.name(orderId)} is another purchase: of ${say.money(amount)}, on ${say.instant(purchasedAt)}.`,
  NoSuchPurchase: ({ orderId }) => `No purchase is on record under order ${say.name(orderId)}.`,
  NotYetPurchased: ({ orderId, purchasedAt }) =>
    `Order ${say.name(orderId)} can not come back before it was bought, on ${say.instant(purchasedAt)}.`,
  AlreadyReturned: ({ orderId, returnedAt }) =>
    `All of order ${say.name(orderId)} came back already, on ${say.instant(returnedAt)}.`,
  PartReturnedSince: ({ orderId, partReturnedAt }) =>
    `All of order ${say.name(orderId)} can not have come back by then: a part of it came back later, on ${say.instant(partReturnedAt)}.`,
  OtherCurrency: ({ orderId, currency }) =>
    `Order ${say.name(orderId)} was paid in another currency: ${say.currency(currency)}.`,
  MoreThanLeft: ({ orderId, left }) =>
    `That is more than is left of order ${say.name(orderId)}: ${say.money(left)}.`,
  WarrantyNotInFuture: ({ warrantyUntil }) =>
    `A warranty runs on from the hand-over; ${say.instant(warrantyUntil)} lies before it.`,
})
