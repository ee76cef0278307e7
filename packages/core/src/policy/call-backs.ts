/**
 * Calls a customer back after his complaint was closed, and after a promise to him was broken.
 *
 * @since 0.1.0
 */
import { subjectOf as complainantOf } from '../complaint/state.js'
import { subjectOf as promisee } from '../promise/state.js'
import type { CallBackReason } from '../follow-up/values.js'
import type { ComplaintId, CustomerId, PromiseId } from '../shared/ids.js'
import { policyId } from '../store/event-ids.js'
import { isForgotten, lookSurvivor } from './customers.js'
import type { Happening, Policy, Reaction, Stamp } from './policy.js'
import { ignore, look, send } from './reaction.js'

const name = 'scheduleCallBacks'

/** Due so many working days after what it follows, however late the policy hears of it. Who is forgotten is not called. */
const schedule = (
  { eventId, event }: Happening,
  { by }: Stamp,
  customer: CustomerId | undefined,
  reason: CallBackReason,
): Reaction<never> =>
  customer === undefined
    ? ignore
    : lookSurvivor(customer, (_survivor, state) =>
        isForgotten(state)
          ? ignore
          : send({
              to: 'followUp',
              id: policyId(name, eventId),
              command: {
                type: 'ScheduleCallBack',
                data: { customer, reason, at: event.data.at, by },
              },
            }),
      )

export const scheduleCallBacks: Policy<never> = {
  name,
  hears: ['complaint', 'promise'],
  react: (happening, _, stamp) => {
    if (!happening.triggers) return ignore
    const { id, category, event } = happening
    if (category === 'complaint' && event.type === 'ComplaintClosed')
      return look('complaint', id, (state) =>
        // Only complaints are followed up so: who asked for something has got it by then.
        state._tag === 'NotRecorded' || state.file.kind !== 'complaint'
          ? ignore
          : schedule(happening, stamp, complainantOf(state), {
              after: 'complaintClosed',
              complaintId: id as ComplaintId,
            }),
      )
    if (category === 'promise' && event.type === 'PromiseBroken')
      return look('promise', id, (state) =>
        schedule(happening, stamp, promisee(state), {
          after: 'promiseBroken',
          promiseId: id as PromiseId,
        }),
      )
    return ignore
  },
}
