/**
 * When a customer, a manager or a case is to be looked at. Only the host can know: none of it has a default.
 *
 * @since 0.1.0
 */
import type { Currency, Problem } from '@troth/core'

/** Within so many milliseconds until now. */
export interface Lately {
  readonly within: number
}

/** So many at least, lately. */
export interface Often extends Lately {
  readonly atLeast: number
}

/** A sum in whole minor units, of either sign. */
export interface Sum {
  readonly amount: number
  readonly currency: Currency
}

/** `off`: nobody asks for this warning. Fractions are from 0 to 1, durations milliseconds. */
export interface Thresholds {
  /** Complaints in which compensation was asked. */
  readonly manyClaims: Often | 'off'
  /** Complaints in which compensation was paid, for each purchase: more than this. */
  readonly claimRatio: (Lately & { readonly above: number }) | 'off'
  /** The part by which his value fell at least, from the twelve months before to the last twelve. */
  readonly fallInValue: number | 'off'
  /** For how long a request may go undecided since it was received or reopened. */
  readonly noDecision: number | 'off'
  /** For how long courtesies may be all that a complaint was given. */
  readonly courtesiesOnly: number | 'off'
  /** How long a broken promise is warned of. */
  readonly promiseBroken: Lately | 'off'
  /** How long a greeting or visit that was not made is warned of. */
  readonly visitMissed: Lately | 'off'
  /** How many customers one manager may have; with more of them he is warned of. */
  readonly managerHolds: number | 'off'

  /** Poor: what his purchases earned lately, in any of these currencies, was less. */
  readonly unprofitable: (Lately & { readonly below: ReadonlyArray<Sum> }) | 'off'
  /** Poor: so many complaints were caused by want of credit, or found to be deliberate difficulty. */
  readonly creditPoor: Often | 'off'
  /** Poor: what he thinks of us, less what he thinks of the best rival (-10 to 10), is less. */
  readonly relationshipPoor: number | 'off'
  /** Poor: so many visits to him were missed, or promises to him broken. */
  readonly underServed: Often | 'off'
  /** Good: what his purchases earned lately, in any of these currencies, was this at least. */
  readonly profitable: (Lately & { readonly atLeast: ReadonlyArray<Sum> }) | 'off'
  /** Good: what he thinks of us, less what he thinks of the best rival (-10 to 10), is this at least. */
  readonly relationshipGood: number | 'off'
  /** Good: so many whom he sent to us. */
  readonly refers: Often | 'off'
}

const wrong = (field: string, expected: string, ok: boolean): ReadonlyArray<Problem> =>
  ok ? [] : [{ field, expected }]

const duration = (field: string, ms: number): ReadonlyArray<Problem> =>
  wrong(field, 'whole milliseconds, at least 0', Number.isSafeInteger(ms) && ms >= 0)

const often = (field: string, { atLeast, within }: Often): ReadonlyArray<Problem> => [
  ...wrong(
    `${field}.atLeast`,
    'a whole number, at least 1',
    Number.isSafeInteger(atLeast) && atLeast >= 1,
  ),
  ...duration(`${field}.within`, within),
]

const difference = (field: string, points: number): ReadonlyArray<Problem> =>
  wrong(field, 'a number from -10 to 10', points >= -10 && points <= 10)

const unlessOff = <A>(
  threshold: A | 'off',
  check: (threshold: A) => ReadonlyArray<Problem>,
): ReadonlyArray<Problem> => (threshold === 'off' ? [] : check(threshold))

/** All that is wrong with the thresholds; a host asks before he reads his first warning. */
export const checkThresholds = (of: Thresholds): ReadonlyArray<Problem> => [
  ...unlessOff(of.manyClaims, (t) => often('manyClaims', t)),
  ...unlessOff(of.claimRatio, ({ above, within }) => [
    ...wrong('claimRatio.above', 'a number, at least 0', above >= 0 && above < Infinity),
    ...duration('claimRatio.within', within),
  ]),
  ...unlessOff(of.fallInValue, (t) =>
    wrong('fallInValue', 'a fraction, more than 0 and at most 1', t > 0 && t <= 1),
  ),
  ...unlessOff(of.noDecision, (t) => duration('noDecision', t)),
  ...unlessOff(of.courtesiesOnly, (t) => duration('courtesiesOnly', t)),
  ...unlessOff(of.promiseBroken, ({ within }) => duration('promiseBroken.within', within)),
  ...unlessOff(of.visitMissed, ({ within }) => duration('visitMissed.within', within)),
  ...unlessOff(of.managerHolds, (t) =>
    wrong('managerHolds', 'a whole number, at least 0', Number.isSafeInteger(t) && t >= 0),
  ),
  ...unlessOff(of.unprofitable, ({ within }) => duration('unprofitable.within', within)),
  ...unlessOff(of.creditPoor, (t) => often('creditPoor', t)),
  ...unlessOff(of.relationshipPoor, (t) => difference('relationshipPoor', t)),
  ...unlessOff(of.underServed, (t) => often('underServed', t)),
  ...unlessOff(of.profitable, ({ within }) => duration('profitable.within', within)),
  ...unlessOff(of.relationshipGood, (t) => difference('relationshipGood', t)),
  ...unlessOff(of.refers, (t) => often('refers', t)),
]
