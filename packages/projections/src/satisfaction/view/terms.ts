/**
 * What the host decides about the satisfaction view. What only he can know has no default.
 *
 * @since 0.1.0
 */
import type { followUp } from '@troth/core'

import { isZ, z95 } from '../../shared/interval.js'
import type { Calendar } from '../../shared/period.js'
import { indexItems, type IndexWeights } from '../customer-index.js'
import type { InvalidAnswer } from '../scale.js'
import { type CumulativeMethod, wrongMethod } from '../series.js'
import { dimensions, type DimensionWeights } from '../servqual.js'
import { wrongWeights } from '../weights.js'
import type { ChargeRule } from './charge.js'

/** From which answers the cumulative series is made, and how: never silently from those about single transactions. */
export interface Cumulative {
  readonly from: 'cumulative' | 'transaction'
  readonly method: CumulativeMethod
}

export interface Terms {
  readonly calendar: Calendar
  readonly charge: ChargeRule
  /** Milliseconds in which a case resolved at first contact must not be reopened. */
  readonly firstContactWindow: number
  /** By which a follow-up's visits are derived from its events: `followUp.followUp(rules)`. */
  readonly followUps: Pick<followUp.FollowUpDecider, 'initial' | 'evolve'>
  /** Without it there is no cumulative series. */
  readonly cumulative?: Cumulative
  /** A third each unless given. */
  readonly indexWeights?: IndexWeights
  /** Without them there are no weighted scores. */
  readonly servqualWeights?: DimensionWeights
  /** How wide intervals are: 1.959963984540054 (95 %) unless given. */
  readonly z?: number
}

/** A term by which nothing can be counted: `field` is a path such as `servqualWeights.empathy`. */
export type InvalidTerm = Pick<InvalidAnswer, 'field' | 'expected'>

const wrong = (holds: boolean, field: string, expected: string): ReadonlyArray<InvalidTerm> =>
  holds ? [] : [{ field, expected }]

const under = (path: string, found: InvalidAnswer | undefined): ReadonlyArray<InvalidTerm> =>
  found === undefined ? [] : [{ field: path + found.field, expected: found.expected }]

const longest = 8.64e15

/** All that is wrong with the terms. A host asks before he reads the view, for a figure that wrong ones forbid is none. */
export const checkTerms = (terms: Terms): ReadonlyArray<InvalidTerm> => {
  const { firstContactWindow, cumulative, indexWeights, servqualWeights, z = z95 } = terms
  return [
    ...wrong(
      firstContactWindow >= 0 && firstContactWindow <= longest,
      'firstContactWindow',
      `milliseconds from 0 to ${longest}`,
    ),
    ...under('cumulative.method.', cumulative && wrongMethod(cumulative.method)),
    ...under('', indexWeights && wrongWeights('indexWeights', indexItems, indexWeights, 1)),
    ...under(
      '',
      servqualWeights && wrongWeights('servqualWeights', dimensions, servqualWeights, 100),
    ),
    ...wrong(isZ(z), 'z', 'from 0 to 1e100'),
  ]
}
