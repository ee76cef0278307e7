/**
 * The fold: one row a complaint, from its own stream alone. Whatever speaks of complaints reads these rows.
 *
 * @since 0.1.0
 */
import { complaint } from '@troth/core'

import { rowAStream, type Projection } from '../shared/projection.js'
import { withClaims } from './claims.js'
import { withCounts } from './counts.js'
import { withLessons } from './lessons.js'
import type { Row } from './row.js'
import { clocksAfter } from './verdicts.js'

/** Of a complaint of which no clock was ever judged. */
const none: NonNullable<Row['clocks']> = {}

/**
 * The complaints' projection: rows by complaint (`{tenant}.{id}` where there are tenants). The board, the warnings, the case
 * library and the customer record are read from the same rows, so it is run once for all of them.
 */
export const complaints = (
  rules: complaint.ComplaintRules,
): Projection<complaint.ComplaintEvent, Row> => {
  const decider = complaint.complaint(rules)
  const { initial, evolve } = decider
  const judged = clocksAfter(rules)
  return {
    name: 'complaints',
    ...rowAStream(decider),
    initial: { state: initial },
    apply: (row, { event: fact }) => {
      const state = evolve(row.state, fact)
      // What stands before the record of a complaint is no complaint's.
      if (state._tag === 'NotRecorded') return row
      const told = withLessons(withCounts(withClaims(row, fact), fact, state.file), fact)
      const clocks = judged(row.clocks ?? none, row.state, fact)
      return clocks === none ? { ...told, state } : { ...told, state, clocks }
    },
  }
}
