import { describe, expect, it, test } from 'vitest'

import { dealings } from '../../src/dealings/dealings.js'
import type { DealingsEvent } from '../../src/dealings/events.js'
import { leftOf, orderOf } from '../../src/dealings/state.js'
import { OrderLine } from '../../src/dealings/values.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { make } from '../support/make.js'
import {
  bought,
  buy,
  command,
  event,
  full,
  gaveBack,
  giveBack,
  handedOver,
  handOver,
  later,
  monday,
  order,
  part,
  price,
  rules,
  state,
  thursday,
  tuesday,
  wednesday,
} from '../support/dealings.js'

const scenario = scenarios(dealings(rules), { test })

describe('a purchase', () => {
  scenario('is recorded first of all')
    .given([])
    .when(buy(1))
    .records([bought(1)])

  scenario('is recorded beside another')
    .given([bought(1)])
    .when(buy(2, tuesday))
    .records([bought(2, tuesday)])

  const whole = {
    orderId: order(1),
    amount: price(2_000),
    margin: -150,
    lines: [
      { item: 'kettle', quantity: 2, amount: 2_100 },
      { item: 'voucher', quantity: 1, amount: -100 },
    ].map((line) => make(OrderLine)(line)),
  }
  scenario('is recorded with its margin and its lines, whatever they add up to')
    .given([])
    .when(command('RecordPurchase', whole))
    .records([event('PurchaseRecorded', whole)])

  scenario('that cost nothing is one')
    .given([])
    .when(buy(1, monday, 0))
    .records([bought(1, monday, 0)])

  scenario('of the same order number is the same')
    .given([bought(1)])
    .when(buy(1))
    .recordsNothing()

  scenario('of the same order number is the same whenever it is said to have been')
    .given([bought(1)])
    .when(buy(1, tuesday))
    .recordsNothing()

  scenario('is the same when its margin is said the second time')
    .given([bought(1)])
    .when(command('RecordPurchase', whole))
    .recordsNothing()

  scenario('is the same after part of it came back')
    .given([bought(1), gaveBack(1, part(500))])
    .when(buy(1))
    .recordsNothing()

  scenario('is not made again by being told again after it came back')
    .given([bought(1), gaveBack(1, full)])
    .when(buy(1))
    .recordsNothing()

  const another = {
    _tag: 'AnotherPurchase' as const,
    orderId: order(1),
    purchasedAt: monday,
    amount: price(2_000),
  }
  scenario('of the same number and another amount is refused with the one on record')
    .given([bought(1)])
    .when(buy(1, tuesday, 2_001))
    .refuses(another)

  scenario('of the same number and another currency is refused too')
    .given([bought(1)])
    .when(buy(1, tuesday, 2_000, 'USD'))
    .refuses(another)

  scenario('of what is left of the order is not the order')
    .given([bought(1), gaveBack(1, part(500))])
    .when(buy(1, tuesday, 1_500))
    .refuses(another)
})

describe('what comes back', () => {
  scenario('may be all of it')
    .given([bought(1)])
    .when(giveBack(1, full))
    .records([gaveBack(1, full)])

  scenario('may be all of it at the instant it was bought')
    .given([bought(1)])
    .when(giveBack(1, full, monday))
    .records([gaveBack(1, full, monday)])

  scenario('was bought before')
    .given([bought(1)])
    .when(giveBack(1, full, later(monday, -1)))
    .refuses({ _tag: 'NotYetPurchased', orderId: order(1), purchasedAt: monday })

  scenario('was bought before also in part')
    .given([bought(1)])
    .when(giveBack(1, part(1), later(monday, -1)))
    .refuses({ _tag: 'NotYetPurchased', orderId: order(1), purchasedAt: monday })

  scenario('is of an order that is on record')
    .given([bought(2)])
    .when(giveBack(1, full))
    .refuses({ _tag: 'NoSuchPurchase', orderId: order(1) })

  scenario('is refused where there is nothing at all')
    .given([])
    .when(giveBack(1, part(1)))
    .refuses({ _tag: 'NoSuchPurchase', orderId: order(1) })

  scenario('may be all of an order that cost nothing')
    .given([bought(1, monday, 0)])
    .when(giveBack(1, full))
    .records([gaveBack(1, full)])

  scenario('is on record once by its id')
    .given([bought(1), gaveBack(1, full)])
    .when(giveBack(1, full, wednesday))
    .recordsNothing()

  scenario('is on record once though another order is named the second time')
    .given([bought(1), bought(2), gaveBack(1, full)])
    .when(giveBack(1, full, wednesday, 2))
    .recordsNothing()

  scenario('comes back once as a whole')
    .given([bought(1), gaveBack(1, full)])
    .when(giveBack(2, full, wednesday))
    .refuses({ _tag: 'AlreadyReturned', orderId: order(1), returnedAt: tuesday })

  scenario('comes back once as a whole, also when the second was sooner')
    .given([bought(1), gaveBack(1, full)])
    .when(giveBack(2, full, monday))
    .refuses({ _tag: 'AlreadyReturned', orderId: order(1), returnedAt: tuesday })

  scenario('of one order leaves the other')
    .given([bought(1), bought(2), gaveBack(1, full)])
    .when(giveBack(2, full, wednesday, 2))
    .records([gaveBack(2, full, wednesday, 2)])
})

describe('a part that comes back', () => {
  scenario('may be less than there is')
    .given([bought(1)])
    .when(giveBack(1, part(1_999)))
    .records([gaveBack(1, part(1_999))])

  scenario('may be as much as there is')
    .given([bought(1)])
    .when(giveBack(1, part(2_000)))
    .records([gaveBack(1, part(2_000))])

  scenario('is not more than there is')
    .given([bought(1)])
    .when(giveBack(1, part(2_001)))
    .refuses({ _tag: 'MoreThanLeft', orderId: order(1), left: price(2_000) })

  scenario('may be the rest')
    .given([bought(1), gaveBack(1, part(500)), gaveBack(2, part(700))])
    .when(giveBack(3, part(800)))
    .records([gaveBack(3, part(800))])

  scenario('is not more than the rest')
    .given([bought(1), gaveBack(1, part(500)), gaveBack(2, part(700))])
    .when(giveBack(3, part(801)))
    .refuses({ _tag: 'MoreThanLeft', orderId: order(1), left: price(800) })

  scenario('is nothing of an order that cost nothing')
    .given([bought(1, monday, 0)])
    .when(giveBack(1, part(1)))
    .refuses({ _tag: 'MoreThanLeft', orderId: order(1), left: price(0) })

  scenario('is given back in the currency that was paid')
    .given([bought(1)])
    .when(giveBack(1, part(1, 'USD')))
    .refuses({
      _tag: 'OtherCurrency',
      orderId: order(1),
      currency: price(1).currency,
    })

  scenario('is of another currency before it is too much')
    .given([bought(1)])
    .when(giveBack(1, part(2_001, 'USD')))
    .refuses({
      _tag: 'OtherCurrency',
      orderId: order(1),
      currency: price(1).currency,
    })

  scenario('of one order takes nothing from another')
    .given([bought(1), bought(2), gaveBack(1, part(2_000))])
    .when(giveBack(2, part(2_000), tuesday, 2))
    .records([gaveBack(2, part(2_000), tuesday, 2)])

  scenario('does not come after the whole did')
    .given([bought(1), gaveBack(1, full)])
    .when(giveBack(2, part(1), wednesday))
    .refuses({ _tag: 'AlreadyReturned', orderId: order(1), returnedAt: tuesday })

  scenario('does not come at the instant the whole did')
    .given([bought(1), gaveBack(1, full)])
    .when(giveBack(2, part(1), tuesday))
    .refuses({ _tag: 'AlreadyReturned', orderId: order(1), returnedAt: tuesday })

  scenario('that came before the whole may be written down after it')
    .given([bought(1), gaveBack(1, full)])
    .when(giveBack(2, part(2_000), later(tuesday, -1)))
    .records([gaveBack(2, part(2_000), later(tuesday, -1))])

  scenario('that came before the whole was no more than there was')
    .given([bought(1), gaveBack(1, full)])
    .when(giveBack(2, part(2_001), later(tuesday, -1)))
    .refuses({ _tag: 'MoreThanLeft', orderId: order(1), left: price(2_000) })

  scenario('that leaves no money to give back leaves the thing, which may still come back')
    .given([bought(1), gaveBack(1, part(2_000))])
    .when(giveBack(2, full))
    .records([gaveBack(2, full)])

  scenario('may come at the instant the whole does')
    .given([bought(1), gaveBack(1, part(500), wednesday)])
    .when(giveBack(2, full, wednesday))
    .records([gaveBack(2, full, wednesday)])

  scenario('did not come after the whole, when that is written down later')
    .given([bought(1), gaveBack(1, part(500), wednesday)])
    .when(giveBack(2, full, later(wednesday, -1)))
    .refuses({ _tag: 'PartReturnedSince', orderId: order(1), partReturnedAt: wednesday })

  scenario('did not come after the whole, whichever part was written down last')
    .given([bought(1), gaveBack(1, part(500), wednesday), gaveBack(2, part(500), tuesday)])
    .when(giveBack(3, full, later(wednesday, -1)))
    .refuses({ _tag: 'PartReturnedSince', orderId: order(1), partReturnedAt: wednesday })

  scenario('may have another after it, and the latest counts')
    .given([bought(1), gaveBack(1, part(500), tuesday), gaveBack(2, part(500), wednesday)])
    .when(giveBack(3, full, later(wednesday, -1)))
    .refuses({ _tag: 'PartReturnedSince', orderId: order(1), partReturnedAt: wednesday })

  scenario('may follow a part that came later')
    .given([bought(1), gaveBack(1, part(500), wednesday)])
    .when(giveBack(2, part(500), tuesday))
    .records([gaveBack(2, part(500), tuesday)])
})

describe('what is handed over for use', () => {
  scenario('may be of an order')
    .given([bought(1)])
    .when(handOver(1, { orderId: order(1) }))
    .records([handedOver(1, { orderId: order(1) })])

  scenario('may be there without one')
    .given([])
    .when(handOver(1))
    .records([handedOver(1)])

  scenario('may be handed over for a trial before it is bought')
    .given([bought(1, wednesday)])
    .when(handOver(1, { orderId: order(1) }, tuesday))
    .records([handedOver(1, { orderId: order(1) }, tuesday)])

  scenario('is not of an order that nobody knows')
    .given([bought(1)])
    .when(handOver(1, { orderId: order(2) }))
    .refuses({ _tag: 'NoSuchPurchase', orderId: order(2) })

  scenario('has a warranty that is still to run')
    .given([])
    .when(handOver(1, { warrantyUntil: later(tuesday, 1) }))
    .records([handedOver(1, { warrantyUntil: later(tuesday, 1) })])

  scenario('has none that is over as it begins')
    .given([])
    .when(handOver(1, { warrantyUntil: tuesday }))
    .refuses({ _tag: 'WarrantyNotInFuture', warrantyUntil: tuesday })

  scenario('is refused for its order before its warranty')
    .given([])
    .when(handOver(1, { orderId: order(1), warrantyUntil: tuesday }))
    .refuses({ _tag: 'NoSuchPurchase', orderId: order(1) })

  scenario('is on record once by its id')
    .given([handedOver(1)])
    .when(handOver(1, { warrantyUntil: thursday }, wednesday))
    .recordsNothing()

  scenario('is on record once, though it would be refused by now')
    .given([handedOver(1)])
    .when(handOver(1, { warrantyUntil: tuesday }))
    .recordsNothing()
})

describe('an order', () => {
  const left = (...history: ReadonlyArray<DealingsEvent>) => {
    const known = orderOf(state(...history), order(1))
    return known && leftOf(known)
  }

  it('is none before it is on record', () => {
    expect(left(bought(2))).toBeUndefined()
  })

  it('is worth what it cost, less what came back in part', () => {
    expect(left(bought(1, monday, 2_000, 'USD'))).toEqual(price(2_000, 'USD'))
    expect(left(bought(1), gaveBack(1, part(500)), gaveBack(2, part(300)))).toEqual(price(1_200))
  })

  it('is worth nothing once it came back whole', () => {
    expect(left(bought(1), gaveBack(1, full))).toEqual(price(0))
  })
})

describe('a record that the desk would not have written', () => {
  it('of one order number twice has the first', () => {
    expect(orderOf(state(bought(1), bought(1, tuesday, 1, 'USD')), order(1))).toEqual({
      at: monday,
      amount: price(2_000),
      left: 2_000,
    })
  })

  it('of one return twice takes it away once', () => {
    const twice = state(bought(1), gaveBack(1, part(500)), gaveBack(1, part(500)))
    expect(orderOf(twice, order(1))?.left).toBe(1_500)
  })

  it('of more come back than there was leaves nothing', () => {
    expect(orderOf(state(bought(1), gaveBack(1, part(2_001))), order(1))?.left).toBe(0)
  })

  it('of money given back in another currency leaves what was paid', () => {
    const order1 = orderOf(state(bought(1), gaveBack(1, part(500, 'USD'))), order(1))
    expect(order1?.left).toBe(2_000)
    expect(order1?.partReturnedAt).toBe(tuesday)
  })

  it('of the whole come back twice has the first', () => {
    const twice = state(bought(1), gaveBack(1, full), gaveBack(2, full, wednesday))
    expect(orderOf(twice, order(1))?.returnedAt).toBe(tuesday)
  })

  it('of something come back that was never bought has no order', () => {
    expect(orderOf(state(gaveBack(1, full)), order(1))).toBeUndefined()
  })
})
