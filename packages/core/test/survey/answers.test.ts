import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, expectTypeOf, it } from 'vitest'

import { decodeWith } from '../../src/shared/problem.js'
import { Answers } from '../../src/survey/answers.js'
import {
  Attribution,
  LoyaltyItem,
  SacrificeKind,
  SuppressionGround,
  SurveyTopic,
} from '../../src/survey/lists.js'
import { Suppression, SurveyAbout } from '../../src/survey/values.js'
import { day } from '../support/survey.js'

const fields = (u: unknown) => {
  const answer = decodeWith(Answers)(u)
  return E.isLeft(answer) ? answer.left.map(({ field }) => field) : 'taken'
}

/** Each item, where it stands in the answers, and the ends of its scale. */
const scales: ReadonlyArray<readonly [string, (n: unknown) => unknown, number, number]> = [
  ['csat', (csat) => ({ csat }), 1, 5],
  ['nps', (nps) => ({ nps }), 0, 10],
  ['effort', (effort) => ({ effort }), 1, 7],
  ['gain', (gain) => ({ gain }), 1, 10],
  ...['overall', 'expectation', 'ideal', 'rivalOverall'].map(
    (item) => [`index.${item}`, (n: unknown) => ({ index: { [item]: n } }), 1, 10] as const,
  ),
  ...SacrificeKind.values.map(
    (kind) => [`sacrifice.${kind}`, (n: unknown) => ({ sacrifice: { [kind]: n } }), 1, 10] as const,
  ),
  ...LoyaltyItem.values.map(
    (item) => [`loyalty.${item}`, (n: unknown) => ({ loyalty: { [item]: n } }), 1, 7] as const,
  ),
]

describe.each(scales)('the scale of %s', (field, at, least, most) => {
  it.each([least, most, least + 1])('has %i', (n) => {
    expect(fields(at(n))).toBe('taken')
  })
  it.each([least - 1, most + 1, least + 0.5, String(least), null, NaN, Infinity])(
    'has no %s',
    (n) => {
      expect(fields(at(n))).toEqual([field])
    },
  )
  it('is named when it is left', () => {
    const answer = decodeWith(Answers)(at(99))
    expect(E.isLeft(answer) && answer.left[0]?.expected).toBe(
      `a whole number from ${String(least)} to ${String(most)}`,
    )
  })
})

describe('the 22 items', () => {
  const items = (n: number, each: unknown = 4) => Array.from({ length: n }, () => each)
  const edition = 1991

  it.each([
    ['expectations', 'perceptions'],
    ['perceptions', 'expectations'],
  ])('of %s may stand alone', (one, other) => {
    expect(fields({ servqual: { edition, [one]: items(22) } })).toBe('taken')
    expect(fields({ servqual: { edition, [one]: items(22), [other]: items(22) } })).toBe('taken')
  })
  it.each(['expectations', 'perceptions'])('of %s are 22', (which) => {
    for (const n of [0, 21, 23, 101])
      expect(fields({ servqual: { edition, [which]: items(n) } })).toEqual([`servqual.${which}`])
  })
  it.each([1, 7])('are answered from 1 to 7: %i', (n) => {
    expect(fields({ servqual: { edition, perceptions: items(22, n) } })).toBe('taken')
  })
  it.each([0, 8, 3.5])('are answered from 1 to 7, and never %d', (n) => {
    const last = [...items(21), n]
    expect(fields({ servqual: { edition, perceptions: last } })).toEqual([
      'servqual.perceptions.21',
    ])
  })
  it('are of one of the two editions', () => {
    expect(fields({ servqual: { edition: 1988, perceptions: items(22) } })).toBe('taken')
    expect(fields({ servqual: { edition: 1985, perceptions: items(22) } })).toEqual([
      'servqual.edition',
    ])
    expect(fields({ servqual: { perceptions: items(22) } })).toEqual(['servqual.edition'])
  })
  it('are something at least', () => {
    const answer = decodeWith(Answers)({ servqual: { edition } })
    expect(E.isLeft(answer) && answer.left).toEqual([
      { field: 'servqual', expected: 'expectations, perceptions, or both' },
    ])
  })
})

describe('what is answered', () => {
  it('is something at least', () => {
    expect(fields({})).toEqual([''])
    expect(fields({ csat: undefined })).toEqual([''])
    expect(fields({ mood: 'good' })).toEqual([''])
    for (const part of ['index', 'sacrifice', 'loyalty'])
      expect(fields({ [part]: {}, csat: 3 })).toEqual([part])
  })
  it('says what would be something', () => {
    const answer = decodeWith(Answers)({ index: {} })
    expect(E.isLeft(answer) && answer.left[0]?.expected).toBe(
      'at least one of overall, expectation, ideal, rivalOverall',
    )
  })
  it('may be in his own words alone', () => {
    expect(fields({ comment: 'well done' })).toBe('taken')
    expect(fields({ comment: ' ' })).toEqual(['comment'])
  })
  it('may be whose doing it was', () => {
    for (const attribution of Attribution.values) expect(fields({ attribution })).toBe('taken')
    expect(fields({ attribution: 'nobody' })).toEqual(['attribution'])
  })
  it('may be all of it', () => {
    const items = Array.from({ length: 22 }, () => 4)
    expect(
      fields({
        csat: 1,
        nps: 2,
        effort: 3,
        servqual: { edition: 1988, expectations: items, perceptions: items },
        index: { overall: 1, expectation: 2, ideal: 3, rivalOverall: 4 },
        gain: 1,
        sacrifice: { money: 1, time: 2, effort: 3, energy: 4 },
        loyalty: Object.fromEntries(LoyaltyItem.values.map((item) => [item, 7])),
        attribution: 'enterprise',
        comment: 'thank you',
      }),
    ).toBe('taken')
  })
})

describe('the lists of a survey', () => {
  it('name every item and every kind that there is', () => {
    expectTypeOf<SurveyAbout['topic']>().toEqualTypeOf<SurveyTopic>()
    expectTypeOf<Suppression['ground']>().toEqualTypeOf<SuppressionGround>()
    expectTypeOf<keyof NonNullable<Answers['loyalty']>>().toEqualTypeOf<LoyaltyItem>()
    expectTypeOf<keyof NonNullable<Answers['sacrifice']>>().toEqualTypeOf<SacrificeKind>()
    expect(SurveyAbout.types.map(({ name }) => name)).toEqual(
      SurveyTopic.values.map((topic) => `SurveyAbout<${topic}>`),
    )
    expect(Suppression.types.map(({ name }) => name)).toEqual(
      SuppressionGround.values.map((ground) => `Suppression<${ground}>`),
    )
  })
})

describe('a cap', () => {
  const capped = (more: object) => {
    const answer = decodeWith(Suppression)({
      ground: 'aboveCap',
      cap: 1,
      period: day,
      count: 1,
      ...more,
    })
    return E.isLeft(answer) ? answer.left.map(({ field }) => field) : 'taken'
  }
  it.each([
    [{ cap: 0, count: 0 }, 'taken'],
    [{ cap: 1_000_000, count: 1_000_000 }, 'taken'],
    [{ cap: -1 }, ['cap']],
    [{ count: 1_000_001 }, ['count']],
    [{ count: 0.5 }, ['count']],
    [{ period: 1 }, 'taken'],
    [{ period: 36_525 * day }, 'taken'],
    [{ period: 0 }, ['period']],
    [{ period: 36_525 * day + 1 }, ['period']],
  ])('with %o is one or not', (more, expected) => {
    expect(capped(more)).toEqual(expected)
  })
})
