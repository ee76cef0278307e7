/**
 * Where a figure may truly lie, seen through as few answers as there are.
 *
 * @since 0.1.0
 */

export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** The 97.5 % point of the normal law: an interval of so many standard errors to either side holds at 95 %. */
export const z95 = 1.959963984540054

/** Any width that a sum can be done with: from 0, a point, to 1e100, all there is. */
export const isZ = (z: number): boolean => z >= 0 && z <= 1e100

/** `margin` to either side of `value`, which lies within `bounds`, and no further than they are. */
export const around = (value: number, margin: number, bounds: Interval): Interval => ({
  lower: Math.max(bounds.lower, value - margin),
  upper: Math.min(bounds.upper, value + margin),
})

/** Whether two intervals have a point in common; figures whose intervals have one may differ all the same. */
export const overlap = (a: Interval, b: Interval): boolean =>
  a.lower <= b.upper && b.lower <= a.upper
