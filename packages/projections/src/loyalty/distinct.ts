/**
 * The different numbers in a column, so that what one of them decides is worked out once and not once a row.
 *
 * @since 0.1.0
 */

/** `values` in the order in which they are first met; row i has the one at `at[i]`. */
export interface Distinct {
  readonly values: ReadonlyArray<number>
  readonly at: Int32Array
}

export const distinct = (column: Float64Array): Distinct => {
  const places = new Map<number, number>()
  const at = new Int32Array(column.length)
  column.forEach((value, i) => {
    const place = places.get(value) ?? places.size
    places.set(value, place)
    at[i] = place
  })
  return { values: [...places.keys()], at }
}

/** From here on a climb over a few of the rows is worth its time. */
const many = 50_000

/** Which of so many rows to take for a sketch of them, where they are very many: every nth, some 20,000 in all. */
export const sketched = (n: number): ((column: Float64Array) => Float64Array) | undefined => {
  if (n <= many) return undefined
  const every = Math.floor(n / 20_000)
  return (column) => column.filter((_, i) => i % every === 0)
}
