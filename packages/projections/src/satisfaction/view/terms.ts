/**
 * What the host decides about the satisfaction view. What only he can know has no default.
 *
 * @since 0.1.0
 */
import type { followUp } from '@troth/core'

import type { Calendar } from '../../shared/period.js'
import type { IndexWeights } from '../customer-index.js'
import type { CumulativeMethod } from '../series.js'
import type { DimensionWeights } from '../servqual.js'
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
