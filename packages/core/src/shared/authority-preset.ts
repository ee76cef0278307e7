/**
 * Who usually decides what: a matrix that ships as data, for the host to take as it is or to add to.
 *
 * @since 0.1.0
 */
import type { Role } from './actor.js'
import type { Authority, Matter } from './authority.js'

const grant = (role: string, matter: Matter): Authority[number] => ({ role: role as Role, matter })

/**
 * Parts are the sales manager's to decide, return and price reduction the head of the company's, a major matter the general
 * manager's, a dispute between departments the office's. It sets no limit of money, and grants nothing else: what a host's own
 * people may decide (repairs, compensation, blacklisting) is for him to add.
 *
 * ```ts
 * const authority: Authority = [...authorityPreset, ...ours]
 * ```
 */
export const authorityPreset: Authority = [
  grant('salesManager', 'parts'),
  grant('headOfCompany', 'return'),
  grant('headOfCompany', 'priceReduction'),
  grant('generalManager', 'majorMatter'),
  grant('office', 'departmentDispute'),
]
