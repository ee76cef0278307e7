/**
 * A policy's reaction carried out at once, where every state is at hand: no runner, no store.
 *
 * @since 0.1.0
 */
import type { Done, Reaction } from '../policy/policy.js'
import { steps } from '../policy/reaction.js'
import type { Category, States } from '../policy/streams.js'

/** What is to be done, once every stream that it looks at was looked at. */
export const finished = <Row>(
  reaction: Reaction<Row>,
  stateOf: (category: Category, id: string) => States[Category],
): Done<Row> => {
  const walk = steps(reaction)
  let step = walk.next()
  while (step.done !== true) step = walk.next(stateOf(step.value.category, step.value.id))
  return step.value
}

/** Changes the rows as a store would keep them: as JSON. */
export const keepRows = <Row>(
  rows: Map<string, Row>,
  { put = {}, forget = [] }: Done<Row>,
): void => {
  for (const [key, row] of Object.entries(put))
    rows.set(key, JSON.parse(JSON.stringify(row)) as Row)
  for (const key of forget) rows.delete(key)
}
