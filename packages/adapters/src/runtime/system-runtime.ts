/** @since 0.1.0 */
import type { Cancellation, Instant, Runtime } from '@troth/core/store'

/** Timers count in 32 bits with a sign: one that is set for longer goes off at once. */
const longestTimer = 2_147_483_647

const pause =
  (ms: number, signal?: Cancellation): (() => Promise<void>) =>
  () =>
    new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve()
        return
      }
      let left = ms > 0 ? ms : 0
      let timer: ReturnType<typeof setTimeout>
      const end = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', end)
        resolve()
      }
      const wait = () => {
        const step = Math.min(left, longestTimer)
        left -= step
        timer = setTimeout(left > 0 ? wait : end, step)
      }
      signal?.addEventListener('abort', end)
      wait()
    })

/**
 * The system's clock, ids, timers and chance.
 *
 * A pause keeps the process alive until it is over or cancelled; it may be of any length (one of `Infinity` ends
 * when it is cancelled), and one of less than nothing, or of no number, is over at the next turn.
 */
export const systemRuntime: Runtime = {
  now: () => Date.now() as Instant,
  newId: () => crypto.randomUUID(),
  pause,
  random: () => Math.random(),
}
