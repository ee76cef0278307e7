/**
 * A runtime for tests, in which hours pass at once and every run is the same.
 *
 * @since 0.1.0
 */
import { after, type Instant } from '../shared/instant.js'
import type { Cancellation, Runtime } from '../store/runtime.js'

export interface SimulatedRuntimeOptions {
  /** What `now` says at first; 2026-01-05T09:00:00.000Z, a Monday, unless given. */
  readonly start?: Instant
  /** Any number: the same seed gives the same ids and the same chances. 1 unless given. */
  readonly seed?: number
}

export interface SimulatedRuntime extends Runtime {
  /** Lets so many milliseconds pass at once, as if nobody had run meanwhile: whoever was to wake by then wakes late. */
  readonly advance: (ms: number) => void
}

interface Sleeper {
  readonly due: Instant
  readonly wake: () => void
}

/** Mulberry32, by Tommy Ettinger (public domain): 32 bits of state, good enough for tests. */
const chance = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const hex = (random: () => number, digits: number): string =>
  Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('')

/** A UUID of version 4 in all but its chance. */
const uuid = (random: () => number): string => {
  const variant = '89ab'[Math.floor(random() * 4)] ?? '8'
  return `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-${variant}${hex(random, 3)}-${hex(random, 12)}`
}

type Later = (run: () => void) => unknown

/** Taken once, so that a test runner's faked timers do not stop the simulated clock. */
const { setImmediate, setTimeout } = globalThis as unknown as {
  readonly setImmediate?: Later
  readonly setTimeout: Later
}

/** After everything that can run without waiting has run. */
const soon: Later = setImmediate ?? setTimeout

const first = ([head, ...rest]: ReadonlyArray<Sleeper>): Sleeper | undefined =>
  rest.reduce((a, b) => (a !== undefined && a.due <= b.due ? a : b), head)

/**
 * A `Runtime` whose clock moves only when everybody waits: then it jumps to the instant at which the first of the
 * sleepers wakes (of several for the same instant, the first to fall asleep), lets him run, and so on.
 * A pause of `Infinity` lasts until it is cancelled; one of less than nothing is over without the clock moving.
 *
 * @since 0.1.0
 */
export const simulatedRuntime = (options: SimulatedRuntimeOptions = {}): SimulatedRuntime => {
  const { start = Date.UTC(2026, 0, 5, 9) as Instant, seed = 1 } = options
  const random = chance(seed)
  // Ids have a chance of their own, so that one id more does not change every jitter after it.
  const idChance = chance(seed ^ 0x5eed)
  const sleepers = new Set<Sleeper>()
  let clock = start
  let scheduled = false

  const wakeNext = (): void => {
    scheduled = false
    const sleeper = first([...sleepers])
    if (sleeper === undefined) return
    sleepers.delete(sleeper)
    if (sleeper.due > clock) clock = sleeper.due
    sleeper.wake()
    schedule()
  }
  const schedule = (): void => {
    if (scheduled || sleepers.size === 0) return
    scheduled = true
    soon(wakeNext)
  }
  const pause = (ms: number, signal?: Cancellation) => () =>
    new Promise<void>((resolve) => {
      if (signal?.aborted === true) {
        resolve()
        return
      }
      const end = (): void => {
        sleepers.delete(sleeper)
        signal?.removeEventListener('abort', end)
        resolve()
      }
      const sleeper: Sleeper = { due: ms > 0 ? after(clock, ms) : clock, wake: end }
      signal?.addEventListener('abort', end)
      if (ms === Infinity) return
      sleepers.add(sleeper)
      schedule()
    })
  return {
    now: () => clock,
    newId: () => uuid(idChance),
    random,
    pause,
    advance: (ms) => {
      if (ms > 0) clock = after(clock, ms)
    },
  }
}
