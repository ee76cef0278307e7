/** What is sent may be anything: each command is refused by the field that is wrong, and nothing is thrown. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { decodeWith } from '../../src/shared/problem.js'
import { SurveyCommand } from '../../src/survey/commands.js'
import { survey } from '../../src/survey/survey.js'
import { anySurvey } from '../../src/testing/survey/arbitraries.js'
import { isRefusedByField, sentOf, wrongEverywhere } from '../support/malformed.js'
import { rules } from '../support/survey.js'

const { decide, initial } = survey(rules)
const sent = sentOf(SurveyCommand, anySurvey.command, 150)
const wrongs: ReadonlyArray<unknown> = [
  ...wrongEverywhere,
  {},
  { topic: 'weather' },
  { topic: 'complaint', complaintId: 'one' },
  { ground: 'aboveCap', cap: 1, period: 1, count: '2' },
  { csat: 6 },
  { comment: 'x'.repeat(1_048_576) },
  { servqual: { edition: 1991, perceptions: Array.from({ length: 1_000_000 }, () => 1) } },
]
/** What may be left out. */
const optional: ReadonlyArray<string> = ['purpose', 'servqual', 'expiresAt', 'why']

const fieldsOf = (u: unknown) => {
  const answer = decodeWith(SurveyCommand)(u)
  return E.isLeft(answer) ? answer.left.map(({ field }) => field) : 'taken'
}

describe('a malformed command', () => {
  isRefusedByField(SurveyCommand, sent, wrongs)

  it('for want of a field is refused by its name, or does without', () => {
    for (const { type, data } of sent)
      for (const field of Object.keys(data)) {
        const { [field]: _, ...rest } = data
        const answer = decodeWith(SurveyCommand)({ type, data: rest })
        if (E.isLeft(answer)) expect(answer.left.map((p) => p.field)).toEqual([`data.${field}`])
        else {
          expect(optional).toContain(field)
          decide(answer.right)(initial)
        }
      }
  })

  it('of another type is told which there are', () => {
    expect(fieldsOf({ type: 'ForgetSurvey', data: {} })).toEqual(['type'])
  })

  const dataOf = (type: string) => sent.find((each) => each.type === type)?.data

  it.each([
    ['IssueSurvey', { mode: 'weekly' }, 'mode'],
    ['IssueSurvey', { channel: 'pigeon' }, 'channel'],
    ['IssueSurvey', { servqual: 1985 }, 'servqual'],
    ['IssueSurvey', { servqual: '1991' }, 'servqual'],
    ['IssueSurvey', { about: { topic: 'promise', complaintId: 'x' } }, 'about.promiseId'],
    ['IssueSurvey', { answeredFor: [{ id: 'desk' }] }, 'answeredFor.0.role'],
    ['SuppressSurvey', { why: { ground: 'noConsent', purpose: 'survey' } }, 'why.channel'],
    ['SuppressSurvey', { why: { ground: 'bored' } }, 'why.ground'],
    ['AnswerSurvey', { answers: { csat: 0 } }, 'answers.csat'],
    ['AnswerSurvey', { answers: { csat: 4.5 } }, 'answers.csat'],
    ['AnswerSurvey', { answers: { csat: 4, nps: 11 } }, 'answers.nps'],
    ['AnswerSurvey', { answers: { loyalty: { keepIntent: 8 } } }, 'answers.loyalty.keepIntent'],
    ['AnswerSurvey', { answers: {} }, 'answers'],
    ['AnswerSurvey', { confirmed: 'yes' }, 'confirmed'],
    ['CorrectAnswer', { answers: { comment: 'half \ud83d' } }, 'answers.comment'],
  ])('%s with %o is refused by %s', (type, wrong, field) => {
    expect(fieldsOf({ type, data: { ...dataOf(type), ...wrong } })).toEqual([`data.${field}`])
  })
})
