/**
 * Puts on record that a complaint's clock was missed, when nothing stopped it in time.
 *
 * @since 0.1.0
 */
import { runningClocks } from '../complaint/clocks.js'
import type { ComplaintRules } from '../complaint/rules.js'
import type { ComplaintState } from '../complaint/state.js'
import type { JsonObject } from '../store/json.js'
import type { Policy } from './policy.js'
import { forget, ignore, look, put, send } from './reaction.js'

/** The earliest instant at which a running clock without a verdict is due: epoch milliseconds. */
interface Row extends JsonObject {
  readonly due: number
}

const nextDue =
  (rules: ComplaintRules) =>
  (state: ComplaintState): number | undefined => {
    if (state._tag !== 'Open') return undefined
    const { verdicts } = state.file.timeline
    const dues = runningClocks(rules)(state).flatMap((clock) =>
      clock._tag === 'Running' && verdicts[clock.clock]?.startedAt !== clock.startedAt
        ? [clock.dueAt]
        : [],
    )
    return dues.length === 0 ? undefined : Math.min(...dues)
  }

export const checkComplaintClocks = (rules: ComplaintRules): Policy<Row> => {
  const dueOf = nextDue(rules)
  return {
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
      send(
        ...[...memory].flatMap(([id, { due }]) =>
          stamp.at > due
            ? [
                {
                  to: 'complaint' as const,
                  id,
                  command: { type: 'CheckClocks' as const, data: stamp },
                  because: String(due),
                },
              ]
            : [],
        ),
      ),
  }
}
