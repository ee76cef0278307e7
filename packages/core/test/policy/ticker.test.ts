import { describe, expect, it } from 'vitest'

import { everySoOften, ticker } from '../../src/policy/ticker.js'
import type { Instant } from '../../src/shared/instant.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'

const at = (n: number) => n as Instant

describe('a ticker', () => {
  it('tells everybody who listens, and is done when they are', async () => {
    const { subscribe, tick } = ticker()
    const seen: string[] = []
    subscribe((now) => {
      seen.push(`a ${String(now)}`)
      return Promise.resolve()
    })
    subscribe(async (now) => {
      await Promise.resolve()
      seen.push(`b ${String(now)}`)
    })
    await tick(at(1))
    expect(seen).toEqual(['a 1', 'b 1'])
  })

  it('tells nobody who has left', async () => {
    const { subscribe, tick } = ticker()
    const seen: number[] = []
    const leave = subscribe((now) => {
      seen.push(now)
      return Promise.resolve()
    })
    await tick(at(1))
    leave()
    await tick(at(2))
    expect(seen).toEqual([1])
  })

  it('ticks every so often, counted from the end of one tick to the next, until somebody says stop', async () => {
    const runtime = simulatedRuntime()
    const hand = ticker()
    const end = new AbortController()
    const began = runtime.now()
    const seen: number[] = []
    hand.subscribe(async (now) => {
      seen.push(now - began)
      await runtime.pause(10)()
      if (seen.length === 3) end.abort()
    })
    await everySoOften(hand, runtime, 100, end.signal)
    expect(seen).toEqual([0, 110, 220])
  })

  it('never ticks once it was stopped', async () => {
    const hand = ticker()
    hand.subscribe(() => Promise.reject(new Error('no')))
    await everySoOften(hand, simulatedRuntime(), 100, AbortSignal.abort())
  })
})
