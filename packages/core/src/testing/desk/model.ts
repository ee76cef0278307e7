/**
 * A desk's whole life, tried a thousand times: random customers, complaints, promises and follow-ups,
 * policies that hear late, twice, or are killed, and a clock that moves.
 *
 * @since 0.1.0
 */
import type fc from 'fast-check'

import type { Policy } from '../../policy/policy.js'
import { policyId } from '../../store/event-ids.js'
import type { FastCheck, Lawful } from '../decider-laws.js'
import { began, day } from '../pools.js'
import { type DeskDeciders, openDesk } from './desk.js'
import { type Breach, breaches } from './invariants.js'
import { anyStep, type Dispatched, type Step, takeStep } from './steps.js'

export interface DeskModel {
  readonly deciders: DeskDeciders
  readonly policies: ReadonlyArray<Policy>
}

/** Longer than any due instant of the kit is ahead, and any grace. */
const longAfter = 40 * day

/** One life, from the first step to the last, and what does not hold at its end. */
export const lifeOf =
  (fast: FastCheck, { deciders, policies }: DeskModel) =>
  (steps: ReadonlyArray<Step>): ReadonlyArray<Breach> => {
    const desk = openDesk(deciders, policies, began)
    const asked: Dispatched[] = []
    let ids = 0
    const take = takeStep(fast, desk, () => policyId('desk', String(ids++)), asked)
    steps.forEach(take)
    desk.settle()
    // By then whatever was to be done in time is late.
    desk.pass(longAfter)
    desk.settle()
    return breaches(desk)
  }

/** Up to 200 steps, mostly many. */
export const anyLife = (fast: FastCheck): fc.Arbitrary<ReadonlyArray<Step>> =>
  fast.array(anyStep(fast), { maxLength: 200, size: 'max' })

/**
 * One test: whatever is asked of a desk, in whatever order, and however its policies are interrupted, these hold at its end:
 *
 * - no complaint is closed over an open promise
 * - nothing settled changes
 * - every policy's effect happens exactly once
 * - replaying all streams gives the same states
 */
export const deskModel = (model: DeskModel, { test, fc: fast, numRuns = 1000 }: Lawful): void => {
  test('a desk keeps its invariants, whatever is asked of it', () => {
    const live = lifeOf(fast, model)
    fast.assert(
      fast.property(anyLife(fast), (steps) => {
        const [breach] = live(steps)
        if (breach !== undefined) throw new Error(`${breach.invariant}: ${breach.where}`)
      }),
      { numRuns },
    )
  })
}
