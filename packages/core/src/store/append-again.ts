/**
 * An append whose outcome is unknown, sent again just as it was until the store answers.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'

import type { Appended, EventStore, ExpectedRevision, NewEvent, StoreError } from './event-store.js'
import type { Cancellation, Runtime } from './runtime.js'

/** How an append is sent again: at most `resends` times, until `signal` aborts. */
export interface Patience {
  readonly eventStore: EventStore
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

/** The *identical* append again while its outcome is unknown or the store is away. A store that has it already answers as it did, or would have, the first time. */
export const appendAgain = async (
  { eventStore, runtime, resends, signal }: Patience,
  stream: string,
  expected: ExpectedRevision,
  events: ReadonlyNonEmptyArray<NewEvent>,
): Promise<Sent> => {
  const append = eventStore.append(stream, expected, events)
  let unsure: StoreError | undefined
  for (let failures = 1; ; failures++) {
    const answer = await append()
    if (E.isRight(answer)) return { answer, unsure }
    const { _tag } = answer.left
    if (_tag === 'OutcomeUnknown') unsure ??= answer.left
    else if (_tag !== 'Unavailable') return { answer, unsure }
    if (failures > resends || isCancelled(signal)) return { answer, unsure }
    await runtime.pause(backOff(runtime, failures, 50, 5000), signal)()
    if (isCancelled(signal)) return { answer, unsure }
  }
}
