/**
 * What tells policies that time has passed. The host drives it: by a timer, a cron job, or by hand in a test.
 *
 * @since 0.1.0
 */
import type { Instant } from '../shared/instant.js'
import type { Cancellation, Runtime } from '../store/runtime.js'

export interface Ticker {
  /** Calls at every tick, until the returned function is called; a tick is over when every listener is done. */
  readonly subscribe: (listener: (at: Instant) => Promise<void>) => () => void
}

export interface HandTicker extends Ticker {
  /** One tick. Policies that run have done by the end of it what fell due by `at`; one that is still behind does so when it has caught up. */
  readonly tick: (at: Instant) => Promise<void>
}

/** A ticker that ticks when it is told to. */
export const ticker = (): HandTicker => {
  const listeners = new Set<(at: Instant) => Promise<void>>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    tick: async (at) => {
      await Promise.all([...listeners].map((listener) => listener(at)))
    },
  }
}

/** Ticks every so many milliseconds, counted from the end of one tick to the next, until the signal says stop. */
export const everySoOften = async (
  { tick }: HandTicker,
  { now, pause }: Pick<Runtime, 'now' | 'pause'>,
  ms: number,
  signal: Cancellation,
): Promise<void> => {
  while (!signal.aborted) {
    await tick(now())
    await pause(ms, signal)()
  }
}
