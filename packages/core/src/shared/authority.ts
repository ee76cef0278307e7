/**
 * Who may decide what. The host gives the matrix; the domain only asks it.
 *
 * @since 0.1.0
 */
import type { Role } from './actor.js'
import type { Money } from './money.js'

/** What somebody may have to decide: a remedy's kind, or a matter that belongs to somebody above. */
export type Matter =
  | 'return'
  | 'exchange'
  | 'repair'
  | 'parts'
  | 'priceReduction'
  | 'compensation'
  | 'redo'
  | 'majorMatter'
  | 'departmentDispute'

/** One line of the matrix. `upTo` holds one limit per currency, in minor units; without it money sets no limit. */
export interface Grant {
  readonly role: Role
  readonly matter: Matter
  readonly upTo?: ReadonlyArray<Money>
}

/** Which role may decide which matter, up to how much. What no line grants, nobody may decide. */
export type Authority = ReadonlyArray<Grant>

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

/** Whether `role` itself may decide `matter` at that cost. */
export const mayDecide = (
  authority: Authority,
  role: Role,
  matter: Matter,
  cost?: Money,
): boolean => whoMayDecide(authority, matter, cost).includes(role)
