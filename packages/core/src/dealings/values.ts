/**
 * The compound values that the messages of a customer's dealings carry.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { personal } from '../privacy/personal.js'
import { CustomerId } from '../shared/ids.js'
import { data } from '../shared/message.js'
import { Currency, Money } from '../shared/money.js'
import { Quantity } from '../shared/quantity.js'
import { Name } from '../shared/text.js'
import { whole } from '../shared/whole.js'
import { HandedOverKind } from './lists.js'

export { Quantity }

/** The host's own number of an order, as a complaint about it or a promise made at its sale would name it. */
export const OrderId = Name
export type OrderId = t.TypeOf<typeof OrderId>

/** Whole minor units, nothing at least. */
export const UnitsOrNone = t.refinement(
  t.number,
  (n) => Number.isSafeInteger(n) && n >= 0,
  'whole minor units, at least 0',
)

/** Whole minor units of either sign: a margin may be a loss, and a line of an order a discount. */
export const SignedUnits = t.refinement(t.number, Number.isSafeInteger, 'whole minor units')

/** What an order cost: money, or nothing where it was given away, in the currency it would have been. */
export const Price = t.readonly(t.strict({ amount: UnitsOrNone, currency: Currency }), 'Price')
export type Price = t.TypeOf<typeof Price>

/** One thing of an order; `amount` is what all of it cost, in the currency of the order. The lines need not add up to it. */
export const OrderLine = t.readonly(
  t.strict({ item: Name, quantity: Quantity, amount: SignedUnits }),
  'OrderLine',
)
export type OrderLine = t.TypeOf<typeof OrderLine>

/** By the host's own reference: a serial number, the name of a project. */
export const HandedOver = t.readonly(t.strict({ kind: HandedOverKind, ref: Name }), 'HandedOver')
export type HandedOver = t.TypeOf<typeof HandedOver>

/** All that was left of an order came back; or a part of what it cost was given back. */
export const Returned = t.union(
  [
    t.readonly(t.strict({ extent: t.literal('full') }), 'Returned<full>'),
    t.readonly(t.strict({ extent: t.literal('part'), amount: Money }), 'Returned<part>'),
  ],
  'Returned',
)
export type Returned = t.TypeOf<typeof Returned>

/** Whose place was visited: ours, or a rival's, who may be named. */
export const Visited = t.union(
  [
    t.readonly(t.strict({ whose: t.literal('own') }), 'Visited<own>'),
    data({ whose: t.literal('rival') }, { rival: Name }, 'Visited<rival>'),
  ],
  'Visited',
)
export type Visited = t.TypeOf<typeof Visited>

/** Whom the customer sent to us: another customer on record, or somebody who is not, by name. */
export const Referred = t.union(
  [
    t.readonly(
      t.strict({ kind: t.literal('customer'), customerId: CustomerId }),
      'Referred<customer>',
    ),
    t.readonly(
      t.strict({ kind: t.literal('prospect'), name: personal(Name) }),
      'Referred<prospect>',
    ),
  ],
  'Referred',
)
export type Referred = t.TypeOf<typeof Referred>

/** How surely he means to buy: a whole number from 1, surely not, over 4, undecided, to 7, surely. Other scales are the host's to convert. */
export const Strength = whole(1, 7)
export type Strength = t.TypeOf<typeof Strength>

/** How well he thinks of somebody: a whole number from 0, nothing good, to 10. */
export const Attitude = whole(0, 10)
export type Attitude = t.TypeOf<typeof Attitude>
