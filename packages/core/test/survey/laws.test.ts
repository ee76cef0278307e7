import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, expectTypeOf, it, test } from 'vitest'

import { Instant } from '../../src/shared/instant.js'
import { decodeWith } from '../../src/shared/problem.js'
import { typesOf } from '../../src/store/message-types.js'
import { Answers } from '../../src/survey/answers.js'
import { SurveyCommand } from '../../src/survey/commands.js'
import { SurveyEvent } from '../../src/survey/events.js'
import { answerOf, answersOf, isToExpire, type SurveyState } from '../../src/survey/state.js'
import { survey } from '../../src/survey/survey.js'
import { deciderLaws } from '../../src/testing/decider-laws.js'
import { fromCodec } from '../../src/testing/from-codec.js'
import { anySurvey as any } from '../../src/testing/survey/arbitraries.js'
import { surveyPools } from '../../src/testing/survey/pools.js'
import { law, lawsOf, numRuns, same, throughJson } from '../support/laws.js'

const decider = survey(any.rules)
const { decide, evolve, initial } = decider
const { asked, cut, folded, goesOnFromJson, recordedBy } = lawsOf(decider, any)

const anyInstant = fromCodec(Instant, surveyPools)
const only = <T extends SurveyEvent['type']>(history: ReadonlyArray<SurveyEvent>, type: T) =>
  history.filter((event): event is Extract<SurveyEvent, { type: T }> => event.type === type)

describe('a survey', () => {
  deciderLaws(decider, { command: any.commandIn, event: any.event }, { test, fc, numRuns })
})

describe('of surveys', () => {
  law('a command sent is the command received', any.command, (command) => {
    same(decodeWith(SurveyCommand)(throughJson(SurveyCommand.encode(command))), E.right(command))
  })

  law('asking twice puts nothing more on record, however deep', asked, ({ state, command }) => {
    const answer = decide(command)(state)
    if (E.isRight(answer)) same(decide(command)(answer.right.reduce(evolve, state)), E.right([]))
  })

  law('a state is plain JSON, and goes on from it wherever a stream is cut', cut, goesOnFromJson)

  law('what was held back has one event and no other', any.history, (history) => {
    if (only(history, 'SurveySuppressed').length > 0) expect(history).toHaveLength(1)
  })

  law('what was answered stays answered', fc.tuple(folded, any.event), ([state, event]) => {
    if (state._tag !== 'Answered') return
    const next = evolve(state, event)
    expect(next._tag).toBe('Answered')
    expect(answersOf(next).length).toBe(
      answersOf(state).length + (event.type === 'AnswerCorrected' ? 1 : 0),
    )
    for (const given of answersOf(state)) expect(answersOf(next)).toContainEqual(given)
  })

  law('it is answered once, in time, and before it was declined', any.history, (history) => {
    const [issued] = only(history, 'SurveyIssued')
    const given = only(history, 'SurveyAnswered')
    expect(given.length).toBeLessThan(2)
    const [answer] = given
    if (answer === undefined || issued === undefined) return
    expect(answer.data.at).toBeGreaterThanOrEqual(issued.data.at)
    expect(answer.data.at).toBeLessThanOrEqual(issued.data.expiresAt)
    for (const { data } of only(history, 'SurveyDeclined'))
      expect(answer.data.at).toBeLessThan(data.at)
  })

  law('nobody answers who answered for the business', any.history, (history) => {
    const handlers = only(history, 'SurveyIssued').flatMap(({ data }) =>
      data.answeredFor.map(({ id }) => id),
    )
    for (const { type, data } of history)
      if (type === 'SurveyAnswered' || type === 'AnswerCorrected')
        expect(handlers).not.toContain(data.by.id)
  })

  law('nothing is answered that was not confirmed', asked, ({ state, command }) => {
    if ('confirmed' in command.data && !command.data.confirmed)
      expect(recordedBy(state, command)).toEqual([])
  })

  law('an answer is corrected in its window alone', any.history, (history) => {
    const [answer] = only(history, 'SurveyAnswered')
    for (const { data } of only(history, 'AnswerCorrected')) {
      expect(data.at).toBeGreaterThanOrEqual(answer?.data.at ?? Infinity)
      expect(data.at).toBeLessThanOrEqual(answer?.data.correctableUntil ?? -Infinity)
    }
  })

  law('what he answers is the latest of all that he answered', any.history, (history) => {
    const given = [...only(history, 'SurveyAnswered'), ...only(history, 'AnswerCorrected')]
    const last = given
      .map(({ data }) => data)
      .sort((a, b) => a.at - b.at)
      .at(-1)
    same(answerOf(history.reduce(evolve, initial)), last?.answers)
  })

  law('none expires before its time', any.history, (history) => {
    for (const { data } of only(history, 'SurveyExpired'))
      expect(data.at).toBeGreaterThanOrEqual(data.expiresAt)
  })

  law('what is to expire does, and nothing else', fc.tuple(any.state, anyInstant), (both) => {
    const [state, at] = both
    const by = { id: 'tick', role: 'policy' } as never
    const recorded = recordedBy(state, { type: 'ExpireSurvey', data: { at, by } })
    expect(recorded.length > 0).toBe(isToExpire(state, at))
  })

  law('the rules of a later day change nothing on record', any.history, (history) => {
    const others = survey({ answerWithin: 1, correctWithin: 0, lateBy: 0 })
    same(history.reduce(others.evolve, others.initial), history.reduce(evolve, initial))
  })

  it('the state has the published shape', () => {
    expectTypeOf<SurveyState['_tag']>().toEqualTypeOf<
      'NotIssued' | 'Suppressed' | 'Awaited' | 'Answered' | 'Declined' | 'Expired'
    >()
    expectTypeOf<Answers['csat']>().toEqualTypeOf<number | undefined>()
  })
})

describe('what is generated of surveys', () => {
  const many = Math.max(numRuns, 3000)
  const seen = <A>(from: fc.Arbitrary<A>, of: (value: A) => ReadonlyArray<string>) =>
    [...new Set(fc.sample(from, { numRuns: many, seed: 7 }).flatMap(of))].sort()
  const all = [...(typesOf(SurveyEvent)?.keys() ?? [])].sort()

  it('is every command and every event', () => {
    expect(seen(any.command, ({ type }) => [type])).toEqual(
      [...(typesOf(SurveyCommand)?.keys() ?? [])].sort(),
    )
    expect(seen(any.event, ({ type }) => [type])).toEqual(all)
  })

  it('is every life, and every event on the way', () => {
    expect(seen(any.state, ({ _tag }) => [_tag])).toEqual([
      'Answered',
      'Awaited',
      'Declined',
      'Expired',
      'NotIssued',
      'Suppressed',
    ])
    expect(seen(any.history, (history) => history.map(({ type }) => type))).toEqual(all)
  })

  it('is every part of an answer', () => {
    expect(seen(fromCodec(Answers, surveyPools), Object.keys)).toEqual([
      'attribution',
      'comment',
      'csat',
      'effort',
      'gain',
      'index',
      'loyalty',
      'nps',
      'sacrifice',
      'servqual',
    ])
  })

  it('is an answer written down after the expiry', () => {
    const late = fc.sample(any.history, { numRuns: many, seed: 7 }).some((history) => {
      const types = history.map(({ type }) => type)
      const expired = types.indexOf('SurveyExpired')
      return expired >= 0 && types.indexOf('SurveyAnswered') > expired
    })
    expect(late).toBe(true)
  })

  it('is every refusal', () => {
    const refusals = seen(asked, ({ state, command }) => {
      const answer = decide(command)(state)
      return E.isLeft(answer) ? [answer.left._tag] : []
    })
    expect(refusals).toEqual([
      'AlreadyAnswered',
      'AlreadyDeclined',
      'AlreadyIssued',
      'AlreadySuppressed',
      'AnsweredByHandler',
      'BeforeItBegan',
      'BeforeTheAnswer',
      'CapNotReached',
      'CorrectionOver',
      'ExpiresNotInFuture',
      'ExpiryNotReached',
      'ExpiryPassed',
      'NotAnswered',
      'NotConfirmed',
      'NotIssued',
      'OtherEdition',
      'TooLongAgo',
    ])
  })
})
