/**
 * What may be put on record of a customer's dealings. `at` is when it happened, `by` is who says so:
 * nothing in the domain reads a clock.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { message } from '../shared/message.js'
import * as f from './fields.js'

export const DealingsCommand = t.union(
  [
    message('RecordPurchase', f.purchase, f.purchaseMore),
    message('HandOverForUse', f.handOver, f.handOverMore),
    message('ReturnPurchase', f.giveBack),
    message('RecordVisit', f.visit),
    message('RecordReferral', f.referral),
    message('ReportRivalPurchase', f.rivalPurchase, f.rivalPurchaseMore),
    message('StateIntent', f.intent),
    message('StateAttitude', f.attitude),
    message('GrantBenefit', f.benefit),
  ],
  'DealingsCommand',
)
export type DealingsCommand = t.TypeOf<typeof DealingsCommand>

/** What one kind of command carries. */
export type Asked<T extends DealingsCommand['type']> = Extract<DealingsCommand, { type: T }>['data']
