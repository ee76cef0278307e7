/**
 * Whether a customer may be promised anything.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { barred } from '../customer/customer.js'
import type { AuthorityRejection } from '../customer/rejections.js'
import type { CustomerRules } from '../customer/rules.js'
import { type CustomerState, himself, type Registered } from '../customer/state.js'
import type { Actor } from '../shared/actor.js'
import { mostMerges } from '../store/follow-merges.js'
import type { ReadState } from '../store/state-reader.js'
import type { Objection } from './checked.js'

/** The customer is blacklisted, and whoever asks is none of those who may clear him. */
export type Blacklisted = Extract<AuthorityRejection, { readonly _tag: 'Blacklisted' }>

/** Says whether `by` may promise anything to the customer `id`. */
export type MayPromise = (
  id: string,
  by: Actor,
  tenant: string | undefined,
) => Promise<Objection<Blacklisted>>

/** A survivor speaks for whom he took over; a merge that nobody has taken over yet must not wash anybody clean. */
const standing = (chain: ReadonlyArray<Registered>): ReadonlyArray<CustomerState> => {
  const taken = new Set(chain.flatMap((each) => Object.keys(himself(each).file.absorbed)))
  return chain.flatMap((each) =>
    each._tag === 'Merged' && taken.has(each.mergeId) ? [] : [himself(each)],
  )
}

/** Asks the customer's stream, and those of his survivors. */
export const mayPromise =
  (read: ReadState<CustomerState>, rules: CustomerRules): MayPromise =>
  async (id, by, tenant) => {
    const chain = new Map<string, Registered>()
    for (
      let next: string | undefined = id;
      next !== undefined && !chain.has(next) && chain.size < mostMerges;
    ) {
      const answer: Awaited<ReturnType<ReturnType<typeof read>>> = await read(next, tenant)()
      if (E.isLeft(answer)) return answer
      const state: CustomerState = answer.right
      if (state._tag === 'NotRegistered') break
      chain.set(next, state)
      next = state._tag === 'Merged' ? state.survivor : undefined
    }
    const objections = standing([...chain.values()]).map((each) => barred(rules)(each, by))
    const found = objections.find((why) => why?._tag === 'Blacklisted')
    return E.right(found?._tag === 'Blacklisted' ? found : undefined)
  }
