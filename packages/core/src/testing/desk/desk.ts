/**
 * A whole desk in one value: every stream as its events were stored, and the policies that hear of them.
 * Nothing waits in it and nothing is left to chance, so that a thousand of its lives can be tried.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { commandIdOf } from '../../policy/acting.js'
import { customerMerges } from '../../policy/customer-merges.js'
import type { Dispatch, Happening, Policy, Refusal } from '../../policy/policy.js'
import type { Category, Commands, Events, States } from '../../policy/streams.js'
import type { CustomerRejection } from '../../customer/rejections.js'
import type { Actor } from '../../shared/actor.js'
import type { Decider } from '../../shared/decider.js'
import { type Instant, later } from '../../shared/instant.js'
import { eventId } from '../../store/event-ids.js'
import type { Json, JsonObject } from '../../store/json.js'
import { finished, keepRows } from '../at-once.js'
import { actorOf } from '../policy-scenarios.js'

/** One decider for each kind of stream, under the host's own rules or those of the kit. */
export type DeskDeciders = {
  readonly [C in Category]: Decider<Commands[C], States[C], Events[C], Refusal>
}

type AnyEvent = Events[Category]
type AnyState = States[Category]
type AnyDecider = Decider<Commands[Category], AnyState, AnyEvent, Refusal>

/** An event on record: its data as text, as a store would keep it, and who brought it about. */
export interface Stored {
  readonly stream: string
  readonly category: Category
  readonly id: string
  readonly eventId: string
  readonly commandId: string
  readonly text: string
}

/** One stream: what is on record of it, and the state that was folded as it was recorded. */
export interface Stream {
  readonly category: Category
  readonly id: string
  readonly events: ReadonlyArray<Stored>
  readonly state: AnyState
}

/** What became of a command. */
export type Answer =
  | { readonly _tag: 'Recorded'; readonly events: number }
  | { readonly _tag: 'AlreadyDone' }
  | { readonly _tag: 'Rejected'; readonly why: Refusal }

interface Growing {
  readonly category: Category
  readonly id: string
  readonly events: Stored[]
  readonly seen: Set<string>
  state: AnyState
}

/** How far a policy has come, and what it remembers; both are put on record together. */
interface Mark {
  readonly heard: number
  readonly rows: string
}

interface Running {
  readonly policy: Policy
  readonly by: Actor
  heard: number
  rows: Map<string, JsonObject>
  answered: Set<string>
  saved: Mark
}

/** A circle of merges is ended by a refusal. */
const mostMerges = 20

/** A desk that can be asked, ticked, and whose policies can be killed and run again. */
export interface Desk {
  readonly deciders: DeskDeciders
  readonly now: () => Instant
  readonly pass: (ms: number) => void
  readonly ask: (dispatch: Dispatch, commandId: string) => Answer
  readonly state: <C extends Category>(category: C, id: string) => States[C]
  readonly streams: () => ReadonlyArray<Stream>
  /** What an event on record is read as. */
  readonly read: (stored: Stored) => AnyEvent
  readonly policies: number
  /** The next thing that a policy has not heard; false when it has heard all. */
  readonly deliver: (policy: number) => boolean
  readonly tick: (policy: number) => void
  /** Puts on record how far it has come. */
  readonly save: (policy: number) => void
  /** It is killed, and run again from what is on record. */
  readonly kill: (policy: number) => void
  /** Every policy hears all there is, ticks, and hears what came of it, until nothing comes of it any more. */
  readonly settle: () => void
  /** Commands of policies that were refused. */
  readonly refused: () => ReadonlyArray<{ readonly dispatch: Dispatch; readonly why: Refusal }>
}

/** What the store's contract is to a desk that the model can not see into: every value passes through JSON. */
export const openDesk = (
  deciders: DeskDeciders,
  policies: ReadonlyArray<Policy>,
  start: Instant,
): Desk => {
  const streams = new Map<string, Growing>()
  const log: Stored[] = []
  const refused: { readonly dispatch: Dispatch; readonly why: Refusal }[] = []
  let now = start

  const deciderOf = (category: Category): AnyDecider => deciders[category] as unknown as AnyDecider
  const known = (category: Category, id: string): Growing | undefined =>
    streams.get(`${category}-${id}`)
  // Read from its text once: what is heard of it again and again is never changed.
  const readings = new WeakMap<Stored, AnyEvent>()
  const read = (stored: Stored): AnyEvent => {
    const there = readings.get(stored)
    if (there !== undefined) return there
    const { category, text } = stored
    const decoded = deciderOf(category).event.decode(JSON.parse(text))
    if (E.isLeft(decoded)) throw new Error(`${category} can not read its own ${text}`)
    readings.set(stored, decoded.right)
    return decoded.right
  }
  const stateOf = (category: Category, id: string): AnyState =>
    known(category, id)?.state ?? deciderOf(category).initial

  const begin = (category: Category, id: string): Growing => {
    const there = known(category, id)
    if (there !== undefined) return there
    const fresh: Growing = {
      category,
      id,
      events: [],
      seen: new Set(),
      state: deciderOf(category).initial,
    }
    streams.set(`${category}-${id}`, fresh)
    return fresh
  }

  const askOne = ({ to, id, command }: Dispatch, commandId: string): Answer => {
    const { decide, event: codec, evolve } = deciderOf(to)
    if (known(to, id)?.seen.has(commandId) === true) return { _tag: 'AlreadyDone' }
    const decision = decide(command)(stateOf(to, id))
    if (E.isLeft(decision)) return { _tag: 'Rejected', why: decision.left }
    if (decision.right.length === 0) return { _tag: 'AlreadyDone' }
    const stream = begin(to, id)
    stream.seen.add(commandId)
    decision.right.forEach((event, place) => {
      const text = JSON.stringify(codec.encode(event))
      const name = `${to}-${id}`
      const stored: Stored = {
        stream: name,
        category: to,
        id,
        eventId: eventId(commandId, name, place, JSON.parse(text) as Json),
        commandId,
        text,
      }
      stream.events.push(stored)
      log.push(stored)
      stream.state = evolve(stream.state, read(stored))
    })
    return { _tag: 'Recorded', events: decision.right.length }
  }

  /** Commands for what was merged go to the survivor, as at every door. */
  const ask = (dispatch: Dispatch, commandId: string, hops = 0): Answer => {
    const answer = askOne(dispatch, commandId)
    if (answer._tag !== 'Rejected' || hops === mostMerges) return answer
    const why = answer.why as CustomerRejection
    if (why._tag !== 'MergedInto') return answer
    const { to, id } = dispatch
    if (to !== 'customer' && to !== 'complaint') return answer
    const command =
      to === 'customer'
        ? (customerMerges.onward?.(dispatch.command, id) ?? dispatch.command)
        : dispatch.command
    return ask({ ...dispatch, id: why.survivor, command } as Dispatch, commandId, hops + 1)
  }

  const running = policies.map((policy): Running => ({
    policy,
    by: actorOf(policy.name),
    heard: 0,
    rows: new Map(),
    answered: new Set(),
    saved: { heard: 0, rows: '[]' },
  }))
  const at = (n: number): Running => {
    const one = running[n % running.length]
    if (one === undefined) throw new Error('a desk without policies')
    return one
  }
  const send = (one: Running, dispatch: Dispatch, trigger: string): void => {
    const commandId = commandIdOf(one.policy.name, { trigger, tenant: undefined }, dispatch)
    const answer = ask(dispatch, commandId)
    if (answer._tag !== 'Rejected') return
    const { why } = answer
    refused.push({ dispatch, why })
    const instead = one.policy.refused?.(dispatch, why, { at: now, by: one.by }) ?? []
    for (const other of instead) {
      const cause = { trigger: commandId, tenant: undefined }
      ask(other, commandIdOf(one.policy.name, cause, other))
    }
  }
  const deliver = (n: number): boolean => {
    const one = at(n)
    const stored = log[one.heard]
    if (stored === undefined) return false
    if (one.policy.hears.includes(stored.category)) {
      const event = read(stored)
      const { category, id } = stored
      const happening = {
        category,
        id,
        eventId: stored.eventId,
        event,
        triggers: true,
      } as Happening
      const stamp = { at: later(now, event.data.at), by: one.by }
      const done = finished(one.policy.react(happening, one.rows, stamp), stateOf)
      for (const dispatch of done.commands) send(one, dispatch, stored.eventId)
      keepRows(one.rows, done)
    }
    one.heard++
    return true
  }
  const tick = (n: number): void => {
    const one = at(n)
    // A run ticks once it has heard all that is on record.
    if (one.heard < log.length || one.policy.tick === undefined) return
    const done = finished(one.policy.tick(one.rows, { at: now, by: one.by }), stateOf)
    const asked = new Set<string>()
    for (const dispatch of done.commands) {
      const commandId = commandIdOf(
        one.policy.name,
        { trigger: 'tick', tenant: undefined },
        dispatch,
      )
      asked.add(commandId)
      if (!one.answered.has(commandId)) send(one, dispatch, 'tick')
    }
    one.answered = asked
    keepRows(one.rows, done)
  }
  return {
    deciders,
    now: () => now,
    pass: (ms) => {
      now = (now + ms) as Instant
    },
    ask,
    state: (category, id) => stateOf(category, id) as never,
    streams: () => [...streams.values()],
    read,
    policies: running.length,
    deliver,
    tick,
    save: (n) => {
      const one = at(n)
      one.saved = { heard: one.heard, rows: JSON.stringify([...one.rows]) }
    },
    kill: (n) => {
      const one = at(n)
      one.heard = one.saved.heard
      one.rows = new Map(JSON.parse(one.saved.rows) as ReadonlyArray<readonly [string, JsonObject]>)
      one.answered = new Set()
    },
    settle: () => {
      for (let before = -1; before < log.length;) {
        before = log.length
        running.forEach((_, n) => {
          while (deliver(n));
        })
        if (log.length > before) continue
        running.forEach((_, n) => {
          tick(n)
          while (deliver(n));
        })
      }
    },
    refused: () => refused,
  }
}
