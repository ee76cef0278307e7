/**
 * Who may decide what. The host gives the matrix; the domain only asks it.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Role } from './actor.js'
import { data } from './message.js'
import { Money } from './money.js'
import { listOf, oneOf } from './one-of.js'

/** What somebody may have to decide: a remedy's kind, or a matter that belongs to somebody above. */
export const Matter = oneOf('Matter', [
  'return',
  'exchange',
  'repair',
  'parts',
  'priceReduction',
  'compensation',
  'redo',
  'majorMatter',
  'departmentDispute',
  'blacklisting',
  'clearing',
])
export type Matter = t.TypeOf<typeof Matter>

/** One line of the matrix. `upTo` holds one limit per currency, in minor units; without it money sets no limit. */
export const Grant = data({ role: Role, matter: Matter }, { upTo: listOf(Money) }, 'Grant')
export type Grant = t.TypeOf<typeof Grant>

/** Which role may decide which matter, up to how much. What no line grants, nobody may decide. */
export const Authority = t.readonlyArray(Grant, 'Authority')
export type Authority = t.TypeOf<typeof Authority>

const covers = ({ upTo }: Grant, cost: Money | undefined): boolean =>
  upTo === undefined ||
  cost === undefined ||
  upTo.some(({ amount, currency }) => currency === cost.currency && cost.amount <= amount)

/** The roles that may decide `matter` at that cost, in the order of the matrix. */
export const whoMayDecide = (
  authority: Authority,
  matter: Matter,
  cost?: Money,
): ReadonlyArray<Role> => [
  ...new Set(
    authority.filter((g) => g.matter === matter && covers(g, cost)).map(({ role }) => role),
  ),
]

/** The line of the matrix by which `role` may decide `matter` at that cost: the first that says so. */
export const grantFor = (
  authority: Authority,
  role: Role,
  matter: Matter,
  cost?: Money,
): Grant | undefined =>
  authority.find((g) => g.role === role && g.matter === matter && covers(g, cost))

/** Whether `role` itself may decide `matter` at that cost. */
export const mayDecide = (
  authority: Authority,
  role: Role,
  matter: Matter,
  cost?: Money,
): boolean => whoMayDecide(authority, matter, cost).includes(role)
