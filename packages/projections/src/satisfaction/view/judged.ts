/**
 * Clocks of a request that were judged.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

import type { ComplaintFact, Ran } from './complaint-facts.js'
import type { Handled } from './handled.js'

/** A clock that was judged. `decidedAt`: when it was stopped, or fell due, whichever came first. */
export interface Judged extends complaint.AppliedClock {
  readonly verdict: complaint.Verdict
  readonly decidedAt: Instant
  /** In whose hands the request was whose clock it is, though that was merged into another since. */
  readonly handled: Handled
}

const earlier = (a: Instant, b: Instant): Instant => (a <= b ? a : b)

const none: ReadonlyArray<Judged> = []

const isOfClock = ({ stopped, is }: ComplaintFact): boolean =>
  stopped !== undefined || is === 'verdict' || is === 'correction'

const keyOf = ([clock, startedAt]: Ran): string => `${clock}/${startedAt}`

/** The same running of a clock, judged again, is judged once, as it was judged last. */
export const judged = (
  facts: ReadonlyArray<ComplaintFact>,
  handled: Handled,
): ReadonlyArray<Judged> => {
  if (!facts.some(isOfClock)) return none
  const clocks = new Map<string, Judged>()
  const putRight = new Set<string>()
  const judge = (ran: Ran, at: Instant, verdict: complaint.Verdict): void => {
    const [clock, startedAt, dueAt] = ran
    const there = clocks.get(keyOf(ran))
    if (there !== undefined && there.verdict !== verdict) putRight.add(keyOf(ran))
    const decidedAt = earlier(at, dueAt)
    clocks.set(keyOf(ran), { clock, startedAt, dueAt, verdict, decidedAt, handled })
  }
  for (const fact of facts) {
    for (const ran of fact.stopped ?? []) judge(ran, fact.at, fact.at <= ran[2] ? 'met' : 'missed')
    if (fact.is === 'verdict') judge(fact.clock, fact.at, fact.verdict)
    if (fact.is !== 'correction') continue
    const key = keyOf(fact.clock)
    // What it stopped may have put it right already: then it says nothing of any other.
    if (putRight.has(key) && clocks.get(key)?.verdict === fact.verdict) continue
    const [clock, startedAt] = fact.clock
    const wrong = [...clocks].filter(
      ([, each]) => each.clock === clock && each.verdict !== fact.verdict,
    )
    // What was judged wrongly may have begun at another instant than is known by now.
    const one = wrong.find(([, each]) => each.startedAt === startedAt) ?? wrong.at(-1)
    if (one === undefined) continue
    clocks.delete(one[0])
    judge(fact.clock, fact.at, fact.verdict)
  }
  return [...clocks.values()]
}
