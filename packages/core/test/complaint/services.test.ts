import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  assigned,
  because,
  close,
  closed,
  command,
  courtesy,
  entry,
  event,
  firstClock,
  inCharge,
  money,
  name,
  ofKind,
  recorded,
  reply,
  resolved,
  rules,
  words,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })
const reopened = event('ComplaintReopened', { why: because })

describe('an inquiry', () => {
  const asked = ofKind('inquiry')
  const answer = (n = 90) =>
    command('AnswerInquiry', { replyId: entry(n), channel: 'phone', text: words })
  const answered = (n = 90) =>
    event('InquiryAnswered', { replyId: entry(n), channel: 'phone', text: words, stopped: [] })

  scenario('is answered')
    .given([asked])
    .when(answer())
    .records([event('InquiryAnswered', { ...answered().data, stopped: [firstClock] })])
  scenario('is answered once').given([asked, answered()]).when(answer()).recordsNothing()
  scenario('answered is not answered another way')
    .given([asked, answered()])
    .when(answer(91))
    .refuses({ _tag: 'StepOutOfOrder', step: 'resolved', expected: ['recorded'] })
  scenario('alone is answered so')
    .given([recorded])
    .when(answer())
    .refuses({ _tag: 'WrongKind', kind: 'complaint', expected: ['inquiry'] })
  scenario('answered is closed').given([asked, answered()]).when(close()).records([closed()])
  scenario('unanswered is not closed')
    .given([asked])
    .when(close())
    .refuses({ _tag: 'StepOutOfOrder', step: 'recorded', expected: ['resolved'] })
  scenario('opened again is answered again')
    .given([asked, answered(), closed(), reopened])
    .when(answer(91))
    .records([answered(91)])
})

describe('a suggestion', () => {
  const made = ofKind('suggestion')
  const decide = (takenUp: boolean) => command('DecideSuggestion', { takenUp, why: because })
  const decided = (takenUp: boolean) =>
    event('SuggestionDecided', { takenUp, why: because, stopped: [] })

  scenario('is taken up')
    .given([made])
    .when(decide(true))
    .records([decided(true)])
  scenario('is not taken up, and why')
    .given([made])
    .when(decide(false))
    .records([decided(false)])
  scenario('is decided once')
    .given([made, decided(true)])
    .when(decide(true))
    .recordsNothing()
  scenario('refused is decided once')
    .given([made, decided(false)])
    .when(decide(false))
    .recordsNothing()
  scenario('taken up is not refused')
    .given([made, decided(true)])
    .when(decide(false))
    .refuses({ _tag: 'StepOutOfOrder', step: 'resolved', expected: ['recorded'] })
  scenario('alone is decided so')
    .given([recorded])
    .when(decide(true))
    .refuses({ _tag: 'WrongKind', kind: 'complaint', expected: ['suggestion'] })
  scenario('is thanked for before it is closed')
    .given([made, decided(false), courtesy(90), courtesy(91, 'explanation')])
    .when(close())
    .refuses({ _tag: 'ThanksOwed' })
  scenario('thanked for is closed')
    .given([made, courtesy(90, 'thanks'), decided(true)])
    .when(close())
    .records([closed()])
  scenario('thanked for and undecided is not closed')
    .given([made, courtesy(90, 'thanks')])
    .when(close())
    .refuses({ _tag: 'StepOutOfOrder', step: 'recorded', expected: ['resolved'] })
  scenario('opened again is decided again, even the same way')
    .given([made, decided(true), closed(), reopened])
    .when(decide(true))
    .records([decided(true)])
})

for (const kind of ['repair', 'return'] as const)
  describe(`a ${kind}`, () => {
    const asked = ofKind(kind)
    const given = [asked, assigned]
    const decide = (terms: 'free' | 'charged' | 'refused', charge?: number) =>
      command('DecideService', {
        terms,
        why: because,
        ...(charge !== undefined && { charge: money(charge) }),
      })
    const decided = (terms: 'free' | 'charged' | 'refused', charge?: number) =>
      event('ServiceDecided', {
        terms,
        why: because,
        stopped: [],
        ...(charge !== undefined && { charge: money(charge) }),
      })
    const finish = command('FinishService', { evidence: [] })
    const finished = event('ServiceDone', { evidence: [], stopped: [] })

    scenario('is decided to be free')
      .given(given)
      .when(decide('free'))
      .records([decided('free')])
    scenario('is decided to be charged')
      .given(given)
      .when(decide('charged', 2_000))
      .records([decided('charged', 2_000)])
    scenario('is refused')
      .given(given)
      .when(decide('refused'))
      .records([decided('refused')])
    for (const terms of ['free', 'refused'] as const) {
      scenario(`is decided once (${terms})`)
        .given([...given, decided(terms)])
        .when(decide(terms))
        .recordsNothing()
      scenario(`that is ${terms} costs nothing`)
        .given(given)
        .when(decide(terms, 1))
        .refuses({ _tag: 'ChargeNotDue' })
    }
    scenario('is charged once')
      .given([...given, decided('charged', 2_000)])
      .when(decide('charged', 2_000))
      .recordsNothing()
    scenario('is not charged another sum')
      .given([...given, decided('charged', 2_000)])
      .when(decide('charged', 2_001))
      .refuses({ _tag: 'StepOutOfOrder', step: 'decided', expected: ['assigned'] })
    scenario('that is charged says how much')
      .given(given)
      .when(decide('charged'))
      .refuses({ _tag: 'ChargeMissing' })
    scenario('decided is not decided otherwise')
      .given([...given, decided('free')])
      .when(decide('refused'))
      .refuses({ _tag: 'StepOutOfOrder', step: 'decided', expected: ['assigned'] })
    scenario('is put in somebody’s hands first')
      .given([asked])
      .when(decide('free'))
      .refuses({ _tag: 'StepOutOfOrder', step: 'recorded', expected: ['assigned'] })

    scenario('is done')
      .given([...given, decided('free')])
      .when(finish)
      .records([finished])
    scenario('is done with its evidence')
      .given([...given, decided('charged', 2_000)])
      .when(command('FinishService', { evidence: [name('receipt')] }))
      .records([event('ServiceDone', { evidence: [name('receipt')], stopped: [] })])
    scenario('is done once')
      .given([...given, decided('free'), finished])
      .when(finish)
      .recordsNothing()
    scenario('is decided before it is done')
      .given(given)
      .when(finish)
      .refuses({ _tag: 'StepOutOfOrder', step: 'assigned', expected: ['decided'] })
    scenario('refused is not done')
      .given([...given, decided('refused')])
      .when(finish)
      .refuses({ _tag: 'StepOutOfOrder', step: 'resolved', expected: ['decided'] })
    scenario('done is closed')
      .given([...given, decided('free'), finished])
      .when(close())
      .records([closed()])
    scenario('refused is closed')
      .given([...given, decided('refused')])
      .when(close())
      .records([closed()])
    scenario('promised to be done is not closed')
      .given([...given, decided('free'), reply(90)])
      .when(close())
      .refuses({ _tag: 'StepOutOfOrder', step: 'decided', expected: ['resolved'] })
    scenario('opened again is decided and done again in the same hands')
      .given([...given, decided('charged', 2_000), finished, closed(), reopened])
      .when(decide('charged', 2_000))
      .records([decided('charged', 2_000)])
    scenario('opened again and decided is done again')
      .given([...given, decided('free'), finished, closed(), reopened, decided('free')])
      .when(finish)
      .records([finished])
    scenario('that is of another kind is decided anew')
      .given([
        ...given,
        decided('free'),
        event('KindChanged', { kind: 'inquiry', clocksFrom: 'receipt' }),
        event('KindChanged', { kind, clocksFrom: 'receipt' }),
      ])
      .when(decide('free'))
      .records([decided('free')])
    scenario('charged and of another kind is free')
      .given([
        ...given,
        decided('charged', 1),
        event('KindChanged', { kind: 'inquiry', clocksFrom: 'receipt' }),
        event('KindChanged', { kind, clocksFrom: 'receipt' }),
        decided('free'),
      ])
      .when(decide('free'))
      .recordsNothing()
  })

describe('a repair', () => {
  scenario('is no complaint’s')
    .given(inCharge)
    .when(command('DecideService', { terms: 'free', why: because }))
    .refuses({ _tag: 'WrongKind', kind: 'complaint', expected: ['repair', 'return'] })
  scenario('finished is no complaint’s')
    .given(resolved)
    .when(command('FinishService', { evidence: [] }))
    .refuses({ _tag: 'WrongKind', kind: 'complaint', expected: ['repair', 'return'] })
})
