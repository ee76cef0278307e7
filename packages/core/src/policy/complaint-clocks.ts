/**
 * Puts on record that a complaint's clock was missed, when nothing stopped it in time.
 *
 * @since 0.1.0
 */
import { missedAt } from '../complaint/clocks.js'
import type { ComplaintRules } from '../complaint/rules.js'
import type { ComplaintState } from '../complaint/state.js'
import type { Instant } from '../shared/instant.js'
import type { JsonObject } from '../store/json.js'
import { latest } from '../time/invalid-time.js'
import type { Policy } from './policy.js'
import { all, forget, ignore, look, put, remembering, send } from './reaction.js'

/** The earliest instant at which a running clock without a verdict is due: epoch milliseconds. */
interface Row extends JsonObject {
  readonly due: number
}

const nextDue =
  (rules: ComplaintRules) =>
  (state: ComplaintState): number | undefined => {
    const dues = missedAt(rules, state, latest as Instant).map(({ dueAt }) => dueAt)
    return dues.length === 0 ? undefined : Math.min(...dues)
  }

/** Where the rules were changed meanwhile, a clock that seemed to be due is asked about again by those of now. */
export const checkComplaintClocks = (rules: ComplaintRules): Policy => {
  const dueOf = nextDue(rules)
  return remembering<Row>({
    name: 'checkComplaintClocks',
    hears: ['complaint'],
    react: ({ id, triggers }, memory) =>
      triggers || memory.has(id)
        ? look('complaint', id, (state) => {
            const due = dueOf(state)
            return due === undefined ? forget(id) : put(id, { due })
          })
        : ignore,
    tick: (memory, stamp) =>
      all(
        [...memory].flatMap(([id, { due: asHeard }]) =>
          stamp.at > asHeard
            ? [
                look<'complaint', Row>('complaint', id, (state) => {
                  const due = dueOf(state)
                  if (due === undefined) return forget(id)
                  if (stamp.at <= due) return put(id, { due })
                  const command = { type: 'CheckClocks' as const, data: stamp }
                  return send({ to: 'complaint', id, command, because: String(due) })
                }),
              ]
            : [],
        ),
      ),
  })
}
