import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  accepted,
  agreed,
  approved,
  because,
  carriedOut,
  chosen,
  command,
  entry,
  event,
  firstClock,
  foundInvalid,
  judged,
  li,
  name,
  notified,
  ofKind,
  onTheTable,
  option,
  proposedOption,
  recorded,
  resolved,
  rules,
  told,
  toldWhy,
  wang,
  wednesday,
  words,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })
const notify = (n = 60) =>
  command('NotifyCustomer', {
    noticeId: entry(n),
    channel: 'phone',
    contactNext: li.id,
    text: words,
  })
const declined = (n = 60) => event('RemediesDeclined', { noticeId: entry(n), why: because })
const other = event('RemediesProposed', {
  proposalId: entry(55),
  options: [proposedOption(56)],
})
const otherNotice = event('CustomerNotified', { ...notified(62).data, options: [entry(56)] })

describe('the customer is told', () => {
  scenario('of every approved option, and whom to ask next')
    .given(agreed)
    .when(notify())
    .records([event('CustomerNotified', { ...notified().data, stopped: [firstClock] })])
  scenario('once by one notice').given(told).when(notify()).recordsNothing()
  scenario('again by another')
    .given(told)
    .when(notify(61))
    .records([notified(61)])
  scenario('nothing binding before approval')
    .given(onTheTable)
    .when(notify())
    .refuses({ _tag: 'StepOutOfOrder', step: 'proposed', expected: ['approved', 'notified'] })
  scenario('nothing while nothing is proposed')
    .given(judged)
    .when(notify())
    .refuses({ _tag: 'StepOutOfOrder', step: 'judged', expected: ['approved', 'notified'] })
  scenario('nothing more once he has chosen')
    .given(chosen)
    .when(notify(61))
    .refuses({ _tag: 'StepOutOfOrder', step: 'accepted', expected: ['approved', 'notified'] })
  scenario('nothing of the kind about an inquiry')
    .given([ofKind('inquiry')])
    .when(notify())
    .refuses({ _tag: 'WrongKind', kind: 'inquiry', expected: ['complaint'] })

  const why = event('CustomerNotified', {
    ...notified().data,
    options: [],
    stopped: [firstClock],
  })
  scenario('that his complaint was found invalid')
    .given([recorded, foundInvalid])
    .when(notify())
    .records([why])
  scenario('that it was found invalid once is enough')
    .given([recorded, foundInvalid, why])
    .when(notify(61))
    .refuses({ _tag: 'StepOutOfOrder', step: 'resolved', expected: ['judged'] })
})

describe('the customer answers', () => {
  const accept = (n: number) => command('AcceptRemedy', { optionId: entry(n) })
  const decline = (n = 60) => command('DeclineRemedies', { noticeId: entry(n), why: because })

  scenario('by accepting one of the options').given(told).when(accept(51)).records([accepted])
  scenario('by accepting another one of them')
    .given(told)
    .when(accept(52))
    .records([event('RemedyAccepted', { optionId: entry(52) })])
  scenario('by accepting it once').given(chosen).when(accept(51)).recordsNothing()
  scenario('and is taken at his word')
    .given(chosen)
    .when(accept(52))
    .refuses({ _tag: 'AlreadyAccepted', optionId: entry(51) })
  scenario('about what was put before him')
    .given(told)
    .when(accept(53))
    .refuses({ _tag: 'NoSuchOption' })
  scenario('not before he was told')
    .given(agreed)
    .when(accept(51))
    .refuses({ _tag: 'StepOutOfOrder', step: 'approved', expected: ['notified'] })

  scenario('by declining, and it goes back').given(told).when(decline()).records([declined()])
  scenario('by declining once')
    .given([...told, declined()])
    .when(decline())
    .recordsNothing()
  scenario('to a notice that he was given')
    .given(told)
    .when(decline(69))
    .refuses({ _tag: 'NoSuchNotice' })
  scenario('to any of the notices of what is on the table')
    .given([...told, notified(61)])
    .when(decline(61))
    .records([declined(61)])
  scenario('no longer to a notice of what was on the table before')
    .given([...told, notified(61), declined(), other, otherNotice])
    .when(decline(61))
    .refuses({ _tag: 'NoSuchNotice' })
  scenario('not by declining what he accepted')
    .given(chosen)
    .when(decline())
    .refuses({ _tag: 'StepOutOfOrder', step: 'accepted', expected: ['notified'] })
  scenario('and having declined is offered something else')
    .given([...told, declined()])
    .when(command('ProposeRemedies', { proposalId: entry(55), options: [option(56)] }))
    .records([other])
  scenario('and accepts none of what he declined')
    .given([...told, declined(), other, otherNotice])
    .when(accept(51))
    .refuses({ _tag: 'NoSuchOption' })
})

describe('an inquiry', () => {
  const wrong = { _tag: 'WrongKind', kind: 'inquiry', expected: ['complaint'] } as const
  const inquiry = [ofKind('inquiry')]
  scenario('has no remedy to accept')
    .given(inquiry)
    .when(command('AcceptRemedy', { optionId: entry(51) }))
    .refuses(wrong)
  scenario('has no remedy to decline')
    .given(inquiry)
    .when(command('DeclineRemedies', { noticeId: entry(60), why: because }))
    .refuses(wrong)
  scenario('has no options to talk over')
    .given(inquiry)
    .when(
      command('TalkOptionsOver', { talkId: entry(57), proposalId: entry(50), channel: 'phone' }),
    )
    .refuses(wrong)
})

describe('the accepted remedy', () => {
  const carry = command('CarryOutRemedy', { evidence: [] })
  scenario('is carried out').given(chosen).when(carry).records([carriedOut])
  scenario('is carried out with its evidence')
    .given(chosen)
    .when(command('CarryOutRemedy', { evidence: [name('receipt')] }))
    .records([event('RemedyCarriedOut', { evidence: [name('receipt')], stopped: [] })])
  scenario('is carried out once').given(resolved).when(carry).recordsNothing()
  scenario('is accepted first')
    .given(told)
    .when(carry)
    .refuses({ _tag: 'StepOutOfOrder', step: 'notified', expected: ['accepted'] })
  scenario('belongs to complaints alone')
    .given([ofKind('return')])
    .when(carry)
    .refuses({ _tag: 'WrongKind', kind: 'return', expected: ['complaint'] })
})

describe('a visit', () => {
  const visit = { visitId: entry(80), visitor: wang.id, time: wednesday }
  const appointed = event('VisitAppointed', visit)
  const pay = (...taken: ReadonlyArray<number>) =>
    command('PayVisit', { visitId: entry(80), remediesTaken: taken.map(entry) }, wednesday)
  const paid = event('VisitPaid', { visitId: entry(80), remediesTaken: [entry(51)] }, wednesday)

  scenario('is appointed')
    .given([recorded])
    .when(command('AppointVisit', visit))
    .records([appointed])
  scenario('is appointed at a place')
    .given([recorded])
    .when(command('AppointVisit', { ...visit, place: words }))
    .records([event('VisitAppointed', { ...visit, place: words })])
  scenario('is appointed once')
    .given([recorded, appointed])
    .when(command('AppointVisit', visit))
    .recordsNothing()
  scenario('takes proposed remedies along')
    .given([...onTheTable, appointed])
    .when(pay(51))
    .records([paid])
  scenario('takes along as many as it likes')
    .given([...onTheTable, appointed])
    .when(pay(52, 51))
    .records([
      event('VisitPaid', { visitId: entry(80), remediesTaken: [entry(52), entry(51)] }, wednesday),
    ])
  scenario('is paid once')
    .given([...onTheTable, appointed, paid])
    .when(pay(51))
    .recordsNothing()
  scenario('is appointed first')
    .given([...onTheTable, approved])
    .when(pay(51))
    .refuses({ _tag: 'VisitNotAppointed' })
  scenario('waits until there is something to take along')
    .given([...toldWhy, appointed])
    .when(pay(51))
    .refuses({ _tag: 'NoRemediesToTake' })
  scenario('takes nothing along that was not proposed')
    .given([...onTheTable, appointed])
    .when(pay(51, 53))
    .refuses({ _tag: 'NoSuchOption' })
})
