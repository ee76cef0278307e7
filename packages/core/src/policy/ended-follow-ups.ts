/**
 * Closes follow-ups that have lost their reason: their customer is lost or forgotten, or the complaint is open again.
 *
 * @since 0.1.0
 */
import type { ComplaintState } from '../complaint/state.js'
import { type CustomerState, himself } from '../customer/state.js'
import type { FollowUpFile } from '../follow-up/state.js'
import type { ComplaintId, CustomerId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import type { NonEmptyText } from '../shared/text.js'
import type { JsonObject } from '../store/json.js'
import { lookSurvivor, lookTogether } from './customers.js'
import type { Happening, Memory, Policy, Reaction, Stamp } from './policy.js'
import { all, forget, ignore, look, put, remembering, send } from './reaction.js'

/** An open follow-up: whose, and the complaint whose close it follows. */
interface Row extends JsonObject {
  readonly customer: CustomerId
  readonly complaint: ComplaintId | null
}

const lost = 'the customer is lost' as NonEmptyText
const forgotten = 'the customer is forgotten' as NonEmptyText
const reopened = 'the complaint was reopened' as NonEmptyText

const close = (id: string, why: NonEmptyText, stamp: Stamp): Reaction<never> =>
  send({ to: 'followUp', id, command: { type: 'CloseFollowUp', data: { why, ...stamp } } })

const rowOf = ({ customer, agenda }: FollowUpFile): Row => ({
  customer,
  complaint:
    agenda._tag === 'CallBack' && agenda.reason.after === 'complaintClosed'
      ? agenda.reason.complaintId
      : null,
})

/** Why a follow-up of his, begun at `began`, has lost its reason. Whom one visits after he was lost is to be won back. */
const endedBy = (state: CustomerState, began: Instant): NonEmptyText | undefined => {
  if (state._tag === 'NotRegistered') return undefined
  const one = himself(state)
  if (one._tag === 'Erased') return forgotten
  return one._tag === 'Lost' && began <= one.at ? lost : undefined
}

/** Whether the complaint was taken up again after a close at `closed`. */
const isOpenAgain = (state: ComplaintState, closed: Instant): boolean =>
  state._tag === 'Open' || (state._tag !== 'NotRecorded' && state.file.timeline.cycleFrom > closed)

/** What would have ended it may be on record already: whoever opened it heard late of its reason. */
const begun = (
  id: string,
  { customer, complaint }: Row,
  began: Instant,
  stamp: Stamp,
): Reaction<never> =>
  look('customer', customer, (own) =>
    lookSurvivor(customer, (_survivor, state) => {
      const why = endedBy(own, began) ?? endedBy(state, began)
      if (why !== undefined) return close(id, why, stamp)
      if (complaint === null) return ignore
      return look('complaint', complaint, (followed) =>
        isOpenAgain(followed, began) ? close(id, reopened, stamp) : ignore,
      )
    }),
  )

const heard = (
  { id, event, triggers }: Extract<Happening, { category: 'followUp' }>,
  memory: Memory<Row>,
  stamp: Stamp,
): Reaction<Row> => {
  const begins = event.type === 'PlanOpened' || event.type === 'CallBackScheduled'
  if (!begins && !memory.has(id)) return ignore
  return look('followUp', id, (state) => {
    if (state._tag !== 'Open') return forget(id)
    const row = rowOf(state.file)
    const { began } = state.file
    return all<Row>([put(id, row), triggers && begins ? begun(id, row, began, stamp) : ignore])
  })
}

const closeThose = (
  memory: Memory<Row>,
  which: (row: Row) => boolean,
  why: NonEmptyText,
  stamp: Stamp,
): Reaction<never> =>
  all([...memory].flatMap(([id, row]) => (which(row) ? [close(id, why, stamp)] : [])))

const ofCustomer = (
  { id, event }: Extract<Happening, { category: 'customer' }>,
  memory: Memory<Row>,
  stamp: Stamp,
): Reaction<never> => {
  if (event.type !== 'CustomerLost' && event.type !== 'CustomerErased') return ignore
  return lookTogether(id as CustomerId, (together) => {
    const [own] = together.values()
    // Won back before this was heard, he is visited as before.
    const why = own && endedBy(own, event.data.at)
    return why === undefined
      ? ignore
      : closeThose(memory, ({ customer }) => together.has(customer), why, stamp)
  })
}

export const endFollowUps: Policy = remembering<Row>({
  name: 'endFollowUps',
  hears: ['followUp', 'customer', 'complaint'],
  react: (happening, memory, stamp) => {
    if (happening.category === 'followUp') return heard(happening, memory, stamp)
    if (!happening.triggers) return ignore
    if (happening.category === 'customer') return ofCustomer(happening, memory, stamp)
    const { id, event } = happening
    // What an outside body has decided is to be carried out here.
    return event.type === 'ComplaintReopened' || event.type === 'OutsideDecisionRecorded'
      ? closeThose(memory, ({ complaint }) => complaint === id, reopened, stamp)
      : ignore
  },
})
