/**
 * Prints the README's tables about views: `node src/views.ts [--rounds=n] [customers …]`, 10,000 unless sizes are named.
 * Unless rounds are, 10,000 is run in seven, 100,000 in three, and a million, which takes an hour or so, once.
 */
import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

import { median, spread } from './statistics.ts'
import { table } from './table.ts'
import type { Work } from './views-run.ts'

interface Rates {
  readonly wall: number
  readonly processor: number
  readonly heap: number
}

const inOwnProcess = (script: string, ...words: ReadonlyArray<string>): string => {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const flags = ['--expose-gc', '--max-old-space-size=4096']
  const { status, stdout } = spawnSync(process.execPath, [...flags, path, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${script} ${words.join(' ')} failed`)
  return stdout
}

const whole = (n: number): string => Math.round(n).toLocaleString('en')
const twoPlaces = (n: number): string => n.toFixed(2)

const words = process.argv.slice(2)
const rounds = words.find((word) => word.startsWith('--rounds='))?.slice('--rounds='.length)
const sizes = words.filter((word) => !word.startsWith('--')).map(Number)
const customers = sizes.length > 0 ? sizes : [10_000]
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n > 0
if (![...customers, Number(rounds ?? 1)].every(isCount))
  throw new Error('sizes and rounds are whole numbers from 1')

const runsOf = (size: number): number => {
  if (rounds !== undefined) return Number(rounds)
  return size >= 1_000_000 ? 1 : size >= 100_000 ? 3 : 7
}

type Round = Readonly<Record<string, Rates>>

const run = (what: Work, customers: number, together: number): Rates =>
  JSON.parse(inOwnProcess('views-run.ts', what, String(customers), String(together))) as Rates

/** A line of a table: a rate, and its ratio to another one's of the same round. */
const line = (name: string, rounds: ReadonlyArray<Round>, what: string, to: string) => {
  const rates = rounds.map((round) => round[what] ?? { wall: NaN, processor: NaN, heap: NaN })
  const ratios = (by: 'wall' | 'processor') =>
    rounds.map((round) => (round[what]?.[by] ?? NaN) / (round[to]?.[by] ?? NaN))
  return [
    name,
    whole(median(rates.map(({ wall }) => wall))),
    twoPlaces(median(ratios('wall'))),
    twoPlaces(median(ratios('processor'))),
    spread(ratios('processor'), twoPlaces),
    whole(median(rates.map(({ heap }) => heap)) / 1e6),
  ]
}

const head = (to: string) => [
  '',
  'events a second',
  `to ${to}`,
  'by processor time',
  'least to most',
  'heap at its most, MB',
]

const load = (): string => twoPlaces(loadavg()[0] ?? 0)
console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${new Date().toISOString().slice(0, 10)}, load ${load()}`,
)

const measured = customers.map((n) => ({
  n,
  rounds: Array.from({ length: runsOf(n) }, (): Round => ({
    'by hand': run('by hand', n, 100),
    'all views': run('all views', n, 100),
    decoding: run('decoding', n, 100),
    'end to end': run('end to end', n, 100),
    ...(n < 1_000_000 && { scattered: run('end to end', n, 1_000) }),
  })),
}))

const title = (n: number, what: string, runs: number): string =>
  `${whole(n)} customers, ${what} (${runs === 1 ? 'one run' : `medians of ${runs} rounds`})`

for (const { n, rounds } of measured) {
  const folding = table(head('the loop by hand'), [
    line('all views', rounds, 'all views', 'by hand'),
    line('loop by hand', rounds, 'by hand', 'by hand'),
  ])
  const ends = table(head('decoding alone'), [
    line('end to end', rounds, 'end to end', 'decoding'),
    ...(n < 1_000_000
      ? [line('end to end, each row saved at each event', rounds, 'scattered', 'decoding')]
      : []),
    line('decoding alone', rounds, 'decoding', 'decoding'),
  ])
  console.log(`\n${title(n, 'over decoded events', rounds.length)}\n\n${folding}`)
  console.log(`\n${title(n, 'feed, decoding and all views', rounds.length)}\n\n${ends}`)
}

const [small] = measured
if (small !== undefined && measured.length > 1) {
  const rate = (rounds: ReadonlyArray<Round>, what: string, by: 'wall' | 'processor'): number =>
    median(rounds.map((round) => round[what]?.[by] ?? NaN))
  const against = (what: string) =>
    measured
      .slice(1)
      .map(({ n, rounds }) => [
        `${what}, ${whole(n)}`,
        twoPlaces(rate(rounds, what, 'wall') / rate(small.rounds, what, 'wall')),
        twoPlaces(rate(rounds, what, 'processor') / rate(small.rounds, what, 'processor')),
      ])
  const rows = [...against('all views'), ...against('end to end')]
  console.log(
    `\nThe rate of a size to that of ${whole(small.n)}\n\n${table(['', 'ratio', 'by processor time'], rows)}`,
  )
}

console.log(`\nWhat is kept of a customer\n\n${inOwnProcess('views-sizes.ts').trim()}`)
console.log(`\nload ${load()}`)
