/**
 * What the time of a contender is spent on, by sampling the same work ten times over:
 * `node profile.ts [contender]`, `handle` with the cache unless named; `--functions` for the dearest functions as well.
 */
import { readFileSync } from 'node:fs'
import { type Profiler, type Runtime, Session } from 'node:inspector/promises'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

import { contenders, type Name } from './contenders.ts'
import { orders } from './desk.ts'
import { table } from './table.ts'

const codec = 'codec: the event as JSON'

/** The first that a source's path contains says what it is there for; what is none of them counts for its caller. */
const parts: ReadonlyArray<readonly [path: string, part: string]> = [
  ['core/src/complaint/', 'decide and evolve'],
  ['core/src/time/', 'decide and evolve'],
  ['core/src/shared/key-set', 'decide and evolve'],
  ['core/src/shared/same', 'decide and evolve'],
  ['core/src/shared/decider', 'decide and evolve'],
  ['core/src/store/event-ids', 'event ids: UUID v5 of the event'],
  ['uuid/', 'event ids: UUID v5 of the event'],
  ['core/src/shared/', codec],
  ['core/src/privacy/', codec],
  ['core/src/store/versions', codec],
  ['core/src/store/registry', codec],
  ['/io-ts/', codec],
  ['core/src/store/', 'handle: all else that it does'],
  ['adapters/src/shared/', 'store: checks, and JSON as text'],
  ['adapters/src/memory/', 'store: keeping it'],
  ['/emmett/', 'Emmett'],
  ['benchmarks/', 'the measuring itself'],
]

const maps = new Map<string, SourceMap | undefined>()

const mapOf = (path: string): SourceMap | undefined => {
  if (!maps.has(path))
    maps.set(
      path,
      /\/packages\/.*\/dist\//.test(path)
        ? new SourceMap(
            JSON.parse(readFileSync(`${path}.map`, 'utf8')) as ConstructorParameters<
              typeof SourceMap
            >[0],
          )
        : undefined,
    )
  return maps.get(path)
}

const sourceOf = ({ url, lineNumber, columnNumber }: Runtime.CallFrame): string => {
  if (!url.startsWith('file:')) return url
  const path = fileURLToPath(url)
  const entry = mapOf(path)?.findEntry(lineNumber, columnNumber)
  return entry && 'originalSource' in entry ? new URL(entry.originalSource, url).pathname : path
}

const partOf = (frame: Runtime.CallFrame, caller: string): string => {
  if (frame.functionName === '(garbage collector)') return 'garbage collection'
  if (frame.functionName === '(program)') return 'the engine itself'
  const source = sourceOf(frame)
  return parts.find(([path]) => source.includes(path))?.[1] ?? caller
}

const add = (times: Map<string, number>, what: string, micros: number): void => {
  times.set(what, (times.get(what) ?? 0) + micros)
}

/** Microseconds spent in each part itself, and in each function itself. */
const spent = ({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile) => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const places = new Map<number, readonly [part: string, fn: string]>()
  const visit = (id: number, caller: string): void => {
    const node = byId.get(id)
    if (node === undefined) return
    const { callFrame, children = [] } = node
    const part = partOf(callFrame, caller)
    const file = sourceOf(callFrame).split('/').at(-1) ?? ''
    places.set(id, [part, `${part}: ${callFrame.functionName || '(anonymous)'} ${file}`])
    for (const child of children) visit(child, part)
  }
  visit(nodes[0]?.id ?? 0, 'the engine itself')
  const inParts = new Map<string, number>()
  const inFunctions = new Map<string, number>()
  samples.forEach((id, i) => {
    const [part, fn] = places.get(id) ?? ['the engine itself', '']
    add(inParts, part, timeDeltas[i] ?? 0)
    add(inFunctions, fn, timeDeltas[i] ?? 0)
  })
  return { inParts, inFunctions }
}

const words = process.argv.slice(2)
const name = (words.find((word) => !word.startsWith('--')) ?? 'handle, with the cache') as Name
const work = contenders[name]
await work(orders['in turn']('warm-up', 2_000))
const all = orders['in turn']('profiled', 2_000)

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: 100 })
await session.post('Profiler.start')
let commands = 0
for (let round = 0; round < 10; round++) commands += await work(all)
const { profile } = await session.post('Profiler.stop')
session.disconnect()

const { inParts, inFunctions } = spent(profile)
const total = [...inParts.values()].reduce((sum, micros) => sum + micros, 0)
const rows = (times: ReadonlyMap<string, number>): ReadonlyArray<ReadonlyArray<string>> =>
  [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 30)
    .map(([what, micros]) => [
      what,
      `${((100 * micros) / total).toFixed(1)} %`,
      `${(micros / commands).toFixed(2)} µs`,
    ])
console.log(table(['', 'share', 'a command'], rows(inParts)))
if (words.includes('--functions'))
  console.log(`\n${table(['', 'share', 'a command'], rows(inFunctions))}`)
