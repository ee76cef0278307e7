/**
 * Who stands for whom: what was a merged customer's counts for his survivor, and is his own again once they are parted.
 *
 * @since 0.1.0
 */
import { customer, type CustomerId } from '@troth/core'

import { keyLike, standsFor } from '../shared/merged.js'
import type { Rows } from '../shared/projection.js'

/** Asked by a row's key: a customer's id, with his tenant before it where there are tenants. */
export interface People {
  /**
   * Whoever stands for him: the end of the chain of merges; the last one on record, where it leads to nobody; the least
   * of them, where it leads in a circle; himself, where he was never registered.
   */
  readonly survivorOf: (key: string) => string
  /** Whether he was erased, or whoever stands for him. */
  readonly isForgotten: (key: string) => boolean
  readonly stateOf: (key: string) => customer.CustomerState
}

/** The customer whose key it is, without the tenant. */
export const customerOf = (key: string): CustomerId =>
  // The key of a customer's row is made of his id alone, and it was read as one.
  key.slice(key.lastIndexOf('.') + 1) as CustomerId

const unknown: customer.CustomerState = { _tag: 'NotRegistered' }

const isErased = (state: customer.CustomerState): boolean =>
  state._tag !== 'NotRegistered' && customer.himself(state)._tag === 'Erased'

/** The people of the `customers` projection's rows. */
export const people = (rows: Rows<customer.CustomerState>): People => {
  const stateOf = (key: string) => rows.get(key) ?? unknown
  const survivorOf = standsFor(
    (key) => {
      const state = stateOf(key)
      return state._tag === 'Merged' ? keyLike(key, state.survivor) : undefined
    },
    (key) => stateOf(key)._tag !== 'NotRegistered',
  )
  return {
    survivorOf,
    isForgotten: (key) => isErased(stateOf(key)) || isErased(stateOf(survivorOf(key))),
    stateOf,
  }
}

/** Nobody is on record: everyone stands for himself. For a view that is read without its customers. */
export const nobody: People = people(new Map())
