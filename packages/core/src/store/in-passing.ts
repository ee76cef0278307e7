/** @since 0.1.0 */
import { constVoid } from 'fp-ts/lib/function.js'

/** Calls a host's code that nothing depends on: who listens, what is left. That it throws or rejects changes nothing. */
export const inPassing = (call: () => unknown): void => {
  try {
    const answer = call()
    if (answer instanceof Promise) answer.catch(constVoid)
  } catch {
    // It was told, or left, as well as could be.
  }
}
