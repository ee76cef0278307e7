/**
 * Carries a merge, and its undoing, to the other stream that it concerns.
 *
 * @since 0.1.0
 */
import type { CustomerEvent, FactsOf } from '../customer/events.js'
import { blacklistings, type CustomerState, himself } from '../customer/state.js'
import { isKnown } from '../shared/entries.js'
import type { ComplaintId, CustomerId } from '../shared/ids.js'
import type { NonEmptyText } from '../shared/text.js'
import type { JsonObject } from '../store/json.js'
import { fileOf, isForgotten, lookOnward, lookTogether } from './customers.js'
import type { Dispatch, Memory, Policy, Reaction, Stamp } from './policy.js'
import { all, forget, ignore, look, put, remembering, send } from './reaction.js'

/** A merge, by its id, that was accepted by a survivor's survivor: who was merged, and who pointed on. */
interface Row extends JsonObject {
  readonly absorbed: CustomerId
  readonly through: ReadonlyArray<CustomerId>
}

const parted = 'the two are not one' as NonEmptyText
const forgotten = 'the survivor is forgotten' as NonEmptyText

const toSurvivor = (
  absorbed: CustomerId,
  {
    mergeId,
    survivor,
    blacklisted,
  }: Pick<FactsOf<'CustomerMerged'>, 'mergeId' | 'survivor' | 'blacklisted'>,
  stamp: Stamp,
): Dispatch => ({
  to: 'customer',
  id: survivor,
  command: {
    type: 'AbsorbCustomer',
    data: { mergeId, absorbed, through: [], ...(blacklisted && { blacklisted }), ...stamp },
  },
  because: mergeId,
})

/** Nobody is merged where he was parted before this was heard, nor into a forgotten customer: he would be lost with him. */
const merged = (id: CustomerId, facts: FactsOf<'CustomerMerged'>, stamp: Stamp): Reaction<never> =>
  lookOnward(facts.survivor, (last, seen) => {
    const { mergeId, survivor: other } = facts
    const undone = seen.some(
      ({ state }) =>
        state._tag !== 'NotRegistered' && isKnown(himself(state).file, 'parted', mergeId),
    )
    if (!undone && !isForgotten(last.state)) return send(toSurvivor(id, facts, stamp))
    const data = { mergeId, other, why: undone ? parted : forgotten, ...stamp }
    return send({ to: 'customer', id, command: { type: 'PartCustomers', data } })
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

const lasts = (
  state: CustomerState,
  merge: string,
): state is Extract<CustomerState, { readonly _tag: 'Merged' }> =>
  state._tag === 'Merged' && state.mergeId === merge

/** Whoever came through one of the two belongs to where that one stands now. */
const cameThrough = (
  two: ReadonlyArray<CustomerId>,
  memory: Memory<Row>,
  stamp: Stamp,
): ReadonlyArray<Reaction<never>> =>
  [...memory].flatMap(([merge, { absorbed, through }]) =>
    through.some((each) => two.includes(each))
      ? [
          look('customer', absorbed, (state) => {
            if (!lasts(state, merge)) return ignore
            const { mergeId, survivor } = state
            const file = fileOf(state)
            const [blacklisted] = file === undefined ? [] : blacklistings(file)
            return send(
              toSurvivor(
                absorbed,
                { mergeId, survivor, ...(blacklisted && { blacklisted }) },
                stamp,
              ),
            )
          }),
        ]
      : [],
  )

/** To forget a customer is to forget him in each record that was made of him. Whoever asked for it asked for all of him. */
const erasures = (id: CustomerId, { at }: Stamp, by: Stamp['by']): Reaction<never> =>
  lookTogether(id, (together) =>
    send(
      ...[...together.keys()].flatMap((each): ReadonlyArray<Dispatch> =>
        each === id
          ? []
          : [{ to: 'customer', id: each, command: { type: 'EraseCustomer', data: { at, by } } }],
      ),
    ),
  )

const ofCustomer = (
  id: CustomerId,
  event: CustomerEvent,
  memory: Memory<Row>,
  stamp: Stamp,
): Reaction<never> => {
  switch (event.type) {
    case 'CustomerMerged':
      return merged(id, event.data, stamp)
    case 'CustomersParted':
      return all([
        send(toOther(id, event.data, stamp)),
        ...cameThrough([id, event.data.other], memory, stamp),
      ])
    case 'CustomerErased':
      return erasures(id, stamp, event.data.by)
    default:
      return ignore
  }
}

/** Only merges through others are kept in mind, and only while they last. */
const remembered = (event: CustomerEvent): Reaction<Row> => {
  switch (event.type) {
    case 'CustomerAbsorbed': {
      const { mergeId, absorbed, through } = event.data
      if (through.length === 0) return forget(mergeId)
      // Heard late, it may be undone by now.
      return look('customer', absorbed, (state) =>
        lasts(state, mergeId) ? put<Row>(mergeId, { absorbed, through }) : forget(mergeId),
      )
    }
    case 'CustomersParted':
      return forget(event.data.mergeId)
    default:
      return ignore
  }
}

export const followMerges: Policy = remembering<Row>({
  name: 'followMerges',
  hears: ['customer', 'complaint'],
  react: (happening, memory, stamp) => {
    const { category, event, triggers } = happening
    if (category === 'customer')
      return all<Row>([
        triggers ? ofCustomer(happening.id as CustomerId, event, memory, stamp) : ignore,
        remembered(event),
      ])
    if (!triggers || category !== 'complaint' || event.type !== 'ComplaintMerged') return ignore
    const { survivor, openPromises } = event.data
    const absorbed = happening.id as ComplaintId
    return send({
      to: 'complaint',
      id: survivor,
      command: { type: 'AbsorbComplaint', data: { absorbed, openPromises, ...stamp } },
    })
  },
})
