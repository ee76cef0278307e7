/**
 * Dealings: one customer's buying behaviour.
 *
 * @since 0.1.0
 */
export { ordersBetween, turnoverOf } from './bought.js'
export { DealingsCommand, type Asked } from './commands.js'
export { dealings, type DealingsDecider } from './dealings.js'
export { DealingsEvent, type FactsOf } from './events.js'
export { BenefitKind, Channel, HandedOverKind, Ownership } from './lists.js'
export type { DealingsRejection, OrderRejection, ReturnRejection } from './rejections.js'
export { checkRules, type DealingsRules } from './rules.js'
export { leftOf, orderOf, ownership, type DealingsState, type Intent, type Order } from './state.js'
export {
  Attitude,
  HandedOver,
  OrderId,
  OrderLine,
  Price,
  Quantity,
  Referred,
  Returned,
  SignedUnits,
  Strength,
  UnitsOrNone,
  Visited,
} from './values.js'
