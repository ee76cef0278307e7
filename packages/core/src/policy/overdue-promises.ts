/**
 * Breaks promises that nobody kept in time, and lets temporary agreements lapse that nobody confirmed.
 *
 * @since 0.1.0
 */
import type { PromiseId } from '../shared/ids.js'
import type { PromiseRules } from '../promise/rules.js'
import { dueOf, type PromiseState } from '../promise/state.js'
import type { NonEmptyText } from '../shared/text.js'
import type { JsonObject } from '../store/json.js'
import type { Dispatch, Policy } from './policy.js'
import { forget, ignore, look, put, remembering, send } from './reaction.js'

/** Until when it may still be kept, or confirmed: epoch milliseconds. */
interface Row extends JsonObject {
  readonly until: number
  readonly temporary: boolean
}

const why = 'it fell due, and nobody had kept it' as NonEmptyText

const rowOf = (state: PromiseState): Row | undefined => {
  switch (state._tag) {
    case 'Temporary':
      return { until: state.confirmBy, temporary: true }
    case 'Open':
      return { until: dueOf(state.file), temporary: false }
    case 'NotMade':
    case 'Settled':
      return undefined
  }
}

/** Under the same rules as the promises themselves: a shorter grace than theirs would be refused. */
export const breakOverduePromises = ({ grace = 0 }: Pick<PromiseRules, 'grace'>): Policy =>
  remembering<Row>({
    name: 'breakOverduePromises',
    hears: ['promise'],
    react: ({ id, triggers }, memory) =>
      triggers || memory.has(id)
        ? look('promise', id, (state) => {
            const row = rowOf(state)
            return row === undefined ? forget(id) : put(id, row)
          })
        : ignore,
    tick: (memory, { at, by }) =>
      send(
        ...[...memory].flatMap(([id, { until, temporary }]): ReadonlyArray<Dispatch> => {
          if (at <= until + (temporary ? 0 : grace)) return []
          const to = { to: 'promise', id: id as PromiseId, because: String(until) } as const
          return [
            temporary
              ? { ...to, command: { type: 'LapseTemporaryAgreement', data: { at, by } } }
              : { ...to, command: { type: 'BreakPromise', data: { why, at, by } } },
          ]
        }),
      ),
  })
