/**
 * Who stayed, who left and why, and who came.
 *
 * Reichheld and Sasser (1990), "Zero Defections: Quality Comes to Services", Harvard Business Review 68(5).
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { share, type Share } from '../shared/share.js'

export interface Loss<Reason extends string> {
  readonly customerId: string
  readonly reason: Reason
}

/** What happened to the customers of a period. Who was won back in it is not among the lost. */
export interface Movement<Reason extends string> {
  readonly atStart: ReadonlyArray<string>
  /** In order of time. */
  readonly lost: ReadonlyArray<Loss<Reason>>
  readonly gained: ReadonlyArray<string>
}

export interface Churn<Reason extends string> {
  /** Of those who were customers at the start, the ones who were not lost; none where nobody was. */
  readonly retention: O.Option<Share>
  /** Customers lost, of those at the start and of those gained since. */
  readonly lost: number
  readonly gained: number
  /** The commonest reason first, equals by name: how many of the lost it explains. */
  readonly byReason: ReadonlyArray<Share & { readonly reason: Reason }>
  /** How many new customers came for each lost one; none where none was lost. */
  readonly newForEachLost: O.Option<number>
}

/** Customers are counted once, however often they are named, and lost for the last reason given. */
export const churn = <Reason extends string>({
  atStart,
  lost,
  gained,
}: Movement<Reason>): Churn<Reason> => {
  const reasonOf = new Map(lost.map(({ customerId, reason }) => [customerId, reason]))
  const start = new Set(atStart)
  const kept = [...start].filter((customerId) => !reasonOf.has(customerId))
  const came = new Set(gained).size
  const counts = new Map<Reason, number>()
  for (const reason of reasonOf.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return {
    retention: share(kept.length, start.size),
    lost: reasonOf.size,
    gained: came,
    byReason: [...counts]
      .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
      .flatMap(([reason, count]) => {
        const part = share(count, reasonOf.size)
        return O.isSome(part) ? [{ ...part.value, reason }] : []
      }),
    newForEachLost: reasonOf.size === 0 ? O.none : O.some(came / reasonOf.size),
  }
}
