/**
 * Dealings as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import { DealingsCommand } from '../../dealings/commands.js'
import { dealings } from '../../dealings/dealings.js'
import { DealingsEvent } from '../../dealings/events.js'
import type { DealingsRules } from '../../dealings/rules.js'
import { type DealingsState, orderOf } from '../../dealings/state.js'
import { Attitude, Price, Quantity, SignedUnits, Strength } from '../../dealings/values.js'
import { Money } from '../../shared/money.js'
import { fromCodec, type Pools } from '../from-codec.js'
import { instants, made, pools } from '../pools.js'
import { type Arbitraries, reachable } from '../reachable.js'
import { dealingsRules } from './rules.js'

export type DealingsArbitraries = Arbitraries<
  DealingsCommand,
  DealingsState,
  DealingsEvent,
  DealingsRules
>

const prices = [
  { amount: 0, currency: 'EUR' },
  { amount: 2_000, currency: 'EUR' },
  { amount: 2_001, currency: 'EUR' },
  { amount: 2_000, currency: 'JPY' },
].map((price) => made(Price, price))

/** Together as much as an order, or one unit more, or of another currency. */
const sums = [
  { amount: 1, currency: 'EUR' },
  { amount: 1_000, currency: 'EUR' },
  { amount: 1_000, currency: 'JPY' },
].map((sum) => made(Money, sum))

const dealingsPools: Pools = new Map<unknown, fc.Arbitrary<unknown>>([
  ...pools,
  [Money, fc.constantFrom(...sums)],
  [Price, fc.constantFrom(...prices)],
  [SignedUnits, fc.constantFrom(-1, 0, 700)],
  [Quantity, fc.constantFrom(1, 1_000_000_000)],
  [Strength, fc.constantFrom(1, 4, 5, 7)],
  [Attitude, fc.constantFrom(0, 10)],
])

const command = fromCodec(DealingsCommand, dealingsPools)
const event = fromCodec(DealingsEvent, dealingsPools)

/** What orders are made of: were they as rare as the rest, little would ever come back. */
const trade = command.filter(
  ({ type }) => type === 'RecordPurchase' || type === 'ReturnPurchase' || type === 'HandOverForUse',
)

interface Turn {
  readonly asked: DealingsCommand
  /** In the order of time; written down a little later; or as it comes, though it may be far too late. */
  readonly how: 'onward' | 'later' | 'asItComes'
}

const turn: fc.Arbitrary<Turn> = fc.record(
  {
    asked: fc.oneof({ arbitrary: trade, weight: 2 }, { arbitrary: command, weight: 1 }),
    how: fc.constantFrom('onward', 'onward', 'onward', 'later', 'later', 'asItComes'),
  },
  { noNullPrototype: true },
)

/** A part is given back in the currency that was paid, so far as the order is known. */
const inItsCurrency = (state: DealingsState, { type, data }: DealingsCommand): DealingsCommand => {
  if (type !== 'ReturnPurchase' || data.returned.extent === 'full')
    return { type, data } as DealingsCommand
  const { amount } = data.returned
  const currency = orderOf(state, data.orderId)?.amount.currency ?? amount.currency
  return { type, data: { ...data, returned: { extent: 'part', amount: { ...amount, currency } } } }
}

/** The next instant after the latest on record, or the one before it. */
const besides = (state: DealingsState, how: Turn['how']) => {
  const place = instants.filter((each) => state.latest === undefined || each <= state.latest).length
  return how === 'later'
    ? instants[Math.max(0, place - 2)]
    : instants[Math.min(instants.length - 1, state.latest === undefined ? 1 : place)]
}

/** A command that `state` calls for. */
const onward = (state: DealingsState, { asked, how }: Turn): DealingsCommand => {
  if (how === 'asItComes') return asked
  const { type, data } = how === 'onward' ? inItsCurrency(state, asked) : asked
  return { type, data: { ...data, at: besides(state, how) ?? data.at } } as DealingsCommand
}

const commandIn = (state: DealingsState): fc.Arbitrary<DealingsCommand> =>
  turn.map((each) => onward(state, each))

const turns = fc.oneof(
  fc.array(turn, { maxLength: 8 }),
  fc.array(turn, { minLength: 8, maxLength: 24, size: 'max' }),
)

/** For dealings under rules of one's own. */
export const dealingsArbitraries = (rules: DealingsRules): DealingsArbitraries => ({
  command,
  commandIn,
  event,
  ...reachable(dealings(rules), turns, onward),
  rules,
})

/** Dealings under the example rules. */
export const anyDealings: DealingsArbitraries = dealingsArbitraries(dealingsRules)
