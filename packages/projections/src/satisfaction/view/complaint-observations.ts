/**
 * What is counted of complaints, and of other requests where a figure is about them.
 *
 * @since 0.1.0
 */
import type { Instant } from '@troth/core'

import type { Case } from './cases.js'
import { charged, holderAt, timesHeld } from './charge.js'
import type { FirstContact, Observation } from './observation.js'
import type { Place } from './place.js'
import type { Terms } from './terms.js'

/** When it was put right, answered or settled first, or closed, whichever came first. */
const firstEnd = ({ resolutions, closings }: Case): Instant | undefined => {
  const [resolution, closing] = [resolutions[0], closings[0]?.at]
  if (resolution === undefined || closing === undefined) return resolution ?? closing
  return resolution <= closing ? resolution : closing
}

/** One contact, no hand-over, and not reopened within the window of its first end; an end that resolved nothing is none. */
const firstContact = (
  { contacts, handOvers, reopenings, closings, resolutions }: Case,
  at: Instant,
  window: number,
  knownAt: Instant,
): FirstContact => {
  const outcome = closings[0]?.outcome
  const isEmpty =
    (resolutions[0] ?? Infinity) > at && (outcome === 'unanswered' || outcome === 'unresolved')
  const isBefore = (when: Instant) => when <= at
  const isReopened = reopenings.some((each) => each >= at && each <= at + window)
  const again = contacts.filter(isBefore).length > 1
  const isHandedOver = handOvers.some((each) => isBefore(each.at))
  if (isEmpty || again || isHandedOver || isReopened) return 'notResolved'
  return knownAt >= at + window ? 'resolved' : 'pending'
}

/** Who had it in hand while it was open, stint by stint: from when to when. */
const stints = (
  of: Case,
  knownAt: Instant,
): ReadonlyArray<readonly [from: Instant, to: Instant]> => {
  const found: (readonly [Instant, Instant])[] = []
  for (const { from, to = knownAt } of of.open)
    for (const [i, holding] of of.holdings.entries()) {
      const next = of.holdings[i + 1]?.from ?? to
      const begins = i === 0 || holding.from < from ? from : holding.from
      const ends = next < to ? next : to
      // Closed at once, it was in somebody's hand all the same.
      const isAtOnce = from === to && holderAt(of, from) === holding
      if (begins < ends) found.push([begins, ends])
      else if (isAtOnce) found.push([from, to])
    }
  return found
}

/** All that is counted of one case, as known at `knownAt`. */
export const complaintObservations =
  (
    { charge, firstContactWindow }: Pick<Terms, 'charge' | 'firstContactWindow'>,
    place: Place,
    knownAt: Instant,
  ) =>
  (of: Case): ReadonlyArray<Observation> => {
    const placed = place.case(of)
    const at = (instant: Instant) => placed(instant, holderAt(of, instant))
    // There are many, so that none is copied from one list into another.
    const all: Observation[] = [{ ...at(of.receivedAt), of: 'received', case: of }]
    if (of.kind !== 'complaint') return all
    for (const [from, to] of stints(of, knownAt))
      all.push({ ...at(from), last: place.dayOf(to), of: 'inHand', case: of })
    for (const each of of.handOvers)
      all.push({ ...placed(each.at, each.by), of: 'handOver', case: of })
    for (const when of of.chases) all.push({ ...at(when), of: 'chase', case: of })
    for (const each of of.closings) all.push({ ...at(each.at), of: 'closing', case: of })
    for (const when of of.reopenings) all.push({ ...at(when), of: 'reopening', case: of })
    const [resolution] = of.resolutions
    if (resolution !== undefined) all.push({ ...at(resolution), of: 'resolution', case: of })
    const end = firstEnd(of)
    if (end !== undefined)
      all.push({
        ...at(end),
        of: 'firstEnd',
        case: of,
        firstContact: firstContact(of, end, firstContactWindow, knownAt),
      })
    for (const judged of of.judged) {
      const who = charged(charge, judged.handled, judged)
      all.push({
        ...placed(judged.decidedAt, who),
        of: 'verdict',
        case: of,
        judged,
        charged: who,
        held: timesHeld(judged.handled, judged.startedAt, judged.decidedAt),
      })
    }
    return all
  }
