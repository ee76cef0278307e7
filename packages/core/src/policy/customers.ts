/**
 * Who a customer is by now, and how policies look him up.
 *
 * @since 0.1.0
 */
import { type CustomerFile, type CustomerState, himself } from '../customer/state.js'
import type { CustomerId } from '../shared/ids.js'
import { mostMerges } from '../store/follow-merges.js'
import type { Reaction } from './policy.js'
import { look } from './reaction.js'

/** Looks at a customer and, merged, at his survivor, through every merge between; at himself where they lead in a circle. */
export const lookSurvivor = <Row = never>(
  id: CustomerId,
  then: (survivor: CustomerId, state: CustomerState) => Reaction<Row>,
  through: ReadonlyArray<CustomerId> = [],
): Reaction<Row> =>
  look('customer', id, (state) =>
    state._tag === 'Merged' && !through.includes(state.survivor) && through.length < mostMerges
      ? lookSurvivor(state.survivor, then, [...through, id])
      : then(id, state),
  )

/** What is on record of him himself; none before he was registered and after he was erased. */
export const fileOf = (state: CustomerState): CustomerFile | undefined => {
  if (state._tag === 'NotRegistered') return undefined
  const one = himself(state)
  return one._tag === 'Erased' ? undefined : one.file
}

/** Everybody who was merged into him. */
export const absorbedBy = (state: CustomerState): ReadonlyArray<CustomerId> =>
  state._tag === 'NotRegistered'
    ? []
    : Object.values(himself(state).file.absorbed).map(({ customer }) => customer)
