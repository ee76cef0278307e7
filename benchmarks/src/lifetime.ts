/**
 * How long it takes to fit BG/NBD on CDNOW, and to say of a million customers what is to be expected of them:
 * `TROTH_SHARED=<folder with data/cdnow> node src/lifetime.ts`. Without the file there is nothing to fit, and it says so.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { loyalty } from '@troth/projections'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { median, spread } from './statistics.ts'
import { table } from './table.ts'

const file = join(process.env['TROTH_SHARED'] ?? '', 'data/cdnow/cdnow_customers_summary.csv')
const { bgNbd, gammaGamma } = loyalty

/** ID, frequency, recency, T. */
const rowIn = (line: string): loyalty.Row => {
  const [, x = NaN, tx = NaN, T = NaN] = line.split(',').map(Number)
  return { x, tx, T }
}

const seconds = (n: number): string => `${n.toFixed(3)} s`

interface Spent {
  readonly wall: number
  readonly processor: number
}

const timed = (work: () => void): Spent => {
  const cpu = process.cpuUsage()
  const start = performance.now()
  work()
  const wall = (performance.now() - start) / 1e3
  const { user, system } = process.cpuUsage(cpu)
  return { wall, processor: (user + system) / 1e6 }
}

const line = (name: string, spent: ReadonlyArray<Spent>): ReadonlyArray<string> => {
  const of = (by: keyof Spent) => spent.map((each) => each[by])
  return [
    name,
    seconds(median(of('wall'))),
    spread(of('wall'), seconds),
    seconds(median(of('processor'))),
  ]
}

/** No two alike: up to 20 repeat purchases within two years, the last of them at any time. */
const customers = Array.from({ length: 1_000_000 }, (_, i) => {
  const x = (i * 7) % 21
  const T = 10 + (i % 9_973) * 0.009 + i * 1e-9
  const tx = x === 0 ? 0 : T * (0.05 + 0.9 * ((i * 0.6180339887) % 1))
  return { x, tx, T, meanRepeatValue: 5 + ((i * 13) % 10_007) / 100 }
})

const published = { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 }
const value = { p: 6.25, q: 3.74, gamma: 15.44 }

let sum = 0
const scores = {
  'P(alive)': () => {
    for (const each of customers) sum += bgNbd.probabilityAlive(published, each)
  },
  'purchases expected in 39 weeks': () => {
    for (const each of customers) sum += bgNbd.expectedFuturePurchases(published, each, 39)
  },
  'value expected of a purchase': () => {
    for (const each of customers) sum += O.getOrElse(() => 0)(gammaGamma.expectedValue(value, each))
  },
}

const times = (n: number, work: () => void): ReadonlyArray<Spent> =>
  Array.from({ length: n }, () => timed(work))

const fits = (): ReadonlyArray<ReadonlyArray<string>> => {
  if (!existsSync(file))
    return [['BG/NBD fitted on CDNOW: no file, TROTH_SHARED says where', '', '', '']]
  const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1).map(rowIn)
  const fit = (): void => {
    const fitted = bgNbd.fit(rows)
    if (E.isLeft(fitted)) throw new Error(JSON.stringify(fitted.left))
    if (Math.abs(fitted.right.params.r - published.r) > 1e-3) throw new Error('another fit')
  }
  return [
    line('BG/NBD fitted on CDNOW, the first time', times(1, fit)),
    line('and again', times(7, fit)),
  ]
}

const all = fits()
const each = Object.entries(scores).map(([name, score]) =>
  line(`a million: ${name}`, times(3, score)),
)
const together = line(
  'a million: all three',
  times(3, () => {
    for (const score of Object.values(scores)) score()
  }),
)
if (!Number.isFinite(sum)) throw new Error('a score is no number')
console.log(
  table(['', 'seconds', 'least to most', 'of the processor'], [...all, ...each, together]),
)
