/**
 * Simplified Chinese: the lists of a customer's dealings, and why a fact of them was refused.
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
    priority: '优先待遇',
    tangible: '实物优惠',
    sharedValues: '共同价值观',
    switchingCost: '转换成本',
  },
  HandedOverKind: { item: '商品', project: '项目' },
  Ownership: { owner: '已拥有', intending: '有意购买', potential: '可能购买' },
  ReferredKind: { customer: '已有客户', prospect: '潜在客户' },
  ReturnExtent: { full: '全部退回', part: '部分退回' },
  VisitedPlace: { own: '本企业', rival: '竞争对手' },
}

export const dealingsMessages = (say: Say): Messages<DealingsRejection> => ({
  ...tooLongAgo(say),
  AnotherPurchase: ({ orderId, purchasedAt, amount }) =>
    `订单${say.name(orderId)}是另一笔购买：${say.instant(purchasedAt)}，金额${say.money(amount)}。`,
  NoSuchPurchase: ({ orderId }) => `没有订单${say.name(orderId)}的购买记录。`,
  NotYetPurchased: ({ orderId, purchasedAt }) =>
    `订单${say.name(orderId)}的退货时间不能早于购买时间${say.instant(purchasedAt)}。`,
  AlreadyReturned: ({ orderId, returnedAt }) =>
    `订单${say.name(orderId)}已于${say.instant(returnedAt)}全部退货。`,
  PartReturnedSince: ({ orderId, partReturnedAt }) =>
    `订单${say.name(orderId)}在此之后还于${say.instant(partReturnedAt)}部分退货，当时不可能已全部退货。`,
  OtherCurrency: ({ orderId, currency }) =>
    `订单${say.name(orderId)}使用的是另一币种：${say.currency(currency)}。`,
  MoreThanLeft: ({ orderId, left }) =>
    `退款金额超出订单${say.name(orderId)}的剩余金额${say.money(left)}。`,
  WarrantyNotInFuture: ({ warrantyUntil }) =>
    `保修期须晚于交付使用的时间，而${say.instant(warrantyUntil)}早于该时间。`,
})
