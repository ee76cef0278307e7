/**
 * What a complaint's events count: hand-overs, closings, resolutions.
 *
 * @since 0.1.0
 */
import type { complaint } from '@troth/core'

import type { Counts, Row } from './row.js'

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

const once: Readonly<Partial<Record<complaint.ComplaintEvent['type'], keyof Counts>>> = {
  ComplaintHandedOver: 'handOvers',
  ComplaintReopened: 'reopens',
  ComplaintEscalated: 'escalations',
  ComplaintClosed: 'closings',
}

/** The row after an event that was written down of `file`, which is the complaint after it. */
export const withCounts = (
  row: Row,
  event: complaint.ComplaintEvent,
  file: complaint.CaseFile,
): Row => {
  if (resolves(event, file)) {
    const resolution = { at: event.data.at, cycle: file.cycle }
    return { ...row, resolutions: [...(row.resolutions ?? []), resolution] }
  }
  const what = once[event.type]
  return what === undefined ? row : { ...row, [what]: (row[what] ?? 0) + 1 }
}
