/**
 * Rules for trying things out, in which every limit and refusal of a promise can be met within a few days.
 *
 * @since 0.1.0
 */
import type { PromiseRules } from '../../promise/rules.js'
import { Authority } from '../../shared/authority.js'
import { hour, made } from '../pools.js'

/**
 * - An agent may promise a repair, and compensation up to EUR 50.00; a supervisor up to EUR 500.00; what is major is a
 *   head's, and so is every contract. Nobody may promise an exchange. Without a matter anybody may promise.
 * - A temporary agreement is confirmed within 2 hours, or declined, or lapses.
 * - An hour of grace.
 */
export const promiseRules: PromiseRules = {
  authority: made(Authority, [
    { role: 'agent', matter: 'repair' },
    { role: 'agent', matter: 'compensation', upTo: [{ amount: 5_000, currency: 'EUR' }] },
    { role: 'supervisor', matter: 'compensation', upTo: [{ amount: 50_000, currency: 'EUR' }] },
    { role: 'head', matter: 'majorMatter' },
  ]),
  matters: { contract: 'majorMatter' },
  confirmWithin: { within: 2 * hour },
  grace: hour,
}
