import { describe, expect, it } from 'vitest'

import { checkRules, type SurveyRules } from '../../src/survey/rules.js'
import { day } from '../support/survey.js'

const century = 36_525 * day

describe('the rules of surveys', () => {
  it.each<[string, Partial<SurveyRules>, ReadonlyArray<string>]>([
    ['need no more than the two windows', {}, []],
    ['may give an instant to answer', { answerWithin: 1 }, []],
    ['give more than none', { answerWithin: 0 }, ['answerWithin']],
    ['may give a century', { answerWithin: century }, []],
    ['give no more than that', { answerWithin: century + 1 }, ['answerWithin']],
    ['have no part of a millisecond', { answerWithin: 0.5 }, ['answerWithin']],
    ['may let nothing be corrected', { correctWithin: 0 }, []],
    ['let nothing be corrected sooner', { correctWithin: -1 }, ['correctWithin']],
    ['have an end to corrections', { correctWithin: Infinity }, ['correctWithin']],
    ['may take nothing written down later', { lateBy: 0 }, []],
    ['take nothing written down sooner', { lateBy: -1 }, ['lateBy']],
    ['have an end to how late', { lateBy: NaN }, ['lateBy']],
    [
      'are told all that is wrong with them',
      { answerWithin: 0, correctWithin: -1, lateBy: -1 },
      ['answerWithin', 'correctWithin', 'lateBy'],
    ],
  ])('%s', (_, more, fields) => {
    const rules = { answerWithin: day, correctWithin: day, ...more }
    expect(checkRules(rules).map(({ field }) => field)).toEqual(fields)
  })

  it('are told what is expected', () => {
    expect(
      checkRules({ answerWithin: 0, correctWithin: -1 }).map(({ expected }) => expected),
    ).toEqual(['whole milliseconds from 1 to 100 years', 'whole milliseconds from 0 to 100 years'])
  })
})
