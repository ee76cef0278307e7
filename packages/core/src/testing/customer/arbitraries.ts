/**
 * Customers as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import { HostScheme } from '../../customer/classification.js'
import { CustomerCommand } from '../../customer/commands.js'
import { customer } from '../../customer/customer.js'
import { CustomerEvent } from '../../customer/events.js'
import type { CustomerRules } from '../../customer/rules.js'
import { type CustomerState, himself } from '../../customer/state.js'
import { ImportantDay, Quantity, Year } from '../../customer/values.js'
import { Name } from '../../shared/text.js'
import { fromCodec, type Pools } from '../from-codec.js'
import { instants, made, pools } from '../pools.js'
import { type Arbitraries, reachable } from '../reachable.js'
import { customerRules } from './rules.js'

export type CustomerArbitraries = Arbitraries<
  CustomerCommand,
  CustomerState,
  CustomerEvent,
  CustomerRules
>

const days = [
  { date: '02-29' },
  { date: '02-29', year: 2024 },
  { date: '12-31', year: 1999 },
  { date: '01-01' },
].map((day) => made(ImportantDay, day))

/** What is a customer's alone, and a host's word known to the example rules beside one that is not. */
const customerPools: Pools = new Map<unknown, fc.Arbitrary<unknown>>([
  ...pools,
  [Name, fc.constantFrom(...['survey', 'gold', 'parts'].map((s) => made(Name, s)))],
  [HostScheme, fc.constantFrom(...['mood', 'region'].map((s) => made(HostScheme, s)))],
  [ImportantDay, fc.constantFrom(...days)],
  [Year, fc.constantFrom(...[2026, 2027, 2028].map((n) => made(Year, n)))],
  [Quantity, fc.constantFrom(1, 1_000_000_000)],
])

const command = fromCodec(CustomerCommand, customerPools)
const event = fromCodec(CustomerEvent, customerPools)
const register = command.filter(({ type }) => type === 'RegisterCustomer')

interface Turn {
  readonly asked: CustomerCommand
  readonly first: CustomerCommand
  /** As it comes, though it may be far too late. */
  readonly late: boolean
}

const turn: fc.Arbitrary<Turn> = fc.record(
  {
    asked: command,
    first: fc.oneof({ arbitrary: register, weight: 4 }, { arbitrary: command, weight: 1 }),
    late: fc.oneof({ arbitrary: fc.constant(false), weight: 6 }, fc.boolean()),
  },
  { noNullPrototype: true },
)

/** Most is asked in the order of time, of somebody who is registered at the beginning of it. */
const onward = (state: CustomerState, { asked, first, late }: Turn): CustomerCommand => {
  if (state._tag === 'NotRegistered') {
    const at = instants[1] ?? first.data.at
    return late ? first : ({ ...first, data: { ...first.data, at } } as CustomerCommand)
  }
  const { latest } = himself(state).file
  return late || asked.data.at > latest
    ? asked
    : ({ ...asked, data: { ...asked.data, at: latest } } as CustomerCommand)
}

const commandIn = (state: CustomerState): fc.Arbitrary<CustomerCommand> =>
  turn.map((each) => onward(state, each))

const turns = fc.oneof(
  fc.array(turn, { maxLength: 8 }),
  fc.array(turn, { minLength: 8, maxLength: 40, size: 'max' }),
)

/** For customers under rules of one's own. */
export const customerArbitraries = (rules: CustomerRules): CustomerArbitraries => ({
  command,
  commandIn,
  event,
  ...reachable(customer(rules), turns, onward),
  rules,
})

/** Customers under the example rules. */
export const anyCustomer: CustomerArbitraries = customerArbitraries(customerRules)
