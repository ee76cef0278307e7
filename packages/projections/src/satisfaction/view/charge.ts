/**
 * In whose hands a complaint was for how long, and who is charged with what was missed.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

import { type Handled, heldAt, type Holding } from './handled.js'
import type { Judged } from './judged.js'

/**
 * Who is charged with a clock that was missed, and credited with one that was met: whoever held the case when it fell due or was
 * stopped; whoever held it longest of the time from when it began until then, of two alike the one who came to it first;
 * or whoever was asked first.
 */
export type ChargeRule = 'holderAtDue' | 'longestHolder' | 'firstResponsible'

/** Milliseconds in the hands of one party, all his times together. */
export interface Held {
  readonly party: complaint.Party
  readonly department: string | undefined
  readonly time: number
}

const isSame = (a: complaint.Party, b: complaint.Party): boolean =>
  a.kind === b.kind && a.id === b.id

/** Who held it at an instant; before the first holding is the first one's too. */
export const holderAt = (
  { holdings }: Pick<Handled, 'holdings'>,
  at: Instant,
): Holding | undefined => heldAt(holdings, at)

/**
 * The times held from `from` until `to`, in the order in which each came to it: they add up to the time that passed. Whoever
 * held it for none of that time is left out; of nothing, where `to` is not after `from`, there is nobody.
 */
export const timesHeld = (
  { holdings }: Pick<Handled, 'holdings'>,
  from: Instant,
  to: Instant,
): ReadonlyArray<Held> => {
  const held: Held[] = []
  for (const [i, { party, department, from: since }] of holdings.entries()) {
    const begins = i === 0 ? from : Math.max(from, since)
    const ends = Math.min(to, holdings[i + 1]?.from ?? to)
    const time = Math.max(0, ends - begins)
    if (time === 0) continue
    const before = held.findIndex((each) => isSame(each.party, party))
    const there = held[before]
    if (there === undefined) held.push({ party, department, time })
    else held[before] = { ...there, time: there.time + time }
  }
  return held
}

/** The party that a rule charges with a verdict, and its department where that is known. */
export const charged = (
  rule: ChargeRule,
  of: Handled,
  { startedAt, decidedAt }: Pick<Judged, 'startedAt' | 'decidedAt'>,
): Omit<Holding, 'from'> | undefined => {
  switch (rule) {
    case 'holderAtDue':
      return holderAt(of, decidedAt)
    case 'longestHolder': {
      const held = timesHeld(of, startedAt, decidedAt)
      const longest = Math.max(...held.map(({ time }) => time))
      return held.find(({ time }) => time === longest) ?? holderAt(of, decidedAt)
    }
    case 'firstResponsible': {
      const party: complaint.Party = { kind: 'person', id: of.firstResponsible }
      const { department } = of.holdings.find((each) => isSame(each.party, party)) ?? {}
      return { party, department }
    }
  }
}
