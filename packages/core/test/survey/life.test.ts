/**
 * Every command asked of every state of a survey's life.
 *
 * A cell says what is recorded, or `·` where it is so already and nothing is, or why not.
 * Issued on Monday until the next one; opened, answered, corrected or declined, where it was, on Tuesday.
 * Asked once on Wednesday, which may be written down later, and once the day after it expired.
 */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { fold } from '../../src/shared/decider.js'
import { typesOf } from '../../src/store/message-types.js'
import { SurveyCommand } from '../../src/survey/commands.js'
import type { SurveyEvent } from '../../src/survey/events.js'
import { survey } from '../../src/survey/survey.js'
import {
  answer,
  answered,
  answers,
  correct,
  corrected,
  days,
  decline,
  declined,
  delighted,
  expire,
  expired,
  issue,
  issued,
  open,
  opened,
  rules,
  suppress,
  suppressed,
  suppression,
  tuesday,
  wednesday,
} from '../support/survey.js'

const withdrawn = suppression({ ground: 'withdrawn' })

const states: Readonly<Record<string, ReadonlyArray<SurveyEvent>>> = {
  'not issued': [],
  suppressed: [suppressed(withdrawn)],
  awaited: [issued],
  opened: [issued, opened()],
  answered: [issued, answered()],
  corrected: [issued, answered(), corrected(tuesday)],
  declined: [issued, declined()],
  expired: [issued, expired()],
}

const decider = survey(rules)
const types = [...(typesOf(SurveyCommand)?.keys() ?? [])] as ReadonlyArray<SurveyCommand['type']>

/** Another answer than those on record, and the terms on record. */
const unhappy = answers({ csat: 1 })
type At = typeof wednesday
const asked: Readonly<Record<SurveyCommand['type'], (at: At) => SurveyCommand>> = {
  IssueSurvey: (at) => issue({}, at),
  SuppressSurvey: (at) => suppress(withdrawn, at),
  OpenSurvey: open,
  AnswerSurvey: (at) => answer(at, unhappy),
  CorrectAnswer: (at) => correct(at, unhappy),
  DeclineSurvey: decline,
  ExpireSurvey: expire,
}

const cell = (history: ReadonlyArray<SurveyEvent>, command: SurveyCommand): string => {
  const answer = decider.decide(command)(fold(decider)(history))
  return E.match(
    ({ _tag }: { _tag: string }) => _tag,
    (events: ReadonlyArray<SurveyEvent>) => events.map(({ type }) => type).join() || '·',
  )(answer)
}

const band = (at: At): string =>
  [
    ['', ...Object.keys(states)],
    ...types.map((type) => [type, ...Object.values(states).map((h) => cell(h, asked[type](at)))]),
  ]
    .map((row) =>
      row
        .map((word, i) => word.padEnd(i === 0 ? 16 : 18))
        .join('')
        .trimEnd(),
    )
    .join('\n')

const table = `
on Wednesday
                not issued        suppressed        awaited           opened            answered          corrected         declined          expired
IssueSurvey     SurveyIssued      AlreadySuppressed ·                 ·                 ·                 ·                 ·                 ·
SuppressSurvey  SurveySuppressed  ·                 AlreadyIssued     AlreadyIssued     AlreadyIssued     AlreadyIssued     AlreadyIssued     AlreadyIssued
OpenSurvey      NotIssued         AlreadySuppressed SurveyOpened      ·                 ·                 ·                 AlreadyDeclined   SurveyOpened
AnswerSurvey    NotIssued         AlreadySuppressed SurveyAnswered    SurveyAnswered    AlreadyAnswered   AlreadyAnswered   AlreadyDeclined   SurveyAnswered
CorrectAnswer   NotIssued         AlreadySuppressed NotAnswered       NotAnswered       AnswerCorrected   AnswerCorrected   NotAnswered       NotAnswered
DeclineSurvey   NotIssued         AlreadySuppressed SurveyDeclined    SurveyDeclined    AlreadyAnswered   AlreadyAnswered   ·                 SurveyDeclined
ExpireSurvey    NotIssued         AlreadySuppressed ExpiryNotReached  ExpiryNotReached  AlreadyAnswered   AlreadyAnswered   AlreadyDeclined   ·

when its time is over
                not issued        suppressed        awaited           opened            answered          corrected         declined          expired
IssueSurvey     SurveyIssued      AlreadySuppressed ·                 ·                 ·                 ·                 ·                 ·
SuppressSurvey  SurveySuppressed  ·                 AlreadyIssued     AlreadyIssued     AlreadyIssued     AlreadyIssued     AlreadyIssued     AlreadyIssued
OpenSurvey      NotIssued         AlreadySuppressed ExpiryPassed      ·                 ·                 ·                 AlreadyDeclined   ExpiryPassed
AnswerSurvey    NotIssued         AlreadySuppressed ExpiryPassed      ExpiryPassed      AlreadyAnswered   AlreadyAnswered   AlreadyDeclined   ExpiryPassed
CorrectAnswer   NotIssued         AlreadySuppressed NotAnswered       NotAnswered       CorrectionOver    CorrectionOver    NotAnswered       NotAnswered
DeclineSurvey   NotIssued         AlreadySuppressed ExpiryPassed      ExpiryPassed      AlreadyAnswered   AlreadyAnswered   ·                 ExpiryPassed
ExpireSurvey    NotIssued         AlreadySuppressed SurveyExpired     SurveyExpired     AlreadyAnswered   AlreadyAnswered   AlreadyDeclined   ·
`

describe('a survey, asked everything everywhere', () => {
  it('answers as the table says', () => {
    const bands = [`on Wednesday\n${band(wednesday)}`, `when its time is over\n${band(days(8))}`]
    expect(`\n${bands.join('\n\n')}\n`).toBe(table)
  })
})

describe('asked again for what is so already', () => {
  it.each([
    ['an answer', [issued, answered()], answer()],
    ['a correction', [issued, answered(), corrected()], correct()],
    [
      'what a correction says, as an answer',
      [issued, answered(), corrected()],
      answer(wednesday, delighted),
    ],
  ] as const)('%s is on record already', (_, history, command) => {
    expect(cell(history, command)).toBe('·')
  })
})
