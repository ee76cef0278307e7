import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'

import { runningClocks } from '../../src/complaint/clocks.js'
import { complaint } from '../../src/complaint/complaint.js'
import type { ComplaintEvent } from '../../src/complaint/events.js'
import type { ClockName } from '../../src/complaint/lists.js'
import type { ClockPolicy, ComplaintRules, NextReplyFrom } from '../../src/complaint/rules.js'
import type { AppliedClock } from '../../src/complaint/values.js'
import { fold } from '../../src/shared/decider.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { businessCalendar } from '../../src/time/business-calendar.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  agreed,
  awaited,
  because,
  carriedOut,
  chosen,
  close,
  closed,
  command,
  contacted,
  days,
  entry,
  event,
  foundInvalid,
  hour,
  hours,
  judged,
  li,
  monday,
  name,
  notified,
  ofKind,
  recorded,
  reply,
  resolved,
  rules,
  told,
  words,
} from '../support/complaint.js'

const all: ReadonlyArray<ClockName> = ['firstReply', 'nextReply', 'resolution']
const under = (more: Partial<ClockPolicy> = {}): ComplaintRules => ({
  ...rules,
  clocks: [
    {
      policy: {
        firstReply: { within: 4 * hour },
        nextReply: { within: 2 * hour },
        resolution: { within: 48 * hour },
        pausedWhileWaiting: all,
        ...more,
      },
    },
  ],
})
const nextFrom = (from: NextReplyFrom) => under({ nextReply: { within: 2 * hour, from } })

const clocksOf = (events: ReadonlyArray<ComplaintEvent>, by: ComplaintRules = under()) =>
  Object.fromEntries(
    runningClocks(by)(fold(complaint(by))(events)).map((each) => [
      each.clock,
      each._tag === 'Running' ? [each.startedAt, each.dueAt] : ['left', each.left],
    ]),
  )
const applied = (clock: ClockName, startedAt: Instant, dueAt: Instant): AppliedClock => ({
  clock,
  startedAt,
  dueAt,
})
const waitOver = (n: number, at: Instant) => event('WaitingEnded', { waitId: entry(n) }, at)
const missed = (clock: AppliedClock, at: Instant) => event('ClockMissed', { clock }, at)
const withdrawn = (at: Instant) => event('ComplaintWithdrawn', { why: because }, at)
const reopened = (at: Instant) => event('ComplaintReopened', { why: because }, at)
const kindTo = (
  kind: 'complaint' | 'inquiry' | 'repair',
  clocksFrom: 'receipt' | 'change',
  at: Instant,
) => event('KindChanged', { kind, clocksFrom }, at)
const tierTo = (tier: string, clocksFrom: 'receipt' | 'change', at: Instant) =>
  event('TierChanged', { tier: name(tier), clocksFrom }, at)

describe('the first-reply clock', () => {
  it('runs from receipt, for 24 hours unless the policy says otherwise', () => {
    expect(clocksOf([recorded], rules)).toEqual({ firstReply: [monday, days(1)] })
    expect(clocksOf([recorded])['firstReply']).toEqual([monday, hours(4)])
  })
  it('stops at the first reply by a person', () => {
    expect(clocksOf([recorded, reply(1, hours(1))])['firstReply']).toBeUndefined()
  })
  it('runs on over a machine’s reply', () => {
    const bot = event('ReplyGiven', { ...reply(1, hours(1)).data, automatic: true }, hours(1))
    expect(clocksOf([recorded, bot])['firstReply']).toEqual([monday, hours(4)])
  })
  it('stops at a notice and at the answer to an inquiry', () => {
    expect(clocksOf([recorded, foundInvalid, notified()])['firstReply']).toBeUndefined()
    const answered = event('InquiryAnswered', {
      replyId: entry(1),
      channel: 'phone',
      text: words,
      stopped: [],
    })
    expect(clocksOf([ofKind('inquiry'), answered])['firstReply']).toBeUndefined()
  })
  it('never runs again, not even when a complaint closed without a reply is reopened', () => {
    expect(
      clocksOf([recorded, withdrawn(hours(1)), reopened(hours(2))])['firstReply'],
    ).toBeUndefined()
  })
  it('did not run where the intake answered itself', () => {
    const itself = ofKind('complaint', { stopped: [applied('firstReply', monday, hours(4))] })
    expect(clocksOf([itself])['firstReply']).toBeUndefined()
  })
  it('runs where the intake stopped another clock alone', () => {
    const odd = ofKind('complaint', { stopped: [applied('resolution', monday, hours(4))] })
    expect(clocksOf([odd])['firstReply']).toEqual([monday, hours(4)])
  })
  it('runs in working time where the policy names a calendar', () => {
    const calendar = E.getOrElseW(() => undefined)(
      businessCalendar({
        timeZone: 'UTC',
        week: { mon: [['09:00', '12:00']], tue: [['09:00', '12:00']] },
      }),
    )
    expect(calendar).toBeDefined()
    if (!calendar) return
    const byDay = under({ firstReply: { within: 4 * hour, calendar } })
    expect(clocksOf([recorded], byDay)['firstReply']).toEqual([monday, hours(25)])
  })
})

describe('the replies on record', () => {
  const lineOf = (events: ReadonlyArray<ComplaintEvent>) => {
    const state = fold(complaint(rules))(events)
    return state._tag === 'NotRecorded' ? undefined : state.file.timeline
  }
  it('have a first and a last by when they were given, in whatever order they were written down', () => {
    const [r1, r2, r3] = [reply(1, hours(1)), reply(2, hours(2)), reply(3, hours(3))]
    for (const replies of [
      [r1, r2, r3],
      [r3, r2, r1],
      [r2, r1, r3],
      [r2, r3, r1],
    ])
      expect(lineOf([recorded, ...replies])).toMatchObject({
        firstReply: hours(1),
        lastReply: hours(3),
      })
  })
  it('leave the messages that came after them, in order', () => {
    const said = [contacted(4, hours(5)), contacted(5, hours(3)), contacted(6, hours(4))]
    expect(lineOf([recorded, ...said])?.unanswered.flat()).toEqual([hours(3), hours(4), hours(5)])
    expect(lineOf([recorded, ...said, reply(7, hours(4))])?.unanswered.flat()).toEqual([hours(5)])
    expect(
      lineOf([recorded, contacted(4, hours(5)), contacted(5, hours(5))])?.unanswered.flat(),
    ).toEqual([hours(5), hours(5)])
  })
  it('and the resolution keep their first instant', () => {
    expect(lineOf([...resolved, closed('resolved', days(2))])?.resolvedAt).toBe(days(1))
    expect(lineOf([recorded])?.resolvedAt).toBeUndefined()
  })
})

describe('the next-reply clock', () => {
  const [m1, m2] = [contacted(1, hours(1)), contacted(2, hours(2))]

  it('is not there unless the policy has one', () => {
    expect(clocksOf([recorded, m1], rules)['nextReply']).toBeUndefined()
  })
  it('starts at the first message since our last reply', () => {
    expect(clocksOf([recorded])['nextReply']).toBeUndefined()
    expect(clocksOf([recorded, m1, m2])['nextReply']).toEqual([hours(1), hours(3)])
    expect(clocksOf([recorded, m1, reply(3, hours(1)), m2])['nextReply']).toEqual([
      hours(2),
      hours(4),
    ])
    expect(clocksOf([recorded, m1, m2], nextFrom('firstUnanswered'))['nextReply']).toEqual([
      hours(1),
      hours(3),
    ])
  })
  it('or at the latest message, at each of them anew', () => {
    expect(clocksOf([recorded, m1, m2], nextFrom('lastContact'))['nextReply']).toEqual([
      hours(2),
      hours(4),
    ])
    expect(clocksOf([recorded, m2, m1], nextFrom('lastContact'))['nextReply']).toEqual([
      hours(2),
      hours(4),
    ])
  })
  it('or between our updates, from receipt and from each reply, until it is resolved', () => {
    const between = nextFrom('betweenAgentUpdates')
    expect(clocksOf([recorded], between)['nextReply']).toEqual([monday, hours(2)])
    expect(clocksOf([recorded, m1, reply(3, hours(3))], between)['nextReply']).toEqual([
      hours(3),
      hours(5),
    ])
    expect(clocksOf(resolved, between)['nextReply']).toBeUndefined()
    expect(
      clocksOf([...resolved, closed('resolved', days(2)), reopened(days(3))], between)['nextReply'],
    ).toEqual([days(3), after(days(3), 2 * hour)])
  })
  it('or, once a first reply was given, at the first message since the last', () => {
    const later = nextFrom('afterFirstReply')
    expect(clocksOf([recorded, m1], later)['nextReply']).toBeUndefined()
    expect(clocksOf([recorded, reply(3, hours(1)), m2], later)['nextReply']).toEqual([
      hours(2),
      hours(4),
    ])
  })
  it('is not moved by a machine on either side', () => {
    const bot = event('ReplyGiven', { ...reply(3, hours(2)).data, automatic: true }, hours(2))
    expect(clocksOf([recorded, contacted(1, hours(1), true)])['nextReply']).toBeUndefined()
    expect(clocksOf([recorded, m1, bot])['nextReply']).toEqual([hours(1), hours(3)])
  })
  it('starts with a message of the same instant as our reply, written down after it', () => {
    expect(clocksOf([recorded, reply(3, hours(1)), m1])['nextReply']).toEqual([hours(1), hours(3)])
    expect(clocksOf([recorded, m1, reply(3, hours(1))])['nextReply']).toBeUndefined()
  })
  it('is not started by a message written down after it was answered', () => {
    expect(clocksOf([recorded, reply(3, hours(2)), m1])['nextReply']).toBeUndefined()
  })
  it('is not stopped by a reply written down later that was given before the message', () => {
    expect(clocksOf([recorded, m2, reply(3, hours(1))])['nextReply']).toEqual([hours(2), hours(4)])
    expect(
      clocksOf([recorded, m2, reply(4, hours(3)), reply(3, hours(1)), contacted(5, hours(2))])[
        'nextReply'
      ],
    ).toBeUndefined()
  })
  it('starts no sooner than receipt', () => {
    expect(clocksOf([recorded, contacted(1, days(-9))])['nextReply']).toEqual([monday, hours(2)])
  })
  it('of what he wrote after the close runs once it is reopened', () => {
    const out = [...resolved, closed('resolved', days(2))]
    expect(clocksOf([...out, contacted(1, days(3))])).toEqual({})
    expect(clocksOf([...out, contacted(1, days(3)), reopened(days(4))])['nextReply']).toEqual([
      days(3),
      after(days(3), 2 * hour),
    ])
    const before = [...resolved, contacted(1, days(1)), closed('resolved', days(2))]
    expect(clocksOf([...before, reopened(days(4))])['nextReply']).toBeUndefined()
  })
})

describe('the resolution clock', () => {
  it('is not there unless the host sets one', () => {
    expect(clocksOf([recorded], under({ resolution: 'none' }))['resolution']).toBeUndefined()
  })
  it('runs from receipt', () => {
    expect(clocksOf([recorded])['resolution']).toEqual([monday, days(2)])
    expect(clocksOf(chosen)['resolution']).toEqual([monday, days(2)])
  })
  const done = { evidence: [], stopped: [] }
  const ends: Readonly<Record<string, ReadonlyArray<ComplaintEvent>>> = {
    'the accepted remedy carried out': resolved,
    'an invalid one told the customer': [recorded, foundInvalid, notified()],
    'an inquiry answered': [
      ofKind('inquiry'),
      event('InquiryAnswered', { replyId: entry(1), channel: 'phone', text: words, stopped: [] }),
    ],
    'a suggestion decided': [
      ofKind('suggestion'),
      event('SuggestionDecided', { takenUp: true, why: because, stopped: [] }),
    ],
    'a repair done': [ofKind('repair'), event('ServiceDone', done)],
    'a repair refused': [
      ofKind('repair'),
      event('ServiceDecided', { terms: 'refused', why: because, stopped: [] }),
    ],
    'an outside decision': [
      recorded,
      event('OutsideDecisionRecorded', { ruling: 'settled', text: words }),
    ],
    'a close': [...told, closed('unanswered')],
    'a referral': [
      recorded,
      event('ComplaintReferred', { body: 'court', name: name('a'), why: because }),
    ],
    'a withdrawal': [recorded, withdrawn(hours(1))],
  }
  for (const [what, history] of Object.entries(ends))
    it(`stops at ${what}`, () => {
      expect(clocksOf(history)['resolution']).toBeUndefined()
    })
  it('runs on over a repair that is decided', () => {
    const decided = event('ServiceDecided', { terms: 'free', why: because, stopped: [] })
    expect(clocksOf([ofKind('repair'), decided])['resolution']).toEqual([monday, days(2)])
  })
  it('runs on over a valid complaint’s notice', () => {
    expect(clocksOf(told)['resolution']).toEqual([monday, days(2)])
  })
  it('is a new one at reopening', () => {
    expect(
      clocksOf([...resolved, closed('resolved', days(2)), reopened(days(3))])['resolution'],
    ).toEqual([days(3), days(5)])
  })
  it('is a new one when an outside body upholds it', () => {
    const upheld = event('OutsideDecisionRecorded', { ruling: 'upheld', text: words }, days(3))
    expect(clocksOf([recorded, withdrawn(hours(1)), upheld])['resolution']).toEqual([
      days(3),
      days(5),
    ])
  })
})

describe('a pause', () => {
  it('is told from a clock that runs', () => {
    expect(
      runningClocks(under())(fold(complaint(rules))([recorded, awaited(1, hours(1))])),
    ).toEqual([
      { _tag: 'Paused', clock: 'firstReply', startedAt: monday, left: 3 * hour },
      { _tag: 'Paused', clock: 'resolution', startedAt: monday, left: 47 * hour },
    ])
    expect(runningClocks(rules)(fold(complaint(rules))([recorded]))).toEqual([
      { _tag: 'Running', clock: 'firstReply', startedAt: monday, dueAt: days(1) },
    ])
  })
  it('leaves no due instant while it is open, only what is left', () => {
    expect(clocksOf([recorded, awaited(1, hours(1))])).toEqual({
      firstReply: ['left', 3 * hour],
      resolution: ['left', 47 * hour],
    })
  })
  it('pushes the due instant by as long as it lasted', () => {
    expect(clocksOf([recorded, awaited(1, hours(1)), waitOver(1, hours(6))])).toEqual({
      firstReply: [monday, hours(9)],
      resolution: [monday, hours(53)],
    })
  })
  it('and another push it by both', () => {
    const history = [recorded, awaited(1, hours(1)), waitOver(1, hours(2)), awaited(2, hours(3))]
    expect(clocksOf(history)['firstReply']).toEqual(['left', 2 * hour])
    expect(clocksOf([...history, waitOver(2, hours(5))])['firstReply']).toEqual([monday, hours(7)])
  })
  it('stops those clocks alone that the policy names', () => {
    const one = under({ pausedWhileWaiting: ['resolution'] })
    expect(clocksOf([recorded, awaited(1, hours(1))], one)).toEqual({
      firstReply: [monday, hours(4)],
      resolution: ['left', 47 * hour],
    })
    expect(clocksOf([recorded, awaited(1, hours(1)), waitOver(1, hours(6))], one)).toEqual({
      firstReply: [monday, hours(4)],
      resolution: [monday, hours(53)],
    })
  })
  it('that begins a millisecond before the clock is due stops it, and as it is due comes too late', () => {
    expect(clocksOf([recorded, awaited(1, after(hours(4), -1))])['firstReply']).toEqual(['left', 1])
    expect(clocksOf([recorded, awaited(1, hours(4))])['firstReply']).toEqual([monday, hours(4)])
    expect(clocksOf([recorded, awaited(1, hours(4)), waitOver(1, hours(5))])['firstReply']).toEqual(
      [monday, hours(4)],
    )
  })
  it('ends with what the customer says', () => {
    expect(
      clocksOf([recorded, awaited(1, hours(1)), contacted(2, hours(2))])['resolution'],
    ).toEqual([monday, hours(49)])
  })
  it('ends with the first thing he said, if that is written down later', () => {
    const history = [recorded, awaited(1, hours(1)), contacted(2, hours(4)), contacted(3, hours(2))]
    expect(clocksOf(history)['resolution']).toEqual([monday, hours(49)])
    expect(
      clocksOf([recorded, awaited(1, hours(1)), waitOver(1, hours(4)), contacted(3, hours(2))])[
        'resolution'
      ],
    ).toEqual([monday, hours(49)])
  })
  it('is not cut by what he said after it, or before it', () => {
    const over = [recorded, awaited(1, hours(1)), waitOver(1, hours(4))]
    expect(clocksOf([...over, contacted(3, hours(4))])['resolution']).toEqual([monday, hours(51)])
    expect(clocksOf([...over, contacted(3, hours(9))])['resolution']).toEqual([monday, hours(51)])
    expect(clocksOf([...over, contacted(3, after(hours(1), -1))])['resolution']).toEqual([
      monday,
      hours(51),
    ])
    expect(clocksOf([...over, contacted(3, hours(1))])['resolution']).toEqual([monday, days(2)])
  })
  it('that ends before it begins, as written down, lasted no time', () => {
    expect(clocksOf([recorded, awaited(1, hours(2)), waitOver(1, hours(1))])['resolution']).toEqual(
      [monday, days(2)],
    )
  })
  it('goes on over our own replies', () => {
    const between = nextFrom('betweenAgentUpdates')
    const history = [recorded, awaited(1, hours(1)), reply(2, hours(1.5))]
    expect(clocksOf(history, between)['nextReply']).toEqual(['left', 2 * hour])
  })
  it('ends when it is resolved', () => {
    const history = [...chosen, awaited(1, days(1)), carriedOut]
    expect(clocksOf([...history, contacted(2, days(2))])['nextReply']).toEqual([
      days(2),
      after(days(2), 2 * hour),
    ])
  })
})

describe('a clock that nothing could finish', () => {
  const never = under({
    firstReply: { within: 101 * 365 * 24 * hour },
    resolution: { within: 101 * 365 * 24 * hour },
  })
  it('does not run', () => {
    expect(clocksOf([recorded], never)).toEqual({})
  })
  scenarios(complaint(never), { test })('is not stopped')
    .given([recorded])
    .when(
      command('GiveReply', { replyId: entry(1), channel: 'phone', text: words, automatic: false }),
    )
    .records([reply(1)])
})

describe('what stops a clock', () => {
  const scenario = scenarios(complaint(under()), { test })
  const give = (n: number, at: Instant) =>
    command('GiveReply', { replyId: entry(n), channel: 'phone', text: words, automatic: false }, at)
  const first = applied('firstReply', monday, hours(4))

  scenario('carries the due instant that was applied')
    .given([recorded, contacted(1, hours(1))])
    .when(give(2, hours(2)))
    .records([reply(2, hours(2), [first, applied('nextReply', hours(1), hours(3))])])
  scenario('ends a pause that is open')
    .given([recorded, awaited(1, hours(1))])
    .when(give(2, hours(3)))
    .records([reply(2, hours(3), [applied('firstReply', monday, hours(6))])])
  scenario('before a pause began knows nothing of it')
    .given([recorded, awaited(1, hours(3))])
    .when(give(2, hours(2)))
    .records([reply(2, hours(2), [first])])
  scenario('is a reply, and not what resolves it')
    .given(judged)
    .when(give(2, hours(30)))
    .records([reply(2, hours(30), [first])])
  scenario('is no reply to a message still to come')
    .given([recorded, reply(1, hours(1)), contacted(2, hours(3))])
    .when(give(3, after(hours(3), -1)))
    .records([reply(3, after(hours(3), -1))])
  scenario('is a reply to a message of the same instant')
    .given([recorded, reply(1, hours(1)), contacted(2, hours(3))])
    .when(give(3, hours(3)))
    .records([reply(3, hours(3), [applied('nextReply', hours(3), hours(5))])])
  scenario('is the remedy carried out')
    .given(chosen)
    .when(command('CarryOutRemedy', { evidence: [] }))
    .records([
      event('RemedyCarriedOut', {
        evidence: [],
        stopped: [applied('resolution', monday, days(2))],
      }),
    ])
  scenario('is no notice of what is still to be done')
    .given(agreed)
    .when(
      command('NotifyCustomer', {
        noticeId: entry(60),
        channel: 'phone',
        contactNext: li.id,
        text: words,
      }),
    )
    .records([event('CustomerNotified', { ...notified().data, stopped: [first] })])
  scenario('is a notice that it was found invalid')
    .given([recorded, foundInvalid])
    .when(
      command('NotifyCustomer', {
        noticeId: entry(60),
        channel: 'phone',
        contactNext: li.id,
        text: words,
      }),
    )
    .records([
      event('CustomerNotified', {
        ...notified().data,
        options: [],
        stopped: [first, applied('resolution', monday, days(2))],
      }),
    ])
  scenario('is an inquiry answered')
    .given([ofKind('inquiry')])
    .when(command('AnswerInquiry', { replyId: entry(1), channel: 'phone', text: words }))
    .records([
      event('InquiryAnswered', {
        replyId: entry(1),
        channel: 'phone',
        text: words,
        stopped: [first, applied('resolution', monday, days(2))],
      }),
    ])
  scenario('is a suggestion decided, though nobody replied')
    .given([ofKind('suggestion')])
    .when(command('DecideSuggestion', { takenUp: true, why: because }))
    .records([
      event('SuggestionDecided', {
        takenUp: true,
        why: because,
        stopped: [applied('resolution', monday, days(2))],
      }),
    ])
  const inHand = [
    ofKind('repair'),
    event('ResponsibilityAssigned', { to: { kind: 'person', id: li.id }, owner: li.id }),
  ]
  scenario('is a repair refused')
    .given(inHand)
    .when(command('DecideService', { terms: 'refused', why: because }))
    .records([
      event('ServiceDecided', {
        terms: 'refused',
        why: because,
        stopped: [applied('resolution', monday, days(2))],
      }),
    ])
  scenario('is no repair decided, for it is still to be done')
    .given(inHand)
    .when(command('DecideService', { terms: 'free', why: because }))
    .records([event('ServiceDecided', { terms: 'free', why: because, stopped: [] })])
  scenario('is a repair done')
    .given([...inHand, event('ServiceDecided', { terms: 'free', why: because, stopped: [] })])
    .when(command('FinishService', { evidence: [] }))
    .records([
      event('ServiceDone', { evidence: [], stopped: [applied('resolution', monday, days(2))] }),
    ])
  scenario('is a close, of what was not resolved before')
    .given([...told, notified(61)])
    .when(
      command('CloseUnanswered', {
        summary: words,
        evaluation: closed().data.evaluation,
      }),
    )
    .records([
      event('ComplaintClosed', {
        ...closed('unanswered').data,
        stopped: [applied('resolution', monday, days(2))],
      }),
    ])
  scenario('is no close of what was resolved, nor does it stop the reply clocks')
    .given([...resolved.filter(({ type }) => type !== 'CustomerNotified'), contacted(9)])
    .when(close())
    .records([closed()])
})

describe('the tick', () => {
  const scenario = scenarios(complaint(under()), { test })
  const tick = (at: Instant) => command('CheckClocks', {}, at)
  const first = applied('firstReply', monday, hours(4))
  const resolution = applied('resolution', monday, days(2))

  scenario('leaves a clock that is due this very instant')
    .given([recorded])
    .when(tick(hours(4)))
    .recordsNothing()
  scenario('puts on record what fell due a millisecond ago')
    .given([recorded])
    .when(tick(after(hours(4), 1)))
    .records([missed(first, after(hours(4), 1))])
  scenario('puts it on record once')
    .given([recorded, missed(first, hours(5))])
    .when(tick(hours(6)))
    .recordsNothing()
  scenario('puts every late clock on record')
    .given([recorded, contacted(1, hours(1))])
    .when(tick(days(3)))
    .records([
      missed(first, days(3)),
      missed(applied('nextReply', hours(1), hours(3)), days(3)),
      missed(resolution, days(3)),
    ])
  scenario('leaves a clock that stands still')
    .given([recorded, awaited(1, hours(1))])
    .when(tick(days(9)))
    .recordsNothing()
  scenario('leaves a complaint that is out of the desk’s hands')
    .given([recorded, withdrawn(hours(1))])
    .when(tick(days(3)))
    .recordsNothing()
  scenario('leaves a closed complaint to its verdicts')
    .given([...resolved, closed()])
    .when(tick(days(3)))
    .recordsNothing()
  scenario('is refused by a merged one, which points on')
    .given([recorded, event('ComplaintMerged', { survivor: 'd' as never, openPromises: [] })])
    .when(tick(days(3)))
    .refuses({ _tag: 'MergedInto', survivor: 'd' as never })
  scenario('finds the next clock late though the one before was met at the same instant')
    .given([
      recorded,
      reply(1, hours(1), [first]),
      contacted(2, hours(2)),
      reply(3, hours(2), [applied('nextReply', hours(2), hours(4))]),
      contacted(4, hours(2)),
    ])
    .when(tick(hours(5)))
    .records([missed(applied('nextReply', hours(2), hours(4)), hours(5))])
  scenario('finds the new resolution clock late, though the first was')
    .given([
      ...chosen,
      missed(resolution, days(3)),
      event('RemedyCarriedOut', { evidence: [], stopped: [resolution] }, days(4)),
      closed('resolved', days(4)),
      reopened(days(5)),
    ])
    .when(tick(days(8)))
    .records([missed(applied('resolution', days(5), days(7)), days(8))])
  scenario('finds the new resolution clock late, though the first was withdrawn late')
    .given([
      recorded,
      reply(1, hours(1), [first]),
      missed(resolution, days(3)),
      withdrawn(days(4)),
      reopened(days(5)),
    ])
    .when(tick(days(8)))
    .records([missed(applied('resolution', days(5), days(7)), days(8))])

  const latest = scenarios(complaint(nextFrom('lastContact')), { test })
  const say = (n: number, at: Instant, automatic = false) =>
    command('RecordContact', { messageId: entry(n), channel: 'phone', text: words, automatic }, at)
  const firstNext = applied('nextReply', hours(1), hours(3))
  latest('is made up for before another message starts the clock anew')
    .given([recorded, contacted(1, hours(1))])
    .when(say(2, after(hours(3), 1)))
    .records([missed(firstNext, after(hours(3), 1)), contacted(2, after(hours(3), 1))])
  latest('is made up for of the clock alone that the message moves')
    .given([recorded, contacted(1, hours(1))])
    .when(say(2, hours(9)))
    .records([missed(firstNext, hours(9)), contacted(2, hours(9))])
  latest('has nothing to make up for while there is time')
    .given([recorded, contacted(1, hours(1))])
    .when(say(2, hours(3)))
    .records([contacted(2, hours(3))])
  latest('has nothing to make up for when a machine writes')
    .given([recorded, contacted(1, hours(1))])
    .when(say(2, hours(4), true))
    .records([contacted(2, hours(4), true)])
  latest('finds the clock of each message late')
    .given([
      recorded,
      reply(9, hours(1), [first]),
      contacted(1, hours(1)),
      missed(firstNext, hours(4)),
      contacted(2, hours(4)),
    ])
    .when(tick(hours(7)))
    .records([missed(applied('nextReply', hours(4), hours(6)), hours(7))])
  latest('finds the clock of one message late once')
    .given([
      recorded,
      reply(9, hours(1), [first]),
      contacted(1, hours(1)),
      missed(firstNext, hours(4)),
      contacted(2, hours(1)),
    ])
    .when(tick(hours(7)))
    .recordsNothing()
  scenario('has nothing to make up for where messages do not start the clock anew')
    .given([recorded, contacted(1, hours(1))])
    .when(say(2, hours(9)))
    .records([contacted(2, hours(9))])
  latest('and a reply leaves the verdict of the message before')
    .given([
      recorded,
      reply(9, hours(1), [first]),
      contacted(1, hours(1)),
      missed(firstNext, hours(4)),
      contacted(2, hours(4)),
    ])
    .when(
      command(
        'GiveReply',
        { replyId: entry(3), channel: 'phone', text: words, automatic: false },
        hours(5),
      ),
    )
    .records([reply(3, hours(5), [applied('nextReply', hours(4), hours(6))])])
})

describe('a change of kind or tier', () => {
  const twoTiers: ComplaintRules = {
    ...under(),
    clocks: [
      {
        tiers: ['vip'],
        policy: {
          firstReply: { within: hour },
          nextReply: { within: hour },
          resolution: { within: 24 * hour },
          pausedWhileWaiting: all,
        },
      },
      ...under().clocks,
    ],
  }
  it('counts open clocks from receipt', () => {
    expect(clocksOf([recorded, tierTo('vip', 'receipt', hours(2))], twoTiers)).toEqual({
      firstReply: [monday, hours(1)],
      resolution: [monday, days(1)],
    })
  })
  it('or from the change', () => {
    expect(
      clocksOf([recorded, contacted(1, hours(1)), tierTo('vip', 'change', hours(2))], twoTiers),
    ).toEqual({
      firstReply: [hours(2), hours(3)],
      nextReply: [hours(2), hours(3)],
      resolution: [hours(2), hours(26)],
    })
    expect(clocksOf([recorded, kindTo('inquiry', 'change', hours(2))])['firstReply']).toEqual([
      hours(2),
      hours(6),
    ])
  })
  it('counts what is later than the change from its own start', () => {
    expect(
      clocksOf([recorded, tierTo('vip', 'change', hours(2)), contacted(1, hours(3))], twoTiers)[
        'nextReply'
      ],
    ).toEqual([hours(3), hours(4)])
  })
  it('from receipt undoes one from the change', () => {
    expect(
      clocksOf(
        [recorded, tierTo('vip', 'change', hours(2)), tierTo('gold', 'receipt', hours(3))],
        twoTiers,
      )['firstReply'],
    ).toEqual([monday, hours(4)])
  })
  it('does not count the pauses so far', () => {
    const paused = [recorded, awaited(1, hours(1)), waitOver(1, hours(2))]
    expect(
      clocksOf([...paused, tierTo('vip', 'receipt', hours(3))], twoTiers)['resolution'],
    ).toEqual([monday, hours(25)])
    expect(
      clocksOf([...paused, tierTo('vip', 'change', hours(3))], twoTiers)['resolution'],
    ).toEqual([hours(3), hours(27)])
  })
  it('is forgotten by the clock of a new cycle', () => {
    expect(
      clocksOf(
        [
          ...resolved,
          tierTo('vip', 'change', days(1)),
          closed('resolved', days(2)),
          reopened(days(3)),
        ],
        twoTiers,
      )['resolution'],
    ).toEqual([days(3), days(4)])
  })

  const scenario = scenarios(complaint(twoTiers), { test })
  const change = (clocksFrom: 'receipt' | 'change', at: Instant) =>
    command('ChangeTier', { tier: name('vip'), clocksFrom }, at)
  const first = applied('firstReply', monday, hours(4))

  scenario('puts late clocks on record before it moves them')
    .given([recorded])
    .when(change('change', hours(5)))
    .records([missed(first, hours(5)), tierTo('vip', 'change', hours(5))])
  scenario('moves clocks that are not late')
    .given([recorded])
    .when(change('change', hours(4)))
    .records([tierTo('vip', 'change', hours(4))])
  scenario('of kind puts late clocks on record as well')
    .given([recorded])
    .when(command('ChangeKind', { kind: 'inquiry', clocksFrom: 'receipt' }, hours(5)))
    .records([missed(first, hours(5)), kindTo('inquiry', 'receipt', hours(5))])

  const late = [recorded, missed(first, hours(5)), tierTo('vip', 'change', hours(5))]
  it('does not move a clock whose verdict is on record', () => {
    expect(clocksOf(late, twoTiers)['firstReply']).toEqual([monday, hours(4)])
  })
  it('does not move it either when a wait begins as it was due', () => {
    expect(clocksOf([...late, awaited(1, hours(4))], twoTiers)['firstReply']).toEqual([
      monday,
      hours(4),
    ])
  })
  it('does not stop the clock whose verdict is on record', () => {
    expect(
      clocksOf([recorded, missed(first, hours(5)), awaited(1, hours(6))], twoTiers)['firstReply'],
    ).toEqual([monday, hours(4)])
  })
  const give = (at: Instant) =>
    command('GiveReply', { replyId: entry(1), channel: 'phone', text: words, automatic: false }, at)
  scenario('leaves what was missed missed, however soon the reply comes')
    .given(late)
    .when(give(after(hours(5), 1)))
    .records([reply(1, after(hours(5), 1), [first])])
  scenario('leaves the verdict on what began as the reply was given')
    .given(late)
    .when(give(monday))
    .records([
      reply(1, monday, [first]),
      event('VerdictCorrected', { clock: first, verdict: 'met' }, monday),
    ])
  const [before, moved] = [
    applied('firstReply', monday, hours(1)),
    applied('firstReply', hours(2), hours(3)),
  ]
  scenario('that was counted from may have come after the reply')
    .given([recorded, tierTo('vip', 'change', hours(2)), missed(moved, hours(4))])
    .when(give(hours(1)))
    .records([
      reply(1, hours(1), [before]),
      event('VerdictCorrected', { clock: before, verdict: 'met' }, hours(1)),
    ])
  scenario('is not the start of what a reply before it stopped')
    .given([recorded, tierTo('vip', 'change', hours(2))])
    .when(give(hours(1)))
    .records([reply(1, hours(1), [applied('firstReply', monday, hours(1))])])
  scenario('is the start of what a reply as it happened stopped')
    .given([recorded, tierTo('vip', 'change', hours(2))])
    .when(give(hours(2)))
    .records([reply(1, hours(2), [applied('firstReply', hours(2), hours(3))])])
})

describe('what was written down later', () => {
  const scenario = scenarios(complaint(under()), { test })
  const first = applied('firstReply', monday, hours(4))
  const give = (n: number, at: Instant) =>
    command('GiveReply', { replyId: entry(n), channel: 'phone', text: words, automatic: false }, at)
  const right = (clock: AppliedClock, at: Instant) =>
    event('VerdictCorrected', { clock, verdict: 'met' }, at)
  const late = [recorded, missed(first, hours(5))]

  scenario('shows a verdict wrong, to the instant that was due')
    .given(late)
    .when(give(1, hours(4)))
    .records([reply(1, hours(4), [first]), right(first, hours(4))])
  scenario('shows it wrong at its beginning')
    .given(late)
    .when(give(1, monday))
    .records([reply(1, monday, [first]), right(first, monday)])
  scenario('a millisecond after the due instant shows it right')
    .given(late)
    .when(give(1, after(hours(4), 1)))
    .records([reply(1, after(hours(4), 1), [first])])
  const answeredLate = [...late, reply(1, hours(6), [first])]
  scenario('shows it wrong though a later reply had stopped the clock')
    .given(answeredLate)
    .when(give(2, hours(4)))
    .records([reply(2, hours(4)), right(first, hours(4))])
  scenario('shows it wrong at its beginning though a later reply had stopped the clock')
    .given(answeredLate)
    .when(give(2, monday))
    .records([reply(2, monday), right(first, monday)])
  scenario('but still too late shows nothing')
    .given(answeredLate)
    .when(give(2, after(hours(4), 1)))
    .records([reply(2, after(hours(4), 1))])
  scenario('shows wrong what was late without a tick')
    .given([recorded, reply(1, hours(6), [first])])
    .when(give(2, hours(1)))
    .records([reply(2, hours(1)), right(first, hours(1))])
  scenario('shows it wrong once')
    .given([...answeredLate, reply(2, hours(4)), right(first, hours(4))])
    .when(give(3, hours(3)))
    .records([reply(3, hours(3))])
  scenario('shows nothing wrong that was met')
    .given([recorded, reply(1, hours(3), [first])])
    .when(give(2, hours(2)))
    .records([reply(2, hours(2))])
  const next = applied('nextReply', hours(2), hours(4))
  scenario('from before the clock began shows nothing')
    .given([recorded, reply(9, hours(1), [first]), contacted(1, hours(2)), missed(next, hours(5))])
    .when(give(2, after(hours(2), -1)))
    .records([reply(2, after(hours(2), -1))])
  scenario('from before a clock began that was stopped since shows nothing')
    .given([
      recorded,
      reply(9, hours(1), [first]),
      contacted(1, hours(2)),
      reply(3, hours(6), [next]),
    ])
    .when(give(2, after(hours(2), -1)))
    .records([reply(2, after(hours(2), -1))])
  scenario('shows one clock wrong while another still runs late')
    .given([
      ...answeredLate,
      contacted(7, hours(7)),
      missed(applied('nextReply', hours(7), hours(9)), hours(10)),
    ])
    .when(give(2, hours(3)))
    .records([reply(2, hours(3)), right(first, hours(3))])
  scenario('does not show wrong what it has nothing to do with')
    .given([...chosen, missed(applied('resolution', monday, days(2)), days(3))])
    .when(give(2, hours(40)))
    .records([reply(2, hours(40))])
  const resolution = applied('resolution', monday, days(2))
  scenario('shows that it was resolved in time')
    .given([...chosen, missed(resolution, days(3))])
    .when(command('CarryOutRemedy', { evidence: [] }, days(2)))
    .records([
      event('RemedyCarriedOut', { evidence: [], stopped: [resolution] }, days(2)),
      right(resolution, days(2)),
    ])

  const doubted = [recorded, missed(first, hours(5)), awaited(1, hours(3))]
  it('may be a wait, and then there is no due instant', () => {
    expect(clocksOf(doubted)['firstReply']).toEqual(['left', hour])
    expect(clocksOf([...doubted, waitOver(1, hours(7))])['firstReply']).toEqual([monday, hours(8)])
  })
  scenario('may be a wait, and the clock was met after all')
    .given([...doubted, waitOver(1, hours(7))])
    .when(give(2, hours(8)))
    .records([
      reply(2, hours(8), [applied('firstReply', monday, hours(8))]),
      right(applied('firstReply', monday, hours(8)), hours(8)),
    ])
  scenario('may be a wait, and the clock was missed after all')
    .given([...doubted, waitOver(1, hours(7))])
    .when(give(2, after(hours(8), 1)))
    .records([reply(2, after(hours(8), 1), [applied('firstReply', monday, hours(8))])])
  scenario('may be a wait, and the verdict is not given twice')
    .given([...doubted, waitOver(1, hours(7))])
    .when(command('CheckClocks', {}, hours(9)))
    .recordsNothing()
  it('may be a wait from the due instant on, which changes nothing', () => {
    expect(
      clocksOf([recorded, missed(first, hours(5)), awaited(1, hours(4))])['firstReply'],
    ).toEqual([monday, hours(4)])
  })
  scenario('may be the withdrawal of one that ran late, which takes nothing back')
    .given([...late, withdrawn(hours(6)), reopened(hours(7))])
    .when(give(2, hours(8)))
    .records([reply(2, hours(8))])
  scenario('may be what came before a withdrawal')
    .given([...late, withdrawn(hours(6)), reopened(hours(7))])
    .when(give(2, hours(3)))
    .records([reply(2, hours(3)), right(first, hours(3))])
})
