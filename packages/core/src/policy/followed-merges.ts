/**
 * Carries a merge, and its undoing, to the other stream that it concerns.
 *
 * @since 0.1.0
 */
import type { CustomerEvent, FactsOf } from '../customer/events.js'
import type { CustomerState } from '../customer/state.js'
import { himself } from '../customer/state.js'
import type { ComplaintId, CustomerId } from '../shared/ids.js'
import type { NonEmptyText } from '../shared/text.js'
import type { Dispatch, Policy, Reaction, Stamp } from './policy.js'
import { ignore, look, send } from './reaction.js'

const parted = 'the two are not one' as NonEmptyText

const toSurvivor = (
  absorbed: CustomerId,
  { mergeId, survivor, blacklisted }: FactsOf<'CustomerMerged'>,
  stamp: Stamp,
): Dispatch => ({
  to: 'customer',
  id: survivor,
  command: {
    type: 'AbsorbCustomer',
    data: { mergeId, absorbed, through: [], ...(blacklisted && { blacklisted }), ...stamp },
  },
})

/** Each of the two tells the other: whoever knows it already records nothing. */
const toOther = (
  other: CustomerId,
  { mergeId, other: id, why = parted }: FactsOf<'CustomersParted'>,
  stamp: Stamp,
): Dispatch => ({
  to: 'customer',
  id,
  command: { type: 'PartCustomers', data: { mergeId, other, why, ...stamp } },
  because: mergeId,
})

/** To forget a customer is to forget him in each record that was made of him. */
const erasures = (state: CustomerState, stamp: Stamp): ReadonlyArray<Dispatch> =>
  state._tag === 'NotRegistered'
    ? []
    : Object.values(himself(state).file.absorbed).map(({ customer }) => ({
        to: 'customer',
        id: customer,
        command: { type: 'EraseCustomer', data: stamp },
      }))

const ofCustomer = (id: CustomerId, event: CustomerEvent, stamp: Stamp): Reaction<never> => {
  switch (event.type) {
    case 'CustomerMerged':
      return send(toSurvivor(id, event.data, stamp))
    case 'CustomersParted':
      return send(toOther(id, event.data, stamp))
    case 'CustomerErased':
      // Whoever asked for it asked for all of him.
      return look('customer', id, (state) =>
        send(...erasures(state, { at: stamp.at, by: event.data.by })),
      )
    default:
      return ignore
  }
}

export const followMerges: Policy<never> = {
  name: 'followMerges',
  hears: ['customer', 'complaint'],
  react: (happening, _, stamp) => {
    if (!happening.triggers) return ignore
    if (happening.category === 'customer')
      return ofCustomer(happening.id as CustomerId, happening.event, stamp)
    if (happening.category !== 'complaint' || happening.event.type !== 'ComplaintMerged')
      return ignore
    const { survivor, openPromises } = happening.event.data
    const absorbed = happening.id as ComplaintId
    return send({
      to: 'complaint',
      id: survivor,
      command: { type: 'AbsorbComplaint', data: { absorbed, openPromises, ...stamp } },
    })
  },
}
