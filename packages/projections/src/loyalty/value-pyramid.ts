/**
 * The value pyramid: who brings how much of the turnover.
 *
 * Curry and Curry (2000), "The Customer Marketing Method", on the customer pyramid.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../shared/figures.js'

/** Active: bought in the period. Inactive: before it. A prospect has shown interest; a suspect might. */
export type Standing = 'active' | 'inactive' | 'prospect' | 'suspect'

export interface Account {
  readonly customerId: string
  /** In one currency's units. */
  readonly turnover: number
  /** Active with any turnover and inactive with none, unless given. */
  readonly standing?: Standing | undefined
}

export type Level = 'top' | 'large' | 'medium' | 'small' | 'inactive' | 'prospect' | 'suspect'

export interface Layer {
  readonly level: Level
  readonly n: number
  readonly turnover: number
  /** Of the turnover of all layers; none where that is nothing. */
  readonly share: O.Option<number>
  /** Who is in it, the greatest turnover first. */
  readonly customers: ReadonlyArray<string>
}

const standingOf = ({ standing, turnover }: Account): Standing =>
  standing ?? (turnover > 0 ? 'active' : 'inactive')

/** Percentages from the top at which the layers of active customers end. */
const cuts: ReadonlyArray<readonly [Level, number]> = [
  ['top', 1],
  ['large', 5],
  ['medium', 20],
  ['small', 100],
]

/**
 * All seven layers from the top. Active customers are ranked by turnover, and by id where that is equal: the first 1 % are
 * `top`, the next 4 % `large`, the next 15 % `medium`, the other 80 % `small`. Each cut is rounded up to a whole customer.
 */
export const valuePyramid = (accounts: ReadonlyArray<Account>): ReadonlyArray<Layer> => {
  const ranked = [...accounts].sort(
    (a, b) => b.turnover - a.turnover || (a.customerId < b.customerId ? -1 : 1),
  )
  const total = sum(ranked.map(({ turnover }) => turnover))
  const standing = (as: Standing) => ranked.filter((account) => standingOf(account) === as)
  const layer = (level: Level, of: ReadonlyArray<Account>): Layer => {
    const turnover = sum(of.map((account) => account.turnover))
    return {
      level,
      n: of.length,
      turnover,
      share: total > 0 ? O.some(turnover / total) : O.none,
      customers: of.map(({ customerId }) => customerId),
    }
  }
  const active = standing('active')
  const cutAt = (percent: number): number => Math.ceil((active.length * percent) / 100)
  return [
    ...cuts.map(([level, to], i) =>
      layer(level, active.slice(cutAt(cuts[i - 1]?.[1] ?? 0), cutAt(to))),
    ),
    layer('inactive', standing('inactive')),
    layer('prospect', standing('prospect')),
    layer('suspect', standing('suspect')),
  ]
}
