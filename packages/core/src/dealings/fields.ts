/**
 * The fields of each message, named once: a command and the event it leads to share them.
 *
 * @since 0.1.0
 */
import { personal } from '../privacy/personal.js'
import { EntryId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { Money } from '../shared/money.js'
import { listOf } from '../shared/one-of.js'
import { Name, NonEmptyText } from '../shared/text.js'
import { BenefitKind, Channel } from './lists.js'
import {
  Attitude,
  HandedOver,
  OrderId,
  OrderLine,
  Price,
  Referred,
  Returned,
  SignedUnits,
  Strength,
  Visited,
} from './values.js'

export const purchase = { orderId: OrderId, amount: Price }
/** `margin`: what of the amount is earned, in its currency. */
export const purchaseMore = { margin: SignedUnits, lines: listOf(OrderLine, 1) }

/** `acceptedBy`: who of the customer's took it over. */
export const handOver = { handOverId: EntryId, what: HandedOver, acceptedBy: personal(Name) }
export const handOverMore = { orderId: OrderId, warrantyUntil: Instant }

export const giveBack = {
  returnId: EntryId,
  orderId: OrderId,
  returned: Returned,
  why: personal(NonEmptyText),
}

export const visit = { visitId: EntryId, channel: Channel, to: Visited }
export const referral = { referralId: EntryId, referred: Referred }
export const rivalPurchase = { reportId: EntryId, rival: Name }
/** As far as it is known what was spent there. */
export const rivalPurchaseMore = { amount: Money }

export const intent = { statementId: EntryId, strength: Strength }
export const attitude = { statementId: EntryId, towardUs: Attitude, towardBestRival: Attitude }
export const benefit = { benefitId: EntryId, kind: BenefitKind }
