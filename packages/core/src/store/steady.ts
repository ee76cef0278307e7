/**
 * Patience with a store that is away for a while, for whoever runs something over it.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { backOff, isCancelled } from './append-again.js'
import type { StoreError } from './event-store.js'
import type { Cancellation, Runtime } from './runtime.js'

/** Failures that pass: the network's, a restarting server's, too many writers'. */
export type PassingError = Extract<
  StoreError,
  { readonly _tag: 'Unavailable' | 'OutcomeUnknown' | 'Contended' }
>

const passes = (why: { readonly _tag: string }): why is PassingError =>
  why._tag === 'Unavailable' || why._tag === 'OutcomeUnknown' || why._tag === 'Contended'

/** Milliseconds before the next try after so many failures: doubling from 50 to 30,000, a half of it left to chance. */
export const nextTry = (runtime: Pick<Runtime, 'random'>, failures: number): number =>
  backOff(runtime, failures, 50, 30_000)

export interface Steadiness {
  readonly runtime: Pick<Runtime, 'pause' | 'random'>
  /** Once it aborts, each task is tried a single time. */
  readonly signal: Cancellation | undefined
  readonly onWait: (why: PassingError) => void
}

/** Tries again, with growing pauses, for as long as the failure may pass and nobody asked to stop. */
export const steady = async <L extends { readonly _tag: string }, A>(
  { runtime, signal, onWait }: Steadiness,
  task: () => Promise<E.Either<L, A>>,
): Promise<E.Either<L, A>> => {
  for (let failures = 1; ; failures++) {
    const answer = await task()
    if (E.isRight(answer) || !passes(answer.left) || isCancelled(signal)) return answer
    onWait(answer.left)
    await runtime.pause(nextTry(runtime, failures), signal)()
  }
}
