/**
 * How much each part of a score counts for.
 *
 * @since 0.1.0
 */
import { sum } from '../shared/figures.js'
import { type InvalidAnswer, invalidAnswer } from './scale.js'

/** What is wrong with the weights of a field, if anything is: each is zero or more, and together they are `total`, but for rounding. */
export const wrongWeights = <Name extends string>(
  field: string,
  names: ReadonlyArray<Name>,
  weights: Readonly<Record<Name, number>>,
  total: number,
): InvalidAnswer | undefined => {
  const wrong = names.find((name) => !(weights[name] >= 0 && weights[name] <= total))
  if (wrong !== undefined) return invalidAnswer(`${field}.${wrong}`, `from 0 to ${total}`)
  const off = Math.abs(sum(names.map((name) => weights[name])) - total)
  return off > total * 1e-9 ? invalidAnswer(field, `a sum of ${total}`) : undefined
}
