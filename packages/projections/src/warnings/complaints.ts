/**
 * What warnings ask of a complaint, from its own stream alone.
 *
 * @since 0.1.0
 */
import { complaint, type Instant } from '@troth/core'

import { evolving } from '../shared/evolving.js'
import { rowAStream, type Projection } from '../shared/projection.js'

export interface ComplaintRow {
  readonly state: complaint.ComplaintState
  /** When compensation was first put on the table, or given at once. */
  readonly claimedAt?: Instant
  /** When compensation was paid, each time. */
  readonly paidAt: ReadonlyArray<Instant>
  /** When the customer wrote or called again to chase an answer. */
  readonly chasedAt: ReadonlyArray<Instant>
  /** When he was first given a courtesy in the present cycle. */
  readonly courtesyAt?: Instant
}

const noRow: ComplaintRow = { state: { _tag: 'NotRecorded' }, paidAt: [], chasedAt: [] }

const earlier = (a: Instant | undefined, b: Instant): Instant => (a !== undefined && a < b ? a : b)

const claimed = (row: ComplaintRow, at: Instant): ComplaintRow => ({
  ...row,
  claimedAt: earlier(row.claimedAt, at),
})

const paid = (row: ComplaintRow, at: Instant): ComplaintRow => ({
  ...row,
  paidAt: [...row.paidAt, at],
})

/** What was accepted, as it stands on the table. */
const acceptedRemedy = (state: complaint.ComplaintState): complaint.OpenOption | undefined => {
  if (state._tag === 'NotRecorded') return undefined
  const { proposal, accepted } = state.file
  return proposal?.options.find(({ optionId }) => optionId === accepted)
}

const afterEvent = (row: ComplaintRow, { type, data }: complaint.ComplaintEvent): ComplaintRow => {
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
        ? { ...row, chasedAt: [...row.chasedAt, at] }
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

/** Complaints as warnings ask of them: rows by complaint (`{tenant}.{id}` where there are tenants). */
export const complaints = (
  rules: complaint.ComplaintRules,
): Projection<complaint.ComplaintEvent, ComplaintRow> => {
  const decider = complaint.complaint(rules)
  const { initial, evolve } = evolving(decider)
  return {
    name: 'warnings-complaints',
    ...rowAStream(decider),
    initial: { ...noRow, state: initial },
    apply: (row, { event: fact }) => {
      const state = evolve(row.state, fact)
      // What stands before the record of a complaint is no complaint's.
      if (row.state._tag === 'NotRecorded')
        return state._tag === 'NotRecorded' ? row : { ...row, state }
      return { ...afterEvent(row, fact), state }
    },
  }
}
