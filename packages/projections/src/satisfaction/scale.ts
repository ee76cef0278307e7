/**
 * Scales that people answer on, and what is said of an answer that is not on them.
 *
 * @since 0.1.0
 */

/** From worst to best, both included. */
export interface Scale {
  readonly lowest: number
  readonly highest: number
}

/** The scales of the survey, and of the index that is computed from three of its items. */
export const scales = {
  csat: { lowest: 1, highest: 5 },
  nps: { lowest: 0, highest: 10 },
  effort: { lowest: 1, highest: 7 },
  servqual: { lowest: 1, highest: 7 },
  /** One item of the index; gain, and each part of the sacrifice, too. */
  item: { lowest: 1, highest: 10 },
  index: { lowest: 0, highest: 100 },
} as const satisfies Readonly<Record<string, Scale>>

/** Why there is no figure. `field` is a path such as `expectations[3]`; the answer itself is not repeated. */
export interface InvalidAnswer {
  readonly _tag: 'InvalidAnswer'
  readonly field: string
  readonly expected: string
}

export const invalidAnswer = (field: string, expected: string): InvalidAnswer => ({
  _tag: 'InvalidAnswer',
  field,
  expected,
})

/** Wide enough for any instrument, and narrow enough that the sums over all who answer stay finite. */
const widest = 1e15

/** Two ends, in order, each within ±1e15. */
export const isScale = ({ lowest, highest }: Scale): boolean =>
  lowest >= -widest && lowest < highest && highest <= widest

/** A value on the scale, between its steps too: what was computed from answers. */
export const isOn =
  ({ lowest, highest }: Scale) =>
  (value: number): boolean =>
    value >= lowest && value <= highest

/** A mean of values on the scale, which rounding must not carry beyond its ends. */
export const clip =
  ({ lowest, highest }: Scale) =>
  (value: number): number =>
    Math.min(highest, Math.max(lowest, value))

/** What a person can have ticked: one of the scale's whole numbers. */
export const isAnswer =
  (scale: Scale) =>
  (score: number): boolean =>
    Number.isInteger(score) && isOn(scale)(score)

/** What should have stood in the place of an answer. */
export const answerOn = ({ lowest, highest }: Scale): string =>
  `a whole number from ${lowest} to ${highest}`
