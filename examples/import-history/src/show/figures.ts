import type { Interval, Part, Share, Times } from '@troth/projections'
import * as O from 'fp-ts/lib/Option.js'

import { counted, decimal, duration, indented, number, percent, table } from './text.js'

/** A figure under its name, and beside it of how many it speaks. */
export type Line = readonly [name: string, figure: string, remark: string]

export const nothing = ['none', 'nothing to count'] as const

export const figures = (lines: ReadonlyArray<Line>): ReadonlyArray<string> =>
  indented(table(lines, [1]))

export const part = (name: string, figure: O.Option<Part>, what: string): Line =>
  O.isNone(figure)
    ? [name, ...nothing]
    : [name, number(figure.value.count), `of ${number(figure.value.n)} ${what}`]

/** `n` of a figure of nothing is 0; `why` may say what is not on record. */
export const none = (name: string, why: string): Line => [name, 'none', `n = 0: ${why}`]

/** Where a figure may truly lie, each end as `show` writes it. */
export const within = ({ lower, upper }: Interval, show: (n: number) => string): string =>
  `95 %: ${show(lower)} to ${show(upper)}`

export const shareOf = (name: string, share: O.Option<Share>, what: string, why: string): Line =>
  O.isNone(share)
    ? none(name, why)
    : [
        name,
        percent(share.value.share),
        `${number(share.value.count)} of ${number(share.value.n)} ${what}; ${within(share.value.interval, percent)}`,
      ]

export const times = (name: string, figure: O.Option<Times>): Line =>
  O.isNone(figure)
    ? none(name, 'none on record')
    : [
        name,
        duration(figure.value.median),
        `median, n = ${number(figure.value.n)}; mean ${duration(figure.value.mean)}, ${duration(figure.value.shortest)} to ${duration(figure.value.longest)}`,
      ]

/** The mean of values of ours, as `show` writes it; `what` is one of them. */
export const meanOf = (
  name: string,
  values: ReadonlyArray<number>,
  show: (n: number) => string,
  what: string,
): Line =>
  values.length === 0
    ? none(name, `no ${what}`)
    : [
        name,
        show(values.reduce((a, b) => a + b, 0) / values.length),
        `mean, n = ${counted(values.length, what)}`,
      ]

export const two = (n: number): string => decimal(n, 2)
