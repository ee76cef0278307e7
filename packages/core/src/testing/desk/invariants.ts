/**
 * What holds of every desk, whatever was asked of it, once its policies have heard all there is.
 *
 * @since 0.1.0
 */
import type { ComplaintEvent } from '../../complaint/events.js'
import type { ComplaintState } from '../../complaint/state.js'
import type { FollowUpEvent } from '../../follow-up/events.js'
import type { Category, Events } from '../../policy/streams.js'
import { evolve as evolvePromise } from '../../promise/evolve.js'
import { dueOf, initial as noPromise, type PromiseState } from '../../promise/state.js'
import { Settlement, type PromiseEvent } from '../../promise/events.js'
import { difference, show } from '../difference.js'
import type { Desk, Stored, Stream } from './desk.js'

/** What does not hold: which invariant, and where it was seen. */
export interface Breach {
  readonly invariant: string
  readonly where: string
}

type Check = (desk: Desk) => ReadonlyArray<string>

const of = <C extends Category>(
  desk: Desk,
  category: C,
): ReadonlyArray<Stream & { readonly category: C }> =>
  desk
    .streams()
    .filter((stream): stream is Stream & { readonly category: C } => stream.category === category)

const read = <C extends Category>(
  desk: Desk,
  { events }: Stream & { readonly category: C },
): ReadonlyArray<Events[C]> =>
  // A stream's events are its category's.
  events.map((stored) => desk.read(stored) as Events[C])

/** What this complaint knows to be open, event by event: told without its own fold. */
const closedOverPromise = (events: ReadonlyArray<ComplaintEvent>): ReadonlyArray<string> => {
  const known = new Map<string, 'open' | 'settled'>()
  const found: string[] = []
  for (const { type, data } of events) {
    if (type === 'PromiseGiven') known.set(data.promiseId, 'open')
    // Accepted late, a merge names as open what is known here to be settled since.
    if (type === 'ComplaintAbsorbed')
      for (const id of data.openPromises) if (!known.has(id)) known.set(id, 'open')
    if (type === 'PromiseSettled') known.set(data.promiseId, 'settled')
    if (type === 'ComplaintClosed')
      for (const [id, how] of known) if (how === 'open') found.push(id)
  }
  return found
}

const noCloseOverPromise: Check = (desk) =>
  of(desk, 'complaint').flatMap((stream) =>
    closedOverPromise(read(desk, stream)).map((id) => `${stream.id} was closed over promise ${id}`),
  )

const isSettlement = ({ type }: PromiseEvent): boolean => Settlement.is(type)

/** What must not change any more: how it was settled, when, and what was due by then. */
const verdict = (state: PromiseState): unknown =>
  state._tag === 'Settled' ? [state.how, state.at, dueOf(state.file)] : undefined

const settledStays: Check = (desk) =>
  of(desk, 'promise').flatMap((stream) => {
    const events = read(desk, stream)
    const settlements = events.filter(isSettlement)
    let state: PromiseState = noPromise
    let settled: unknown
    const changes = events.flatMap((event) => {
      state = evolvePromise(state, event)
      const before = settled
      settled = verdict(state)
      return before !== undefined && difference(settled, before) !== undefined
        ? [`${stream.id} was settled as ${show(before)}, then as ${show(settled)}`]
        : []
    })
    return settlements.length > 1
      ? [...changes, `${stream.id} was settled ${String(settlements.length)} times`]
      : changes
  })

/** Closings and reopenings take turns. */
const closedOnce: Check = (desk) =>
  of(desk, 'complaint').flatMap((stream) => {
    let closed = false
    return read(desk, stream).flatMap(({ type }) => {
      const again = closed && type === 'ComplaintClosed'
      if (type === 'ComplaintClosed') closed = true
      // What was referred outside comes back to be closed anew.
      if (type === 'ComplaintReopened' || type === 'ComplaintReferred') closed = false
      return again ? [`${stream.id} was closed, and closed again`] : []
    })
  })

/** A complaint, and each that came to stand for it, in order. */
const chainOf = (desk: Desk, id: string): ReadonlyArray<string> => {
  const chain = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !chain.has(at);) {
    chain.add(at)
    const state: ComplaintState = desk.state('complaint', at)
    at = state._tag === 'Merged' ? state.survivor : undefined
  }
  return [...chain]
}

/** Every promise given in a complaint has a stream of its own, and the complaint knows what became of it. */
const promisesLinked: Check = (desk) => {
  const refused = new Set(desk.refused().map(({ dispatch }) => dispatch.id + dispatch.command.type))
  return of(desk, 'complaint').flatMap((stream) =>
    read(desk, stream).flatMap((event) => {
      if (event.type !== 'PromiseGiven') return []
      const { promiseId } = event.data
      const promise = desk.state('promise', promiseId)
      if (promise._tag === 'NotMade')
        return refused.has(`${promiseId}MakePromise`) ? [] : [`promise ${promiseId} was not opened`]
      // Settled before a merge, it is known to those alone who stood for the complaint by then.
      const known = chainOf(desk, stream.id).flatMap((id) => {
        const complaint = desk.state('complaint', id)
        return complaint._tag === 'NotRecorded' ? [] : (complaint.file.promises[promiseId] ?? [])
      })
      const told = known.find((how) => how !== 'open') ?? known[0]
      return told !== undefined && (promise._tag === 'Settled') === (told !== 'open')
        ? []
        : [`${stream.id} has promise ${promiseId} as ${String(told)}, which is ${promise._tag}`]
    }),
  )
}

/** One call back after each close of a complaint, and one after each broken promise. */
const callBacksOnce: Check = (desk) => {
  const scheduled = of(desk, 'followUp').flatMap((stream) =>
    read(desk, stream).flatMap((event: FollowUpEvent) =>
      event.type === 'CallBackScheduled' && event.data.by.role === 'policy'
        ? [show(event.data.reason)]
        : [],
    ),
  )
  const count = (reason: object): number => {
    const shown = show(reason)
    return scheduled.filter((each) => each === shown).length
  }
  const everybodyIsThere = of(desk, 'customer').every(
    ({ id }) => desk.state('customer', id)._tag !== 'Erased',
  )
  // Who is forgotten is not called: with one of them, there may be fewer.
  const wrong = (reason: object, wanted: number): ReadonlyArray<string> =>
    count(reason) === wanted || (count(reason) < wanted && !everybodyIsThere)
      ? []
      : [`${String(count(reason))} call backs for ${show(reason)}, not ${String(wanted)}`]
  return [
    ...of(desk, 'complaint').flatMap((stream) => {
      const events = read(desk, stream)
      // What it was when the policy heard of its close is then for nobody to say.
      if (events.some(({ type }) => type === 'KindChanged')) return []
      const [first] = events
      const isComplaint = first?.type === 'ComplaintRecorded' && first.data.kind === 'complaint'
      const closings = events.filter(({ type }) => type === 'ComplaintClosed').length
      const reason = { after: 'complaintClosed', complaintId: stream.id }
      return wrong(reason, isComplaint ? closings : 0)
    }),
    ...of(desk, 'promise').flatMap((stream) =>
      wrong(
        { after: 'promiseBroken', promiseId: stream.id },
        read(desk, stream).filter(({ type }) => type === 'PromiseBroken').length,
      ),
    ),
  ]
}

/** No promise is open long after it was due. */
const overdueBroken: Check = (desk) =>
  of(desk, 'promise').flatMap(({ id }) => {
    const state = desk.state('promise', id)
    return state._tag === 'Temporary' || (state._tag === 'Open' && dueOf(state.file) < desk.now())
      ? [`promise ${id} fell due and is open still`]
      : []
  })

/** Each level of a rule, once a cycle. */
const escalatedOnce: Check = (desk) =>
  of(desk, 'complaint').flatMap((stream) => {
    let cycle = 1
    const seen = new Set<string>()
    return read(desk, stream).flatMap(({ type, data }) => {
      if (type === 'ComplaintReopened') cycle++
      // Decided outside against us, it is ours to put right, from the beginning.
      if (type === 'OutsideDecisionRecorded' && data.ruling === 'upheld') cycle++
      if (type !== 'ComplaintEscalated') return []
      const key = `${String(cycle)}/${String(data.level)}/${data.rule}`
      const again = seen.has(key)
      seen.add(key)
      return again ? [`${stream.id} was escalated twice: ${key}`] : []
    })
  })

/** A policy's command has put something on record in one decision, and no second one. */
const commandsOnce: Check = (desk) =>
  desk.streams().flatMap(({ events, category, id }) => {
    const seen = new Set<string>()
    return events.flatMap(({ commandId }: Stored, place) => {
      const goesOn = events[place - 1]?.commandId === commandId
      const again = !goesOn && seen.has(commandId)
      seen.add(commandId)
      return again ? [`${category} ${id} did command ${commandId} twice`] : []
    })
  })

/** What was folded event by event is what the record says. */
const replayed: Check = (desk) =>
  desk.streams().flatMap((stream) => {
    const { initial, evolve } = desk.deciders[stream.category] as unknown as {
      readonly initial: unknown
      readonly evolve: (state: unknown, event: unknown) => unknown
    }
    const again = stream.events.reduce((state, stored) => evolve(state, desk.read(stored)), initial)
    const found = difference(stream.state, again)
    return found === undefined ? [] : [`${stream.category} ${stream.id}: ${found}`]
  })

const checks: ReadonlyArray<readonly [string, Check]> = [
  ['no complaint is closed over an open promise', noCloseOverPromise],
  ['nothing settled changes', settledStays],
  ['a complaint is closed once until it is reopened', closedOnce],
  ['every promise given in a complaint has its stream, and comes back', promisesLinked],
  ['a call back follows each close and each broken promise, once', callBacksOnce],
  ['no promise stays open long after it fell due', overdueBroken],
  ['each escalation level fires once a cycle', escalatedOnce],
  ['each command is done once', commandsOnce],
  ['replaying all streams gives the same states', replayed],
]

/** Every invariant that does not hold of the desk, and where. */
export const breaches = (desk: Desk): ReadonlyArray<Breach> =>
  checks.flatMap(([invariant, check]) => check(desk).map((where) => ({ invariant, where })))
