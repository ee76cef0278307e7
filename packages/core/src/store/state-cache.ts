/**
 * States kept between commands. A cache changes how often a stream is read, never what is answered or recorded.
 *
 * @since 0.1.0
 */
import type { SeenIds } from './seen-ids.js'

/** What is known of a stream up to `last`, its holder's to change: never a state whose events are not on record. */
export interface Held<State> {
  state: State
  last: bigint | 'noStream'
  readonly seen: SeenIds
  /** Where the newest snapshot ends that the holder knows of. */
  snapshotAt?: bigint
}

/**
 * Belongs to one event store and to one way of folding: two stores, or two `evolve`s, must not share one.
 * Whoever deletes, truncates or restores streams beneath a running handler drops them here as well.
 */
export interface StateCache<State> {
  /** How many streams it holds at most: a whole number from 1. */
  readonly max: number
  readonly get: (stream: string) => Held<State> | undefined
  readonly put: (stream: string, held: Held<State>) => void
  readonly drop: (stream: string) => void
}

/** Keeps the `max` streams that were used last, in this process's memory. A `max` that is no whole number from 1 is refused by the handler. */
export const inProcessCache = <State>({ max }: { readonly max: number }): StateCache<State> => {
  const byUse = new Map<string, Held<State>>()
  let newest: string | undefined
  return {
    max,
    get: (stream) => {
      const held = byUse.get(stream)
      // A map keeps the order of insertion: what is put in again is the newest.
      if (held !== undefined && stream !== newest) {
        byUse.delete(stream)
        byUse.set(stream, held)
        newest = stream
      }
      return held
    },
    put: (stream, held) => {
      byUse.delete(stream)
      byUse.set(stream, held)
      newest = stream
      if (byUse.size <= max) return
      for (const oldest of byUse.keys()) {
        byUse.delete(oldest)
        return
      }
    },
    drop: (stream) => {
      byUse.delete(stream)
    },
  }
}
