/**
 * The rest of the page: what he complained of, was promised, was asked, and bought.
 *
 * @since 0.1.0
 */
import { type complaint, type Currency, dealings, type Instant, survey } from '@troth/core'

import type { Rows } from '../shared/projection.js'
import type { ComplaintRow } from '../warnings/complaints.js'
import { leftOf } from '../warnings/dealings.js'
import type { DealtRow } from './sources.js'

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
        standing: standings[state._tag],
        ...(state._tag === 'Answered' && { answeredAt: state.answeredAt }),
        ...(csat !== undefined && { csat }),
        ...(nps !== undefined && { nps }),
        ...(effort !== undefined && { effort }),
      },
    ]
  })

/** His orders, the latest first; the same number twice is one order. */
export const boughtOf = (rows: Rows<DealtRow>): ReadonlyArray<Bought> =>
  byKey(rows)
    .flatMap(([, { dealt }]) =>
      dealt.purchases.map((purchase) => {
        const { orderId, at, currency, amount } = purchase
        return { orderId, at, currency, amount, left: leftOf(purchase, dealt.returns) }
      }),
    )
    .filter((each, i, all) => all.findIndex(({ orderId }) => orderId === each.orderId) === i)
    .sort((a, b) => b.at - a.at)

/** What he is by all his dealings together: he owns what any of them owns, and means what was said last. */
export const ownershipOf = (
  initial: dealings.DealingsState,
  rows: Rows<DealtRow>,
): dealings.Ownership => {
  const states = byKey(rows).map(([, { state }]) => state)
  const intent = states
    .flatMap((state) => (state.intent ? [state.intent] : []))
    .sort((a, b) => a.at - b.at)
    .at(-1)
  return dealings.ownership({
    ...initial,
    owned: states.reduce((sum, { owned }) => sum + owned, 0),
    ...(intent && { intent }),
  })
}
