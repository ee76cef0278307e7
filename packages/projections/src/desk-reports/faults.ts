/**
 * What the fault report keeps of one fault, from its own stream alone; what was seen, and where, is not kept.
 *
 * @since 0.1.0
 */
import { type ComplaintId, fault, type Instant } from '@troth/core'

import { rowAStream, type Projection } from '../shared/projection.js'

export interface FaultRow {
  readonly state: fault.FaultState
  /** The complaints that it caused, each once. */
  readonly complaints: ReadonlyArray<ComplaintId>
  readonly crisisAt?: Instant
}

const afterEvent = (row: FaultRow, { type, data }: fault.FaultEvent): FaultRow => {
  switch (type) {
    case 'ComplaintLinked':
      return row.complaints.includes(data.complaint)
        ? row
        : { ...row, complaints: [...row.complaints, data.complaint] }
    case 'CrisisDeclared':
      return { ...row, crisisAt: row.crisisAt ?? data.at }
    default:
      return row
  }
}

/** Faults as their report asks of them: rows by fault (`{tenant}.{id}` where there are tenants). */
export const faults = (rules: fault.FaultRules): Projection<fault.FaultEvent, FaultRow> => {
  const decider = fault.fault(rules)
  const { initial, evolve } = decider
  return {
    name: 'reports-faults',
    ...rowAStream(decider),
    initial: { state: initial, complaints: [] },
    apply: (row, { event: fact }) => {
      const state = evolve(row.state, fact)
      // What stands before the report of a fault is no fault's.
      return state._tag === 'NotReported' ? row : { ...afterEvent(row, fact), state }
    },
  }
}
