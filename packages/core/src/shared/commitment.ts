/**
 * What may be promised to a customer.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { oneOf } from './one-of.js'

/** A public claim is a promise (`publication`); a job on site is due when the customer said (`arrival`). */
export const PromiseKind = oneOf('PromiseKind', [
  'callback',
  'arrival',
  'delivery',
  'remedy',
  'contract',
  'publication',
])
export type PromiseKind = t.TypeOf<typeof PromiseKind>
