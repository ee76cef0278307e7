/**
 * What is on record of a fault: the stored format. Add events and optional fields; never rename one.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Grant } from '../shared/authority.js'
import { message } from '../shared/message.js'
import * as f from './fields.js'

export const FaultEvent = t.union(
  [
    message('FaultReported', f.report, f.reportMore),
    message('FaultOwnerAssigned', f.ownership),

    message('ContractSignerTold', { ...f.channel, ...f.told }),
    message('ManagerTold', { ...f.channel, ...f.told }),
    message('FaultFiled', f.filing),
    message('LeadershipTold', { ...f.channel, ...f.told }),
    message('FaultTracked', f.tracking, f.trackingMore),
    message('FaultCleared', f.clearing),

    message('ComplaintLinked', f.link),
    // `authority` is the line of the host's matrix by which it was declared; of facts from elsewhere it may be unknown.
    message('CrisisDeclared', f.why, { authority: Grant }),
  ],
  'FaultEvent',
)
export type FaultEvent = t.TypeOf<typeof FaultEvent>

/** The facts of one kind of event. */
export type FactsOf<T extends FaultEvent['type']> = Extract<FaultEvent, { type: T }>['data']
