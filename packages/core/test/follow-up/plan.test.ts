import { describe, test } from 'vitest'

import { followUp } from '../../src/follow-up/follow-up.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { monthlyThenQuarterly, weekly } from '../../src/time/cadence.js'
import {
  because,
  birthday,
  closed,
  close,
  command,
  date,
  days,
  entry,
  event,
  greet,
  greeted,
  monday,
  name,
  opened,
  quietTouch,
  rules,
  scheduled,
  staff,
  touch,
  tuesday,
} from '../support/follow-up.js'

const scenario = scenarios(followUp(rules), { test })
const fortnightly = [{ unit: 'week', every: 2 }] as const

describe('the class of a plan', () => {
  const vip = { class: name('vip') }
  const toVip = command('ChangePlanClass', vip)
  const isVip = event('PlanClassChanged', { ...vip, cadence: fortnightly })
  scenario('changes, and the cadence with it').given([opened()]).when(toVip).records([isVip])
  scenario('changed twice is on record once').given([opened(), isVip]).when(toVip).recordsNothing()
  scenario('is what it was opened with')
    .given([opened({ ...vip, cadence: fortnightly })])
    .when(toVip)
    .recordsNothing()
  scenario('changes back')
    .given([opened(), isVip])
    .when(command('ChangePlanClass', { class: name('regular') }, days(2)))
    .records([
      event('PlanClassChanged', { class: name('regular'), cadence: monthlyThenQuarterly }, days(2)),
    ])
  scenario('written down later takes its own place')
    .given([opened(), event('PlanClassChanged', { ...vip, cadence: fortnightly }, days(5))])
    .when(toVip)
    .records([isVip])
  scenario('is nothing to a touch plan')
    .given([touch])
    .when(toVip)
    .refuses({
      _tag: 'WrongKind',
      kind: 'touch',
      expected: ['returnVisit', 'inspection', 'fieldVisit'],
    })
  scenario('is nothing to a call back')
    .given([scheduled()])
    .when(toVip)
    .refuses({
      _tag: 'WrongKind',
      kind: 'callBack',
      expected: ['returnVisit', 'inspection', 'fieldVisit'],
    })
})

describe('touches', () => {
  const subscribe = command('SubscribeTouches', {})
  const subscribed = event('TouchesSubscribed', { cadence: weekly })
  const unsubscribe = command('UnsubscribeTouches', {})
  const unsubscribed = event('TouchesUnsubscribed', {})
  const notTouch = { _tag: 'WrongKind', kind: 'returnVisit', expected: ['touch'] } as const
  scenario('are subscribed to').given([quietTouch]).when(subscribe).records([subscribed])
  scenario('subscribed to twice are on record once')
    .given([quietTouch, subscribed])
    .when(subscribe)
    .recordsNothing()
  scenario('may be subscribed to from the start').given([touch]).when(subscribe).recordsNothing()
  scenario('are unsubscribed from').given([touch]).when(unsubscribe).records([unsubscribed])
  scenario('unsubscribed from twice are on record once')
    .given([touch, unsubscribed])
    .when(unsubscribe)
    .recordsNothing()
  scenario('are not unsubscribed from by one who did not subscribe')
    .given([quietTouch])
    .when(unsubscribe)
    .recordsNothing()
  scenario('of a plan of visits there are none').given([opened()]).when(subscribe).refuses(notTouch)
  scenario('of a plan of visits are not unsubscribed from')
    .given([opened()])
    .when(unsubscribe)
    .refuses(notTouch)
})

describe('a day of greeting', () => {
  const forget = command('RemoveGreetingDate', { dateId: entry(70) })
  const forgotten = event('GreetingDateRemoved', { dateId: entry(70) })
  scenario('is added').given([quietTouch]).when(greet()).records([greeted])
  scenario('added twice is on record once')
    .given([quietTouch, greeted])
    .when(command('AddGreetingDate', { ...birthday, date: date('03-01') }))
    .recordsNothing()
  scenario('is not added to a plan of visits')
    .given([opened()])
    .when(greet())
    .refuses({ _tag: 'WrongKind', kind: 'returnVisit', expected: ['touch'] })
  scenario('is removed').given([touch, greeted]).when(forget).records([forgotten])
  scenario('removed twice is on record once')
    .given([touch, greeted, forgotten])
    .when(forget)
    .recordsNothing()
  scenario('that is not there is not removed')
    .given([touch, greeted])
    .when(command('RemoveGreetingDate', { dateId: entry(71) }))
    .refuses({ _tag: 'NoSuchDate', dateId: entry(71) })
  scenario('is not removed from a call back')
    .given([scheduled()])
    .when(forget)
    .refuses({ _tag: 'WrongKind', kind: 'callBack', expected: ['touch'] })
})

describe('who visits', () => {
  const toLi = command('AssignVisitor', { visitor: staff('li'), why: because })
  const isLi = event('VisitorAssigned', { visitor: staff('li'), why: because })
  scenario('is assigned').given([opened()]).when(toLi).records([isLi])
  scenario('assigned twice is on record once').given([opened(), isLi]).when(toLi).recordsNothing()
  scenario('named at the opening is assigned already')
    .given([opened({ visitor: staff('li') })])
    .when(toLi)
    .recordsNothing()
  scenario('changes')
    .given([opened({ visitor: staff('wang') })])
    .when(toLi)
    .records([isLi])
  scenario('of a call back changes too').given([scheduled()]).when(toLi).records([isLi])
})

describe('a follow-up', () => {
  scenario('is closed')
    .given([opened()])
    .when(close(tuesday))
    .records([closed(tuesday)])
  scenario('closed twice is on record once')
    .given([opened(), closed(tuesday)])
    .when(close(days(3)))
    .recordsNothing()
  scenario('is closed as long as there is a day of its own to write it down')
    .given([opened(), event('VisitorAssigned', { visitor: staff('li'), why: because }, days(8))])
    .when(close(tuesday))
    .records([closed(tuesday)])
  scenario('is not changed more than a week before the latest on record')
    .given([opened(), event('VisitorAssigned', { visitor: staff('li'), why: because }, days(9))])
    .when(close(tuesday))
    .refuses({ _tag: 'TooLongAgo', earliest: days(2) })
  scenario('has nothing before it began')
    .given([opened()])
    .when(close(days(-1)))
    .refuses({ _tag: 'BeforeItBegan', began: monday })
  scenario('has nobody subscribed before it began')
    .given([touch])
    .when(command('SubscribeTouches', {}, days(-1)))
    .refuses({ _tag: 'BeforeItBegan', began: monday })

  const strict = scenarios(followUp({ ...rules, lateBy: 0 }), { test })
  strict('is written down in order where the host says so')
    .given([opened(), closed(days(2))])
    .when(command('CompleteVisit', { visitId: entry(1), reached: true, satisfactionAsked: false }))
    .refuses({ _tag: 'TooLongAgo', earliest: days(2) })
})
