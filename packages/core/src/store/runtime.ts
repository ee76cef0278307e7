/**
 * The port through which time, ids, waiting and chance reach the code.
 *
 * @since 0.1.0
 */
import type { IO } from 'fp-ts/lib/IO.js'
import type { Task } from 'fp-ts/lib/Task.js'

import type { Instant } from '../shared/instant.js'

export interface Runtime {
  readonly now: IO<Instant>
  /** A new lower-case UUID. */
  readonly newId: IO<string>
  /** Waits so many milliseconds; a `signal` that aborts ends the wait at once. It never rejects. */
  readonly pause: (ms: number, signal?: Cancellation) => Task<void>
  /** A number from 0 (inclusive) to 1 (exclusive). */
  readonly random: IO<number>
}

/** What of an `AbortSignal` the code needs; the platform's own fits. */
export interface Cancellation {
  readonly aborted: boolean
  readonly addEventListener: (type: 'abort', listener: () => void) => void
  readonly removeEventListener: (type: 'abort', listener: () => void) => void
}
