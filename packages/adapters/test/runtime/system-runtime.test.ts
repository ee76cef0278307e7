import { afterEach, describe, expect, it, vi } from 'vitest'

import { systemRuntime } from '../../src/runtime/index.js'

const { now, newId, pause, random } = systemRuntime

/** Whether a pause was over, read after all that could run had run. */
const watch = (pausing: Promise<void>) => {
  const state = { over: false }
  void pausing.then(() => {
    state.over = true
  })
  return state
}

afterEach(() => {
  vi.useRealTimers()
})

describe('the system’s runtime', () => {
  it('tells the time in whole milliseconds', () => {
    const before = Date.now()
    const told = now()
    expect(Number.isInteger(told)).toBe(true)
    expect(told).toBeGreaterThanOrEqual(before)
    expect(told).toBeLessThanOrEqual(Date.now())
  })

  it('makes a new lower-case UUID each time', () => {
    const ids = Array.from({ length: 100 }, () => newId())
    expect(new Set(ids).size).toBe(100)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it('gives numbers from 0 to 1', () => {
    for (let i = 0; i < 100; i++) {
      const n = random()
      expect(n >= 0 && n < 1).toBe(true)
    }
  })

  it('waits as long as it is told, from when it is run', async () => {
    vi.useFakeTimers()
    const waiting = pause(1_000)
    await vi.advanceTimersByTimeAsync(5_000)
    const state = watch(waiting())
    await vi.advanceTimersByTimeAsync(999)
    expect(state.over).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(state.over).toBe(true)
  })

  it('waits longer than one timer can', async () => {
    vi.useFakeTimers()
    const month = 30 * 86_400_000
    const state = watch(pause(month)())
    await vi.advanceTimersByTimeAsync(month - 1)
    expect(state.over).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(state.over).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([0, -1, Number.NaN])('is over at the next turn after a pause of %d', async (ms) => {
    vi.useFakeTimers()
    const state = watch(pause(ms)())
    await vi.advanceTimersByTimeAsync(0)
    expect(state.over).toBe(true)
  })

  it('ends a wait at once when it is cancelled, and leaves no timer and no listener', async () => {
    vi.useFakeTimers()
    for (const ms of [1_000, Infinity]) {
      const { signal, abort } = cancellable()
      const removed = vi.spyOn(signal, 'removeEventListener')
      const state = watch(pause(ms, signal)())
      await vi.advanceTimersByTimeAsync(10)
      expect(state.over).toBe(false)
      abort()
      await vi.advanceTimersByTimeAsync(0)
      expect(state.over).toBe(true)
      expect(vi.getTimerCount()).toBe(0)
      expect(removed).toHaveBeenCalled()
    }
  })

  it('does not wait when it was cancelled before', async () => {
    vi.useFakeTimers()
    const { signal, abort } = cancellable()
    abort()
    await pause(1_000, signal)()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('takes its listener away when the wait is over', async () => {
    const { signal } = cancellable()
    const removed = vi.spyOn(signal, 'removeEventListener')
    await pause(1, signal)()
    expect(removed).toHaveBeenCalledOnce()
  })
})

const cancellable = () => {
  const controller = new AbortController()
  return {
    signal: controller.signal,
    abort: () => {
      controller.abort()
    },
  }
}
