/**
 * Escalates complaints: silent ones when it is time, a major matter or a dispute at once; each level once a cycle.
 *
 * @since 0.1.0
 */
import { dueEscalations, escalateCommand } from '../complaint/due-escalations.js'
import type { EscalationRules } from '../complaint/escalation-rules.js'
import type { ComplaintState } from '../complaint/state.js'
import type { Instant } from '../shared/instant.js'
import type { JsonObject } from '../store/json.js'
import { latest } from '../time/invalid-time.js'
import type { Dispatch, Policy, Stamp } from './policy.js'
import { all, forget, ignore, look, put, remembering, send } from './reaction.js'

/** The earliest instant at which a level can fire, by what is on record: epoch milliseconds. */
interface Row extends JsonObject {
  readonly next: number
}

export const escalateComplaints = (rules: EscalationRules): Policy => {
  const due = dueEscalations(rules)
  const commands = (id: string, state: ComplaintState, stamp: Stamp): ReadonlyArray<Dispatch> =>
    due(state, stamp.at).map((each) => ({
      to: 'complaint',
      id,
      command: escalateCommand(each, stamp),
      because: `${String(each.cycle)}/${String(each.level)}/${each.rule}`,
    }))
  return remembering<Row>({
    name: 'escalateComplaints',
    hears: ['complaint'],
    react: ({ id, triggers }, memory, stamp) =>
      triggers || memory.has(id)
        ? look('complaint', id, (state) => {
            const ahead = due(state, latest as Instant).map(({ since }) => since)
            return all<Row>([
              ahead.length === 0 ? forget(id) : put(id, { next: Math.min(...ahead) }),
              triggers ? send(...commands(id, state, stamp)) : ignore,
            ])
          })
        : ignore,
    tick: (memory, stamp) =>
      all(
        [...memory].flatMap(([id, { next }]) =>
          stamp.at >= next
            ? [look('complaint', id, (state) => send(...commands(id, state, stamp)))]
            : [],
        ),
      ),
  })
}
