/**
 * What a file of survey answers tells, as facts of surveys.
 */
import type { Actor, ComplaintId, CustomerId, survey } from '@troth/core'
import { foreignUuid } from '@troth/core/store'

import { source as desk } from '../help-desk-log/facts.js'
import type { SurveyLine } from './line.js'

export const source = 'survey answers'

/** Customers and cases are those of the help desk's log, by the names that it has for them. */
export const customerOf = ({ customer }: SurveyLine) => foreignUuid(desk, customer) as CustomerId
const caseOf = (caseId: string) => foreignUuid(desk, caseId) as ComplaintId

// The import door asks the codecs about every fact: a brand that was claimed wrongly does not pass it.
const actor = (id: string, role: string) => ({ id, role }) as Actor

/** A survey as facts: that it was sent, and what was answered. One about a case is of that one time, any other of all so far. */
export const factsOf = (
  line: SurveyLine,
): readonly [survey.SurveyEvent, ...survey.SurveyEvent[]] => {
  const { channel, sent, openUntil, caseId, answer } = line
  const customer = customerOf(line)
  return [
    {
      type: 'SurveyIssued',
      data: {
        at: sent,
        by: actor(source, 'system'),
        customer,
        about:
          caseId === undefined
            ? { topic: 'relationship' }
            : { topic: 'complaint', complaintId: caseOf(caseId) },
        mode: caseId === undefined ? 'cumulative' : 'transaction',
        channel,
        answeredFor: [],
        expiresAt: openUntil,
      },
    },
    ...(answer === undefined
      ? []
      : [
          {
            type: 'SurveyAnswered' as const,
            data: {
              at: answer.at,
              by: actor(customer, 'customer'),
              answers: answer.scores,
              // The file has last words alone.
              correctableUntil: answer.at,
            },
          },
        ]),
  ]
}
