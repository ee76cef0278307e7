import { complaint } from '@troth/core'

import { caseLibrary, foldRows } from '../../src/index.js'
import { complaintId, customerId, eventsOf, factsOf, hour } from '../shared/history.js'

export const event = eventsOf(complaint.ComplaintEvent)

export const rules: complaint.ComplaintRules = {
  authority: [],
  clocks: [{ policy: { resolution: 'none', pausedWhileWaiting: [] } }],
  noticeTries: 2,
  reopenWithin: 720 * hour,
  liaisonNote: { within: 48 * hour },
}

export const recorded = (when: number, more: object = {}) =>
  event('ComplaintRecorded', when, {
    kind: 'complaint',
    customer: customerId(1),
    channel: 'email',
    about: { topic: 'item', ref: 'Boiler B7' },
    demand: 'It leaks',
    firstResponsible: 'desk',
    stopped: [],
    ...more,
  })
export const investigated = (when: number, origin: string, factor: string) =>
  event('ComplaintInvestigated', when, { cause: { origin, factor }, evidence: [] })
export const content = (when: number, category: string, subtype: string) =>
  event('ContentChanged', when, { content: { category, subtype } })
export const closed = (when: number, evaluation: object = {}, summary = 'A new seal') =>
  event('ComplaintClosed', when, {
    summary,
    outcome: 'resolved',
    evaluation: { toCaseLibrary: true, ...evaluation },
    stopped: [],
  })
export const given = (when: number, to: string) => event('CaseGiven', when, { to })
export const confirmed = (when: number, avoided: boolean) =>
  event('AvoidanceConfirmed', when, { avoided })
export const reopened = (when: number) => event('ComplaintReopened', when, { why: 'leaks again' })

export type History = Readonly<Record<number, ReadonlyArray<complaint.ComplaintEvent>>>

export const fold = (history: History) =>
  foldRows(caseLibrary.library(rules))(
    factsOf(
      'complaint',
      Object.fromEntries(Object.entries(history).map(([n, e]) => [complaintId(Number(n)), e])),
    ),
  )
export const libraryOf = (history: History) => caseLibrary.read(fold(history))
