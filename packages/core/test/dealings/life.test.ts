/**
 * Every command asked of every state of a customer's dealings.
 *
 * A cell says what is recorded, or `·` where it is on record already and nothing is, or why not. Dealings have no
 * life of their own: nothing opens them and nothing closes them. What has one is an order, and so the columns are
 * those of one order, bought on Monday for 20.00; what came back came back on Tuesday, and on Wednesday all is asked.
 */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { DealingsCommand } from '../../src/dealings/commands.js'
import { dealings } from '../../src/dealings/dealings.js'
import type { DealingsEvent } from '../../src/dealings/events.js'
import { ownership } from '../../src/dealings/state.js'
import { fold } from '../../src/shared/decider.js'
import { typesOf } from '../../src/store/message-types.js'
import {
  bought,
  buy,
  command,
  entry,
  full,
  gaveBack,
  giveBack,
  handedOver,
  handOver,
  intent,
  monday,
  name,
  order,
  part,
  rules,
  state,
  stateIntent,
  tuesday,
  visit,
  visited,
  wednesday,
} from '../support/dealings.js'

const states: Readonly<Record<string, ReadonlyArray<DealingsEvent>>> = {
  nothing: [],
  'visited, intends': [visited(1, monday), intent(1, 7, monday)],
  bought: [bought(1)],
  'handed over': [bought(1), handedOver(1, { orderId: order(1) }, monday)],
  'back in part': [bought(1), gaveBack(1, part(500))],
  'all money back': [bought(1), gaveBack(1, part(2_000))],
  'back in full': [bought(1), gaveBack(1, full)],
}

/** By the ids of the columns, or by others. */
const asked: ReadonlyArray<readonly [string, DealingsCommand]> = [
  ['RecordPurchase', buy(1, wednesday)],
  ['  of another sum', buy(1, wednesday, 1_500)],
  ['  of another number', buy(2, wednesday)],
  ['HandOverForUse', handOver(1, { orderId: order(1) }, wednesday)],
  ['  another', handOver(2, { orderId: order(1) }, wednesday)],
  ['  without an order', handOver(2, {}, wednesday)],
  ['ReturnPurchase', giveBack(1, full, wednesday)],
  ['  in full', giveBack(2, full, wednesday)],
  ['  in part', giveBack(2, part(1_500), wednesday)],
  ['  a little more', giveBack(2, part(1_501), wednesday)],
  ['  all the money', giveBack(2, part(2_000), wednesday)],
  ['  of another currency', giveBack(2, part(1, 'USD'), wednesday)],
  ['  in part, on Tuesday', giveBack(2, part(1_500), tuesday)],
  ['  in part, on Monday', giveBack(2, part(1_500), monday)],
  ['  in full, on Monday', giveBack(2, full, monday)],
  ['RecordVisit', visit(1, wednesday)],
  [
    'RecordReferral',
    command(
      'RecordReferral',
      { referralId: entry(1), referred: { kind: 'prospect', name: name('Chen') } },
      wednesday,
    ),
  ],
  [
    'ReportRivalPurchase',
    command('ReportRivalPurchase', { reportId: entry(1), rival: name('Acme') }, wednesday),
  ],
  ['StateIntent', stateIntent(1, 7, wednesday)],
  [
    'StateAttitude',
    command('StateAttitude', { statementId: entry(1), towardUs: 9, towardBestRival: 4 }, wednesday),
  ],
  ['GrantBenefit', command('GrantBenefit', { benefitId: entry(1), kind: 'priority' }, wednesday)],
]

const decider = dealings(rules)

const cell = (history: ReadonlyArray<DealingsEvent>, each: DealingsCommand): string => {
  const answer = decider.decide(each)(fold(decider)(history))
  return E.match(
    ({ _tag }: { _tag: string }) => _tag,
    (events: ReadonlyArray<DealingsEvent>) => events.map(({ type }) => type).join() || '·',
  )(answer)
}

const columns = Object.values(states)
const rows = [
  ['', ...Object.keys(states)],
  ['is', ...columns.map((history) => ownership(state(...history)))],
  ...asked.map(([label, each]) => [label, ...columns.map((history) => cell(history, each))]),
]

const table = `
                        nothing                visited, intends       bought                 handed over            back in part           all money back         back in full
is                      potential              intending              owner                  owner                  owner                  owner                  potential
RecordPurchase          PurchaseRecorded       PurchaseRecorded       ·                      ·                      ·                      ·                      ·
  of another sum        PurchaseRecorded       PurchaseRecorded       AnotherPurchase        AnotherPurchase        AnotherPurchase        AnotherPurchase        AnotherPurchase
  of another number     PurchaseRecorded       PurchaseRecorded       PurchaseRecorded       PurchaseRecorded       PurchaseRecorded       PurchaseRecorded       PurchaseRecorded
HandOverForUse          NoSuchPurchase         NoSuchPurchase         HandedOverForUse       ·                      HandedOverForUse       HandedOverForUse       HandedOverForUse
  another               NoSuchPurchase         NoSuchPurchase         HandedOverForUse       HandedOverForUse       HandedOverForUse       HandedOverForUse       HandedOverForUse
  without an order      HandedOverForUse       HandedOverForUse       HandedOverForUse       HandedOverForUse       HandedOverForUse       HandedOverForUse       HandedOverForUse
ReturnPurchase          NoSuchPurchase         NoSuchPurchase         PurchaseReturned       PurchaseReturned       ·                      ·                      ·
  in full               NoSuchPurchase         NoSuchPurchase         PurchaseReturned       PurchaseReturned       PurchaseReturned       PurchaseReturned       AlreadyReturned
  in part               NoSuchPurchase         NoSuchPurchase         PurchaseReturned       PurchaseReturned       PurchaseReturned       MoreThanLeft           AlreadyReturned
  a little more         NoSuchPurchase         NoSuchPurchase         PurchaseReturned       PurchaseReturned       MoreThanLeft           MoreThanLeft           AlreadyReturned
  all the money         NoSuchPurchase         NoSuchPurchase         PurchaseReturned       PurchaseReturned       MoreThanLeft           MoreThanLeft           AlreadyReturned
  of another currency   NoSuchPurchase         NoSuchPurchase         OtherCurrency          OtherCurrency          OtherCurrency          OtherCurrency          AlreadyReturned
  in part, on Tuesday   NoSuchPurchase         NoSuchPurchase         PurchaseReturned       PurchaseReturned       PurchaseReturned       MoreThanLeft           AlreadyReturned
  in part, on Monday    NoSuchPurchase         NoSuchPurchase         PurchaseReturned       PurchaseReturned       PurchaseReturned       MoreThanLeft           PurchaseReturned
  in full, on Monday    NoSuchPurchase         NoSuchPurchase         PurchaseReturned       PurchaseReturned       PartReturnedSince      PartReturnedSince      AlreadyReturned
RecordVisit             VisitRecorded          ·                      VisitRecorded          VisitRecorded          VisitRecorded          VisitRecorded          VisitRecorded
RecordReferral          ReferralRecorded       ReferralRecorded       ReferralRecorded       ReferralRecorded       ReferralRecorded       ReferralRecorded       ReferralRecorded
ReportRivalPurchase     RivalPurchaseReported  RivalPurchaseReported  RivalPurchaseReported  RivalPurchaseReported  RivalPurchaseReported  RivalPurchaseReported  RivalPurchaseReported
StateIntent             IntentStated           ·                      IntentStated           IntentStated           IntentStated           IntentStated           IntentStated
StateAttitude           AttitudeStated         AttitudeStated         AttitudeStated         AttitudeStated         AttitudeStated         AttitudeStated         AttitudeStated
GrantBenefit            BenefitGranted         BenefitGranted         BenefitGranted         BenefitGranted         BenefitGranted         BenefitGranted         BenefitGranted
`

describe('a customer’s dealings, asked everything everywhere', () => {
  it('answer as the table says', () => {
    const written = rows
      .map((row) =>
        row
          .map((word, i) => word.padEnd(i === 0 ? 24 : 23))
          .join('')
          .trimEnd(),
      )
      .join('\n')
    expect(`\n${written}\n`).toBe(table)
  })

  it('are asked every command', () => {
    expect([...new Set(asked.map(([, { type }]) => type))].sort()).toEqual(
      [...(typesOf(DealingsCommand)?.keys() ?? [])].sort(),
    )
  })
})
