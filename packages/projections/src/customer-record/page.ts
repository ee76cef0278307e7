/**
 * The rest of the page: what he complained of, was promised, was asked, and bought.
 *
 * @since 0.1.0
 */
import { type complaint, type Currency, dealings, type Instant, survey } from '@troth/core'

import type { Row as ComplaintRow } from '../complaints/row.js'
import type { Rows } from '../shared/projection.js'
import { type DealingsRow, leftOf } from '../warnings/dealings.js'

/** A request of his. */
export interface Request {
  readonly id: string
  readonly kind: complaint.Kind
  readonly about: complaint.About
  readonly receivedAt: Instant
  readonly step: complaint.Step
  readonly life: 'Open' | 'Closed' | 'Withdrawn' | 'Referred' | 'Merged'
  readonly outcome?: complaint.Outcome
  readonly holder: complaint.Party
  readonly cycle: number
}

/** A survey of his; of an answer only the figures, for the words are his own. */
export interface Asked {
  readonly id: string
  readonly about: survey.SurveyAbout
  /** Of one time, or of all times so far; of one that was never sent nothing is said. */
  readonly mode?: survey.SurveyMode
  readonly standing: 'awaited' | 'expired' | 'declined' | 'answered' | 'suppressed'
  readonly answeredAt?: Instant
  readonly csat?: number
  readonly nps?: number
  readonly effort?: number
}

/** An order of his, in minor units: what it cost, and what is left of that after all that came back. */
export interface Bought {
  readonly orderId: string
  readonly at: Instant
  readonly currency: Currency
  readonly amount: number
  readonly left: number
}

const byKey = <A>(rows: Rows<A>): ReadonlyArray<readonly [string, A]> =>
  [...rows].sort(([a], [b]) => (a < b ? -1 : 1))

/** His requests, the latest first. */
export const requestsOf = (rows: Rows<ComplaintRow>): ReadonlyArray<Request> =>
  byKey(rows)
    .flatMap(([id, { state }]): ReadonlyArray<Request> => {
      if (state._tag === 'NotRecorded') return []
      const { kind, intake, step, holder, cycle } = state.file
      return [
        {
          id,
          kind,
          about: intake.about,
          receivedAt: intake.at,
          step,
          life: state._tag,
          ...(state._tag === 'Closed' && { outcome: state.outcome }),
          holder,
          cycle,
        },
      ]
    })
    .sort((a, b) => b.receivedAt - a.receivedAt)

const standings = {
  Awaited: 'awaited',
  Expired: 'expired',
  Declined: 'declined',
  Answered: 'answered',
} as const

/** His surveys, in the order of their keys. */
export const askedOf = (rows: Rows<survey.SurveyState>): ReadonlyArray<Asked> =>
  byKey(rows).flatMap(([id, state]): ReadonlyArray<Asked> => {
    if (state._tag === 'NotIssued') return []
    if (state._tag === 'Suppressed') return [{ id, about: state.about, standing: 'suppressed' }]
    const { csat, nps, effort } = survey.answerOf(state) ?? {}
    return [
      {
        id,
        about: state.file.terms.about,
        mode: state.file.terms.mode,
        standing: standings[state._tag],
        ...(state._tag === 'Answered' && { answeredAt: state.answeredAt }),
        ...(csat !== undefined && { csat }),
        ...(nps !== undefined && { nps }),
        ...(effort !== undefined && { effort }),
      },
    ]
  })

/** His orders, the latest first; the same number twice is one order. */
export const boughtOf = (rows: Rows<DealingsRow>): ReadonlyArray<Bought> =>
  byKey(rows)
    .flatMap(([, { purchases, returns }]) =>
      purchases.map((purchase) => {
        const { orderId, at, currency, amount } = purchase
        return { orderId, at, currency, amount, left: leftOf(purchase, returns) }
      }),
    )
    .filter((each, i, all) => all.findIndex(({ orderId }) => orderId === each.orderId) === i)
    .sort((a, b) => b.at - a.at)

/** How many orders he did not return in full, and how many things he was given to use without one. */
const ownedOf = ({ purchases, returns, handOvers = [] }: DealingsRow): number => {
  const gone = new Set(returns.filter(({ part }) => part === undefined).map((each) => each.orderId))
  return purchases.filter(({ orderId }) => !gone.has(orderId)).length + handOvers.length
}

/** What he is by all his dealings together: he owns what any of them owns, and means what was said last. */
export const ownershipOf = (
  initial: dealings.DealingsState,
  rows: Rows<DealingsRow>,
): dealings.Ownership => {
  const all = byKey(rows).map(([, row]) => row)
  const intent = all
    .flatMap((row) => (row.intent ? [row.intent] : []))
    .sort((a, b) => a.at - b.at)
    .at(-1)
  return dealings.ownership({
    ...initial,
    owned: all.reduce((sum, row) => sum + ownedOf(row), 0),
    ...(intent && { intent }),
  })
}
