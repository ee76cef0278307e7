import { describe, expect, it, test } from 'vitest'

import { fold } from '../../src/shared/decider.js'
import type { SurveyEvent } from '../../src/survey/events.js'
import { subjectOf } from '../../src/survey/state.js'
import { survey } from '../../src/survey/survey.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  about,
  answered,
  complaintId,
  customer,
  day,
  event,
  followUpId,
  issue,
  issued,
  later,
  monday,
  name,
  nextMonday,
  open,
  opened,
  promiseId,
  rules,
  suppress,
  suppressed,
  suppression,
  terms,
  tick,
  tuesday,
} from '../support/survey.js'

const scenario = scenarios(survey(rules), { test })

describe('a survey', () => {
  scenario('is issued for as long as the host says').given([]).when(issue()).records([issued])

  scenario('may say itself until when')
    .given([])
    .when(issue({ expiresAt: tuesday }))
    .records([event('SurveyIssued', { ...terms, expiresAt: tuesday }, monday, tick)])

  scenario('may be answered for an instant at least')
    .given([])
    .when(issue({ expiresAt: later(monday, 1) }))
    .records([event('SurveyIssued', { ...terms, expiresAt: later(monday, 1) }, monday, tick)])

  scenario('does not expire as it is issued')
    .given([])
    .when(issue({ expiresAt: monday }))
    .refuses({ _tag: 'ExpiresNotInFuture', expiresAt: monday })

  scenario('does not expire before it is issued')
    .given([])
    .when(issue({ expiresAt: later(monday, -1) }))
    .refuses({ _tag: 'ExpiresNotInFuture', expiresAt: later(monday, -1) })

  scenario('issued twice is sent once').given([issued]).when(issue({}, tuesday)).recordsNothing()

  scenario('issued twice until the same instant is sent once')
    .given([issued])
    .when(issue({ expiresAt: nextMonday }))
    .recordsNothing()

  scenario('issued twice until another instant is another survey')
    .given([issued])
    .when(issue({ expiresAt: tuesday }))
    .refuses({ _tag: 'AlreadyIssued' })

  scenario('issued again to another customer is another survey')
    .given([issued])
    .when(issue({ customer: customer(2) }))
    .refuses({ _tag: 'AlreadyIssued' })

  scenario('once answered is issued still')
    .given([issued, answered()])
    .when(issue())
    .recordsNothing()

  scenario('once answered is not issued about something else')
    .given([issued, answered()])
    .when(issue({ mode: 'cumulative' }))
    .refuses({ _tag: 'AlreadyIssued' })

  scenario('may ask for SERVQUAL, and says by what consent')
    .given([])
    .when(issue({ servqual: 1988, purpose: name('survey') }))
    .records([
      event(
        'SurveyIssued',
        { ...terms, servqual: 1988, purpose: name('survey'), expiresAt: nextMonday },
        monday,
        tick,
      ),
    ])

  for (const what of [
    about({ topic: 'promise', promiseId }),
    about({ topic: 'followUp', followUpId }),
    about({ topic: 'purchase', orderId: 'order 1' }),
    about({ topic: 'siteWork', ref: 'lift 4' }),
    about({ topic: 'relationship' }),
  ])
    scenario(`may be about a ${what.topic}`)
      .given([])
      .when(issue({ about: what, answeredFor: [] }))
      .records([
        event(
          'SurveyIssued',
          { ...terms, about: what, answeredFor: [], expiresAt: nextMonday },
          monday,
          tick,
        ),
      ])

  scenarios(survey({ answerWithin: day, correctWithin: 0 }), { test })(
    'on record keeps its own expiry, whatever the rules are by now',
  )
    .given([issued])
    .when(open(nextMonday))
    .records([opened(nextMonday)])
})

describe('a survey that is held back', () => {
  const merged = suppression({ ground: 'merged', intoComplaint: complaintId(2) })
  const blacklisted = suppression({ ground: 'blacklisted', since: '2026-11-01T00:00:00.000Z' })
  const capped = (count: number) =>
    suppression({ ground: 'aboveCap', cap: 2, period: 30 * day, count })

  for (const why of [
    merged,
    suppression({ ground: 'merged', intoCustomer: customer(2) }),
    suppression({ ground: 'withdrawn' }),
    blacklisted,
    suppression({ ground: 'noConsent', purpose: 'survey', channel: 'email' }),
    capped(2),
    capped(3),
    suppression({ ground: 'erased' }),
  ])
    scenario(`is on record with the reason: ${JSON.stringify(why)}`)
      .given([])
      .when(suppress(why))
      .records([suppressed(why)])

  scenario('above a cap is above it')
    .given([])
    .when(suppress(capped(1)))
    .refuses({ _tag: 'CapNotReached', cap: 2, count: 1 })

  scenario('twice is held back once')
    .given([suppressed(merged)])
    .when(suppress(merged, tuesday))
    .recordsNothing()

  scenario('for another reason too keeps the first')
    .given([suppressed(merged)])
    .when(suppress(blacklisted))
    .recordsNothing()

  scenario('from one customer is not held back from another')
    .given([suppressed(merged)])
    .when({ ...suppress(merged), data: { ...suppress(merged).data, customer: customer(2) } })
    .refuses({ _tag: 'AlreadySuppressed', why: merged })

  scenario('about one thing is not held back about another')
    .given([suppressed(merged)])
    .when({
      ...suppress(merged),
      data: { ...suppress(merged).data, about: about({ topic: 'relationship' }) },
    })
    .refuses({ _tag: 'AlreadySuppressed', why: merged })

  scenario('is not sent after all')
    .given([suppressed(merged)])
    .when(issue())
    .refuses({ _tag: 'AlreadySuppressed', why: merged })

  scenario('was not sent before')
    .given([issued])
    .when(suppress(merged))
    .refuses({ _tag: 'AlreadyIssued' })
})

describe('whom a survey is about', () => {
  const subject = (...history: ReadonlyArray<SurveyEvent>) =>
    subjectOf(fold(survey(rules))(history))

  it('is known once it was issued, or held back', () => {
    expect(subject()).toBeUndefined()
    expect(subject(issued)).toBe(customer(1))
    expect(subject(suppressed(suppression({ ground: 'erased' })))).toBe(customer(1))
  })
})

describe('a record of surveys that the desk would not have written', () => {
  const state = fold(survey(rules))
  const erased = suppressed(suppression({ ground: 'erased' }))

  it('of one issued twice has the first', () => {
    const again = event('SurveyIssued', { ...terms, expiresAt: tuesday }, monday, tick)
    expect(state([issued, again, erased])).toEqual(state([issued]))
  })

  it('of one held back has that alone', () => {
    expect(state([erased, issued, answered()])).toEqual(state([erased]))
  })

  it('that begins with something else begins with the issue', () => {
    expect(state([answered(), opened(), issued])).toEqual(state([issued]))
  })
})
