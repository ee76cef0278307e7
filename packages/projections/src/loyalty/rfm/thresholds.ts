/**
 * RFM by thresholds: each of recency, frequency and monetary value scored by itself.
 *
 * @since 0.1.0
 */

/** `recency` in any unit of time since the last purchase: the less, the better. Of the others: the more, the better. */
export interface Behaviour {
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
}

/** Where one score ends and the next begins, rising; four of them make five scores. */
export interface Thresholds {
  readonly recency: ReadonlyArray<number>
  readonly frequency: ReadonlyArray<number>
  readonly monetary: ReadonlyArray<number>
}

/** How many thresholds a value has reached: it belongs to the cell with lower <= value < upper. */
const reached = (value: number, thresholds: ReadonlyArray<number>): number =>
  thresholds.filter((threshold) => threshold <= value).length

/**
 * Three figures, recency first, such as `'343'`: 1 to 5 with four thresholds each, 5 best. A value that is a threshold
 * belongs to the cell above it, of recency too, where that cell has the lower score.
 *
 * Kumar and Reinartz (2018), "Customer Relationship Management", on RFM coding; the cells are those of the R package rfm.
 */
export const scoreByThresholds = (
  { recency, frequency, monetary }: Behaviour,
  thresholds: Thresholds,
): string =>
  [
    thresholds.recency.length + 1 - reached(recency, thresholds.recency),
    1 + reached(frequency, thresholds.frequency),
    1 + reached(monetary, thresholds.monetary),
  ].join('')

/**
 * The thresholds that cut `values` into so many parts: the quantiles at 1/parts, 2/parts and so on, between the two
 * values next to each by how far it is from either. None of no values.
 *
 * Hyndman and Fan (1996), "Sample Quantiles in Statistical Packages", The American Statistician 50(4), definition 7.
 */
export const quantileThresholds = (
  values: ReadonlyArray<number>,
  parts: number,
): ReadonlyArray<number> => {
  const sorted = [...values].sort((a, b) => a - b)
  return Array.from({ length: Math.max(0, parts - 1) }, (_, i) => {
    const at = ((i + 1) * (sorted.length - 1)) / parts
    const lower = sorted[Math.floor(at)]
    const upper = sorted[Math.ceil(at)]
    return lower === undefined || upper === undefined
      ? []
      : [lower + (at - Math.floor(at)) * (upper - lower)]
  }).flat()
}
