/** Stories of a whole desk as fast-check tells them, and what a policy makes of each fact and each tick. */
import * as fc from 'fast-check'

import { commandIdOf } from '../../src/policy/acting.js'
import type { Dispatch, Done, Happening, Policy, Reaction } from '../../src/policy/policy.js'
import { steps } from '../../src/policy/reaction.js'
import { type Category, type Events, readings, type States } from '../../src/policy/streams.js'
import type { Instant } from '../../src/shared/instant.js'
import type { JsonObject } from '../../src/store/json.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { actorOf, type Fact, factId } from '../../src/testing/policy-scenarios.js'
import { began, day, instants } from '../../src/testing/pools.js'
import { throughJson } from './laws.js'

/** A fact on one stream, or that time has passed. */
export type Told = { readonly fact: Fact } | { readonly tick: Instant }

/** By the ids that events speak of, so that streams meet each other. */
const streams: ReadonlyArray<readonly [Category, string]> = [
  ['complaint', 'd'],
  ['customer', 'c'],
  ['dealings', 'c'],
  ['followUp', 'a'],
  ['promise', 'e'],
  ['survey', 'b'],
].flatMap(([category, first]) =>
  ['01', '02'].map(
    (last) =>
      [category as Category, `${String(first)}0000000-0000-4000-8000-0000000000${last}`] as const,
  ),
)

type History = fc.Arbitrary<ReadonlyArray<Events[Category]>>

/** What can be on record of one stream. */
const histories = (category: Category): History => arbitraries[category].history as History
/** Whatever can be read, in any order. */
const anyEvents = (category: Category): History =>
  fc.array(arbitraries[category].event as fc.Arbitrary<Events[Category]>, { maxLength: 6 })

const ticks = [...instants, ...[40, 100, 400].map((days) => (began + days * day) as Instant)]

/** Things of several streams, each stream's in its own order, one after another in any. */
const interleaved = <A>(lines: fc.Arbitrary<ReadonlyArray<ReadonlyArray<A>>>) =>
  fc.tuple(lines, fc.infiniteStream(fc.nat(6))).map(([all, turns]) => {
    const left = all.map((line) => [...line]).filter((line) => line.length > 0)
    const told: A[] = []
    for (let line = left[0]; line !== undefined; line = left[0]) {
      const turn = (turns.next().value as number | undefined) ?? 0
      const [next] = (left[turn % left.length] ?? line).splice(0, 1)
      if (next !== undefined) told.push(next)
      left.splice(0, left.length, ...left.filter((each) => each.length > 0))
    }
    return told
  })

const lineOf = (of: (category: Category) => History, [category, id]: (typeof streams)[number]) =>
  fc.tuple(of(category), fc.infiniteStream(fc.boolean())).map(([events, before]) =>
    events.map((event): Told => {
      const past = before.next().value === true
      return { fact: { category, id, event, past } as Fact }
    }),
  )

/** Of some streams, for most is between two or three. */
const told = (of: (category: Category) => History): fc.Arbitrary<ReadonlyArray<Told>> =>
  fc.subarray([...streams], { minLength: 1, maxLength: 5 }).chain((some) =>
    interleaved<Told>(
      fc.tuple(
        ...some.map((stream) => lineOf(of, stream)),
        fc.array(
          fc.constantFrom(...ticks).map((tick): Told => ({ tick })),
          { maxLength: 4 },
        ),
      ),
    ),
  )

/** Stories of what can be on record; each fact is past or not. */
export const stories = told(histories)
/** Stories that no desk could tell. */
export const tallStories = told((category) =>
  fc
    .tuple(histories(category), anyEvents(category))
    .map(([before, after]) => [...before, ...after]),
)

export const allPast = (story: ReadonlyArray<Told>): ReadonlyArray<Told> =>
  story.map((each) => ('fact' in each ? { fact: { ...each.fact, past: true } } : each))

/** What a policy said to one fact or tick. */
export interface Said {
  readonly on: Told
  readonly trigger: string
  readonly commands: ReadonlyArray<Dispatch>
  readonly put: Readonly<Record<string, JsonObject>>
}

/** A desk of nothing but facts. */
export const desk = () => {
  const states = new Map<string, States[Category]>()
  const stateOf = <C extends Category>(category: C, id: string): States[C] =>
    (states.get(`${category}/${id}`) ?? readings[category].initial) as States[C]
  return {
    stateOf,
    all: <C extends Category>(category: C): ReadonlyArray<States[C]> =>
      [...states].flatMap(([key, state]) =>
        key.startsWith(`${category}/`) ? [state as States[C]] : [],
      ),
    record: ({ category, id, event }: Fact): void => {
      const evolve = readings[category].evolve as (
        state: States[Category],
        event: Events[Category],
      ) => States[Category]
      states.set(`${category}/${id}`, evolve(stateOf(category, id), event))
    },
  }
}
export type StoryDesk = ReturnType<typeof desk>

const finish = (reaction: Reaction<JsonObject>, { stateOf }: StoryDesk): Done<JsonObject> => {
  const walk = steps(reaction)
  let step = walk.next()
  while (step.done !== true) step = walk.next(stateOf(step.value.category, step.value.id))
  return step.value
}

/** Tells a policy a story; `check` sees each answer as it is given, before it is remembered. */
export const tell = (policy: Policy, story: ReadonlyArray<Told>) => {
  const by = actorOf(policy.name)
  const here = desk()
  const memory = new Map<string, JsonObject>()
  const said: Said[] = []

  const reactionTo = (on: Told, eventId: string): Reaction<JsonObject> | undefined => {
    if ('tick' in on) return policy.tick?.(memory, { at: on.tick, by })
    const { fact } = on
    here.record(fact)
    if (!policy.hears.includes(fact.category)) return undefined
    const { past = false, ...what } = fact
    const happening = { ...what, eventId, triggers: !past } as Happening
    return policy.react(happening, memory, { at: fact.event.data.at, by })
  }
  story.forEach((on, place) => {
    const trigger = 'tick' in on ? 'tick' : factId(place)
    const reaction = reactionTo(on, trigger)
    if (reaction === undefined) return
    const { commands, put = {}, forget = [] } = finish(reaction, here)
    said.push({ on, trigger, commands, put })
    for (const [key, row] of Object.entries(put)) memory.set(key, throughJson(row) as JsonObject)
    for (const key of forget) memory.delete(key)
  })
  return { said, memory, desk: here }
}

export const idsIn = (policy: Policy, { trigger, commands }: Said): ReadonlyArray<string> =>
  commands.map((each) => commandIdOf(policy.name, { trigger, tenant: undefined }, each))
