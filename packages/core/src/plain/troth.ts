/**
 * A service desk in one call.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { complaint } from '../complaint/complaint.js'
import { subjectOf, type ComplaintState } from '../complaint/state.js'
import type { Problem } from '../shared/problem.js'
import { handler } from '../store/handle.js'
import type { Runtime } from '../store/runtime.js'
import { inProcessCache } from '../store/state-cache.js'
import type { Stores } from '../store/stores.js'
import { CommandFailed } from './command-failed.js'
import { complaintDoor, type ComplaintDoor } from './complaint.js'
import { complaintRules, type Settings } from './configuration.js'

export interface TrothOptions extends Settings {
  readonly stores: Pick<Stores, 'eventStore'>
  readonly runtime: Runtime
  /** How many streams' states are kept in memory between commands: 10,000 unless given, 0 for none. */
  readonly cached?: number
}

export interface Troth {
  readonly complaint: ComplaintDoor
}

const misconfigured = (problems: ReadonlyArray<Problem>): CommandFailed =>
  new CommandFailed({
    _tag: 'InvalidConfiguration',
    problems: problems.map(({ field, expected }) => ({ field, expected })),
  })

/** A JavaScript host can leave any of it out: what there is no settings without is asked for first. */
const given = (options: Partial<TrothOptions> | undefined): TrothOptions => {
  const { stores, runtime } = options ?? {}
  const problems = [
    ...(stores?.eventStore ? [] : [{ field: 'stores', expected: 'an adapter’s stores' }]),
    ...(runtime ? [] : [{ field: 'runtime', expected: 'a Runtime' }]),
  ]
  if (problems.length > 0) throw misconfigured(problems)
  return options as TrothOptions
}

/**
 * The domain behind plain methods. Settings that can not be meant are refused here, not at the first command:
 * `CommandFailed` with an `InvalidConfiguration` that names each of them by its path.
 */
export const makeTroth = (options: TrothOptions): Troth => {
  const { stores, runtime, cached = 10_000, ...settings } = given(options)
  const rules = complaintRules(settings)
  if (E.isLeft(rules)) throw misconfigured(rules.left)
  const handle = handler(complaint(rules.right), {
    eventStore: stores.eventStore,
    runtime,
    subjectOf,
    ...(cached === 0 ? {} : { cache: inProcessCache<ComplaintState>({ max: cached }) }),
  })
  // Of what the handler is told, the size of the cache is the only thing that the host chose.
  if (E.isLeft(handle)) throw misconfigured([{ ...handle.left, field: 'cached' }])
  return {
    complaint: complaintDoor({ handle: handle.right, now: runtime.now, newId: runtime.newId }),
  }
}
