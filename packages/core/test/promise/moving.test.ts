import { describe, expect, it, test } from 'vitest'

import { promise } from '../../src/promise/promise.js'
import { dueDates, dueOf } from '../../src/promise/state.js'
import { fold } from '../../src/shared/decider.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  because,
  command,
  explain,
  explained,
  event,
  entry,
  friday,
  informed,
  kept,
  later,
  made,
  monday,
  move,
  moved,
  rules,
  saturday,
  sunday,
  tuesday,
  wednesday,
} from '../support/promise.js'

const scenario = scenarios(promise(rules), { test })
const told = (informedAt: typeof tuesday, agrees = true) =>
  command('RenegotiatePromise', { dueAt: saturday, informed: informed(informedAt, agrees) })

describe('a promise renegotiated', () => {
  scenario('is due at another instant, and the first stays on record')
    .given([made])
    .when(move(saturday))
    .records([moved(saturday)])

  scenario('is so up to and including the instant it is due')
    .given([made])
    .when(move(saturday, friday))
    .records([moved(saturday, friday)])

  scenario('is not so once its due instant has passed')
    .given([made])
    .when(move(saturday, later(friday, 1)))
    .refuses({ _tag: 'DuePassed', dueAt: friday })

  scenario('is not so for an instant already there')
    .given([made])
    .when(move(tuesday))
    .refuses({ _tag: 'DueNotInFuture', dueAt: tuesday })

  scenario('may be due a millisecond from now')
    .given([made])
    .when(move(later(tuesday, 1)))
    .records([moved(later(tuesday, 1))])

  scenario('for the same instant stays as it is, even late')
    .given([made])
    .when(move(friday, saturday))
    .recordsNothing()

  scenario('again moves the instant that it has now')
    .given([made, moved(saturday)])
    .when(move(sunday, saturday))
    .records([moved(sunday, saturday, saturday)])

  scenario('may be moved back')
    .given([made, moved(saturday)])
    .when(move(friday, wednesday))
    .records([moved(friday, wednesday, saturday)])

  scenario('must be told to the customer')
    .given([made])
    .when(command('RenegotiatePromise', { dueAt: saturday }))
    .refuses({ _tag: 'CustomerNotInformed' })

  scenario('for an instant already there is refused for that first')
    .given([made])
    .when(command('RenegotiatePromise', { dueAt: tuesday }))
    .refuses({ _tag: 'DueNotInFuture', dueAt: tuesday })

  scenario('need not please the customer')
    .given([made])
    .when(told(tuesday, false))
    .records([
      event('PromiseRenegotiated', {
        dueAt: saturday,
        from: friday,
        informed: informed(tuesday, false),
      }),
    ])

  scenario('is not told to the customer yet')
    .given([made])
    .when(told(later(tuesday, 1)))
    .refuses({ _tag: 'NotYetInformed', informedAt: later(tuesday, 1) })

  scenario('may have been told to him as soon as it was made')
    .given([made])
    .when(told(monday))
    .records([
      event('PromiseRenegotiated', { dueAt: saturday, from: friday, informed: informed(monday) }),
    ])

  scenario('was not told to him before it was made')
    .given([made])
    .when(told(later(monday, -1)))
    .refuses({ _tag: 'BeforeItBegan', began: monday })

  scenario('once settled is refused')
    .given([made, kept()])
    .when(move(saturday))
    .refuses({ _tag: 'AlreadySettled', how: 'PromiseKept' })
})

describe('a renegotiation written down later', () => {
  const since = [made, moved(sunday, wednesday)]

  scenario('is welcome while the promise is open, if it came in time')
    .given([made, explained(1, sunday)])
    .when(move(saturday, friday))
    .records([moved(saturday, friday)])

  scenario('takes its place before one that came after it')
    .given(since)
    .when(move(saturday, tuesday))
    .records([moved(saturday, tuesday)])

  scenario('and put on record once is there once')
    .given([...since, moved(saturday, tuesday)])
    .when(move(saturday, tuesday))
    .recordsNothing()

  scenario('leaves that one something to move, up to its very instant')
    .given(since)
    .when(move(wednesday, tuesday))
    .records([moved(wednesday, tuesday)])

  scenario('is refused where that one would have moved what had passed')
    .given(since)
    .when(move(later(wednesday, -1), tuesday))
    .refuses({ _tag: 'MovedSince', movedAt: wednesday, dueAt: sunday })

  scenario('of the same instant as another comes after it')
    .given(since)
    .when(move(tuesday, wednesday))
    .refuses({ _tag: 'DueNotInFuture', dueAt: tuesday })

  it('keeps every due instant, and the one last agreed in force', () => {
    const state = fold(promise(rules))([...since, moved(saturday, tuesday)])
    expect(state._tag === 'Open' && dueDates(state.file)).toEqual([friday, saturday, sunday])
    expect(state._tag === 'Open' && dueOf(state.file)).toBe(sunday)
  })

  it('of the same instant holds when it is the later on record', () => {
    const state = fold(promise(rules))([...since, moved(saturday, wednesday, sunday)])
    expect(state._tag === 'Open' && dueDates(state.file)).toEqual([friday, sunday, saturday])
  })

  it('is not needed: a promise never moved has the instant it was made for', () => {
    const state = fold(promise(rules))([made])
    expect(state._tag === 'Open' && dueDates(state.file)).toEqual([friday])
    expect(state._tag === 'Open' && dueOf(state.file)).toBe(friday)
  })
})

describe('a delay explained', () => {
  scenario('says what to expect now')
    .given([made])
    .when(explain(1, sunday))
    .records([explained(1, sunday)])

  scenario('may say why, and that there was no understanding')
    .given([made])
    .when(
      command(
        'ExplainDelay',
        {
          explanationId: entry(1),
          expectedAt: sunday,
          channel: 'letter',
          understood: false,
          why: because,
        },
        saturday,
      ),
    )
    .records([
      event(
        'DelayExplained',
        {
          explanationId: entry(1),
          expectedAt: sunday,
          channel: 'letter',
          understood: false,
          why: because,
        },
        saturday,
      ),
    ])

  scenario('is one a millisecond after the due instant')
    .given([made])
    .when(explain(1, sunday, later(friday, 1)))
    .records([explained(1, sunday, later(friday, 1))])

  scenario('is none at the due instant: until then it is renegotiated')
    .given([made])
    .when(explain(1, sunday, friday))
    .refuses({ _tag: 'DueNotPassed', dueAt: friday })

  scenario('is of the due instant that it has now')
    .given([made, moved(saturday)])
    .when(explain(1, sunday, saturday))
    .refuses({ _tag: 'DueNotPassed', dueAt: saturday })

  scenario('expects it for an instant to come')
    .given([made])
    .when(explain(1, later(saturday, 1)))
    .records([explained(1, later(saturday, 1))])

  scenario('does not expect it for the very instant at which it is explained')
    .given([made])
    .when(explain(1, saturday))
    .refuses({ _tag: 'ExpectedNotInFuture', expectedAt: saturday })

  scenario('twice is on record once')
    .given([made, explained(1, sunday)])
    .when(explain(1, later(sunday, 1), sunday))
    .recordsNothing()

  scenario('may be followed by another')
    .given([made, explained(1, sunday)])
    .when(explain(2, later(sunday, 1), sunday))
    .records([explained(2, later(sunday, 1), sunday)])

  scenario('moves nothing: it may not be renegotiated after it either')
    .given([made, explained(1, sunday)])
    .when(move(sunday, saturday))
    .refuses({ _tag: 'DuePassed', dueAt: friday })

  scenario('is of no promise that is settled')
    .given([made, kept(saturday)])
    .when(explain(1, sunday))
    .refuses({ _tag: 'AlreadySettled', how: 'PromiseKept' })
})
