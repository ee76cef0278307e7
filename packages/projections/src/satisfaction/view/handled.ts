/**
 * In whose hands a request was, one after another.
 *
 * @since 0.1.0
 */
import type { ActorId, complaint, EntryId, Instant } from '@troth/core'

import type { ComplaintFact, FactThat } from './complaint-facts.js'

/** What held at an instant of what holds from then on, in order of time; before the first of them, that one. */
export const heldAt = <A extends { readonly from: Instant }>(
  all: ReadonlyArray<A>,
  at: Instant,
): A | undefined => {
  let [held] = all
  for (const each of all) if (each.from <= at) held = each
  return held
}

/** In whose hands it was from when on, and for which department; until the next, or the end. */
export interface Holding {
  readonly from: Instant
  readonly party: complaint.Party
  readonly department: string | undefined
}

/** Whoever was asked first, and in whose hands it was, in order of time. */
export interface Handled {
  readonly firstResponsible: ActorId
  readonly holdings: ReadonlyArray<Holding>
}

/** It was passed on: by whom shows whether it was only passed. */
export interface HandOver {
  readonly at: Instant
  readonly handOverId: EntryId
  readonly by: Holding
}

export interface WhoHandled {
  readonly handled: Handled
  readonly handOvers: ReadonlyArray<HandOver>
}

const departmentOf = (party: complaint.Party): string | undefined =>
  party.department ?? (party.kind === 'department' ? party.id : undefined)

/**
 * In whose hands it was, and who passed it on when, by facts in order of time. Of one at the same instant the later recorded
 * holds. Somebody without a department works for the one it was assigned to.
 */
export const whoHandled = (
  intake: FactThat<'recorded'>,
  inOrder: ReadonlyArray<ComplaintFact>,
): WhoHandled => {
  const { at, firstResponsible } = intake
  const holdings: Holding[] = [
    { from: at, party: { kind: 'person', id: firstResponsible }, department: undefined },
  ]
  const handOvers: HandOver[] = []
  let assigned: string | undefined
  for (const fact of inOrder) {
    if (fact.is !== 'assigned' && fact.is !== 'handedOver') continue
    const by = holdings.at(-1)
    const own = departmentOf(fact.to)
    if (fact.is === 'assigned') assigned = own
    else if (by !== undefined) handOvers.push({ at: fact.at, handOverId: fact.handOverId, by })
    holdings.push({ from: fact.at, party: fact.to, department: own ?? assigned })
  }
  return { handled: { firstResponsible, holdings }, handOvers }
}
