/**
 * The promises as people read them: to whom, what, by when, and how each stands at an instant.
 *
 * @since 0.1.0
 */
import {
  type Actor,
  type CustomerId,
  type Instant,
  localDate,
  promise,
  type PromiseKind,
  type Redacted,
  redacted,
  type TimeZone,
} from '@troth/core'

import { customerOf, nobody, type People } from '../customers/people.js'
import { keyLike } from '../shared/merged.js'
import type { Rows } from '../shared/projection.js'
import type { Delay, Row } from './row.js'

/**
 * How a promise stands. `due`: it falls due on the present date of the customer's zone, and has not yet;
 * `overdue`: its due instant has passed; `temporary`: agreed and not confirmed, so that it is no promise yet.
 */
export type Standing =
  | 'temporary'
  | 'open'
  | 'due'
  | 'overdue'
  | 'keptOnTime'
  | 'keptLate'
  | 'broken'
  | 'withdrawn'
  | 'declined'
  | 'lapsed'

export interface Entry {
  /** The row's key. */
  readonly id: string
  /** To whom it was made, and who stands for him by now. */
  readonly madeTo: CustomerId
  readonly customer: CustomerId
  readonly kind: PromiseKind
  readonly source: promise.Source
  /** Forgotten with the customer. */
  readonly what: promise.Terms['what']
  readonly giver: Actor
  readonly madeAt: Instant
  /** Every due instant it had, and the one in force. */
  readonly dueDates: ReadonlyArray<Instant>
  readonly dueAt: Instant
  /** Each time it was moved, in the order in which it happened: when, and to when. */
  readonly moves: promise.PromiseFile['moves']
  readonly timeZone: TimeZone
  readonly standing: Standing
  readonly confirmBy?: Instant
  /** Each time the customer was told of a delay, in the order in which it happened. */
  readonly delays: ReadonlyArray<Delay>
  /** What he was told last. */
  readonly expectedAt?: Instant
  /** Overdue, and either nothing was said of it, or what was said has not come true either. */
  readonly unexplained: boolean
  readonly settledAt?: Instant
}

/** When a ledger is read; `zone` is for promises that name none. */
export interface Reading {
  readonly zone: TimeZone
  readonly at: Instant
}

const settledAs = (state: Extract<promise.PromiseState, { _tag: 'Settled' }>): Standing => {
  switch (state.how) {
    case 'PromiseKept':
    case 'PromiseBroken':
      return promise.verdictOn(state) ?? 'broken'
    case 'PromiseWithdrawn':
      return 'withdrawn'
    case 'TemporaryAgreementDeclined':
      return 'declined'
    case 'TemporaryAgreementLapsed':
      return 'lapsed'
  }
}

const standing = (state: promise.Made, at: Instant, timeZone: TimeZone): Standing => {
  if (state._tag === 'Temporary') return 'temporary'
  if (state._tag === 'Settled') return settledAs(state)
  const dueAt = promise.dueOf(state.file)
  if (dueAt < at) return 'overdue'
  return localDate(timeZone, dueAt) === localDate(timeZone, at) ? 'due' : 'open'
}

const shown = <A>(personal: A, forgotten: boolean): A | Redacted =>
  forgotten ? redacted : personal

const entry = (
  { zone, at }: Reading,
  people: People,
  id: string,
  state: promise.Made,
  giver: Actor,
  delays: Row['delays'],
): Entry => {
  const { terms, began } = state.file
  const { timeZone = zone, kind, source, customer: madeTo, what } = terms
  const key = keyLike(id, madeTo)
  const stands = standing(state, at, timeZone)
  const told = delays.at(-1)?.expectedAt
  return {
    id,
    madeTo,
    customer: customerOf(people.survivorOf(key)),
    kind,
    source,
    what: shown(what, people.isForgotten(key)),
    giver,
    madeAt: began,
    dueDates: promise.dueDates(state.file),
    dueAt: promise.dueOf(state.file),
    moves: state.file.moves,
    timeZone,
    standing: stands,
    ...(state._tag === 'Temporary' && { confirmBy: state.confirmBy }),
    delays,
    ...(told !== undefined && { expectedAt: told }),
    unexplained: stands === 'overdue' && (told === undefined || told < at),
    ...(state._tag === 'Settled' && { settledAt: state.at }),
  }
}

const byDue = (a: Entry, b: Entry): number => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1)

/** Every promise and temporary agreement, the one that falls due first at the top. `at` is not before the last event. */
export const entries = (
  rows: Rows<Row>,
  reading: Reading,
  people: People = nobody,
): ReadonlyArray<Entry> =>
  [...rows]
    .flatMap(([id, { state, giver, delays }]) =>
      state._tag === 'NotMade' || giver === undefined
        ? []
        : [entry(reading, people, id, state, giver, delays)],
    )
    .sort(byDue)
