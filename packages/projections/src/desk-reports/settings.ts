/**
 * What the host decides about reports, and what they are read from. What only he can know has no default.
 *
 * @since 0.1.0
 */
import type { complaint, Problem } from '@troth/core'

import type { Row } from '../satisfaction/view/record.js'
import type { Terms } from '../satisfaction/view/terms.js'
import type { Rows } from '../shared/projection.js'

export interface ReportSettings {
  /** The calendar, and the rules by which the figures are counted. */
  readonly terms: Terms
  /** The department of a handler, where the host knows it: of promises and visits no complaint says it. */
  readonly departmentOf: (handler: string) => string | undefined
  /** The departments that supervise others; the first that is not the one judged does. */
  readonly supervisors: ReadonlyArray<string>
}

/** Any rows that hold each complaint's state: those of the board, or of the case library. */
export type ComplaintRows = Rows<{ readonly state: complaint.ComplaintState }>

/** `satisfaction`: the rows of `satisfaction.view.record`. */
export interface ReportSources {
  readonly satisfaction: Rows<Row>
  readonly complaints: ComplaintRows
}

/** All that is wrong with the settings; a host asks before he reads his first report. */
export const checkSettings = ({ supervisors }: ReportSettings): ReadonlyArray<Problem> => [
  ...(new Set(supervisors).size < 2
    ? [{ field: 'supervisors', expected: 'two departments at least: one of them may be judged' }]
    : []),
  ...supervisors.flatMap((each, i) =>
    each.trim() === '' ? [{ field: `supervisors[${String(i)}]`, expected: 'a department' }] : [],
  ),
]
