/**
 * What the host decides about the loyalty view. What only he can know has no default.
 *
 * @since 0.1.0
 */
import type { Instant } from '@troth/core'

import type { Calendar } from '../../shared/period.js'
import type { AttitudeAndPatronage } from '../attitude.js'
import type { Compounding } from '../behaviour.js'
import type { LifetimeTerms } from '../lifetime-value.js'
import type { Thresholds } from '../rfm/index.js'
import type { Rates } from './money.js'

/** What repeat patronage is: on how many days he came back to buy, or which part of his purchases are ours. */
export type Patronage = 'repeatDays' | 'shareOfPurchases'

export interface DickBasuTerms {
  readonly patronage: Patronage
  /** From where on each is high; stored beside the class. */
  readonly cutOffs: AttitudeAndPatronage
}

/** How what a customer has been worth is compounded: `rate` for every so many `days`, one at least. */
export interface PastValueTerms extends Compounding {
  readonly rate: number
  readonly days: number
}

export interface Terms {
  readonly calendar: Calendar
  /** Days of the window in which a customer is active, and which is set against the one before it: 365, say. */
  readonly windowDays: number
  /** As great a part of the value of the window before as must be lost for it to be a decline: 0.25, say. */
  readonly declineThreshold: number
  readonly dickBasu: DickBasuTerms
  /** From which answer on, from 1 to 7, an item is a sign of loyalty. */
  readonly phaseCutOff: number
  readonly pastValue: PastValueTerms
  /** Its `margin` is that of orders of which none is recorded, too. */
  readonly lifetime: Omit<LifetimeTerms, 'valuePerPurchase'>
  /** From when on the model's expectation is compared with what happened; without it, and until then, there is no comparison. */
  readonly holdoutFrom?: Instant
  /** Unless given, the quintiles of those who bought. */
  readonly rfmThresholds?: Thresholds
  /** Without them nothing of several currencies is added up. */
  readonly rates?: Rates
}
