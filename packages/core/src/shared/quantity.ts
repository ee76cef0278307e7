/**
 * How many of a thing.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

/** How many: a whole number from 1 to 1,000,000,000. */
export const Quantity = t.refinement(
  t.number,
  (n) => Number.isInteger(n) && n >= 1 && n <= 1_000_000_000,
  'Quantity',
)
export type Quantity = t.TypeOf<typeof Quantity>
