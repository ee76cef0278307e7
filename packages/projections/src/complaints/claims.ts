/**
 * What a complaint's events say of compensation, courtesies, and a customer who has to ask again.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

import type { Row } from './row.js'

const earlier = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a < b ? a : b)

const claimed = (row: Row, at: Instant): Row => ({
  ...row,
  claimedAt: earlier(row.claimedAt, at),
})

const paid = (row: Row, at: Instant): Row => ({ ...row, paidAt: [...(row.paidAt ?? []), at] })

/** What was accepted, as it stands on the table. */
const acceptedRemedy = (state: complaint.ComplaintState): complaint.OpenOption | undefined => {
  if (state._tag === 'NotRecorded') return undefined
  const { proposal, accepted } = state.file
  return proposal?.options.find(({ optionId }) => optionId === accepted)
}

/** The row after an event; its state is the complaint as the event found it. */
export const withClaims = (row: Row, { type, data }: complaint.ComplaintEvent): Row => {
  const { at } = data
  switch (type) {
    case 'RemediesProposed':
      return data.options.some(({ remedy }) => remedy === 'compensation') ? claimed(row, at) : row
    case 'ResolvedAtOnce':
      return data.option.remedy === 'compensation' ? paid(claimed(row, at), at) : row
    case 'RemedyCarriedOut':
      return acceptedRemedy(row.state)?.remedy === 'compensation' ? paid(row, at) : row
    case 'CustomerContactedAgain':
      return data.purpose === 'chasing' && !data.automatic
        ? { ...row, chasedAt: [...(row.chasedAt ?? []), at] }
        : row
    case 'CourtesyExtended':
      return { ...row, courtesyAt: earlier(row.courtesyAt, at) }
    case 'ComplaintReopened': {
      const { courtesyAt, ...rest } = row
      return rest
    }
    default:
      return row
  }
}
