import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { SurveyEvent } from '../../src/survey/events.js'
import { survey } from '../../src/survey/survey.js'
import { storedFormat } from '../support/stored-format.js'
import { rules } from '../support/survey.js'

const golden = new URL('golden/', import.meta.url)

describe('the stored format of a survey', () => {
  const without = storedFormat(survey(rules), golden, [['SurveyDeclined', 'why']])

  it.each(['SurveyAnswered', 'AnswerCorrected'])('%s is read though its words were', (type) => {
    const { data } = JSON.parse(readFileSync(new URL(`${type}.v1.json`, golden), 'utf8')) as {
      data: { answers: { comment: unknown } }
    }
    expect(data.answers.comment).toBeTypeOf('string')
    const answers = { ...data.answers, comment: { redacted: true } }
    expect(E.isRight(SurveyEvent.decode({ type, data: { ...data, answers } }))).toBe(true)
  })

  it.each([
    ['SurveyIssued', 'customer'],
    ['SurveyIssued', 'about'],
    ['SurveyIssued', 'answeredFor'],
    ['SurveySuppressed', 'why'],
    ['SurveyAnswered', 'answers'],
  ])('%s is not read without its %s', (type, field) => {
    const event = without(type, field)
    expect(event && E.isLeft(event)).toBe(true)
  })
})
