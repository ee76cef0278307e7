import { describe, test } from 'vitest'

import { followUp } from '../../src/follow-up/follow-up.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { weekly } from '../../src/time/cadence.js'
import {
  afterBroken,
  afterComplaint,
  callBack,
  close,
  customer,
  day,
  days,
  hour,
  monday,
  name,
  opened,
  openPlan,
  promised,
  quietTouch,
  reason,
  rules,
  schedule,
  scheduled,
  staff,
  touch,
  tuesday,
  utc,
  zone,
} from '../support/follow-up.js'

const scenario = scenarios(followUp(rules), { test })
const fortnightly = [{ unit: 'week', every: 2 }] as const

describe('a plan of visits', () => {
  scenario('is opened monthly, then quarterly, by phone')
    .given([])
    .when(openPlan())
    .records([opened()])
  scenario('is of a class, whose cadence it then has')
    .given([])
    .when(openPlan({ class: name('vip') }))
    .records([opened({ class: name('vip'), cadence: fortnightly })])
  scenario('of a class without a rule of its own has the default cadence')
    .given([])
    .when(openPlan({ class: name('regular') }))
    .records([opened({ class: name('regular') })])
  scenario('is by another channel where that is said')
    .given([])
    .when(openPlan({ channel: 'video' }))
    .records([opened({ channel: 'video' })])
  scenario('may name what was handed over, and who is to go')
    .given([])
    .when(openPlan({ item: name('pump 7'), visitor: staff('li') }))
    .records([opened({ item: name('pump 7'), visitor: staff('li') })])
  scenario('of inspections goes there')
    .given([])
    .when(openPlan({ kind: 'inspection' }))
    .records([
      opened({ kind: 'inspection', channel: 'siteVisit', window: rules.windows.inspection }),
    ])
  scenario('of field visits goes there')
    .given([])
    .when(openPlan({ kind: 'fieldVisit' }))
    .records([
      opened({ kind: 'fieldVisit', channel: 'siteVisit', window: rules.windows.fieldVisit }),
    ])
  scenario('may be anchored long before it is opened')
    .given([])
    .when(openPlan({ anchor: days(-400) }))
    .records([opened({ anchor: days(-400) })])

  scenario('of touches to one who subscribed is weekly')
    .given([])
    .when(openPlan({ kind: 'touch', subscribed: true }))
    .records([touch])
  scenario('of touches to one who did not has greetings and December alone')
    .given([])
    .when(openPlan({ kind: 'touch', subscribed: false }))
    .records([quietTouch])
  scenario('of touches to one who was not asked has greetings and December alone')
    .given([])
    .when(openPlan({ kind: 'touch' }))
    .records([quietTouch])
  scenario('of visits has nobody to subscribe to it')
    .given([])
    .when(openPlan({ subscribed: false }))
    .refuses({ _tag: 'WrongKind', kind: 'returnVisit', expected: ['touch'] })

  scenario('opened twice is on record once')
    .given([opened()])
    .when(openPlan({}, tuesday))
    .recordsNothing()
  scenario('opened twice with all its terms is on record once')
    .given([opened({ class: name('vip'), item: name('pump 7') })])
    .when(openPlan({ class: name('vip'), item: name('pump 7') }))
    .recordsNothing()
  scenario('of touches opened twice is on record once')
    .given([touch])
    .when(openPlan({ kind: 'touch', subscribed: true }))
    .recordsNothing()
  const again = (title: string, more: Parameters<typeof openPlan>[0]) =>
    scenario(`opened again ${title} is refused`)
      .given([opened()])
      .when(openPlan(more))
      .refuses({ _tag: 'AlreadyOpened' })
  again('for another customer', { customer: customer(2) })
  again('of another kind', { kind: 'inspection' })
  again('from another anchor', { anchor: tuesday })
  again('in another zone', { timeZone: zone('UTC') })
  again('for another class', { class: name('vip') })
  again('for another item', { item: name('pump 7') })
  again('for a subscriber', { subscribed: true })
  scenario('is not opened over a call back')
    .given([scheduled()])
    .when(openPlan())
    .refuses({ _tag: 'AlreadyOpened' })
  scenario('that nobody opened is not closed')
    .given([])
    .when(close(tuesday))
    .refuses({ _tag: 'NotOpened' })
})

describe('what a host set', () => {
  const own = scenarios(
    followUp({
      ...rules,
      cadences: [{ kinds: ['inspection'], cadence: weekly }, ...rules.cadences],
      touch: [{ unit: 'day', every: 2 }],
      december: ['demandPlan'],
    }),
    { test },
  )
  own('may be a cadence for one kind of plan')
    .given([])
    .when(openPlan({ kind: 'inspection', class: name('vip') }))
    .records([
      opened({
        kind: 'inspection',
        class: name('vip'),
        channel: 'siteVisit',
        window: rules.windows.inspection,
        cadence: weekly,
      }),
    ])
  own('is for no other kind').given([]).when(openPlan()).records([opened()])
  own('may be more touches than one a week, and less to do in December')
    .given([])
    .when(openPlan({ kind: 'touch', subscribed: true }))
    .records([
      {
        ...touch,
        data: { ...touch.data, cadence: [{ unit: 'day', every: 2 }], december: ['demandPlan'] },
      },
    ])
})

describe('a call back', () => {
  const due = (dueAt: typeof monday, at = monday) => ({
    ...callBack,
    opensAt: at,
    dueAt,
    until: days(1, dueAt),
  })
  scenario('after a closed complaint is due after three working days')
    .given([])
    .when(schedule(afterComplaint))
    .records([scheduled()])
  // 23 December is a Wednesday, and Friday is Christmas.
  scenario('after a closed complaint does not count weekends and holidays')
    .given([])
    .when(schedule(afterComplaint, {}, utc('2026-12-23 09:00')))
    .records([scheduled(due(utc('2026-12-29 09:00'), utc('2026-12-23 09:00')))])
  scenario('after a broken promise is due on the next working day')
    .given([])
    .when(schedule(afterBroken))
    .records([scheduled(due(tuesday), afterBroken)])
  scenario('after a promise broken on a Saturday is due on Monday')
    .given([])
    .when(schedule(afterBroken, {}, days(5)))
    .records([scheduled(due(days(7), days(5)), afterBroken)])
  scenario('that was promised is due when it was promised')
    .given([])
    .when(schedule(promised, { dueAt: days(9) }))
    .records([scheduled(due(days(9)), promised)])
  scenario('may be promised without a promise of its own')
    .given([])
    .when(schedule(reason({ after: 'promised' }), { dueAt: days(9) }))
    .records([scheduled(due(days(9)), reason({ after: 'promised' }))])
  scenario('after a closed complaint may be due at another time where that is said')
    .given([])
    .when(schedule(afterComplaint, { dueAt: days(9) }))
    .records([scheduled(due(days(9)))])
  scenario('is promised for some time')
    .given([])
    .when(schedule(promised))
    .refuses({ _tag: 'DueMissing' })
  scenario('is not promised for the very instant')
    .given([])
    .when(schedule(promised, { dueAt: monday }))
    .refuses({ _tag: 'DueNotInFuture', dueAt: monday })
  scenario('may be made by another channel, by somebody named')
    .given([])
    .when(schedule(afterComplaint, { channel: 'email', visitor: staff('li') }))
    .records([
      {
        type: 'CallBackScheduled',
        data: { ...scheduled().data, channel: 'email', visitor: staff('li') },
      },
    ])
  scenario('at the end of time has no working day to fall due on')
    .given([])
    .when(schedule(afterComplaint, {}, days(100_000_000)))
    .refuses({
      _tag: 'InvalidTime',
      field: 'days',
      expected: 'days that end within 100 years of the start',
    })

  scenario('scheduled twice is on record once')
    .given([scheduled()])
    .when(schedule(afterComplaint, {}, tuesday))
    .recordsNothing()
  scenario('scheduled twice for the same time is on record once')
    .given([scheduled()])
    .when(schedule(afterComplaint, { dueAt: days(3) }, tuesday))
    .recordsNothing()
  scenario('scheduled again for another time is refused')
    .given([scheduled()])
    .when(schedule(afterComplaint, { dueAt: days(9) }))
    .refuses({ _tag: 'AlreadyOpened' })
  scenario('scheduled again for another reason is refused')
    .given([scheduled()])
    .when(schedule(afterBroken))
    .refuses({ _tag: 'AlreadyOpened' })
  scenario('scheduled again for another customer is refused')
    .given([scheduled()])
    .when(schedule(afterComplaint, { customer: customer(2) }))
    .refuses({ _tag: 'AlreadyOpened' })
  scenario('is not scheduled over a plan')
    .given([opened()])
    .when(schedule(afterComplaint))
    .refuses({ _tag: 'AlreadyOpened' })

  const own = scenarios(
    followUp({ ...rules, callBack: { late: hour, afterComplaint: 1, afterBrokenPromise: 2 } }),
    { test },
  )
  own('falls due as the host says')
    .given([])
    .when(schedule(afterComplaint))
    .records([scheduled({ ...due(tuesday), until: days(1 + hour / day) })])
  own('falls due as the host says after a broken promise too')
    .given([])
    .when(schedule(afterBroken))
    .records([scheduled({ ...due(days(2)), until: days(2 + hour / day) }, afterBroken)])
})
