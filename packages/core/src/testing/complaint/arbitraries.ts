/**
 * Complaints as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'

import { ComplaintCommand } from '../../complaint/commands.js'
import { complaint } from '../../complaint/complaint.js'
import { ComplaintEvent } from '../../complaint/events.js'
import type { ComplaintRules } from '../../complaint/rules.js'
import type { ComplaintState } from '../../complaint/state.js'
import { fromCodec } from '../from-codec.js'
import { pools } from '../pools.js'
import { type Material, material, onward } from './onward.js'
import { complaintRules } from './rules.js'

/** What there is of one kind of aggregate. They collide: a few ids, a few instants on and beside every bound. */
export interface Arbitraries<Command, State, Event, Rules> {
  readonly command: fc.Arbitrary<Command>
  /** As `command`, but mostly one that `state` calls for. */
  readonly commandIn: (state: State) => fc.Arbitrary<Command>
  readonly event: fc.Arbitrary<Event>
  /** A state that can be reached under `rules`: commands answered one by one, the refused ones dropped. */
  readonly state: fc.Arbitrary<State>
  /** What was recorded on the way to such a state. */
  readonly history: fc.Arbitrary<ReadonlyArray<Event>>
  readonly rules: Rules
}

export type ComplaintArbitraries = Arbitraries<
  ComplaintCommand,
  ComplaintState,
  ComplaintEvent,
  ComplaintRules
>

const command = fromCodec(ComplaintCommand, pools)
const event = fromCodec(ComplaintEvent, pools)

const commandIn = (state: ComplaintState): fc.Arbitrary<ComplaintCommand> =>
  fc.oneof(
    { arbitrary: material.map((m) => onward(state, m)), weight: 3 },
    { arbitrary: command, weight: 1 },
  )

type Turn = { readonly any: ComplaintCommand } | { readonly onward: Material }

const turn: fc.Arbitrary<Turn> = fc.oneof(
  { arbitrary: material.map((m) => ({ onward: m })), weight: 4 },
  { arbitrary: command.map((any) => ({ any })), weight: 1 },
)

/** Most complaints are short, and some go all the way round. */
const turns = fc.oneof(
  fc.array(turn, { maxLength: 6 }),
  fc.array(turn, { minLength: 6, maxLength: 22, size: 'max' }),
)

/** For complaints under rules of one's own. */
export const complaintArbitraries = (rules: ComplaintRules): ComplaintArbitraries => {
  const { decide, evolve, initial } = complaint(rules)
  const history = turns.map((taken) => {
    const events: ComplaintEvent[] = []
    let state = initial
    for (const each of taken) {
      const answer = decide('any' in each ? each.any : onward(state, each.onward))(state)
      if (E.isLeft(answer)) continue
      events.push(...answer.right)
      state = answer.right.reduce(evolve, state)
    }
    return events
  })
  const state = history.map((events) => events.reduce(evolve, initial))
  return { command, commandIn, event, state, history, rules }
}

/** Complaints under the example rules. */
export const anyComplaint: ComplaintArbitraries = complaintArbitraries(complaintRules)
