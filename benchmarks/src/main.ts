/** Prints all tables of the README: `npm run bench` at the root builds the packages first. Takes about a quarter of an hour. */
import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

import { contenders, type Name } from './contenders.ts'
import { type Order, orders } from './desk.ts'
import { median, spread } from './statistics.ts'
import { table } from './table.ts'

const runs = 7

/** What a script of this folder prints in a process of its own. */
const inOwnProcess = (script: string, ...words: ReadonlyArray<string>): string => {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', path, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`${script} ${words.join(' ')} failed`)
  return stdout
}

const times = <A>(n: number, once: () => A): ReadonlyArray<A> => Array.from({ length: n }, once)
const whole = (n: number): string => Math.round(n).toLocaleString('en')
const twoPlaces = (n: number): string => n.toFixed(2)

interface Rates {
  readonly wall: number
  readonly processor: number
}

/** Round after round, everyone once a round; a ratio is to Emmett in the same round. */
const commandsASecond = (order: Order): string => {
  const names = Object.keys(contenders) as Name[]
  const rounds = times(runs, () => {
    const rates = names.map((name) => [
      name,
      JSON.parse(inOwnProcess('run-commands.ts', name, order)) as Rates,
    ])
    return Object.fromEntries(rates) as Record<Name, Rates>
  })
  const rows = names.map((name) => {
    const wall = rounds.map((round) => round[name].wall)
    const ratios = (by: keyof Rates) => rounds.map((round) => round[name][by] / round.Emmett[by])
    return [
      name,
      whole(median(wall)),
      spread(wall, whole),
      twoPlaces(median(ratios('wall'))),
      spread(ratios('wall'), twoPlaces),
      twoPlaces(median(ratios('processor'))),
      spread(ratios('processor'), twoPlaces),
    ]
  })
  return table(
    [
      '',
      'commands a second',
      'least to most',
      'to Emmett',
      'least to most',
      'to Emmett, processor time',
      'least to most',
    ],
    rows,
  )
}

interface LongRun {
  readonly long: number
  readonly short: number
}

const oneMore = (): string => {
  const cases = [
    ['every message answered, with the cache', 'replies', '1000', 'cached'],
    ['no message answered, with the cache', 'unanswered', '1000', 'cached'],
    ['every message answered, without', 'replies', '3', 'uncached'],
  ] as const
  const rounds = times(runs, () =>
    cases.map(
      ([, what, pairs, how]) =>
        JSON.parse(inOwnProcess('run-long.ts', what, '10000', pairs, how)) as LongRun,
    ),
  )
  const rows = cases.map(([name], i) => {
    const each = rounds.flatMap((round) => round[i] ?? [])
    const ratios = each.map(({ long, short }) => long / short)
    const micros = (of: ReadonlyArray<number>): string => `${median(of).toFixed(1)} µs`
    return [
      name,
      micros(each.map(({ short }) => short)),
      micros(each.map(({ long }) => long)),
      twoPlaces(median(ratios)),
      spread(ratios, twoPlaces),
    ]
  })
  return table(['', 'at 10 events', 'at 10,000', 'ratio', 'least to most'], rows)
}

const load = (): string => twoPlaces(loadavg()[0] ?? 0)
console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${new Date().toISOString().slice(0, 10)}, load ${load()}`,
)
for (const order of Object.keys(orders) as Order[])
  console.log(`\n2,000 complaints of 5 commands, ${order}\n\n${commandsASecond(order)}`)
console.log(`\nOne more command on a stream\n\n${oneMore()}`)
console.log(`\nWhere the time of \`handle\` with the cache goes\n\n${inOwnProcess('profile.ts')}`)
console.log(`load ${load()}`)
console.log(`\nAll views folded together\n\n${inOwnProcess('views.ts')}`)
console.log(`\nBG/NBD\n\n${inOwnProcess('lifetime.ts')}`)
