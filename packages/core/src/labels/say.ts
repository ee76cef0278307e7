/**
 * Facts as people of a locale read them.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'

import type { Instant } from '../shared/instant.js'
import type { Currency } from '../shared/money.js'

export type Locale = 'en' | 'zh-CN'

export interface LabelOptions {
  /** Whose clock instants are told by (`Europe/Berlin`). Without one that is known they are told in UTC, and say so. */
  readonly timeZone?: string
  /**
   * What people call a role, a person, a department, a complaint, a class of the host's own: whatever is known here by
   * an id or a name of the host's. Where it says nothing, the id or name itself is shown; the roles of the matrix that ships
   * have names of their own.
   */
  readonly nameOf?: (idOrName: string) => string | undefined
}

/** Money, or nothing, in whole minor units. */
export interface Sum {
  readonly amount: number
  readonly currency: Currency
}

/** Formatters of one locale. */
export interface Say {
  /** To the minute, on a clock of 24 hours. */
  readonly instant: (at: Instant) => string
  /** A date without a zone, given as `2026-12-23`. */
  readonly date: (date: string) => string
  readonly money: (sum: Sum) => string
  readonly currency: (currency: Currency) => string
  readonly number: (n: number | bigint) => string
  readonly name: (idOrName: string) => string
  /** `a, b and c`; of nothing, a dash. */
  readonly all: (words: ReadonlyArray<string>) => string
  /** `a, b or c`; of nothing, a dash. */
  readonly any: (words: ReadonlyArray<string>) => string
}

/** ISO 4217 has two decimals but for these. Not as `Intl` shows it: that leaves out what nobody pays with any more. */
const decimals: Readonly<Record<string, number>> = {
  ...{ BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0 },
  ...{ UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0 },
  ...{ BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3 },
}

const moneyIn =
  (locale: Locale) =>
  ({ amount, currency }: Sum): string => {
    const digits = decimals[currency] ?? 2
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(amount / 10 ** digits)
  }

const listedIn = (locale: Locale) => (type: 'conjunction' | 'disjunction') => {
  const format = new Intl.ListFormat(locale, { type })
  return (words: ReadonlyArray<string>): string => (words.length === 0 ? '–' : format.format(words))
}

const day = { year: 'numeric', month: 'long', day: 'numeric' } as const
const minute = { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

const clockIn = (locale: Locale, timeZone: string | undefined): Intl.DateTimeFormat =>
  pipe(
    // A zone is anybody's text, and `Intl` throws for one that it does not know.
    E.tryCatch(
      () => (timeZone ? new Intl.DateTimeFormat(locale, { ...minute, timeZone }) : undefined),
      () => undefined,
    ),
    E.toUnion,
    (clock) =>
      clock ??
      new Intl.DateTimeFormat(locale, { ...minute, timeZone: 'UTC', timeZoneName: 'short' }),
  )

export const sayIn = (
  locale: Locale,
  { timeZone, nameOf = () => undefined }: LabelOptions,
  roles: Readonly<Record<string, string>>,
): Say => {
  const clock = clockIn(locale, timeZone)
  const dates = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' })
  const listed = listedIn(locale)
  const numbers = new Intl.NumberFormat(locale)
  const currencies = new Intl.DisplayNames(locale, { type: 'currency' })
  return {
    instant: (at) => clock.format(at),
    date: (date) => dates.format(Date.parse(`${date}T00:00:00.000Z`)),
    money: moneyIn(locale),
    currency: (currency) => currencies.of(currency) ?? currency,
    number: (n) => numbers.format(n),
    name: (idOrName) =>
      nameOf(idOrName) ??
      (Object.hasOwn(roles, idOrName) ? roles[idOrName] : undefined) ??
      idOrName,
    all: listed('conjunction'),
    any: listed('disjunction'),
  }
}
