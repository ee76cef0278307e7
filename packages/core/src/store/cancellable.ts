/**
 * A signal of one's own: the platform's is not there on every platform.
 *
 * @since 0.1.0
 */
import type { Cancellation } from './runtime.js'

export interface Cancellable {
  readonly signal: Cancellation
  readonly cancel: () => void
}

/** A signal of one's own, which also follows those given: of what a platform has, no more than is needed. */
export const cancellable = (...after: ReadonlyArray<Cancellation | undefined>): Cancellable => {
  const listeners = new Set<() => void>()
  let aborted = false
  const cancel = (): void => {
    if (aborted) return
    aborted = true
    for (const each of after) each?.removeEventListener('abort', cancel)
    for (const listener of [...listeners]) listener()
    listeners.clear()
  }
  const signal: Cancellation = {
    get aborted() {
      return aborted
    },
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  }
  for (const each of after) {
    if (each?.aborted === true) cancel()
    each?.addEventListener('abort', cancel)
  }
  return { signal, cancel }
}
