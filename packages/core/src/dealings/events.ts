/**
 * What is on record of a customer's dealings: the stored format. Add events and optional fields; never rename one.
 * Whose they are is said by the stream's name, which is his id.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { message } from '../shared/message.js'
import * as f from './fields.js'

export const DealingsEvent = t.union(
  [
    message('PurchaseRecorded', f.purchase, f.purchaseMore),
    message('HandedOverForUse', f.handOver, f.handOverMore),
    // In full it removes the purchase as of this instant, in part it lowers what it was worth.
    message('PurchaseReturned', f.giveBack),
    message('VisitRecorded', f.visit),
    message('ReferralRecorded', f.referral),
    message('RivalPurchaseReported', f.rivalPurchase, f.rivalPurchaseMore),
    message('IntentStated', f.intent),
    message('AttitudeStated', f.attitude),
    message('BenefitGranted', f.benefit),
  ],
  'DealingsEvent',
)
export type DealingsEvent = t.TypeOf<typeof DealingsEvent>

/** The facts of one kind of event. */
export type FactsOf<T extends DealingsEvent['type']> = Extract<DealingsEvent, { type: T }>['data']
