/**
 * Patience with a store that is away for a while.
 *
 * @since 0.1.0
 */
import type { Cancellation, Runtime, StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

/** Failures that pass: the network's, a restarting server's, too many writers'. */
const passes = ({ _tag }: { readonly _tag: string }): boolean =>
  _tag === 'Unavailable' || _tag === 'OutcomeUnknown' || _tag === 'Contended'

/** Milliseconds before the next try after so many failures: doubling from 50 to 30,000, a half of it left to chance. */
export const backOff = ({ random }: Pick<Runtime, 'random'>, failures: number): number => {
  const most = Math.min(30_000, 50 * 2 ** (failures - 1))
  return most / 2 + (most / 2) * random()
}

export interface Patience {
  readonly runtime: Pick<Runtime, 'pause' | 'random'>
  /** Once it aborts, each task is tried a single time. */
  readonly over: Cancellation
  readonly onWait: (why: StoreError) => void
}

// Asked anew each time: a wait may have ended because of it.
const isOver = ({ over }: Patience): boolean => over.aborted

/** Tries again, with growing pauses, for as long as the failure may pass and it is not over. */
export const steady = async <L extends { readonly _tag: string }, A>(
  patience: Patience,
  task: () => Promise<E.Either<L, A>>,
): Promise<E.Either<L, A>> => {
  for (let failures = 1; ; failures++) {
    const answer = await task()
    if (E.isRight(answer) || !passes(answer.left) || isOver(patience)) return answer
    patience.onWait(answer.left as unknown as StoreError)
    await patience.runtime.pause(backOff(patience.runtime, failures), patience.over)()
  }
}
