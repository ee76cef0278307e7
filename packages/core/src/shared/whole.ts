/**
 * Whole numbers in a range: the scales on which people are asked, and counts.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

export type WholeC = t.Type<number, number>

/** A whole number from `least` to `most`, both included. */
export const whole = (least: number, most: number): WholeC =>
  t.refinement(
    t.number,
    (n) => Number.isInteger(n) && n >= least && n <= most,
    `a whole number from ${String(least)} to ${String(most)}`,
  )
