/**
 * The fold: one row a complaint, from its own stream alone.
 *
 * @since 0.1.0
 */
import { complaint } from '@troth/core'

import { evolving } from '../shared/evolving.js'
import { type Fact, rowAStream, type Projection } from '../shared/projection.js'
import { noRow, type Row } from './row.js'
import { clocksAfter } from './verdicts.js'

/** Whether the event puts the complaint right, or answers it for good; a close by itself does neither. */
const resolves = (
  { type, data }: complaint.ComplaintEvent,
  { judgement }: complaint.CaseFile,
): boolean => {
  switch (type) {
    case 'RemedyCarriedOut':
    case 'ResolvedAtOnce':
    case 'InquiryAnswered':
    case 'SuggestionDecided':
    case 'ServiceDone':
      return true
    case 'ServiceDecided':
      return data.terms === 'refused'
    case 'CustomerNotified':
      return judgement?.valid === false
    case 'OutsideDecisionRecorded':
      return data.ruling !== 'upheld'
    default:
      return false
  }
}

const counted = (row: Row, type: complaint.ComplaintEvent['type']): Row => {
  switch (type) {
    case 'ComplaintHandedOver':
      return { ...row, handOvers: row.handOvers + 1 }
    case 'ComplaintReopened':
      return { ...row, reopens: row.reopens + 1 }
    case 'ComplaintEscalated':
      return { ...row, escalations: row.escalations + 1 }
    case 'ComplaintClosed':
      return { ...row, closings: row.closings + 1 }
    default:
      return row
  }
}

/** The board's projection: rows by complaint (`{tenant}.{id}` where there are tenants). `read` makes the board of them. */
export const board = (
  rules: complaint.ComplaintRules,
): Projection<complaint.ComplaintEvent, Row> => {
  const decider = complaint.complaint(rules)
  const { initial, evolve } = evolving(decider)
  const judged = clocksAfter(rules)
  return {
    name: 'complaint-board',
    ...rowAStream(decider),
    initial: { ...noRow, state: initial },
    apply: (row: Row, { at, event: fact }: Fact<complaint.ComplaintEvent>): Row => {
      const state = evolve(row.state, fact)
      // What stands before the record of a complaint is no complaint's.
      if (state._tag === 'NotRecorded') return row
      const { cycle } = state.file
      return {
        ...counted(row, fact.type),
        state,
        clocks: judged(row.clocks, row.state, fact),
        resolutions: resolves(fact, state.file)
          ? [...row.resolutions, { at, cycle }]
          : row.resolutions,
      }
    },
  }
}
