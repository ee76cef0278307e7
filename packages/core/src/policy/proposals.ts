/**
 * What proposals about a customer are made of. What people have once decided over is not laid before them again:
 * a reason counts anew from what came after.
 *
 * @since 0.1.0
 */
import type { DealingsState } from '../dealings/state.js'
import { after, type Instant } from '../shared/instant.js'
import type { CustomerId } from '../shared/ids.js'
import { type Problem, wrong } from '../shared/problem.js'
import type { JsonObject } from '../store/json.js'
import { Period } from '../survey/values.js'
import type { Together } from './customers.js'
import type { Reaction } from './policy.js'
import { look } from './reaction.js'

/** All that counted for a proposal and had happened by then: epoch milliseconds. */
export interface Proposed extends JsonObject {
  readonly until: number
}

/** From when on facts count for somebody: within so many milliseconds until `now`, and after his last proposal. */
export const countsFrom = (
  together: Together,
  proposed: (customer: CustomerId) => Proposed | undefined,
  within: number,
  now: Instant,
): Instant => {
  const untils = [...together.keys()].flatMap((customer) => proposed(customer)?.until ?? [])
  return Math.max(after(now, -within), ...untils.map((until) => until + 1)) as Instant
}

/** Whether a proposal is so old that all that counted for it is out of every window. */
export const isOver = ({ until }: Proposed, within: number, now: Instant): boolean =>
  until < after(now, -within)

/** Looks at what each of them has bought. */
export const lookDealings = <Row>(
  together: Together,
  then: (dealings: ReadonlyArray<DealingsState>) => Reaction<Row>,
): Reaction<Row> => {
  const onward = (
    known: ReadonlyArray<DealingsState>,
    [next, ...rest]: ReadonlyArray<CustomerId>,
  ): Reaction<Row> =>
    next === undefined
      ? then(known)
      : look<'dealings', Row>('dealings', next, (state) => onward([...known, state], rest))
  return onward([], [...together.keys()])
}

export const wrongWindow = (field: string, ms: number): ReadonlyArray<Problem> =>
  wrong(field, 'whole milliseconds from 1 to 100 years', Period.is(ms))
