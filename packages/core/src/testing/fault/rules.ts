/**
 * Rules for trying things out, in which every refusal of a fault can be met.
 *
 * @since 0.1.0
 */
import type { FaultRules } from '../../fault/rules.js'
import { Authority } from '../../shared/authority.js'
import { made } from '../pools.js'

/** A head may decide a major matter, and so declare a crisis; nobody else may. */
export const faultRules: FaultRules = {
  authority: made(Authority, [
    { role: 'supervisor', matter: 'parts' },
    { role: 'head', matter: 'majorMatter' },
  ]),
}
