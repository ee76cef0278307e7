/**
 * The compound values that a follow-up's messages carry.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { ComplaintId, PromiseId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { data } from '../shared/message.js'
import { horizon } from '../time/invalid-time.js'
import { VisitKey } from './visit-key.js'

/** Milliseconds, whole, from none to 100 years. */
export const Milliseconds = t.refinement(
  t.number,
  (n) => Number.isInteger(n) && n >= 0 && n <= horizon,
  'whole milliseconds from 0 to 100 years',
)

/** How long before its due instant a visit may be made, and how long after it is still in its window. */
export const Window = t.readonly(t.strict({ early: Milliseconds, late: Milliseconds }), 'Window')
export type Window = t.TypeOf<typeof Window>

/** A visit as planned: from when it may be made, when it is due, and the last instant of its window. */
export const Planned = t.readonly(
  t.strict({ visit: VisitKey, opensAt: Instant, dueAt: Instant, until: Instant }),
  'Planned',
)
export type Planned = t.TypeOf<typeof Planned>

/** Why a customer is called back: his complaint was closed, our word was broken, or the call was promised. */
export const CallBackReason = t.union(
  [
    t.readonly(t.strict({ after: t.literal('complaintClosed'), complaintId: ComplaintId })),
    t.readonly(t.strict({ after: t.literal('promiseBroken'), promiseId: PromiseId })),
    data({ after: t.literal('promised') }, { promiseId: PromiseId }),
  ],
  'CallBackReason',
)
export type CallBackReason = t.TypeOf<typeof CallBackReason>
