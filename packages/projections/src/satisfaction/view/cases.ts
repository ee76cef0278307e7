/**
 * Complaints and other requests as they were known at an instant: what was merged is one.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

import { inTime, type Kept, known } from '../../shared/kept.js'
import { keyLike, standsFor } from '../../shared/merged.js'
import { type ComplaintFact, type FactThat, factsThat } from './complaint-facts.js'
import { type Handled, type HandOver, heldAt, whoHandled, type WhoHandled } from './handled.js'
import { type Judged, judged } from './judged.js'
import type { Matter } from './matter.js'

/** From when to when it was open; without `to` it still is. */
export interface OpenSpan {
  readonly from: Instant
  readonly to: Instant | undefined
}

/** Instants are in order of time. */
export interface Case extends Handled {
  readonly key: string
  /** The keys of those that were merged into it. */
  readonly absorbed: ReadonlyArray<string>
  readonly kind: complaint.Kind
  /** The key of the customer whose it is, as his own stream has it. */
  readonly customer: string
  readonly about: Matter
  readonly channel: complaint.Channel | undefined
  /** As it was recorded with, and from when on it was another. */
  readonly tiers: ReadonlyArray<{ readonly from: Instant; readonly tier: string | undefined }>
  readonly repeat: boolean
  readonly receivedAt: Instant
  readonly open: ReadonlyArray<OpenSpan>
  /** Closed, withdrawn, referred or merged, by now. */
  readonly isOver: boolean
  readonly handOvers: ReadonlyArray<HandOver>
  /** Each time the customer came with it: his complaint, those merged into it, and his messages. */
  readonly contacts: ReadonlyArray<Instant>
  readonly chases: ReadonlyArray<Instant>
  /** Its own: one that was merged into it may have been resolved, and it not. */
  readonly resolutions: ReadonlyArray<Instant>
  readonly closings: ReadonlyArray<{ readonly at: Instant; readonly outcome: complaint.Outcome }>
  readonly reopenings: ReadonlyArray<Instant>
  readonly judged: ReadonlyArray<Judged>
}

/** By key of a complaint's row, what is kept of it. */
export type ComplaintRecords = ReadonlyMap<string, Kept<ComplaintFact>>

/** Its tier at an instant; before it was recorded, the one that it was recorded with. */
export const tierAt = ({ tiers }: Pick<Case, 'tiers'>, at: Instant): string | undefined =>
  heldAt(tiers, at)?.tier

const instants = (facts: ReadonlyArray<{ readonly at: Instant }>): ReadonlyArray<Instant> =>
  inTime(facts).map(({ at }) => at)

/** Once for each id, as recorded first. */
const once = <A>(facts: ReadonlyArray<A>, idOf: (fact: A) => string): ReadonlyArray<A> => {
  if (facts.length < 2) return facts
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const id = idOf(fact)
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}

/** A notice resolves what was found invalid. */
const resolutions = (facts: ReadonlyArray<ComplaintFact>): ReadonlyArray<Instant> => {
  let valid = true
  const at: Instant[] = []
  for (const fact of facts) {
    if (fact.is === 'judged') valid = fact.valid
    if (fact.is === 'resolved' || (fact.is === 'notified' && !valid)) at.push(fact.at)
  }
  return at.sort((a, b) => a - b)
}

/** By facts in order of time. */
const openSpans = (inOrder: ReadonlyArray<ComplaintFact>): ReadonlyArray<OpenSpan> => {
  const spans: OpenSpan[] = []
  for (const { is, at } of inOrder) {
    const last = spans.at(-1)
    const isOpen = last !== undefined && last.to === undefined
    if (is === 'recorded' || is === 'reopened') {
      if (!isOpen) spans.push({ from: at, to: undefined })
    } else if (isOpen && (is === 'closed' || is === 'left' || is === 'merged'))
      spans[spans.length - 1] = { from: last.from, to: at }
  }
  return spans
}

/** One request's own part in a case. */
interface Part extends WhoHandled {
  readonly key: string
  readonly intake: FactThat<'recorded'>
  readonly facts: ReadonlyArray<ComplaintFact>
  readonly inOrder: ReadonlyArray<ComplaintFact>
}

const partOf = (key: string, facts: ReadonlyArray<ComplaintFact>): Part | undefined => {
  const intake = facts.find((fact) => fact.is === 'recorded')
  if (intake === undefined) return undefined
  const inOrder = inTime(facts)
  const { handled, handOvers } = whoHandled(intake, inOrder)
  return { key, intake, facts, inOrder, handled, handOvers }
}

const none: ReadonlyArray<Part> = []

const caseOf = (part: Part, absorbed: ReadonlyArray<Part>): Case => {
  const { key, intake, facts: own, inOrder } = part
  const every = [part, ...absorbed]
  const facts = absorbed.length === 0 ? own : every.flatMap((each) => each.facts)
  const handOvers = absorbed.length === 0 ? part.handOvers : every.flatMap((each) => each.handOvers)
  const contacts = once(factsThat('contacted')(facts), ({ messageId }) => messageId)
  const open = openSpans(inOrder)
  return {
    key,
    absorbed: absorbed.map((each) => each.key),
    kind: factsThat('kind')(inOrder).at(-1)?.kind ?? intake.kind ?? 'complaint',
    customer: keyLike(key, factsThat('moved')(inOrder).at(-1)?.customer ?? intake.customer),
    about: intake,
    channel: intake.channel,
    tiers: [intake, ...factsThat('tier')(inOrder)].map(({ at: from, tier }) => ({ from, tier })),
    repeat: intake.repeat === true || factsThat('repeat')(own).length > 0,
    receivedAt: intake.at,
    ...part.handled,
    open,
    isOver: open.at(-1)?.to !== undefined,
    handOvers: inTime(once(handOvers, ({ handOverId }) => handOverId)),
    contacts: instants([...factsThat('recorded')(facts), ...contacts]),
    chases: instants(contacts.filter(({ chasing }) => chasing === true)),
    resolutions: resolutions(own),
    closings: inTime(factsThat('closed')(facts)).map(({ at, outcome = 'resolved' }) => ({
      at,
      outcome,
    })),
    reopenings: instants(factsThat('reopened')(facts)),
    judged:
      absorbed.length === 0
        ? judged(own, part.handled)
        : every.flatMap((each) => judged(each.facts, each.handled)),
  }
}

/** Every request that was on record by `knownAt`, in the order of their keys. */
export const casesAt = (records: ComplaintRecords, knownAt: Instant): ReadonlyArray<Case> => {
  const knownOf = known(knownAt)
  const parts = new Map<string, Part>()
  const mergedInto = new Map<string, string>()
  for (const key of [...records.keys()].sort()) {
    const part = partOf(key, knownOf(records.get(key)))
    if (part === undefined) continue
    parts.set(key, part)
    const merge = factsThat('merged')(part.facts).at(-1)
    if (merge !== undefined) mergedInto.set(key, keyLike(key, merge.survivor))
  }
  const survivorOf = standsFor(
    (key) => mergedInto.get(key),
    (key) => parts.has(key),
  )
  const absorbed = new Map<string, Part[]>()
  for (const part of parts.values()) {
    const survivor = survivorOf(part.key)
    if (survivor === part.key) continue
    const there = absorbed.get(survivor)
    if (there === undefined) absorbed.set(survivor, [part])
    else there.push(part)
  }
  const cases: Case[] = []
  for (const part of parts.values())
    if (survivorOf(part.key) === part.key) cases.push(caseOf(part, absorbed.get(part.key) ?? none))
  return cases
}
