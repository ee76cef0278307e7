import { fault } from '@troth/core'

import { foldRows, reports } from '../../src/index.js'
import { fold as foldCases } from '../case-library/support.js'
import { eventsOf, factsOf, id, iso } from '../shared/history.js'
import { type History } from '../shared/desk.js'
import { rowsOf, terms } from '../satisfaction/view/support.js'

export const faultId = (n: number): string => id('7', n)
export const ofFault = eventsOf(fault.FaultEvent)

export const reported = (when: number, more: object = {}) =>
  ofFault('FaultReported', when, {
    failed: { kind: 'product', ref: 'B7' },
    seenAt: iso(when - 1),
    place: 'the cellar of Mrs Wu',
    what: 'it leaks',
    plan: 'a new seal',
    contractSigner: 'li',
    manager: 'wang',
    ...more,
  })

export const foldFaults = (history: Readonly<Record<number, ReadonlyArray<fault.FaultEvent>>>) =>
  foldRows(reports.faults({ authority: [] }))(
    factsOf(
      'fault',
      Object.fromEntries(Object.entries(history).map(([n, e]) => [faultId(Number(n)), e])),
    ),
  )

/** Li and Wu are of repairs, Ma is of sales; the office supervises, and the head office supervises the office. */
export const settings: reports.ReportSettings = {
  terms,
  departmentOf: (handler) =>
    new Map([
      ['li', 'repairs'],
      ['wu', 'repairs'],
      ['ma', 'sales'],
      ['zhao', 'office'],
    ]).get(handler),
  supervisors: ['office', 'head office'],
}

export const sourcesOf = (
  history: History,
  complaints: Parameters<typeof foldCases>[0] = {},
): reports.ReportSources => ({
  satisfaction: rowsOf(history),
  complaints: foldCases(complaints),
})
