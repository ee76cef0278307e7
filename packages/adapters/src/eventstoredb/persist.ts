/**
 * Asking again while the server is away, so that a caller notices a pause and no more.
 *
 * @since 0.1.0
 */
import { backOff as nextIn, type Cancellation } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { type Fault, isNobody, isPassing } from './fault.js'
import type { Session } from './session.js'

/** Milliseconds before the try after `failures`: doubling from 50 to 5,000, and a half of it left to chance. */
export const backOff = (failures: number): number =>
  nextIn({ random: Math.random }, failures, 50, 5_000)

/** Ends at once when one of the signals is aborted. */
export const pause = (ms: number, signal: Cancellation): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })

export interface Patience {
  readonly session: Pick<Session, 'closing' | 'isOpened'>
  /** For how many milliseconds to go on asking. */
  readonly patience: number
}

/**
 * Milliseconds of patience, at most, with an address at which nobody was ever met: it is more likely to be wrong than to
 * be answered, and whoever opens a store wants to know.
 */
const unmet = 5_000

/** The first answer that is more than a passing fault, or the last fault when patience is over. */
export const persist = async <A>(
  { session: { closing, isOpened }, patience }: Patience,
  attempt: () => Promise<E.Either<Fault, A>>,
): Promise<E.Either<Fault, A>> => {
  const began = performance.now()
  for (let failures = 1; ; failures++) {
    const answer = await attempt()
    if (E.isRight(answer) || !isPassing(answer.left)) return answer
    // What the server itself got wrong is tried once more, and then said.
    if (answer.left._tag === 'Internal' && failures > 1) return answer
    const ms = backOff(failures)
    const most = isNobody(answer.left) && !isOpened() ? Math.min(patience, unmet) : patience
    if (closing.aborted || performance.now() + ms > began + most) return answer
    await pause(ms, closing)
  }
}
