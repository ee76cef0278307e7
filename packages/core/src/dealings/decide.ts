/**
 * What a customer's dealings answer to a command. Asking again for what is on record already yields no events.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { emit, reject } from '../shared/decider.js'
import { once } from '../shared/entries.js'
import { tooLongAgo } from '../shared/written-later.js'
import type { DealingsCommand } from './commands.js'
import type { DealingsDecision } from './decide/answer.js'
import * as orders from './decide/orders.js'
import type { DealingsRules } from './rules.js'
import type { DealingsState } from './state.js'

const answer = (state: DealingsState, { type, data }: DealingsCommand): DealingsDecision => {
  switch (type) {
    case 'RecordPurchase':
      return orders.purchase(state, data)
    case 'HandOverForUse':
      return once(state, 'handOver', data.handOverId, () => orders.handOver(state, data))
    case 'ReturnPurchase':
      return once(state, 'return', data.returnId, () => orders.giveBack(state, data))
    case 'RecordVisit':
      return once(state, 'visit', data.visitId, () => emit({ type: 'VisitRecorded', data }))
    case 'RecordReferral':
      return once(state, 'referral', data.referralId, () =>
        emit({ type: 'ReferralRecorded', data }),
      )
    case 'ReportRivalPurchase':
      return once(state, 'rivalPurchase', data.reportId, () =>
        emit({ type: 'RivalPurchaseReported', data }),
      )
    case 'StateIntent':
      return once(state, 'intent', data.statementId, () => emit({ type: 'IntentStated', data }))
    case 'StateAttitude':
      return once(state, 'attitude', data.statementId, () => emit({ type: 'AttitudeStated', data }))
    case 'GrantBenefit':
      return once(state, 'benefit', data.benefitId, () => emit({ type: 'BenefitGranted', data }))
  }
}

/**
 * What was written down later is welcome, within the host's limit. The first fact on record begins nothing that the
 * others would have to come after: an older one is welcome within the same limit.
 */
const inTime = (
  { latest }: DealingsState,
  { data: { at } }: DealingsCommand,
  { lateBy }: DealingsRules,
  decision: DealingsDecision,
): DealingsDecision => {
  if (latest === undefined || E.isLeft(decision) || decision.right.length === 0) return decision
  const late = tooLongAgo(latest, at, lateBy)
  return late ? reject(late) : decision
}

export const decide =
  (rules: DealingsRules) =>
  (command: DealingsCommand) =>
  (state: DealingsState): DealingsDecision =>
    inTime(state, command, rules, answer(state, command))
