/**
 * Stories of one policy: given what is on record, when something happens or time passes, then these commands.
 *
 * @since 0.1.0
 */
import type { Dispatch, Happening, Policy, Reaction, Stamp } from '../policy/policy.js'
import { type Category, type Events, readings, type States } from '../policy/streams.js'
import type { Actor, ActorId, Role } from '../shared/actor.js'
import type { Instant } from '../shared/instant.js'
import { policyId } from '../store/event-ids.js'
import type { JsonObject } from '../store/json.js'
import { finished, keepRows } from './at-once.js'
import { same } from './difference.js'
import type { Test } from './scenarios.js'

/** A fact on a stream, as a story tells it. */
export type Fact = {
  readonly [C in Category]: {
    readonly category: C
    readonly id: string
    readonly event: Events[C]
    /** Whether it comes from elsewhere, or lies before the policy's start: nothing is done about it. */
    readonly past?: boolean
  }
}[Category]

/** What a story ends with: the next fact, or a tick. */
export type Occurrence = Fact | { readonly tick: Instant }

/** How a policy's story can end. Each is one test, under the scenario's title. */
export interface PolicyOutcomes {
  /** These commands, in this order, and no others. Their `because` is compared where it is given. */
  readonly sends: (commands: ReadonlyArray<Dispatch>) => unknown
  readonly sendsNothing: () => unknown
}

/** `scenario('title').given(facts).when(factOrTick).sends(commands)` */
export type PolicyScenario = (title: string) => {
  readonly given: (history: ReadonlyArray<Fact>) => {
    readonly when: (what: Occurrence) => PolicyOutcomes
  }
}

/** Who acts in a policy's stories, as in a run that names nobody else. */
export const actorOf = (policy: string): Actor => ({
  id: `policy.${policy}` as ActorId,
  role: 'policy' as Role,
})

/** The id of the fact at `place` (from 0) of a story: what a policy makes new ids of. */
export const factId = (place: number): string => policyId('story', String(place))

const stateOf = <C extends Category>(
  facts: ReadonlyArray<Fact>,
  category: C,
  id: string,
): States[C] => {
  const { initial, evolve } = readings[category]
  return facts.reduce(
    (state, fact) =>
      // An event of a category is read by that category's own fold.
      fact.category === category && fact.id === id ? evolve(state, fact.event as Events[C]) : state,
    initial,
  )
}

/** A desk of nothing but facts: what one policy remembers of them, and asks for. */
const teller = <Row extends JsonObject>(policy: Policy<Row>) => {
  const facts: Fact[] = []
  const memory = new Map<string, Row>()
  const by = actorOf(policy.name)

  const finish = (reaction: Reaction<Row>): ReadonlyArray<Dispatch> => {
    const done = finished(reaction, (category, id) => stateOf(facts, category, id))
    keepRows(memory, done)
    return done.commands
  }
  return {
    tell: (fact: Fact): ReadonlyArray<Dispatch> => {
      const eventId = factId(facts.length)
      facts.push(fact)
      const { past = false, ...what } = fact
      const happening = { ...what, eventId, triggers: !past } as Happening
      const stamp: Stamp = { at: fact.event.data.at, by }
      const commands = policy.hears.includes(fact.category)
        ? finish(policy.react(happening, memory, stamp))
        : []
      return past ? [] : commands
    },
    tick: (at: Instant): ReadonlyArray<Dispatch> =>
      policy.tick === undefined ? [] : finish(policy.tick(memory, { at, by })),
  }
}

const withoutReason = ({ because, ...dispatch }: Dispatch): Omit<Dispatch, 'because'> => dispatch

/**
 * One line of history per line:
 *
 * ```ts
 * const scenario = policyScenarios(policies.breakOverduePromises({ grace: 0 }), { test })
 *
 * scenario('a promise nobody kept is broken').given([made]).when({ tick: saturday }).sends([breakIt])
 * ```
 *
 * Streams that the policy looks at stand where the story's own facts have put them.
 */
export const policyScenarios =
  <Row extends JsonObject>(
    policy: Policy<Row>,
    { test }: { readonly test: Test },
  ): PolicyScenario =>
  (title) => ({
    given: (history) => ({
      when: (what) => {
        const ends = (expected: ReadonlyArray<Dispatch>) =>
          test(title, () => {
            const { tell, tick } = teller(policy)
            history.forEach(tell)
            const sent = 'tick' in what ? tick(what.tick) : tell(what)
            same(
              sent.map((each, i) =>
                expected[i]?.because === undefined ? withoutReason(each) : each,
              ),
              expected,
            )
          })
        return { sends: ends, sendsNothing: () => ends([]) }
      },
    }),
  })
