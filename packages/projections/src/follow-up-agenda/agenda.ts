/**
 * The fold: one row a follow-up, from its own stream alone.
 *
 * @since 0.1.0
 */
import { followUp } from '@troth/core'

import { rowAStream, type Projection } from '../shared/projection.js'
import { noRow, type Row } from './row.js'

const withVisit = (
  made: Row['made'],
  { visitId, at, by, reached, planned }: followUp.FactsOf<'VisitDone'>,
): Row['made'] =>
  made.some((each) => each.visitId === visitId)
    ? made
    : [...made, { visitId, at, by: by.id, reached, ...(planned && { visit: planned.visit }) }]

/** The agenda's projection: rows by follow-up (`{tenant}.{id}` where there are tenants). `read` makes the agenda of them. */
export const agenda = (rules: followUp.FollowUpRules): Projection<followUp.FollowUpEvent, Row> => {
  const decider = followUp.followUp(rules)
  const { initial, evolve } = decider
  return {
    name: 'follow-up-agenda',
    ...rowAStream(decider),
    initial: { ...noRow, state: initial },
    apply: (row, { event: fact }) => {
      const state = evolve(row.state, fact)
      // What stands before a follow-up's opening is no follow-up's.
      if (state._tag === 'NotOpened') return row
      return { state, made: fact.type === 'VisitDone' ? withVisit(row.made, fact.data) : row.made }
    },
  }
}
