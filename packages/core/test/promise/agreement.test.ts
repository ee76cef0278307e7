import { describe, test } from 'vitest'

import { promise } from '../../src/promise/promise.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  agreed,
  breakPromise,
  because,
  command,
  confirm,
  confirmed,
  costly,
  decline,
  declined,
  desk,
  event,
  explain,
  friday,
  informed,
  keep,
  kept,
  lapse,
  lapsed,
  later,
  made,
  money,
  monday,
  move,
  moved,
  role,
  rules,
  saturday,
  sunday,
  terms,
  tuesday,
  wang,
  wednesday,
  withdraw,
  withdrawn,
  zhao,
} from '../support/promise.js'

const scenario = scenarios(promise(rules), { test })
const approvers = [role('supervisor')]

describe('a temporary agreement', () => {
  scenario('is confirmed by one who may').given([agreed]).when(confirm()).records([confirmed])

  scenario('is confirmed up to and including the instant by which it is to be')
    .given([agreed])
    .when(confirm(wednesday))
    .records([event('TemporaryAgreementConfirmed', {}, wednesday, wang)])

  scenario('is not confirmed any later')
    .given([agreed])
    .when(confirm(later(wednesday, 1)))
    .refuses({ _tag: 'ConfirmByPassed', confirmBy: wednesday })

  scenario('is not confirmed by one who may not')
    .given([agreed])
    .when(confirm(tuesday, desk))
    .refuses({
      _tag: 'OverAuthority',
      matter: 'compensation',
      cost: money(5_001),
      deciders: approvers,
    })

  scenario('without a sum is confirmed by one who may')
    .given([
      event(
        'TemporaryAgreementMade',
        {
          ...terms,
          matter: 'majorMatter',
          approvers: [role('head')],
          confirmBy: wednesday,
        },
        monday,
      ),
    ])
    .when(confirm(tuesday, wang))
    .refuses({ _tag: 'OverAuthority', matter: 'majorMatter', deciders: [role('head')] })

  scenarios(promise({ authority: [] }), { test })('asks those who could decide when it was made')
    .given([agreed])
    .when(confirm())
    .records([confirmed])

  scenario('once confirmed is confirmed')
    .given([agreed, confirmed])
    .when(confirm(wednesday, zhao))
    .recordsNothing()

  scenario('is declined by one who may').given([agreed]).when(decline()).records([declined()])

  scenario('is declined up to and including the instant by which it is to be confirmed')
    .given([agreed])
    .when(decline(wednesday))
    .records([declined(wednesday)])

  scenario('is not declined any later')
    .given([agreed])
    .when(decline(later(wednesday, 1)))
    .refuses({ _tag: 'ConfirmByPassed', confirmBy: wednesday })

  scenario('is not declined by one who may not')
    .given([agreed])
    .when(decline(tuesday, desk))
    .refuses({
      _tag: 'OverAuthority',
      matter: 'compensation',
      cost: money(5_001),
      deciders: approvers,
    })

  scenario('once declined is declined')
    .given([agreed, declined()])
    .when(decline(wednesday))
    .recordsNothing()

  scenario('once declined is not confirmed')
    .given([agreed, declined()])
    .when(confirm(wednesday))
    .refuses({ _tag: 'AlreadySettled', how: 'TemporaryAgreementDeclined' })

  scenario('lapses the moment after it was to be confirmed')
    .given([agreed])
    .when(lapse(later(wednesday, 1)))
    .records([lapsed(later(wednesday, 1))])

  scenario('does not lapse while it may still be confirmed')
    .given([agreed])
    .when(lapse(wednesday))
    .refuses({ _tag: 'ConfirmByNotPassed', confirmBy: wednesday })

  scenario('once lapsed has lapsed')
    .given([agreed, lapsed(friday)])
    .when(lapse(saturday))
    .recordsNothing()

  scenario('once lapsed is not confirmed, however early that was said')
    .given([agreed, lapsed(friday)])
    .when(confirm(tuesday))
    .refuses({ _tag: 'AlreadySettled', how: 'TemporaryAgreementLapsed' })
})

describe('what is not yet confirmed', () => {
  const refused = { _tag: 'NotConfirmed', confirmBy: wednesday } as const

  scenario('is not kept').given([agreed]).when(keep(tuesday)).refuses(refused)

  scenario('is not broken').given([agreed]).when(breakPromise(sunday)).refuses(refused)

  scenario('is not late').given([agreed]).when(explain(1, sunday)).refuses(refused)

  scenario('is withdrawn by agreement of both')
    .given([agreed])
    .when(withdraw())
    .records([withdrawn()])

  scenario('is renegotiated with the customer informed')
    .given([agreed])
    .when(move(saturday))
    .records([moved(saturday)])

  scenario('is renegotiated up to and including the instant by which it is to be confirmed')
    .given([agreed])
    .when(move(saturday, wednesday))
    .records([moved(saturday, wednesday)])

  scenario('is not renegotiated any later')
    .given([agreed])
    .when(move(saturday, later(wednesday, 1)))
    .refuses({ _tag: 'ConfirmByPassed', confirmBy: wednesday })

  scenario('and was moved still waits until the same instant')
    .given([agreed, moved(saturday)])
    .when(keep(tuesday))
    .refuses(refused)

  scenario('and was moved to an earlier instant is confirmed by that')
    .given([agreed, moved(later(tuesday, 2))])
    .when(confirm(later(tuesday, 3)))
    .refuses({ _tag: 'ConfirmByPassed', confirmBy: later(tuesday, 2) })

  scenario('and was moved to the instant by which it is to be confirmed still is')
    .given([agreed, moved(wednesday)])
    .when(confirm(wednesday))
    .records([event('TemporaryAgreementConfirmed', {}, wednesday, wang)])

  scenario('and was moved to an earlier instant lapses after that')
    .given([agreed, moved(later(tuesday, 2))])
    .when(lapse(later(tuesday, 3)))
    .records([lapsed(later(tuesday, 3), later(tuesday, 2))])
})

describe('what was confirmed', () => {
  const promised = [agreed, confirmed]

  scenario('is kept as a promise').given(promised).when(keep(friday)).records([kept()])

  scenario('keeps the instant to which it was moved before')
    .given([agreed, moved(saturday), event('TemporaryAgreementConfirmed', {}, wednesday, wang)])
    .when(breakPromise(saturday))
    .refuses({ _tag: 'DueNotPassed', dueAt: saturday })

  scenario('does not lapse')
    .given(promised)
    .when(lapse(saturday))
    .refuses({ _tag: 'AlreadyBinding' })

  scenario('is not declined any more')
    .given(promised)
    .when(decline(wednesday))
    .refuses({ _tag: 'AlreadyBinding' })

  scenario('made again is on record once')
    .given(promised)
    .when(command('MakePromise', { ...costly, temporary: true }, monday))
    .recordsNothing()
})

describe('a promise that bound from the first', () => {
  scenario('needs no confirmation').given([made]).when(confirm()).recordsNothing()

  scenario('is not declined').given([made]).when(decline()).refuses({ _tag: 'AlreadyBinding' })

  scenario('does not lapse').given([made]).when(lapse(sunday)).refuses({ _tag: 'AlreadyBinding' })
})

describe('a temporary agreement that is withdrawn', () => {
  scenario('needs the customer’s yes')
    .given([agreed])
    .when(command('WithdrawPromise', { why: because, informed: informed(tuesday, false) }, tuesday))
    .refuses({ _tag: 'CustomerNotAgreed' })
})
