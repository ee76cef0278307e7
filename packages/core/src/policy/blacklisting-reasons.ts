/**
 * Why somebody may be proposed for the blacklist: by his claims, and by what he was paid for them.
 *
 * @since 0.1.0
 */
import { ordersBetween } from '../dealings/bought.js'
import type { CustomerId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import { type Problem, wholeFrom, wrong } from '../shared/problem.js'
import type { Claim } from './claims.js'
import type { Together } from './customers.js'
import type { Memory, Reaction } from './policy.js'
import { countsFrom, lookDealings, type Proposed, wrongWindow } from './proposals.js'

/** A claim under the id of its complaint, or a proposal under its reason and whose it is. */
export type Row = Claim | Proposed

export type Reason = 'manyClaims' | 'claimRatio'

/** As the warnings have them, which show to people what is proposed here. Durations are milliseconds until now. */
export interface BlacklistingProposals {
  /** Complaints in which compensation was claimed: so many at least. */
  readonly manyClaims: { readonly within: number; readonly atLeast: number } | 'off'
  /**
   * Complaints in which compensation was paid, for each purchase: more than this. Of whoever bought nothing there is
   * nothing to compare with, and less than `atLeast` of them (default: 1) say nothing yet.
   */
  readonly claimRatio:
    { readonly within: number; readonly above: number; readonly atLeast?: number } | 'off'
}

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkBlacklistingProposals = ({
  manyClaims,
  claimRatio,
}: BlacklistingProposals): ReadonlyArray<Problem> => [
  ...(manyClaims === 'off'
    ? []
    : [
        ...wrongWindow('manyClaims.within', manyClaims.within),
        ...wholeFrom('manyClaims.atLeast', 1, manyClaims.atLeast),
      ]),
  ...(claimRatio === 'off'
    ? []
    : [
        ...wrongWindow('claimRatio.within', claimRatio.within),
        ...wrong(
          'claimRatio.above',
          'a number, at least 0',
          claimRatio.above >= 0 && claimRatio.above < Infinity,
        ),
        ...wholeFrom('claimRatio.atLeast', 1, claimRatio.atLeast ?? 1),
      ]),
]

export const isProposed = (row: Row | undefined): row is Proposed =>
  row !== undefined && 'until' in row

export const keyOf = (reason: Reason, customer: CustomerId): string => `${reason}/${customer}`

/** When a reason was last laid before people: reads the row of one customer. */
const lastOf =
  (memory: Memory<Row>, reason: Reason) =>
  (customer: CustomerId): Proposed | undefined => {
    const row = memory.get(keyOf(reason, customer))
    return isProposed(row) ? row : undefined
  }

/** The claims of all whom the customer stands for, as far as they are known by now. */
export interface Found {
  readonly together: Together
  readonly claims: ReadonlyArray<Claim>
  readonly memory: Memory<Row>
  readonly now: Instant
}

const claimsMuch = (
  { together, claims, memory, now }: Found,
  { manyClaims }: BlacklistingProposals,
): boolean => {
  if (manyClaims === 'off') return false
  const { within, atLeast } = manyClaims
  const from = countsFrom(together, lastOf(memory, 'manyClaims'), within, now)
  return claims.filter(({ claimedAt }) => claimedAt >= from).length >= atLeast
}

const isPaidMuch = (
  { together, claims, memory, now }: Found,
  { claimRatio }: BlacklistingProposals,
  then: (isSo: boolean) => Reaction<Row>,
): Reaction<Row> => {
  if (claimRatio === 'off') return then(false)
  const { within, above, atLeast = 1 } = claimRatio
  const from = countsFrom(together, lastOf(memory, 'claimRatio'), within, now)
  const paid = claims.filter(({ paidAt }) => paidAt !== null && paidAt >= from).length
  if (paid < atLeast) return then(false)
  return lookDealings(together, (dealings) => {
    const purchases = ordersBetween(dealings, from, now).length
    return then(purchases > 0 && paid / purchases > above)
  })
}

/** The first reason that holds. */
export const reasonIn = (
  found: Found,
  rules: BlacklistingProposals,
  then: (reason: Reason | undefined) => Reaction<Row>,
): Reaction<Row> =>
  claimsMuch(found, rules)
    ? then('manyClaims')
    : isPaidMuch(found, rules, (isSo) => then(isSo ? 'claimRatio' : undefined))
