/**
 * Targets: what a figure is to come to, and whether it did.
 *
 * @since 0.1.0
 */
import { type Problem } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import type { Interval } from '../shared/interval.js'
import type { TableRow } from '../shared/table-row.js'

/** `of`: whether it is what customers got (result), or what the desk does for it (process). Shares are from 0 to 1. */
export interface Target {
  /** The name of the measure. */
  readonly measure: string
  readonly of: 'result' | 'process'
  readonly comparator: '>=' | '<'
  readonly value: number
}

/** What was measured, of how many; a share has an interval, a plain count has none. */
export interface Measured {
  readonly value: number
  readonly n: number
  readonly interval?: Interval
}

/** By the name of the measure. What is none was measured of nothing. */
export type Measures = Readonly<Record<string, O.Option<Measured>>>

/**
 * `unknown`: nothing was measured, or of nothing. `sure`: the whole interval says the same; a count is sure, and of what is
 * unknown nothing is.
 */
export interface Assessment {
  readonly target: Target
  readonly measured: O.Option<Measured>
  readonly verdict: 'met' | 'missed' | 'unknown'
  readonly sure: boolean
}

/**
 * Targets that ship as data, for the host to take as they are or to change: calls connected at least 90 %; large customers'
 * complaint satisfaction 100 % and none of them lost; damage and shortage less than 0.1 % of orders. How many calls
 * were connected only the host can measure.
 */
export const targetsPreset: ReadonlyArray<Target> = [
  { measure: 'callsConnected', of: 'process', comparator: '>=', value: 0.9 },
  { measure: 'largeComplaintSatisfaction', of: 'result', comparator: '>=', value: 1 },
  { measure: 'largeCustomersLost', of: 'result', comparator: '<', value: 1 },
  { measure: 'damageAndShortage', of: 'result', comparator: '<', value: 0.001 },
]

const holds = ({ comparator, value }: Target, measured: number): boolean =>
  comparator === '>=' ? measured >= value : measured < value

const assess = (target: Target, measured: O.Option<Measured>): Assessment => {
  // What a host measured himself may be of nothing, or no number.
  if (O.isNone(measured) || !(measured.value.n > 0) || !Number.isFinite(measured.value.value))
    return { target, measured: O.none, verdict: 'unknown', sure: false }
  const { value, interval = { lower: value, upper: value } } = measured.value
  const isMet = holds(target, value)
  return {
    target,
    measured,
    verdict: isMet ? 'met' : 'missed',
    sure: holds(target, interval.lower) === isMet && holds(target, interval.upper) === isMet,
  }
}

/** Each target against what was measured, in the order of the targets. */
export const assessments = (
  targets: ReadonlyArray<Target>,
  measures: Measures,
): ReadonlyArray<Assessment> =>
  targets.map((target) =>
    assess(
      target,
      // A measure may be called `constructor`, which every object has.
      Object.hasOwn(measures, target.measure) ? (measures[target.measure] ?? O.none) : O.none,
    ),
  )

/** All that is wrong with targets; a host asks before he holds anything against them. */
export const checkTargets = (targets: ReadonlyArray<Target>): ReadonlyArray<Problem> =>
  targets.flatMap(({ measure, comparator, of, value }, i) => {
    const wrong = (field: string, expected: string, ok: boolean): ReadonlyArray<Problem> =>
      ok ? [] : [{ field: `targets[${String(i)}].${field}`, expected }]
    // A host without types may say what no type allows.
    const [compared, sort]: ReadonlyArray<string> = [comparator, of]
    return [
      ...wrong('measure', 'the name of a measure', measure.trim() !== ''),
      ...wrong('comparator', '>= or <', compared === '>=' || compared === '<'),
      ...wrong('of', 'result or process', sort === 'result' || sort === 'process'),
      ...wrong('value', 'a number', Number.isFinite(value)),
    ]
  })

/** The assessments as a table: one row a target. */
export const targetRows = (all: ReadonlyArray<Assessment>): ReadonlyArray<TableRow> =>
  all.map(({ target, measured, verdict, sure }) => {
    const of = O.toNullable(measured)
    return {
      measure: target.measure,
      of: target.of,
      comparator: target.comparator,
      target: target.value,
      value: of?.value ?? null,
      n: of?.n ?? null,
      lower: of?.interval?.lower ?? null,
      upper: of?.interval?.upper ?? null,
      verdict,
      sure,
    }
  })
