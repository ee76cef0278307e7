/** What is sent and what is stored may be anything: each is refused by field, and nothing is thrown. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, it } from 'vitest'

import { ComplaintCommand } from '../../src/complaint/commands.js'
import { complaint } from '../../src/complaint/complaint.js'
import { ComplaintEvent } from '../../src/complaint/events.js'
import { decodeWith, type Problem } from '../../src/shared/problem.js'
import type { RecordedEvent } from '../../src/store/event-store.js'
import type { Json, JsonObject } from '../../src/store/json.js'
import { registry } from '../../src/store/registry.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { monday } from '../support/complaint.js'

/** Fifty thousand of each; fewer where the runs are shorter. */
const count = 50 * Number(process.env['TROTH_RUNS'] ?? 1000)

/** Mulberry32: the same malformed values each time. */
const dice = (seed: number) => {
  let a = seed
  return (sides: number): number => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * sides)
  }
}

type Loose = Record<string, unknown>
type Path = ReadonlyArray<string>

const deep = (levels: number): unknown => (levels === 0 ? 'x' : { deeper: deep(levels - 1) })
const long = 'x'.repeat(1_048_576)
const many = Array.from({ length: 100_000 }, () => 'x')
const thrower = Object.defineProperty({}, 'id', {
  enumerable: true,
  get: () => {
    throw new Error('not for you')
  },
})

/** What stands where something else should: none of it is what any field of a complaint may hold. */
const wrongs: ReadonlyArray<unknown> = [
  null,
  undefined,
  NaN,
  Infinity,
  -Infinity,
  -1,
  0.5,
  10,
  2 ** 53,
  1e308,
  10n,
  '',
  ' \n',
  '\ud83d',
  'half \udc00',
  'tomorrow',
  '2026-02-30T09:00:00.000Z',
  '2026-11-23T09:00:00Z',
  '+999999-01-01T00:00:00.000Z',
  'C0000000-0000-4000-8000-000000000001',
  '__proto__',
  'constructor',
  'x'.repeat(10_001),
  long,
  [null],
  many,
  [[[]]],
  {},
  deep(20),
  deep(500),
  { redacted: false },
  { redacted: 'true' },
  { id: 'desk' },
  { kind: 'person', id: '' },
  { amount: NaN, currency: 'EUR' },
  { amount: 100, currency: 'eur' },
  JSON.parse('{"__proto__": {"id": "desk", "role": "agent"}}'),
  Object.create({ id: 'desk', role: 'agent' }),
  thrower,
  Symbol('x'),
  () => 'x',
  new Date(0),
  new Map([['id', 'desk']]),
]

const isObject = (u: unknown): u is Loose => typeof u === 'object' && u !== null

const paths = (u: unknown, at: Path = []): ReadonlyArray<Path> =>
  isObject(u) ? Object.keys(u).flatMap((key) => [[...at, key], ...paths(u[key], [...at, key])]) : []

/** A copy of `value` with another thing, or nothing, at `path`. */
const replaced = (value: unknown, [key, ...rest]: Path, by: unknown): unknown => {
  if (key === undefined) return by
  const copy: Loose = Array.isArray(value)
    ? ([...(value as unknown[])] as unknown as Loose)
    : { ...(value as Loose) }
  if (rest.length > 0) copy[key] = replaced(copy[key], rest, by)
  else if (by === dropped) Reflect.deleteProperty(copy, key)
  else copy[key] = by
  return copy
}
const dropped = Symbol('dropped')

interface Malformed {
  readonly value: unknown
  readonly path: Path
}

function* malformed(valid: ReadonlyArray<unknown>, seed: number): Generator<Malformed, never> {
  const roll = dice(seed)
  const every = valid.map((value) => ({ value, paths: [...paths(value), []] }))
  for (;;) {
    const { value, paths: ways } = every[roll(every.length)] ?? { value: {}, paths: [[]] }
    const path = ways[roll(ways.length)] ?? []
    const by = roll(5) === 0 ? dropped : wrongs[roll(wrongs.length)]
    yield { value: path.length === 0 && by === dropped ? null : replaced(value, path, by), path }
  }
}

const wellSaid = (problems: ReadonlyArray<Problem>, path: Path): boolean => {
  const where = path.join('.')
  return (
    problems.length >= 1 &&
    problems.length <= 20 &&
    problems.every(
      ({ field, expected }) =>
        expected !== '' &&
        expected.length <= 1_000 &&
        field.length <= 300 &&
        !field.includes('xxxxx'),
    ) &&
    problems.some(({ field }) => where.startsWith(field) || field.startsWith(where))
  )
}

/** Takes what is malformed until `count` were refused; whatever was accepted is what its codec says that it is. */
const refuse = (
  from: Generator<Malformed, never>,
  decode: (u: unknown) => E.Either<ReadonlyArray<Problem>, unknown>,
  accepted: (a: unknown) => void,
) => {
  let [refused, taken] = [0, 0]
  while (refused < count) {
    const { value, path } = from.next().value
    const answer = decode(value)
    if (E.isRight(answer)) {
      taken += 1
      accepted(answer.right)
      continue
    }
    refused += 1
    if (!wellSaid(answer.left, path))
      throw new Error(`${path.join('.')}: ${JSON.stringify(answer.left)}`)
  }
  return { refused, share: taken / (taken + refused) }
}

const { decide, evolve, initial } = complaint(arbitraries.complaint.rules)
const samples = <A>(from: fc.Arbitrary<A>) => fc.sample(from, { numRuns: 2_000, seed: 3 })

const made = registry(ComplaintEvent)
const stored = (value: unknown): RecordedEvent => {
  const { type, data } = (isObject(value) ? value : {}) as { type: string; data: Json }
  return {
    id: '00000000-0000-4000-8000-000000000000',
    stream: 'complaint-1',
    revision: 0n,
    position: '0' as RecordedEvent['position'],
    recordedAt: monday,
    type,
    data,
    metadata: { schemaVersion: 1 },
  }
}
const readStored = (value: unknown): E.Either<ReadonlyArray<Problem>, ComplaintEvent> => {
  if (E.isLeft(made)) throw new Error('no registry')
  const answer = made.right.decode(stored(value))
  return E.isLeft(answer) ? E.left(answer.left.errors) : answer
}

describe('what is malformed', () => {
  let commands: ReadonlyArray<JsonObject> = []
  let events: ReadonlyArray<JsonObject> = []
  beforeAll(() => {
    commands = samples(arbitraries.complaint.command).map(
      (command) => ComplaintCommand.encode(command) as unknown as JsonObject,
    )
    events = samples(arbitraries.complaint.event).map(
      (event) => ComplaintEvent.encode(event) as JsonObject,
    )
  })

  it('of fifty thousand commands is refused by field, and nothing is thrown', () => {
    const { refused, share } = refuse(
      malformed(commands, 1),
      decodeWith(ComplaintCommand),
      (command) => {
        expect(ComplaintCommand.is(command)).toBe(true)
        decide(command as ComplaintCommand)(initial)
      },
    )
    expect(refused).toBe(count)
    // What is optional may be left out, and some fields take any text.
    expect(share).toBeLessThan(0.2)
  })

  it('of fifty thousand stored events is refused by field, and nothing is thrown', () => {
    const { refused, share } = refuse(malformed(events, 2), readStored, (event) => {
      expect(ComplaintEvent.is(event)).toBe(true)
      evolve(initial, event as ComplaintEvent)
    })
    expect(refused).toBe(count)
    expect(share).toBeLessThan(0.2)
  })

  it('for want of a field is refused by the name of that field', () => {
    const optional = /^data\.(?!at$|by$)/
    for (const [codec, values] of [
      [ComplaintCommand, commands],
      [ComplaintEvent, events],
    ] as const)
      for (const value of values.slice(0, 500))
        for (const path of paths(value)) {
          const answer = decodeWith<unknown>(codec)(replaced(value, path, dropped))
          const field = path.join('.')
          if (E.isLeft(answer))
            expect(answer.left.some((p) => field.startsWith(p.field))).toBe(true)
          else expect(field).toMatch(optional)
        }
  })

  it.each([null, undefined, 3, 'x', [], {}, long, many, deep(5_000), () => 3])(
    'as a whole is refused as a whole (%#)',
    (u) => {
      expect(E.isLeft(decodeWith(ComplaintCommand)(u))).toBe(true)
      expect(E.isLeft(readStored(u))).toBe(true)
    },
  )

  it('is not what has fields of its own besides: those are dropped', () => {
    const [command] = commands
    const more = JSON.parse(
      JSON.stringify(command).replace('{', '{"__proto__": {"polluted": true}, "extra": 1, '),
    ) as unknown
    const answer = decodeWith(ComplaintCommand)(more)
    expect(E.isRight(answer)).toBe(true)
    if (E.isRight(answer)) expect(Object.keys(answer.right).sort()).toEqual(['data', 'type'])
    expect(({} as Loose)['polluted']).toBeUndefined()
  })
})
