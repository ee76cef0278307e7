import { describe, expect, it, test } from 'vitest'

import { redacted } from '../../src/privacy/personal.js'
import { fold } from '../../src/shared/decider.js'
import type { SurveyEvent } from '../../src/survey/events.js'
import { answerOf, answersOf } from '../../src/survey/state.js'
import { survey } from '../../src/survey/survey.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  actor,
  answer,
  answered,
  answers,
  content,
  correct,
  corrected,
  day,
  declined,
  delighted,
  desk,
  event,
  expired,
  issued,
  items,
  later,
  li,
  monday,
  nextMonday,
  open,
  opened,
  rules,
  terms,
  text,
  thursday,
  tick,
  tuesday,
  wednesday,
  wu,
} from '../support/survey.js'

const decider = survey(rules)
const scenario = scenarios(decider, { test })
const state = fold(decider)

describe('a survey that was opened', () => {
  scenario('is so').given([issued]).when(open()).records([opened()])

  scenario('is so once').given([issued, opened()]).when(open(wednesday)).recordsNothing()

  it('is not answered', () => {
    expect(answerOf(state([issued, opened()]))).toBeUndefined()
    expect(answersOf(state([issued, opened()]))).toEqual([])
    expect(state([issued, opened()])._tag).toBe('Awaited')
  })

  scenario('is answered by what is sent off')
    .given([issued, opened()])
    .when(answer())
    .records([answered()])

  scenario('after it was answered says nothing new')
    .given([issued, answered()])
    .when(open(wednesday))
    .recordsNothing()
})

describe('an answer', () => {
  scenario('is given').given([issued]).when(answer()).records([answered()])

  scenario('is given at the instant the survey is issued')
    .given([issued])
    .when(answer(monday))
    .records([answered(monday)])

  scenario('is given up to and including the instant at which it expires')
    .given([issued])
    .when(answer(nextMonday))
    .records([answered(nextMonday)])

  scenario('is not given any later')
    .given([issued])
    .when(answer(later(nextMonday, 1)))
    .refuses({ _tag: 'ExpiryPassed', expiresAt: nextMonday })

  scenario('that nobody asked for is none').given([]).when(answer()).refuses({ _tag: 'NotIssued' })

  scenario('is none before it is confirmed')
    .given([issued, opened()])
    .when(answer(tuesday, content, wu, false))
    .refuses({ _tag: 'NotConfirmed' })

  scenario('is not given by one who answered for the business')
    .given([issued])
    .when(answer(tuesday, content, desk))
    .refuses({ _tag: 'AnsweredByHandler', handler: desk.id })

  scenario('is not given by another of them')
    .given([issued])
    .when(answer(tuesday, content, li))
    .refuses({ _tag: 'AnsweredByHandler', handler: li.id })

  scenario('is not given by one of them in another part')
    .given([issued])
    .when(answer(tuesday, content, actor('li', 'interviewer')))
    .refuses({ _tag: 'AnsweredByHandler', handler: li.id })

  const zhao = actor('zhao', 'agent')
  scenario('may be taken down by somebody else of the business')
    .given([issued])
    .when(answer(tuesday, content, zhao))
    .records([answered(tuesday, content, zhao)])

  scenario('given twice is on record once')
    .given([issued, answered()])
    .when(answer(wednesday, answers({ csat: 4 })))
    .recordsNothing()

  scenario('is not replaced by another one')
    .given([issued, answered()])
    .when(answer(wednesday, delighted))
    .refuses({ _tag: 'AlreadyAnswered', answeredAt: tuesday })

  scenario('corrected since is still on record')
    .given([issued, answered(), corrected()])
    .when(answer())
    .recordsNothing()

  scenario('that the correction gave is on record too')
    .given([issued, answered(), corrected()])
    .when(answer(thursday, delighted))
    .recordsNothing()

  scenario('says how it may be corrected, as the rules are by then')
    .given([issued])
    .when(answer(nextMonday))
    .records([
      event(
        'SurveyAnswered',
        { answers: content, correctableUntil: later(nextMonday, day) },
        nextMonday,
      ),
    ])
})

describe('an answer to SERVQUAL', () => {
  const asking = (servqual?: 1988 | 1991) =>
    event(
      'SurveyIssued',
      { ...terms, expiresAt: nextMonday, ...(servqual && { servqual }) },
      monday,
      tick,
    )
  const both = answers({
    servqual: { edition: 1988, expectations: items(7), perceptions: items(5) },
  })

  for (const given of [
    both,
    answers({ servqual: { edition: 1988, expectations: items(7) } }),
    answers({ servqual: { edition: 1988, perceptions: items(1) } }),
  ])
    scenario(`gives ${Object.keys(given.servqual ?? {}).join(', ')}`)
      .given([asking(1988)])
      .when(answer(tuesday, given))
      .records([answered(tuesday, given)])

  scenario('is of the edition that was asked')
    .given([asking(1991)])
    .when(answer(tuesday, both))
    .refuses({ _tag: 'OtherEdition', asked: 1991, answered: 1988 })

  scenario('is of its own edition where none was named')
    .given([asking()])
    .when(answer(tuesday, both))
    .records([answered(tuesday, both)])

  scenario('may be left out')
    .given([asking(1991)])
    .when(answer())
    .records([answered()])

  scenario('is corrected within its edition')
    .given([asking(1991), answered()])
    .when(correct(wednesday, both))
    .refuses({ _tag: 'OtherEdition', asked: 1991, answered: 1988 })
})

describe('a correction', () => {
  const given = [issued, answered()]

  scenario('is made').given(given).when(correct()).records([corrected()])

  scenario('is made at once')
    .given(given)
    .when(correct(tuesday))
    .records([corrected(tuesday)])

  scenario('is not made before there was an answer')
    .given(given)
    .when(correct(later(tuesday, -1)))
    .refuses({ _tag: 'BeforeTheAnswer', answeredAt: tuesday })

  scenario('is not made after the window')
    .given(given)
    .when(correct(later(wednesday, 1)))
    .refuses({ _tag: 'CorrectionOver', correctableUntil: wednesday })

  scenarios(survey({ ...rules, correctWithin: 0 }), { test })(
    'has the window of the day of the answer, whatever the rules are by now',
  )
    .given(given)
    .when(correct())
    .records([corrected()])

  scenario('may come after the survey has expired')
    .given([issued, answered(nextMonday)])
    .when(correct(later(nextMonday, day)))
    .records([corrected(later(nextMonday, day))])

  scenario('needs an answer').given([issued]).when(correct()).refuses({ _tag: 'NotAnswered' })

  scenario('needs an answer also where there will be none')
    .given([issued, declined()])
    .when(correct())
    .refuses({ _tag: 'NotAnswered' })

  scenario('is none before it is confirmed')
    .given(given)
    .when(correct(wednesday, delighted, wu, false))
    .refuses({ _tag: 'NotConfirmed' })

  scenario('is not made by one who answered for the business')
    .given(given)
    .when(correct(wednesday, delighted, desk))
    .refuses({ _tag: 'AnsweredByHandler', handler: desk.id })

  scenario('made twice is on record once')
    .given([...given, corrected()])
    .when(correct(wednesday, delighted, wu, false))
    .recordsNothing()

  scenario('of nothing is none').given(given).when(correct(wednesday, content)).recordsNothing()

  scenario('may take an earlier one back')
    .given([...given, corrected(later(tuesday, 1))])
    .when(correct(wednesday, content))
    .records([corrected(wednesday, content)])

  scenario('written down later takes its own place')
    .given([...given, corrected()])
    .when(correct(later(wednesday, -1)))
    .records([corrected(later(wednesday, -1))])
})

describe('what a customer answered', () => {
  const bad = answers({ csat: 1, comment: 'nobody came' })

  it('is what he answered last, and nothing is lost', () => {
    const history = state([issued, answered(), corrected()])
    expect(answerOf(history)).toEqual(delighted)
    expect(answersOf(history)).toEqual([
      { at: tuesday, value: content },
      { at: wednesday, value: delighted },
    ])
  })

  it('is what he answered last, in whatever order it was written down', () => {
    const history = state([issued, answered(), corrected(), corrected(later(tuesday, 1), bad)])
    expect(answerOf(history)).toEqual(delighted)
    expect(answersOf(history).map(({ value }) => value)).toEqual([content, bad, delighted])
  })

  it('is nothing before he has', () => {
    expect(answerOf(state([]))).toBeUndefined()
    expect(answersOf(state([issued, expired()]))).toEqual([])
  })

  it('is the first answer, and no correction without one', () => {
    expect(state([issued, corrected()])).toEqual(
      state([issued, event('AnswerCorrected', { answers: bad }, wednesday)]),
    )
    expect(answerOf(state([issued, corrected()]))).toBeUndefined()
    expect(state([issued, answered(), answered(tuesday, bad)])).toEqual(state([issued, answered()]))
  })

  it('may be forgotten as far as it is in his own words', () => {
    const forgotten: SurveyEvent = answered(tuesday, { csat: 1, comment: redacted })
    expect(answerOf(state([issued, forgotten]))).toEqual({ csat: 1, comment: redacted })
  })

  scenario('is not the same once it was forgotten')
    .given([issued, answered(tuesday, { csat: 1, comment: redacted })])
    .when(answer(tuesday, { csat: 1, comment: text('nobody came') }))
    .refuses({ _tag: 'AlreadyAnswered', answeredAt: tuesday })
})
