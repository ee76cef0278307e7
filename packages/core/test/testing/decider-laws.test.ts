import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it, test } from 'vitest'

import { deciderLaws } from '../../src/testing/decider-laws.js'
import {
  add,
  added,
  close,
  closed,
  open,
  opened,
  tally,
  type TallyCommand,
  type TallyDecider,
  type TallyEvent,
  TallyEvent as Codec,
  type TallyState,
} from '../support/tally.js'

const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
const word = fc.constantFrom('a', 'b')
const amount = fc.constantFrom(1, 2)
const anyEvent: fc.Arbitrary<TallyEvent> = fc.oneof(
  fc.constantFrom(opened(3), opened(4), closed),
  fc.tuple(word, amount).map(([entry, n]) => added(entry, n)),
)
const anyCommand: fc.Arbitrary<TallyCommand> = fc.oneof(
  fc.constantFrom(open(3), open(4), close),
  fc.tuple(word, amount).map(([entry, n]) => add(entry, n)),
)
const commandIn = (state: TallyState): fc.Arbitrary<TallyCommand> =>
  state.life === 'none' ? fc.constantFrom(open(3), open(4)) : anyCommand

describe('the laws hold of a decider that keeps them', () => {
  deciderLaws(tally, { command: anyCommand, event: anyEvent }, { test, fc, numRuns })
})

describe('the laws hold where commands are made for a state', () => {
  deciderLaws(tally, { command: commandIn, event: anyEvent }, { test, fc, numRuns: 200 })
})

/** The titles of the laws that a decider breaks; tried as often as a host tries them, since some faults lie deep. */
const brokenBy = (decider: TallyDecider, command: typeof anyCommand | typeof commandIn) => {
  const broken: string[] = []
  const collect = (title: string, run: () => void) => {
    try {
      run()
    } catch {
      broken.push(title)
    }
  }
  deciderLaws(decider, { command, event: anyEvent }, { test: collect, fc })
  return broken
}

const readBack = 'what is on record is read back unchanged'
const decidedBack = 'what is decided is read back unchanged'
const twice = 'asking twice puts nothing more on record'
const anyOrder = 'evolve takes any events in any order'
const pieces = 'a fold in one go equals a fold in pieces'
const everyState = 'decide answers in every state'
const decideChanges = 'decide changes nothing it was given'
const evolveChanges = 'evolve changes nothing it was given'

const planted: ReadonlyArray<readonly [string, string, () => TallyDecider]> = [
  [
    'a codec that loses a field',
    readBack,
    () => ({
      ...tally,
      event: new t.Type<TallyEvent, unknown>('Lossy', Codec.is, Codec.validate, (event) => ({
        type: event.type,
        data: { ...(Codec.encode(event) as { data: object }).data, amount: 2 },
      })),
    }),
  ],
  [
    'a codec whose output JSON can not say',
    readBack,
    () => ({
      ...tally,
      event: new t.Type<TallyEvent, unknown>('NotJson', Codec.is, Codec.validate, (event) => ({
        event: Codec.encode(event),
        n: 1n,
      })),
    }),
  ],
  [
    'events with more in them than their codec keeps',
    decidedBack,
    () => ({
      ...tally,
      decide: (command) => (state) =>
        E.map((events: ReadonlyArray<TallyEvent>) =>
          events.map((event) => Object.assign({}, event, { data: { ...event.data, more: 1 } })),
        )(tally.decide(command)(state)),
    }),
  ],
  [
    'a decider that says it again',
    twice,
    () => ({
      ...tally,
      decide: (command) => (state) =>
        command.type === 'CloseTally' && state.life === 'closed'
          ? E.right([closed])
          : tally.decide(command)(state),
    }),
  ],
  [
    'a decider that refuses the second time',
    twice,
    () => ({
      ...tally,
      decide: (command) => (state) =>
        command.type === 'CloseTally' && state.life === 'closed'
          ? E.left({ _tag: 'NotOpen' })
          : tally.decide(command)(state),
    }),
  ],
  [
    'an evolve that trips over an order it did not foresee',
    anyOrder,
    () => ({
      ...tally,
      evolve: (state, event) => {
        if (state.life === 'none' && event.type === 'TallyClosed') throw new Error('not open')
        return tally.evolve(state, event)
      },
    }),
  ],
  [
    'an evolve that remembers what it was called with',
    pieces,
    () => {
      let calls = 0
      return {
        ...tally,
        evolve: (state, event) => ({ ...tally.evolve(state, event), total: calls++ }),
      }
    },
  ],
  [
    'a decide that throws in a state it did not foresee',
    everyState,
    () => ({
      ...tally,
      decide: (command) => (state) => {
        if (state.life === 'closed' && state.limit === 0) throw new Error('closed and never opened')
        return tally.decide(command)(state)
      },
    }),
  ],
  [
    'a decide that is of two minds',
    everyState,
    () => {
      let calls = 0
      return {
        ...tally,
        decide: (command) => (state) =>
          calls++ % 2 === 0 ? tally.decide(command)(state) : E.left({ _tag: 'NotOpen' }),
      }
    },
  ],
  [
    'a decide that changes its command',
    decideChanges,
    () => ({
      ...tally,
      decide: (command) => (state) => {
        Object.assign(command.data, { at: 0 })
        return tally.decide(command)(state)
      },
    }),
  ],
  [
    'a decide that changes the state',
    decideChanges,
    () => ({
      ...tally,
      decide: (command) => (state) => {
        ;(state as { total: number }).total += 1
        return tally.decide(command)(state)
      },
    }),
  ],
  [
    'an evolve that changes the state',
    evolveChanges,
    () => ({
      ...tally,
      initial: { ...tally.initial, entries: [] },
      evolve: (state, event) => {
        ;(state as { total: number }).total += 1
        return tally.evolve(state, event)
      },
    }),
  ],
]

describe('each law is broken by who does not keep it', () => {
  it.each(planted)('%s: %s', (_, law, decider) => {
    expect(brokenBy(decider(), anyCommand)).toContain(law)
    expect(brokenBy(decider(), commandIn)).toContain(law)
  })

  it('and a set that changes is noticed, though it can not be frozen', () => {
    const seen = new Set<string>()
    const decider = {
      ...tally,
      initial: { ...tally.initial, seen },
      decide: (command: TallyCommand) => (state: TallyState) => {
        seen.add(String(seen.size))
        return tally.decide(command)(state)
      },
    }
    expect(brokenBy(decider, anyCommand)).toContain(decideChanges)
  })
})
