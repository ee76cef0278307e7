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

/** A customer's record, as it was looked at. */
export interface Seen {
  readonly id: CustomerId
  readonly state: CustomerState
}

/**
 * Looks at a customer and, merged, at his survivor, through every merge between: `seen` are those who were looked at,
 * in order. The last one is merged too where they lead in a circle, or through too many.
 */
export const lookOnward = <Row = never>(
  id: CustomerId,
  then: (last: Seen, seen: ReadonlyArray<Seen>) => Reaction<Row>,
  before: ReadonlyArray<Seen> = [],
): Reaction<Row> =>
  look('customer', id, (state) => {
    const last = { id, state }
    const seen = [...before, last]
    const next = state._tag === 'Merged' ? state.survivor : undefined
    const ends = next === undefined || seen.length > mostMerges || seen.some((s) => s.id === next)
    return ends ? then(last, seen) : lookOnward(next, then, seen)
  })

/** Looks at whoever answers for a customer by now: at himself, where merges lead in a circle. */
export const lookSurvivor = <Row = never>(
  id: CustomerId,
  then: (survivor: CustomerId, state: CustomerState) => Reaction<Row>,
): Reaction<Row> =>
  lookOnward(id, (last, [first = last]) => {
    const survivor = last.state._tag === 'Merged' ? first : last
    return then(survivor.id, survivor.state)
  })

/** Those who are one customer, each as he is on record himself. */
export type Together = ReadonlyMap<CustomerId, CustomerState>

const absorbedBy = (state: CustomerState): ReadonlyArray<CustomerId> =>
  state._tag === 'NotRegistered'
    ? []
    : Object.values(himself(state).file.absorbed).map(({ customer }) => customer)

/** Whoever was absorbed may have been parted since: it is his own record that says whose he is. */
const mergedInto = (all: Together, states: Together): Together => {
  const more = [...states].filter(
    ([id, state]) => !all.has(id) && state._tag === 'Merged' && all.has(state.survivor),
  )
  return more.length === 0 ? all : mergedInto(new Map([...all, ...more]), states)
}

/** Looks at a customer and at everybody who is merged into him, or into one of them; he comes first. */
export const lookTogether = <Row = never>(
  id: CustomerId,
  then: (all: Together) => Reaction<Row>,
): Reaction<Row> =>
  look('customer', id, (own) => {
    const himselfAlone = new Map([[id, own]])
    const onward = (
      states: Together,
      [next, ...rest]: ReadonlyArray<CustomerId>,
    ): Reaction<Row> => {
      if (next === undefined) return then(mergedInto(himselfAlone, states))
      return states.has(next)
        ? onward(states, rest)
        : look('customer', next, (state) =>
            onward(new Map([...states, [next, state]]), [...rest, ...absorbedBy(state)]),
          )
    }
    return onward(himselfAlone, absorbedBy(own))
  })

/** What is on record of him himself; none before he was registered and after he was erased. */
export const fileOf = (state: CustomerState): CustomerFile | undefined => {
  if (state._tag === 'NotRegistered') return undefined
  const one = himself(state)
  return one._tag === 'Erased' ? undefined : one.file
}

/** Whether all that was his own is gone. */
export const isForgotten = (state: CustomerState): boolean =>
  state._tag !== 'NotRegistered' && himself(state)._tag === 'Erased'
