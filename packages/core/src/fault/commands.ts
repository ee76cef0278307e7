/**
 * What may be asked of a fault. `at` is when, `by` is who: nothing in the domain reads a clock.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { message } from '../shared/message.js'
import * as f from './fields.js'

export const FaultCommand = t.union(
  [
    message('ReportFault', f.report, f.reportMore),
    message('AssignFaultOwner', f.ownership),

    // `told` is said where it is another than the one who was named in the report.
    message('TellContractSigner', f.channel, f.told),
    message('TellManager', f.channel, f.told),
    message('FileFault', f.filing),
    message('TellLeadership', { ...f.channel, ...f.told }),
    message('TrackFault', f.tracking, f.trackingMore),
    message('ClearFault', f.clearing),

    message('LinkComplaint', f.link),
    message('DeclareCrisis', f.why),
  ],
  'FaultCommand',
)
export type FaultCommand = t.TypeOf<typeof FaultCommand>

/** What one kind of command carries. */
export type Asked<T extends FaultCommand['type']> = Extract<FaultCommand, { type: T }>['data']
