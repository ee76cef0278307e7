/**
 * Complaints and other requests as they were known at an instant: what was merged is one.
 *
 * @since 0.1.0
 */
import type { ActorId, complaint, Instant } from '@troth/core'

import { inTime, type Kept, known } from '../../shared/kept.js'
import { keyLike, standsFor } from '../../shared/merged.js'
import type { ComplaintFact } from './complaint-facts.js'

/** In whose hands it was from when on, and for which department; until the next, or the end. */
export interface Holding {
  readonly from: Instant
  readonly party: complaint.Party
  readonly department: string | undefined
}

/** A clock that was judged. `decidedAt`: when it was stopped, or fell due, whichever came first. */
export interface Judged extends complaint.AppliedClock {
  readonly verdict: complaint.Verdict
  readonly decidedAt: Instant
}

/** From when to when it was open; without `to` it still is. */
export interface OpenSpan {
  readonly from: Instant
  readonly to: Instant | undefined
}

/** Instants are in order of time. */
export interface Case {
  readonly key: string
  /** The keys of those that were merged into it. */
  readonly absorbed: ReadonlyArray<string>
  readonly kind: complaint.Kind
  /** The key of the customer whose it is, as his own stream has it. */
  readonly customer: string
  readonly about: complaint.About
  readonly channel: complaint.Channel | undefined
  readonly tier: string | undefined
  readonly repeat: boolean
  readonly receivedAt: Instant
  readonly firstResponsible: ActorId
  readonly holdings: ReadonlyArray<Holding>
  readonly open: ReadonlyArray<OpenSpan>
  /** Closed, withdrawn, referred or merged, by now. */
  readonly isOver: boolean
  readonly handOvers: ReadonlyArray<Instant>
  /** Each time the customer came with it: his complaint, those merged into it, and his messages. */
  readonly contacts: ReadonlyArray<Instant>
  readonly chases: ReadonlyArray<Instant>
  readonly resolutions: ReadonlyArray<Instant>
  readonly closings: ReadonlyArray<{ readonly at: Instant; readonly outcome: complaint.Outcome }>
  readonly reopenings: ReadonlyArray<Instant>
  readonly judged: ReadonlyArray<Judged>
}

/** By key of a complaint's row, what is kept of it. */
export type ComplaintRecords = ReadonlyMap<string, Kept<ComplaintFact>>

type Is<Name extends ComplaintFact['is']> = Extract<ComplaintFact, { is: Name }>

const all =
  <Name extends ComplaintFact['is']>(...names: ReadonlyArray<Name>) =>
  (facts: ReadonlyArray<ComplaintFact>): ReadonlyArray<Is<Name>> =>
    facts.filter((fact): fact is Is<Name> => names.some((name) => name === fact.is))

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

const departmentOf = (party: complaint.Party): string | undefined =>
  party.department ?? (party.kind === 'department' ? party.id : undefined)

/** Of one at the same instant the later recorded holds. Somebody without a department works for the one it was assigned to. */
const holdings = (
  { at, firstResponsible }: Is<'recorded'>,
  facts: ReadonlyArray<ComplaintFact>,
): ReadonlyArray<Holding> => {
  const first: Holding = {
    from: at,
    party: { kind: 'person', id: firstResponsible },
    department: undefined,
  }
  let assigned: string | undefined
  const rest = inTime(all('assigned', 'handedOver')(facts)).map((fact): Holding => {
    const own = departmentOf(fact.to)
    if (fact.is === 'assigned') assigned = own
    return { from: fact.at, party: fact.to, department: own ?? assigned }
  })
  return [first, ...rest]
}

const openSpans = (facts: ReadonlyArray<ComplaintFact>): ReadonlyArray<OpenSpan> => {
  const spans: OpenSpan[] = []
  for (const { is, at } of inTime(all('recorded', 'reopened', 'closed', 'left', 'merged')(facts))) {
    const last = spans.at(-1)
    const isOpen = last !== undefined && last.to === undefined
    if (is === 'recorded' || is === 'reopened') {
      if (!isOpen) spans.push({ from: at, to: undefined })
    } else if (isOpen) spans[spans.length - 1] = { from: last.from, to: at }
  }
  return spans
}

const earlier = (a: Instant, b: Instant): Instant => (a <= b ? a : b)

/** The same running of a clock, judged again, is judged once, as it was judged last. */
const judged = (facts: ReadonlyArray<ComplaintFact>): ReadonlyArray<Judged> => {
  const clocks = new Map<string, Judged>()
  const judge = (clock: complaint.AppliedClock, at: Instant, verdict: complaint.Verdict): void => {
    const key = `${clock.clock}/${clock.startedAt}`
    clocks.set(key, { ...clock, verdict, decidedAt: earlier(at, clock.dueAt) })
  }
  for (const fact of facts) {
    if (fact.is === 'stopped')
      for (const clock of fact.clocks)
        judge(clock, fact.at, fact.at <= clock.dueAt ? 'met' : 'missed')
    if (fact.is === 'verdict') judge(fact.clock, fact.at, fact.verdict)
    if (fact.is === 'correction') {
      const wrong = [...clocks].filter(
        ([, each]) => each.clock === fact.clock.clock && each.verdict !== fact.verdict,
      )
      // What was judged wrongly may have begun at another instant than is known by now.
      const one = wrong.find(([, each]) => each.startedAt === fact.clock.startedAt) ?? wrong.at(-1)
      if (one === undefined) continue
      clocks.delete(one[0])
      judge(fact.clock, fact.at, fact.verdict)
    }
  }
  return [...clocks.values()]
}

const caseOf = (
  key: string,
  own: ReadonlyArray<ComplaintFact>,
  absorbed: ReadonlyMap<string, ReadonlyArray<ComplaintFact>>,
): Case | undefined => {
  const intake = all('recorded')(own)[0]
  if (intake === undefined) return undefined
  const every = [own, ...absorbed.values()]
  const facts = every.flat()
  const contacts = once(all('contacted')(facts), ({ messageId }) => messageId)
  const open = openSpans(own)
  return {
    key,
    absorbed: [...absorbed.keys()],
    kind: inTime(all('kind')(own)).at(-1)?.kind ?? intake.kind,
    customer: keyLike(key, inTime(all('moved')(own)).at(-1)?.customer ?? intake.customer),
    about: intake.about,
    channel: intake.channel,
    tier: inTime(all('tier')(own)).at(-1)?.tier ?? intake.tier,
    repeat: intake.repeat || all('repeat')(own).length > 0,
    receivedAt: intake.at,
    firstResponsible: intake.firstResponsible,
    holdings: holdings(intake, own),
    open,
    isOver: open.at(-1)?.to !== undefined,
    handOvers: instants(once(all('handedOver')(facts), ({ handOverId }) => handOverId)),
    contacts: instants([...all('recorded')(facts), ...contacts]),
    chases: instants(contacts.filter(({ chasing }) => chasing)),
    resolutions: every.flatMap(resolutions).sort((a, b) => a - b),
    closings: inTime(all('closed')(facts)),
    reopenings: instants(all('reopened')(facts)),
    judged: every.flatMap(judged),
  }
}

/** Every request that was on record by `knownAt`, in the order of their keys. */
export const casesAt = (records: ComplaintRecords, knownAt: Instant): ReadonlyArray<Case> => {
  const facts = new Map(
    [...records].flatMap(([key, kept]) => {
      const some = known(knownAt)(kept)
      return all('recorded')(some).length === 0 ? [] : [[key, some] as const]
    }),
  )
  const survivorOf = standsFor(
    (key) => {
      const merge = all('merged')(facts.get(key) ?? []).at(-1)
      return merge && keyLike(key, merge.survivor)
    },
    (key) => facts.has(key),
  )
  const together = new Map<string, Map<string, ReadonlyArray<ComplaintFact>>>()
  for (const [key, some] of [...facts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const survivor = survivorOf(key)
    const absorbed = together.get(survivor) ?? new Map<string, ReadonlyArray<ComplaintFact>>()
    if (survivor !== key) absorbed.set(key, some)
    together.set(survivor, absorbed)
  }
  return [...together]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, absorbed]) => caseOf(key, facts.get(key) ?? [], absorbed) ?? [])
}
