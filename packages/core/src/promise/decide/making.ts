/**
 * A promise is made: for an instant to come, on a basis, and by somebody who may; or it begins as a temporary agreement.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { grantFor, type Matter, whoMayDecide } from '../../shared/authority.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import type { Instant } from '../../shared/instant.js'
import { same } from '../../shared/same.js'
import { due } from '../../time/deadline.js'
import type { Asked } from '../commands.js'
import { needsCost, type PromiseRules } from '../rules.js'
import type { PromiseFile } from '../state.js'
import { dueNotInFuture, type Objection, type PromiseDecision } from './answer.js'

type Asking = Asked<'MakePromise'>
type Founded = Asking & Required<Pick<Asking, 'basis'>>

/** What nobody put a name to is taken for a major matter, where it needs an approver at all. */
const matterOf = ({ matter, kind, temporary }: Asking, { matters }: PromiseRules) =>
  matter ?? matters?.[kind] ?? (temporary ? 'majorMatter' : undefined)

/** By when it is to be confirmed: as was said, or as the host has it, and never after it is due. */
const confirmation = (
  { confirmBy, dueAt, at }: Asking,
  { confirmWithin }: PromiseRules,
): Instant => {
  if (confirmBy !== undefined) return confirmBy
  const within = confirmWithin && O.toUndefined(due(confirmWithin, at, []))
  return within !== undefined && within < dueAt ? within : dueAt
}

const confirmedOutOfTime = ({ at, dueAt }: Asking, confirmBy: Instant): Objection => {
  if (confirmBy <= at) return { _tag: 'ConfirmByNotInFuture', confirmBy }
  return confirmBy > dueAt ? { _tag: 'ConfirmByAfterDue', confirmBy, dueAt } : undefined
}

const temporarily = (asked: Founded, matter: Matter, rules: PromiseRules): PromiseDecision => {
  const { temporary, ...terms } = asked
  const approvers = whoMayDecide(rules.authority, matter, asked.cost)
  if (approvers.length === 0)
    return reject({ _tag: 'NobodyMayDecide', matter, ...(asked.cost && { cost: asked.cost }) })
  const confirmBy = confirmation(asked, rules)
  return unless([confirmedOutOfTime(asked, confirmBy)], {
    type: 'TemporaryAgreementMade',
    data: { ...terms, matter, approvers, confirmBy },
  })
}

/** Beyond the giver's authority nothing binds before an approver has confirmed it. */
const byAuthority = (asked: Founded, rules: PromiseRules): PromiseDecision => {
  const { temporary, confirmBy, ...terms } = asked
  const { cost, by } = asked
  const matter = matterOf(asked, rules)
  if (matter === undefined)
    return cost
      ? reject({ _tag: 'MatterMissing', cost })
      : emit({ type: 'PromiseMade', data: terms })
  if (!cost && needsCost(matter)) return reject({ _tag: 'CostMissing', matter })
  const authority = temporary ? undefined : grantFor(rules.authority, by.role, matter, cost)
  return authority
    ? emit({ type: 'PromiseMade', data: { ...terms, matter, authority } })
    : temporarily(asked, matter, rules)
}

/** The rule against the blind promise: one that rests on no plan and no knowledge is not given. */
export const make = (asked: Asking, rules: PromiseRules): PromiseDecision => {
  const { basis } = asked
  if (basis === undefined) return reject({ _tag: 'BlindPromise' })
  const objection = dueNotInFuture(asked)
  return objection ? reject(objection) : byAuthority({ ...asked, basis }, rules)
}

/** Made already, on these terms or on others. Which matter it was may have been left to the host. */
export const makeAgain = ({ terms }: PromiseFile, asked: Asking): PromiseDecision => {
  const { at, by, temporary, confirmBy, ...again } = asked
  const { matter } = terms
  return same({ ...(matter && { matter }), ...again }, terms)
    ? nothing
    : reject({ _tag: 'AlreadyMade' })
}
