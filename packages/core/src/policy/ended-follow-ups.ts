/**
 * Closes follow-ups that have lost their reason: their customer is lost or forgotten, or the complaint is open again.
 *
 * @since 0.1.0
 */
import type { FollowUpEvent } from '../follow-up/events.js'
import type { ComplaintId, CustomerId } from '../shared/ids.js'
import type { NonEmptyText } from '../shared/text.js'
import { absorbedBy } from './customers.js'
import type { JsonObject } from '../store/json.js'
import type { Dispatch, Memory, Policy, Reaction, Stamp } from './policy.js'
import { forget, ignore, look, put, send } from './reaction.js'

/** An open follow-up: whose, and the complaint whose close it follows. */
interface Row extends JsonObject {
  readonly customer: string
  readonly complaint: string | null
}

const lost = 'the customer is lost' as NonEmptyText
const forgotten = 'the customer is forgotten' as NonEmptyText
const reopened = 'the complaint was reopened' as NonEmptyText

const heard = (id: string, event: FollowUpEvent, memory: Memory<Row>): Reaction<Row> => {
  switch (event.type) {
    case 'PlanOpened':
      return put(id, { customer: event.data.customer, complaint: null })
    case 'CallBackScheduled': {
      const { customer, reason } = event.data
      return put(id, {
        customer,
        complaint: reason.after === 'complaintClosed' ? reason.complaintId : null,
      })
    }
    default:
      return memory.has(id)
        ? look('followUp', id, ({ _tag }) => (_tag === 'Closed' ? forget(id) : ignore))
        : ignore
  }
}

const closeThose = (
  memory: Memory<Row>,
  which: (row: Row) => boolean,
  why: NonEmptyText,
  stamp: Stamp,
): Reaction<Row> =>
  send(
    ...[...memory].flatMap(([id, row]): ReadonlyArray<Dispatch> =>
      which(row)
        ? [{ to: 'followUp', id, command: { type: 'CloseFollowUp', data: { why, ...stamp } } }]
        : [],
    ),
  )

export const endFollowUps: Policy<Row> = {
  name: 'endFollowUps',
  hears: ['followUp', 'customer', 'complaint'],
  react: (happening, memory, stamp) => {
    if (happening.category === 'followUp') return heard(happening.id, happening.event, memory)
    if (!happening.triggers) return ignore
    if (happening.category === 'customer') {
      const { type } = happening.event
      if (type !== 'CustomerLost' && type !== 'CustomerErased') return ignore
      const himself = happening.id as CustomerId
      return look('customer', himself, (state) => {
        const all: ReadonlyArray<string> = [himself, ...absorbedBy(state)]
        const why = type === 'CustomerLost' ? lost : forgotten
        return closeThose(memory, ({ customer }) => all.includes(customer), why, stamp)
      })
    }
    if (happening.category !== 'complaint' || happening.event.type !== 'ComplaintReopened')
      return ignore
    const again = happening.id as ComplaintId
    return closeThose(memory, ({ complaint }) => complaint === again, reopened, stamp)
  },
}
