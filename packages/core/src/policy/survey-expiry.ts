/**
 * Expires surveys that nobody answered or declined in time.
 *
 * @since 0.1.0
 */
import type { JsonObject } from '../store/json.js'
import type { Dispatch, Policy } from './policy.js'
import { forget, ignore, look, put, remembering, send } from './reaction.js'

/** A survey that is waited for: when its time is over, in epoch milliseconds. */
interface Row extends JsonObject {
  readonly expiresAt: number
}

export const expireSurveys: Policy = remembering<Row>({
  name: 'expireSurveys',
  hears: ['survey'],
  react: ({ id, triggers }, memory) =>
    triggers || memory.has(id)
      ? look('survey', id, (state) =>
          state._tag === 'Awaited'
            ? put(id, { expiresAt: state.file.terms.expiresAt })
            : forget(id),
        )
      : ignore,
  tick: (memory, stamp) =>
    send(
      ...[...memory].flatMap(([id, { expiresAt }]): ReadonlyArray<Dispatch> =>
        stamp.at >= expiresAt
          ? [{ to: 'survey', id, command: { type: 'ExpireSurvey', data: stamp } }]
          : [],
      ),
    ),
})
