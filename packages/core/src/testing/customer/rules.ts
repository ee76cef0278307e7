/**
 * Rules for trying things out, in which every refusal of a customer's record can be met.
 *
 * @since 0.1.0
 */
import type { CustomerRules } from '../../customer/rules.js'
import { Authority } from '../../shared/authority.js'
import { made } from '../pools.js'

/** A supervisor may blacklist, a head may blacklist and clear; one purpose to consent to; one scheme of the host's own. */
export const customerRules: CustomerRules = {
  authority: made(Authority, [
    { role: 'supervisor', matter: 'blacklisting' },
    { role: 'head', matter: 'blacklisting' },
    { role: 'head', matter: 'clearing' },
  ]),
  purposes: ['survey'],
  schemes: [{ scheme: 'mood', values: ['gold', 'survey'] }],
}
