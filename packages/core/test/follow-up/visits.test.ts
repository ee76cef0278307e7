import { describe, expect, it, test } from 'vitest'

import { findsDissatisfaction } from '../../src/follow-up/events.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import { after } from '../../src/shared/instant.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  birthday,
  callBack,
  callBackKey,
  closed,
  complete,
  days,
  december,
  done,
  event,
  february,
  greeted,
  january,
  key,
  miss,
  missed,
  monday,
  move,
  moved,
  movedTo,
  opened,
  quietTouch,
  remind,
  reminded,
  rules,
  scheduled,
  skip,
  skipped,
  text,
  touch,
  tuesday,
  utc,
  words,
} from '../support/follow-up.js'

const scenario = scenarios(followUp(rules), { test })
const first = december.visit
const justBefore = after(december.opensAt, -1)
const justAfter = after(december.until, 1)

describe('a visit', () => {
  scenario('is done when it is due')
    .given([opened()])
    .when(complete(1, first, december.dueAt))
    .records([done(1, december, december.dueAt)])
  scenario('is done from the first instant of its window')
    .given([opened()])
    .when(complete(1, first, december.opensAt))
    .records([done(1, december, december.opensAt)])
  scenario('is not done before that')
    .given([opened()])
    .when(complete(1, first, justBefore))
    .refuses({ _tag: 'NotYetOpen', opensAt: december.opensAt })
  scenario('is done late after its window, and the record shows when')
    .given([opened()])
    .when(complete(1, first, justAfter))
    .records([done(1, december, justAfter)])
  scenario('that was missed may still be made, and is done late')
    .given([opened(), missed(december)])
    .when(complete(1, first, days(9, december.dueAt)))
    .records([done(1, december, days(9, december.dueAt))])
  scenario('made in its window and written down after it was missed is done')
    .given([opened(), missed(december)])
    .when(complete(1, first, december.until))
    .records([done(1, december, december.until)])
  scenario('at which nobody was reached is done')
    .given([opened()])
    .when(complete(1, first, december.dueAt, { reached: false }))
    .records([done(1, december, december.dueAt, { reached: false })])
  const findings = {
    satisfactionAsked: true,
    satisfied: false,
    learned: words,
    newNeeds: text('a second pump'),
    dissatisfaction: text('it leaks'),
  }
  scenario('tells what was learned, asked and needed')
    .given([opened()])
    .when(complete(1, first, december.dueAt, { ...findings, channel: 'inPerson' }))
    .records([done(1, december, december.dueAt, { ...findings, channel: 'inPerson' })])
  scenario('twice on record is on record once')
    .given([opened(), done(1, december, december.dueAt)])
    .when(complete(1, first, days(1, december.dueAt)))
    .recordsNothing()
  scenario('is done once')
    .given([opened(), done(1, december, december.dueAt)])
    .when(complete(2, first, days(1, december.dueAt)))
    .refuses({ _tag: 'VisitOver', visit: first, how: 'done', overAt: december.dueAt })
  scenario('that was skipped is not done')
    .given([opened(), skipped(december, december.dueAt)])
    .when(complete(1, first, december.dueAt))
    .refuses({ _tag: 'VisitOver', visit: first, how: 'skipped', overAt: december.dueAt })
  scenario('may be paid besides those that are due, and answers none of them')
    .given([opened()])
    .when(complete(1, undefined, tuesday))
    .records([done(1, undefined, tuesday)])
  scenario('is of the plan or of none')
    .given([opened()])
    .when(complete(1, key('visit/2026-12-24'), december.dueAt))
    .refuses({ _tag: 'NoSuchVisit', visit: key('visit/2026-12-24') })
  scenario('at the anchor is none of the plan’s')
    .given([opened()])
    .when(complete(1, key('visit/2026-11-23'), tuesday))
    .refuses({ _tag: 'NoSuchVisit', visit: key('visit/2026-11-23') })
  scenario('due before the plan was opened is not owed')
    .given([opened({}, after(december.dueAt, 1))])
    .when(complete(1, first, after(december.dueAt, 1)))
    .refuses({ _tag: 'NoSuchVisit', visit: first })
  scenario('due as the plan is opened is owed')
    .given([opened({}, december.dueAt)])
    .when(complete(1, first, december.dueAt))
    .records([done(1, december, december.dueAt)])
  scenario('of a plan is no call back')
    .given([opened()])
    .when(complete(1, callBackKey, december.dueAt))
    .refuses({ _tag: 'NoSuchVisit', visit: callBackKey })
  scenario('made before the plan was closed is written down later')
    .given([opened(), closed(december.dueAt)])
    .when(complete(1, first, december.dueAt))
    .records([done(1, december, december.dueAt)])
  scenario('is not made after the plan was closed')
    .given([opened(), closed(december.dueAt)])
    .when(complete(1, first, after(december.dueAt, 1)))
    .refuses({ _tag: 'AlreadyClosed', how: 'closed', closedAt: december.dueAt })
  scenario('on record before the close is on record once')
    .given([opened(), done(1, december, december.dueAt), closed(december.dueAt)])
    .when(complete(1, first, days(1, december.dueAt)))
    .recordsNothing()

  const unreached = (title: string, more: Parameters<typeof complete>[3]) =>
    scenario(`at which nobody was reached ${title}`)
      .given([opened()])
      .when(complete(1, first, december.dueAt, { reached: false, ...more }))
      .refuses({ _tag: 'NobodyReached' })
  unreached('asked nobody', { satisfactionAsked: true })
  unreached('learned nothing', { learned: words })
  unreached('found no needs', { newNeeds: words })
  unreached('found nobody satisfied', { satisfied: true })
  unreached('found nobody else dissatisfied', { satisfied: false })
  unreached('heard of no dissatisfaction', { dissatisfaction: words })

  it('finds dissatisfaction, asked for or not', () => {
    const finds = (more: Parameters<typeof done>[3]) =>
      findsDissatisfaction(done(1, december, december.dueAt, more).data)
    expect(finds({})).toBe(false)
    expect(finds({ satisfied: true })).toBe(false)
    expect(finds({ satisfied: false })).toBe(true)
    expect(finds({ satisfied: true, dissatisfaction: words })).toBe(true)
  })
})

describe('a visit that nobody made', () => {
  scenario('is missed the moment after its window')
    .given([opened()])
    .when(miss(first, justAfter))
    .records([missed(december)])
  scenario('is not missed at its last instant')
    .given([opened()])
    .when(miss(first, december.until))
    .refuses({ _tag: 'StillInWindow', until: december.until })
  scenario('missed twice is on record once')
    .given([opened(), missed(december)])
    .when(miss(first, days(1, justAfter)))
    .recordsNothing()
  scenario('was made after all, and is not missed')
    .given([opened(), done(1, december, december.dueAt)])
    .when(miss(first, justAfter))
    .refuses({ _tag: 'VisitOver', visit: first, how: 'done', overAt: december.dueAt })
  scenario('is missed by the plan alone that has it')
    .given([opened()])
    .when(miss(key('gift/2026-12-31'), utc('2027-02-01 00:00')))
    .refuses({ _tag: 'NoSuchVisit', visit: key('gift/2026-12-31') })
})

describe('a visit moved', () => {
  const friday = days(2, december.dueAt)
  const later = movedTo(december, friday)
  scenario('brings its window along')
    .given([opened()])
    .when(move(first, friday, tuesday))
    .records([moved(later, december.dueAt, tuesday)])
  scenario('is done at its new time')
    .given([opened(), moved(later, december.dueAt, tuesday)])
    .when(complete(1, first, later.until))
    .records([done(1, later, later.until)])
  scenario('is not open at its old one')
    .given([opened(), moved(movedTo(december, days(30, december.dueAt)), december.dueAt, tuesday)])
    .when(complete(1, first, december.dueAt))
    .refuses({ _tag: 'NotYetOpen', opensAt: days(23, december.dueAt) })
  scenario('twice is moved once')
    .given([opened(), moved(later, december.dueAt, tuesday)])
    .when(move(first, friday, days(2)))
    .recordsNothing()
  scenario('may be moved again, from where it is')
    .given([opened(), moved(later, december.dueAt, tuesday)])
    .when(move(first, december.dueAt, days(2)))
    .records([moved(december, friday, days(2))])
  scenario('is moved at the last instant of its window')
    .given([opened()])
    .when(move(first, january.dueAt, december.until))
    .records([moved(movedTo(december, january.dueAt), december.dueAt, december.until)])
  scenario('is not moved after its window')
    .given([opened()])
    .when(move(first, january.dueAt, justAfter))
    .refuses({ _tag: 'WindowPassed', until: december.until })
  scenario('is moved to a time to come')
    .given([opened()])
    .when(move(first, tuesday, tuesday))
    .refuses({ _tag: 'DueNotInFuture', dueAt: tuesday })
  scenario('is moved the moment after')
    .given([opened()])
    .when(move(first, after(tuesday, 1), tuesday))
    .records([moved(movedTo(december, after(tuesday, 1)), december.dueAt, tuesday)])
  scenario('is not moved once it was missed')
    .given([opened(), missed(december)])
    .when(move(first, january.dueAt, justAfter))
    .refuses({ _tag: 'VisitOver', visit: first, how: 'missed', overAt: justAfter })
})

describe('a visit skipped', () => {
  scenario('is skipped for a reason')
    .given([opened()])
    .when(skip(first, december.dueAt))
    .records([skipped(december, december.dueAt)])
  scenario('may be one still to come')
    .given([opened()])
    .when(skip(february.visit, tuesday))
    .records([skipped(february, tuesday)])
  scenario('twice is skipped once')
    .given([opened(), skipped(december, december.dueAt)])
    .when(skip(first, december.until))
    .recordsNothing()
  scenario('is skipped at the last instant of its window')
    .given([opened()])
    .when(skip(first, december.until))
    .records([skipped(december, december.until)])
  scenario('is missed after that')
    .given([opened()])
    .when(skip(first, justAfter))
    .refuses({ _tag: 'WindowPassed', until: december.until })
  scenario('was not done before')
    .given([opened(), done(1, december, december.dueAt)])
    .when(skip(first, december.until))
    .refuses({ _tag: 'VisitOver', visit: first, how: 'done', overAt: december.dueAt })
})

describe('a reminder', () => {
  const now = december.dueAt
  scenario('of a visit is sent while it is to be made')
    .given([opened()])
    .when(remind(9, first, now))
    .records([reminded(9, first, now)])
  scenario('twice is sent once')
    .given([opened(), reminded(9, first, now)])
    .when(remind(9, first, justAfter))
    .recordsNothing()
  scenario('may be followed by another')
    .given([opened(), reminded(9, first, now)])
    .when(remind(10, first, now))
    .records([reminded(10, first, now)])
  scenario('is sent from the first instant of the window')
    .given([opened()])
    .when(remind(9, first, december.opensAt))
    .records([reminded(9, first, december.opensAt)])
  scenario('is not sent before it')
    .given([opened()])
    .when(remind(9, first, justBefore))
    .refuses({ _tag: 'NotYetOpen', opensAt: december.opensAt })
  scenario('is sent at its last instant')
    .given([opened()])
    .when(remind(9, first, december.until))
    .records([reminded(9, first, december.until)])
  scenario('is not sent after it')
    .given([opened()])
    .when(remind(9, first, justAfter))
    .refuses({ _tag: 'WindowPassed', until: december.until })
  const stops = (
    title: string,
    end: Parameters<ReturnType<typeof scenario>['given']>[0][number],
    how: 'done' | 'missed' | 'skipped',
    at: typeof monday,
  ) =>
    scenario(`is stopped by a visit ${title}`)
      .given([opened(), end])
      .when(remind(9, first, december.until))
      .refuses({ _tag: 'VisitOver', visit: first, how, overAt: at })
  stops('done', done(1, december, now), 'done', now)
  stops('missed', missed(december), 'missed', justAfter)
  stops('skipped', skipped(december, now), 'skipped', now)
  scenario('is stopped by the close')
    .given([opened(), closed(now)])
    .when(remind(9, first, now))
    .refuses({ _tag: 'AlreadyClosed', how: 'closed', closedAt: now })
})

describe('a call back', () => {
  const overBy = (how: 'done' | 'missed' | 'skipped', closedAt: typeof monday) =>
    ({ _tag: 'AlreadyClosed', how, closedAt }) as const
  scenario('may be made at once')
    .given([scheduled()])
    .when(complete(1, undefined, monday))
    .records([done(1, callBack, monday)])
  scenario('is made by its name too')
    .given([scheduled()])
    .when(complete(1, callBackKey, tuesday))
    .records([done(1, callBack, tuesday)])
  scenario('has no other visits')
    .given([scheduled()])
    .when(complete(1, first, tuesday))
    .refuses({ _tag: 'NoSuchVisit', visit: first })
  scenario('once made is over')
    .given([scheduled(), done(1, callBack, tuesday)])
    .when(complete(2, undefined, days(2)))
    .refuses(overBy('done', tuesday))
  scenario('made twice is on record once')
    .given([scheduled(), done(1, callBack, tuesday)])
    .when(complete(1, undefined, days(2)))
    .recordsNothing()
  scenario('is not made twice at one time')
    .given([scheduled(), done(1, callBack, tuesday)])
    .when(complete(2, undefined, tuesday))
    .refuses({ _tag: 'VisitOver', visit: callBackKey, how: 'done', overAt: tuesday })
  scenario('moved keeps the time from which it may be made')
    .given([scheduled()])
    .when(move(callBackKey, days(5), tuesday))
    .records([moved({ ...callBack, dueAt: days(5), until: days(6) }, callBack.dueAt, tuesday)])
  scenario('moved is made at its new time')
    .given([
      scheduled(),
      moved({ ...callBack, dueAt: days(5), until: days(6) }, callBack.dueAt, tuesday),
    ])
    .when(miss(callBackKey, after(days(5), 1)))
    .refuses({ _tag: 'StillInWindow', until: days(6) })
  scenario('is missed after its window')
    .given([scheduled()])
    .when(miss(callBackKey, after(days(4), 1)))
    .records([missed(callBack)])
  scenario('missed twice is on record once')
    .given([scheduled(), missed(callBack)])
    .when(miss(callBackKey, days(6)))
    .recordsNothing()
  scenario('that was missed may still be made')
    .given([scheduled(), missed(callBack)])
    .when(complete(1, undefined, days(6)))
    .records([done(1, callBack, days(6))])
  scenario('made after it was missed is over')
    .given([scheduled(), missed(callBack), done(1, callBack, days(6))])
    .when(complete(2, undefined, days(7)))
    .refuses(overBy('done', days(6)))
  scenario('that was missed is reminded of no more')
    .given([scheduled(), missed(callBack)])
    .when(remind(9, callBackKey, days(4)))
    .refuses(overBy('missed', after(days(4), 1)))
  scenario('skipped twice is on record once')
    .given([scheduled(), skipped(callBack, tuesday)])
    .when(skip(callBackKey, days(2)))
    .recordsNothing()
  scenario('that was skipped is not made later')
    .given([scheduled(), skipped(callBack, tuesday)])
    .when(complete(1, undefined, days(2)))
    .refuses(overBy('skipped', tuesday))
})

describe('a greeting', () => {
  const on = (year: number) => key(`${birthday.dateId}/${String(year)}-02-28`)
  const dueAt = utc('2027-02-28 09:00')
  const planned = { visit: on(2027), opensAt: dueAt, dueAt, until: days(1, dueAt) }
  scenario('on the 29th of February is due on the 28th in a common year')
    .given([quietTouch, greeted])
    .when(complete(1, on(2027), dueAt))
    .records([done(1, planned, dueAt)])
  scenario('is on the 29th in a leap year')
    .given([quietTouch, greeted])
    .when(skip(on(2028), tuesday))
    .refuses({ _tag: 'NoSuchVisit', visit: on(2028) })
  scenario('is none once its date was removed')
    .given([quietTouch, greeted, event('GreetingDateRemoved', { dateId: birthday.dateId }, dueAt)])
    .when(complete(1, on(2027), dueAt))
    .refuses({ _tag: 'NoSuchVisit', visit: on(2027) })
  scenario('is owed when its date is removed after it')
    .given([
      quietTouch,
      greeted,
      event('GreetingDateRemoved', { dateId: birthday.dateId }, after(dueAt, 1)),
    ])
    .when(complete(1, on(2027), dueAt))
    .records([done(1, planned, dueAt)])
  scenario('on a date that was forgotten is none')
    .given([quietTouch, event('GreetingDateAdded', { ...birthday, date: { redacted: true } })])
    .when(complete(1, on(2027), dueAt))
    .refuses({ _tag: 'NoSuchVisit', visit: on(2027) })
})

describe('in December', () => {
  const gift = {
    visit: key('gift/2026-12-31'),
    opensAt: utc('2026-11-30 23:00'),
    dueAt: after(utc('2026-12-31 23:00'), -1),
    until: after(utc('2026-12-31 23:00'), -1),
  }
  const plan = { ...gift, visit: key('demandPlan/2026-12-31') }
  scenario('the gift is sent')
    .given([touch])
    .when(complete(1, gift.visit, gift.opensAt))
    .records([done(1, gift, gift.opensAt)])
  scenario('the demand plan is asked for to the last instant of the year')
    .given([quietTouch])
    .when(complete(1, plan.visit, plan.until))
    .records([done(1, plan, plan.until)])
  scenario('it is not November any more')
    .given([touch])
    .when(complete(1, gift.visit, after(gift.opensAt, -1)))
    .refuses({ _tag: 'NotYetOpen', opensAt: gift.opensAt })
  scenario('what nobody did is missed as the year ends')
    .given([touch])
    .when(miss(gift.visit, after(gift.until, 1)))
    .records([missed(gift)])
  scenario('there is nothing to do for a plan of visits')
    .given([opened()])
    .when(complete(1, gift.visit, gift.dueAt))
    .refuses({ _tag: 'NoSuchVisit', visit: gift.visit })
})
