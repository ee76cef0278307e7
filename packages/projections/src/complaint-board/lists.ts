/**
 * The lists behind the board's figures: which complaints they are.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

import type { Case } from './cases.js'
import { isOpen, isWaiting, overdueClocks, type Overdue } from './standing.js'

const complaintsOf = (all: ReadonlyArray<Case>): ReadonlyArray<Case> =>
  all.filter(({ file }) => file.kind === 'complaint')

/** The open complaints, the oldest first. */
export const open = (all: ReadonlyArray<Case>): ReadonlyArray<Case> =>
  complaintsOf(all).filter(isOpen)

/** The complaints that wait for the customer, the oldest first. */
export const waiting = (all: ReadonlyArray<Case>): ReadonlyArray<Case> =>
  complaintsOf(all).filter(isWaiting)

/** The clocks of complaints that are overdue at `at`, the longest overdue first. */
export const overdue =
  (rules: complaint.ComplaintRules) =>
  (all: ReadonlyArray<Case>, at: Instant): ReadonlyArray<Overdue> =>
    complaintsOf(all)
      .flatMap(overdueClocks(rules, at))
      .sort((a, b) => a.dueAt - b.dueAt)
