/**
 * Figures: each says of how many it speaks, and is none where there was nothing to count.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

/** So many of so many. */
export interface Part {
  readonly count: number
  /** Of how many. */
  readonly n: number
}

/** How long something took: whole numbers in, milliseconds out. */
export interface Times {
  readonly n: number
  readonly median: number
  readonly mean: number
  readonly shortest: number
  readonly longest: number
}

export const part = (count: number, n: number): O.Option<Part> =>
  n === 0 ? O.none : O.some({ count, n })

/** The middle one in order of size, or the mean of the two in the middle. */
export const median = (values: ReadonlyArray<number>): O.Option<number> => {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? O.none : O.some((lower + upper) / 2)
}

export const sum = (values: ReadonlyArray<number>): number => values.reduce((a, b) => a + b, 0)

export const times = (values: ReadonlyArray<number>): O.Option<Times> =>
  O.map((middle: number) => ({
    n: values.length,
    median: middle,
    mean: sum(values) / values.length,
    shortest: values.reduce((a, b) => Math.min(a, b)),
    longest: values.reduce((a, b) => Math.max(a, b)),
  }))(median(values))
