/**
 * How a customer becomes known to the business, and comes back to it.
 *
 * @since 0.1.0
 */
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import { same } from '../../shared/same.js'
import type { Asked } from '../commands.js'
import type { CustomerRules } from '../rules.js'
import type { CustomerFile, Registration, Single } from '../state.js'
import { barred } from './standing.js'
import type { CustomerDecision } from './answer.js'

export const register = (asked: Asked<'RegisterCustomer'>): CustomerDecision =>
  emit({ type: 'CustomerRegistered', data: asked })

/** Whoever was lost may be registered anew, though never as another kind of party: that is somebody else. */
export const registerAgain = (
  { _tag, file }: Extract<Single, { _tag: 'Active' | 'Lost' }>,
  asked: Asked<'RegisterCustomer'>,
  rules: CustomerRules,
): CustomerDecision => {
  const { by, ...facts } = asked
  const again: Registration = { ...facts, by: by.id }
  const { kind } = file.registration
  if (same(file.registration, again)) return nothing
  if (_tag === 'Active' || asked.kind !== kind) return reject({ _tag: 'AlreadyRegistered', kind })
  return unless([barred(rules, file, by)], { type: 'CustomerRegisteredAnew', data: asked })
}

export const becomeBuyer = (
  { stage }: CustomerFile,
  asked: Asked<'BecomeBuyer'>,
): CustomerDecision =>
  stage === 'buyer' ? nothing : emit({ type: 'CustomerBecameBuyer', data: asked })

export const rename = ({ name }: CustomerFile, asked: Asked<'RenameCustomer'>): CustomerDecision =>
  same(name, asked.name) ? nothing : emit({ type: 'CustomerRenamed', data: asked })

export const lose = (
  state: Extract<Single, { _tag: 'Active' | 'Lost' }>,
  asked: Asked<'LoseCustomer'>,
): CustomerDecision => {
  if (state._tag === 'Active') return emit({ type: 'CustomerLost', data: asked })
  const { reason, at: lostAt } = state
  return reason === asked.reason ? nothing : reject({ _tag: 'AlreadyLost', reason, lostAt })
}

/** To win back a blacklisted customer is to take him in again, as registering him anew is. */
export const winBack = (
  { _tag, file }: Extract<Single, { _tag: 'Active' | 'Lost' }>,
  asked: Asked<'WinBackCustomer'>,
  rules: CustomerRules,
): CustomerDecision =>
  _tag === 'Active'
    ? nothing
    : unless([barred(rules, file, asked.by)], { type: 'CustomerWonBack', data: asked })
