import { describe, expect, it, test } from 'vitest'

import type { PromiseEvent } from '../../src/promise/events.js'
import { promise } from '../../src/promise/promise.js'
import { subjectOf, verdictOn } from '../../src/promise/state.js'
import { fold } from '../../src/shared/decider.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  agreed,
  because,
  breakPromise,
  broken,
  command,
  confirm,
  confirmed,
  customer,
  day,
  declined,
  event,
  explain,
  explained,
  friday,
  hour,
  informed,
  keep,
  kept,
  lapsed,
  later,
  made,
  monday,
  move,
  moved,
  rules,
  saturday,
  sunday,
  tuesday,
  withdraw,
  withdrawn,
} from '../support/promise.js'

const scenario = scenarios(promise(rules), { test })
const withGrace = scenarios(promise({ ...rules, grace: hour }), { test })

describe('a promise', () => {
  scenario('is kept at the instant it is due').given([made]).when(keep(friday)).records([kept()])

  scenario('may still be kept late, and the record shows when')
    .given([made])
    .when(keep(saturday))
    .records([kept(saturday)])

  scenario('may be kept after its delay was explained')
    .given([made, explained(1, sunday)])
    .when(keep(sunday))
    .records([kept(sunday)])

  scenario('kept twice is on record once')
    .given([made, kept()])
    .when(keep(saturday))
    .recordsNothing()

  scenario('that nobody made is not kept').given([]).when(keep(friday)).refuses({ _tag: 'NotMade' })

  scenario('that nobody made is not settled by the record either')
    .given([kept()])
    .when(keep(friday))
    .refuses({ _tag: 'NotMade' })

  // #region bound
  scenario('is not broken while there is still time')
    .given([made])
    .when(breakPromise(friday))
    .refuses({ _tag: 'DueNotPassed', dueAt: friday })

  scenario('is broken the moment after it fell due')
    .given([made])
    .when(breakPromise(later(friday, 1)))
    .records([broken(later(friday, 1))])
  // #endregion bound

  scenario('is broken once its renegotiated due instant has passed')
    .given([made, moved(saturday)])
    .when(breakPromise(sunday))
    .records([broken(sunday, saturday)])

  scenario('is not broken between its first and its renegotiated due instant')
    .given([made, moved(saturday)])
    .when(breakPromise(saturday))
    .refuses({ _tag: 'DueNotPassed', dueAt: saturday })

  scenario('is broken although its delay was explained')
    .given([made, explained(1, sunday)])
    .when(breakPromise(saturday))
    .records([broken(saturday)])

  withGrace('is not broken within the grace the host gives')
    .given([made])
    .when(breakPromise(later(friday, hour)))
    .refuses({ _tag: 'DueNotPassed', dueAt: friday })

  withGrace('is broken once the grace is over')
    .given([made])
    .when(breakPromise(later(friday, hour + 1)))
    .records([broken(later(friday, hour + 1))])

  withGrace('is kept late within the grace, and not on time')
    .given([made])
    .when(keep(later(friday, hour)))
    .records([kept(later(friday, hour))])

  scenario('once broken is broken')
    .given([made, broken(saturday)])
    .when(breakPromise(sunday))
    .recordsNothing()

  scenario('once broken is not kept any more, nor was it')
    .given([made, broken(saturday)])
    .when(keep(friday))
    .refuses({ _tag: 'AlreadySettled', how: 'PromiseBroken' })
})

describe('a promise withdrawn', () => {
  scenario('is so while it is open').given([made]).when(withdraw()).records([withdrawn()])

  scenario('may be so after it fell due')
    .given([made])
    .when(withdraw(saturday))
    .records([withdrawn(saturday)])

  scenario('twice is on record once')
    .given([made, withdrawn()])
    .when(withdraw(friday))
    .recordsNothing()

  scenario('needs the customer’s word')
    .given([made])
    .when(command('WithdrawPromise', { why: because }))
    .refuses({ _tag: 'CustomerNotInformed' })

  scenario('needs his agreement')
    .given([made])
    .when(command('WithdrawPromise', { why: because, informed: informed(tuesday, false) }))
    .refuses({ _tag: 'CustomerNotAgreed' })

  scenario('needs it by then')
    .given([made])
    .when(withdraw(tuesday, later(tuesday, 1)))
    .refuses({ _tag: 'NotYetInformed', informedAt: later(tuesday, 1) })

  scenario('may have it from the hour it was made')
    .given([made])
    .when(withdraw(tuesday, monday))
    .records([withdrawn(tuesday, monday)])

  scenario('can not have it from before')
    .given([made])
    .when(withdraw(tuesday, later(monday, -1)))
    .refuses({ _tag: 'BeforeItBegan', began: monday })

  scenario('once kept is refused')
    .given([made, kept()])
    .when(withdraw(friday))
    .refuses({ _tag: 'AlreadySettled', how: 'PromiseKept' })
})

describe('what was written down later', () => {
  scenario('is welcome from the instant the promise was made')
    .given([made, explained(1, sunday)])
    .when(keep(monday))
    .records([kept(monday)])

  scenario('is refused from before')
    .given([made])
    .when(keep(later(monday, -1)))
    .refuses({ _tag: 'BeforeItBegan', began: monday })

  const late = later(monday, 7 * day)
  scenario('is welcome for seven days')
    .given([made, explained(1, later(late, day), late)])
    .when(keep(monday))
    .records([kept(monday)])

  scenario('is refused after them')
    .given([made, explained(1, later(late, day), later(late, 1))])
    .when(keep(monday))
    .refuses({ _tag: 'TooLongAgo', earliest: later(monday, 1) })

  scenario('is counted from the latest fact, not from the last one written down')
    .given([made, explained(1, later(late, day), later(late, 1)), explained(2, late, saturday)])
    .when(keep(monday))
    .refuses({ _tag: 'TooLongAgo', earliest: later(monday, 1) })

  const withinAnHour = scenarios(promise({ ...rules, lateBy: hour }), { test })
  withinAnHour('is welcome within the host’s own limit')
    .given([made, explained(1, sunday)])
    .when(explain(2, sunday, later(saturday, -hour)))
    .records([explained(2, sunday, later(saturday, -hour))])

  withinAnHour('is refused beyond it')
    .given([made, explained(1, sunday)])
    .when(explain(2, sunday, later(saturday, -hour - 1)))
    .refuses({ _tag: 'TooLongAgo', earliest: later(saturday, -hour) })

  withinAnHour('and is on record already is answered so, however old')
    .given([made, explained(1, sunday)])
    .when(confirm(monday))
    .recordsNothing()

  withinAnHour('is refused for what it is before it is refused for its age')
    .given([made, explained(1, sunday)])
    .when(move(sunday, later(friday, 1)))
    .refuses({ _tag: 'DuePassed', dueAt: friday })
})

describe('the verdict', () => {
  const verdict = (...history: ReadonlyArray<PromiseEvent>) =>
    verdictOn(fold(promise(rules))(history))

  it.each<[string, ReadonlyArray<PromiseEvent>, string | undefined]>([
    ['none before it is made', [], undefined],
    ['none while it is open', [made], undefined],
    ['none while it is open and late', [made, explained(1, sunday)], undefined],
    ['none while it is temporary', [agreed], undefined],
    ['kept on time at the due instant', [made, kept()], 'keptOnTime'],
    ['kept late a millisecond after it', [made, kept(later(friday, 1))], 'keptLate'],
    [
      'kept on time by the instant it was moved to',
      [made, moved(saturday), kept(saturday)],
      'keptOnTime',
    ],
    ['kept late by an earlier one', [made, moved(tuesday, monday), kept()], 'keptLate'],
    ['kept late although it was explained', [made, explained(1, sunday), kept(sunday)], 'keptLate'],
    ['broken', [made, broken(saturday)], 'broken'],
    ['none of one withdrawn', [made, withdrawn()], undefined],
    ['none of an agreement declined', [agreed, declined()], undefined],
    ['none of an agreement lapsed', [agreed, lapsed(friday)], undefined],
    ['kept on time of an agreement confirmed', [agreed, confirmed, kept()], 'keptOnTime'],
    ['the first, whatever else is on record', [made, kept(), broken(saturday)], 'keptOnTime'],
  ])('is %s', (_, history, expected) => {
    expect(verdict(...history)).toBe(expected)
  })

  it('is not changed by a move written down after it', () => {
    expect(verdict(made, kept(saturday), moved(sunday))).toBe('keptLate')
  })

  it('is about a customer', () => {
    expect(subjectOf(fold(promise(rules))([]))).toBeUndefined()
    expect(subjectOf(fold(promise(rules))([agreed, declined()]))).toBe(customer(1))
  })
})

describe('a record that the desk would not have written', () => {
  const state = (...history: ReadonlyArray<PromiseEvent>) => fold(promise(rules))(history)

  it('of a promise made twice has the first', () => {
    const again = event('PromiseMade', { ...made.data, dueAt: sunday }, tuesday)
    expect(state(made, again, agreed)).toEqual(
      state(made, event('TemporaryAgreementConfirmed', {}, tuesday)),
    )
  })

  it('that begins with something else begins with the making', () => {
    expect(state(moved(sunday), confirmed, made)).toEqual(state(made))
  })

  it('of a promise kept before it was confirmed has it kept', () => {
    expect(verdictOn(state(agreed, kept()))).toBe('keptOnTime')
  })

  it('counts a confirmation of what bound already as nothing', () => {
    expect(state(made, confirmed)).toEqual(
      state(made, event('TemporaryAgreementConfirmed', {}, tuesday)),
    )
  })
})
