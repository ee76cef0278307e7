/**
 * Complaints and other requests as they were known at an instant: what was merged is one.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

import { inTime, type Kept, known } from '../../shared/kept.js'
import { keyLike, standsFor } from '../../shared/merged.js'
import { type ComplaintFact, type FactThat, factsThat } from './complaint-facts.js'
import { type Handled, type HandOver, whoHandled, type WhoHandled } from './handled.js'
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
  (tiers.filter(({ from }) => from <= at).at(-1) ?? tiers[0])?.tier

const instants = (facts: ReadonlyArray<{ readonly at: Instant }>): ReadonlyArray<Instant> =>
  facts.map(({ at }) => at).sort((a, b) => a - b)

/** Once for each id, as recorded first. */
const once = <A>(facts: ReadonlyArray<A>, idOf: (fact: A) => string): ReadonlyArray<A> => {
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

const openSpans = (facts: ReadonlyArray<ComplaintFact>): ReadonlyArray<OpenSpan> => {
  const spans: OpenSpan[] = []
  for (const { is, at } of inTime(
    factsThat('recorded', 'reopened', 'closed', 'left', 'merged')(facts),
  )) {
    const last = spans.at(-1)
    const isOpen = last !== undefined && last.to === undefined
    if (is === 'recorded' || is === 'reopened') {
      if (!isOpen) spans.push({ from: at, to: undefined })
    } else if (isOpen) spans[spans.length - 1] = { from: last.from, to: at }
  }
  return spans
}

/** One request's own part in a case. */
interface Part extends WhoHandled {
  readonly intake: FactThat<'recorded'>
  readonly facts: ReadonlyArray<ComplaintFact>
}

const partOf = (facts: ReadonlyArray<ComplaintFact>): Part | undefined => {
  const [intake] = factsThat('recorded')(facts)
  return intake && { intake, facts, ...whoHandled(intake, facts) }
}

const caseOf = (key: string, part: Part, absorbed: ReadonlyMap<string, Part>): Case => {
  const { intake, facts: own } = part
  const every = [part, ...absorbed.values()]
  const facts = every.flatMap((each) => each.facts)
  const contacts = once(factsThat('contacted')(facts), ({ messageId }) => messageId)
  const open = openSpans(own)
  return {
    key,
    absorbed: [...absorbed.keys()],
    kind: inTime(factsThat('kind')(own)).at(-1)?.kind ?? intake.kind ?? 'complaint',
    customer: keyLike(key, inTime(factsThat('moved')(own)).at(-1)?.customer ?? intake.customer),
    about: intake,
    channel: intake.channel,
    tiers: [intake, ...inTime(factsThat('tier')(own))].map(({ at: from, tier }) => ({
      from,
      tier,
    })),
    repeat: intake.repeat === true || factsThat('repeat')(own).length > 0,
    receivedAt: intake.at,
    ...part.handled,
    open,
    isOver: open.at(-1)?.to !== undefined,
    handOvers: inTime(
      once(
        every.flatMap((each) => each.handOvers),
        ({ handOverId }) => handOverId,
      ),
    ),
    contacts: instants([...factsThat('recorded')(facts), ...contacts]),
    chases: instants(contacts.filter(({ chasing }) => chasing === true)),
    resolutions: resolutions(own),
    closings: inTime(factsThat('closed')(facts)).map(({ at, outcome = 'resolved' }) => ({
      at,
      outcome,
    })),
    reopenings: instants(factsThat('reopened')(facts)),
    judged: every.flatMap((each) => judged(each.facts, each.handled)),
  }
}

/** Every request that was on record by `knownAt`, in the order of their keys. */
export const casesAt = (records: ComplaintRecords, knownAt: Instant): ReadonlyArray<Case> => {
  const parts = new Map(
    [...records].flatMap(([key, kept]) => {
      const part = partOf(known(knownAt)(kept))
      return part === undefined ? [] : [[key, part] as const]
    }),
  )
  const survivorOf = standsFor(
    (key) => {
      const merge = factsThat('merged')(parts.get(key)?.facts ?? []).at(-1)
      return merge && keyLike(key, merge.survivor)
    },
    (key) => parts.has(key),
  )
  const together = new Map<string, Map<string, Part>>()
  for (const [key, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const survivor = survivorOf(key)
    const absorbed = together.get(survivor) ?? new Map<string, Part>()
    if (survivor !== key) absorbed.set(key, part)
    together.set(survivor, absorbed)
  }
  return [...together]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, absorbed]) => {
      const part = parts.get(key)
      return part === undefined ? [] : [caseOf(key, part, absorbed)]
    })
}
