/**
 * An append whose outcome is unknown, sent again just as it was until the store answers.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { Appended, StoreError } from './event-store.js'
import type { Cancellation, Runtime } from './runtime.js'

/** How often unless the host says: about 23 seconds, so that a cluster has a leader again even on a busy day. */
export const defaultResends = 12

/** How an append is sent again: at most `resends` times, until `signal` aborts. */
export interface Patience {
  readonly runtime: Pick<Runtime, 'pause' | 'random'>
  readonly resends: number
  readonly signal?: Cancellation | undefined
}

/** Milliseconds before the try after `failures`: doubling from `first` to `longest`, and a half of it left to chance, so that many do not come at once. */
export const backOff = (
  { random }: Pick<Runtime, 'random'>,
  failures: number,
  first: number,
  longest: number,
): number => {
  const most = Math.min(longest, first * 2 ** (failures - 1))
  return most / 2 + (most / 2) * random()
}

/** Asked anew each time: a wait may have ended because of it. */
export const isCancelled = (signal: Cancellation | undefined): boolean => signal?.aborted === true

/** The last answer, and the first sign that something may have been written although no answer says so. */
export interface Sent {
  readonly answer: E.Either<StoreError, Appended>
  readonly unsure: StoreError | undefined
}

/** Whether the append may be on record, or would be if it were sent again. */
const isOpen = ({ _tag }: StoreError): boolean =>
  _tag === 'OutcomeUnknown' || _tag === 'Unavailable'

/**
 * The *identical* append again while its outcome is unknown or the store is away, from its `first` answer on.
 * A store that has it already answers as it did, or would have, the first time.
 */
export const appendAgain = async (
  { runtime, resends, signal }: Patience,
  append: TaskEither<StoreError, Appended>,
  first: E.Either<StoreError, Appended>,
): Promise<Sent> => {
  let answer = first
  let unsure: StoreError | undefined
  for (let failures = 1; E.isLeft(answer) && isOpen(answer.left); failures++) {
    if (answer.left._tag === 'OutcomeUnknown') unsure ??= answer.left
    if (failures > resends || isCancelled(signal)) break
    await runtime.pause(backOff(runtime, failures, 50, 5000), signal)()
    if (isCancelled(signal)) break
    answer = await append()
  }
  return { answer, unsure }
}
