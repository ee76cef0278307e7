import { describe, expect, it, test } from 'vitest'

import { fold } from '../../src/shared/decider.js'
import { isToExpire } from '../../src/survey/state.js'
import { survey } from '../../src/survey/survey.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  answer,
  answered,
  command,
  correct,
  corrected,
  day,
  days,
  decline,
  declined,
  event,
  expire,
  expired,
  hour,
  issued,
  later,
  monday,
  nextMonday,
  open,
  opened,
  rules,
  suppressed,
  suppression,
  thursday,
  tuesday,
  wednesday,
} from '../support/survey.js'

const decider = survey(rules)
const scenario = scenarios(decider, { test })
const state = fold(decider)

describe('a survey that is declined', () => {
  scenario('is so').given([issued]).when(decline()).records([declined()])

  scenario('is so without a word')
    .given([issued, opened()])
    .when(command('DeclineSurvey', {}))
    .records([event('SurveyDeclined', {})])

  scenario('is so once').given([issued, declined()]).when(decline(wednesday)).recordsNothing()

  scenario('is so up to and including the instant at which it expires')
    .given([issued])
    .when(decline(nextMonday))
    .records([declined(nextMonday)])

  scenario('is not so any later')
    .given([issued])
    .when(decline(later(nextMonday, 1)))
    .refuses({ _tag: 'ExpiryPassed', expiresAt: nextMonday })

  scenario('is not answered any more')
    .given([issued, declined()])
    .when(answer())
    .refuses({ _tag: 'AlreadyDeclined', declinedAt: tuesday })

  scenario('may have been answered before, which is written down later')
    .given([issued, declined()])
    .when(answer(later(tuesday, -1)))
    .records([answered(later(tuesday, -1))])

  scenario('may have been opened before, which is written down later')
    .given([issued, declined()])
    .when(open(later(tuesday, -1)))
    .records([opened(later(tuesday, -1))])

  scenario('is not opened any more')
    .given([issued, declined()])
    .when(open())
    .refuses({ _tag: 'AlreadyDeclined', declinedAt: tuesday })

  scenario('does not expire')
    .given([issued, declined()])
    .when(expire())
    .refuses({ _tag: 'AlreadyDeclined', declinedAt: tuesday })

  scenario('was not answered before')
    .given([issued, answered()])
    .when(decline(wednesday))
    .refuses({ _tag: 'AlreadyAnswered', answeredAt: tuesday })
})

describe('a survey that expires', () => {
  scenario('does so at its instant').given([issued]).when(expire()).records([expired()])

  scenario('does not do so before it')
    .given([issued])
    .when(expire(later(nextMonday, -1)))
    .refuses({ _tag: 'ExpiryNotReached', expiresAt: nextMonday })

  scenario('does so though it was opened')
    .given([issued, opened()])
    .when(expire(days(9)))
    .records([expired(days(9))])

  scenario('does so once')
    .given([issued, expired()])
    .when(expire(days(8)))
    .recordsNothing()

  scenario('is not answered any more')
    .given([issued, expired()])
    .when(answer(later(nextMonday, 1)))
    .refuses({ _tag: 'ExpiryPassed', expiresAt: nextMonday })

  scenario('may have been answered in time, which is written down later')
    .given([issued, expired()])
    .when(answer(nextMonday))
    .records([answered(nextMonday)])

  scenario('may have been declined in time, which is written down later')
    .given([issued, expired()])
    .when(decline())
    .records([declined()])

  scenario('may have been opened in time, which is written down later')
    .given([issued, expired()])
    .when(open())
    .records([opened()])

  scenario('is not opened any more')
    .given([issued, expired()])
    .when(open(later(nextMonday, 1)))
    .refuses({ _tag: 'ExpiryPassed', expiresAt: nextMonday })

  scenario('was not answered before')
    .given([issued, answered()])
    .when(expire())
    .refuses({ _tag: 'AlreadyAnswered', answeredAt: tuesday })
})

describe('a survey is to expire', () => {
  it('once its time has come and nothing else has', () => {
    expect(isToExpire(state([issued]), nextMonday)).toBe(true)
    expect(isToExpire(state([issued]), later(nextMonday, -1))).toBe(false)
    expect(isToExpire(state([issued, opened()]), nextMonday)).toBe(true)
  })

  it.each([
    ['nothing was sent', []],
    ['it was held back', [suppressed(suppression({ ground: 'erased' }))]],
    ['it was answered', [issued, answered()]],
    ['it was declined', [issued, declined()]],
    ['it has expired', [issued, expired()]],
  ])('and not where %s', (_, history) => {
    expect(isToExpire(state(history), days(30))).toBe(false)
  })
})

describe('what came of a survey', () => {
  const end = (...history: Parameters<typeof state>[0]) => state([issued, ...history])._tag

  it('is an answer before all, then a no, in whatever order they are on record', () => {
    expect(end(expired(), answered())).toBe('Answered')
    expect(end(answered(), expired())).toBe('Answered')
    expect(end(declined(), answered())).toBe('Answered')
    expect(end(answered(), declined())).toBe('Answered')
    expect(end(expired(), declined())).toBe('Declined')
    expect(end(declined(), expired())).toBe('Declined')
    expect(end(expired())).toBe('Expired')
  })

  it('is the first no', () => {
    expect(state([issued, declined(), declined(wednesday)])).toMatchObject({ at: tuesday })
  })

  it('keeps whether it was opened', () => {
    for (const event of [answered(), declined(), expired()])
      expect(state([issued, opened(), event])).toMatchObject({ file: { opened: true } })
    expect(state([issued, declined(), opened()])).toMatchObject({
      _tag: 'Declined',
      file: { opened: true },
    })
  })
})

describe('what was written down later', () => {
  scenario('is refused from before the survey was issued')
    .given([issued])
    .when(answer(later(monday, -1)))
    .refuses({ _tag: 'BeforeItBegan', began: monday })

  scenario('is welcome for seven days')
    .given([issued, expired(days(8))])
    .when(answer())
    .records([answered()])

  scenario('is refused after them')
    .given([issued, expired(later(days(8), 1))])
    .when(answer())
    .refuses({ _tag: 'TooLongAgo', earliest: later(tuesday, 1) })

  scenario('is counted from the latest fact, not from the last one written down')
    .given([issued, expired(later(days(8), 1)), opened(wednesday)])
    .when(answer())
    .refuses({ _tag: 'TooLongAgo', earliest: later(tuesday, 1) })

  const withinAnHour = scenarios(survey({ ...rules, lateBy: hour }), { test })
  withinAnHour('is welcome within the host’s own limit')
    .given([issued, expired()])
    .when(answer(later(nextMonday, -hour)))
    .records([answered(later(nextMonday, -hour))])

  withinAnHour('is refused beyond it')
    .given([issued, expired()])
    .when(answer(later(nextMonday, -hour - 1)))
    .refuses({ _tag: 'TooLongAgo', earliest: later(nextMonday, -hour) })

  withinAnHour('is refused of a correction as well')
    .given([issued, answered(), corrected(later(wednesday, -1))])
    .when(correct(tuesday))
    .refuses({ _tag: 'TooLongAgo', earliest: later(wednesday, -1 - hour) })

  withinAnHour('and is on record already is answered so, however old')
    .given([issued, opened(), expired(thursday)])
    .when(open(monday))
    .recordsNothing()

  withinAnHour('is refused for what it is before it is refused for its age')
    .given([issued, answered(wednesday), corrected(later(wednesday, day))])
    .when(correct(monday))
    .refuses({ _tag: 'BeforeTheAnswer', answeredAt: wednesday })
})
