/**
 * The closed lists of a fault: what failed, whose it is, and how far the business has come with it.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { oneOf } from '../shared/one-of.js'

/** What can fail in use. */
export const FailedKind = oneOf('FailedKind', ['product', 'project', 'service'])
export type FailedKind = t.TypeOf<typeof FailedKind>

/** Whose a fault is to put right; only the service centre's own may be declared a crisis. */
export const OwnerKind = oneOf('OwnerKind', ['serviceCentre', 'department', 'partner', 'vendor'])
export type OwnerKind = t.TypeOf<typeof OwnerKind>

/**
 * The steps, in their order; `told` is both: whoever signed the contract and the manager in charge,
 * of whom either may be told first.
 */
export const FaultStep = oneOf('FaultStep', [
  'reported',
  'signerTold',
  'managerTold',
  'told',
  'filed',
  'leadershipTold',
  'tracked',
])
export type FaultStep = t.TypeOf<typeof FaultStep>
