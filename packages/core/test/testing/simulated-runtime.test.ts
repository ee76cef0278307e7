import { describe, expect, it } from 'vitest'

import type { Instant } from '../../src/shared/instant.js'
import { simulatedRuntime } from '../../src/testing/index.js'

const hour = 3_600_000
const start = Date.UTC(2026, 10, 23, 9) as Instant

describe('a simulated runtime', () => {
  it('begins on a Monday morning, or when it is told', () => {
    expect(new Date(simulatedRuntime().now()).toISOString()).toBe('2026-01-05T09:00:00.000Z')
    expect(simulatedRuntime({ start }).now()).toBe(start)
  })

  it('keeps its clock still while nobody waits', async () => {
    const runtime = simulatedRuntime({ start })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(runtime.now()).toBe(start)
  })

  it('lets hours pass at once', async () => {
    const runtime = simulatedRuntime({ start })
    const began = Date.now()
    await runtime.pause(72 * hour)()
    expect(runtime.now()).toBe(start + 72 * hour)
    expect(Date.now() - began).toBeLessThan(hour)
  })

  it('does not move its clock for a pause that is only made', async () => {
    const runtime = simulatedRuntime({ start })
    const waiting = runtime.pause(hour)
    await runtime.pause(1)()
    expect(runtime.now()).toBe(start + 1)
    await waiting()
    expect(runtime.now()).toBe(start + 1 + hour)
  })

  it('wakes sleepers in the order in which they are due, each at his own instant', async () => {
    const runtime = simulatedRuntime({ start })
    const woken: (readonly [string, number])[] = []
    const sleep = async (name: string, ms: number) => {
      await runtime.pause(ms)()
      woken.push([name, runtime.now() - start])
    }
    await Promise.all([sleep('c', 3), sleep('a', 1), sleep('b1', 2), sleep('b2', 2)])
    expect(woken).toEqual([
      ['a', 1],
      ['b1', 2],
      ['b2', 2],
      ['c', 3],
    ])
  })

  it('lets whoever woke run, and sleep again, before the next wakes', async () => {
    const runtime = simulatedRuntime({ start })
    const woken: string[] = []
    const often = async () => {
      for (let i = 0; i < 3; i++) {
        await runtime.pause(10)()
        for (let turn = 0; turn < 50; turn++) await Promise.resolve()
        woken.push(`often ${runtime.now() - start}`)
      }
    }
    const once = async () => {
      await runtime.pause(25)()
      woken.push(`once ${runtime.now() - start}`)
    }
    await Promise.all([once(), often()])
    expect(woken).toEqual(['often 10', 'often 20', 'once 25', 'often 30'])
  })

  it('ends a cancelled wait at once, and does not move its clock for it', async () => {
    const runtime = simulatedRuntime({ start })
    const controller = new AbortController()
    const waiting = runtime.pause(hour, controller.signal)()
    controller.abort()
    await waiting
    await runtime.pause(1)()
    expect(runtime.now()).toBe(start + 1)
  })

  it('does not wait at all when it was cancelled before', async () => {
    const runtime = simulatedRuntime({ start })
    await runtime.pause(hour, AbortSignal.abort())()
    expect(runtime.now()).toBe(start)
  })

  it('waits without end until it is cancelled', async () => {
    const runtime = simulatedRuntime({ start })
    const controller = new AbortController()
    let over = false
    const waiting = runtime
      .pause(Infinity, controller.signal)()
      .then(() => {
        over = true
      })
    await runtime.pause(1_000 * hour)()
    expect(over).toBe(false)
    controller.abort()
    await waiting
    expect(runtime.now()).toBe(start + 1_000 * hour)
  })

  it.each([0, -hour, Number.NaN])('does not move its clock for a pause of %d', async (ms) => {
    const runtime = simulatedRuntime({ start })
    await runtime.pause(ms)()
    expect(runtime.now()).toBe(start)
  })

  it('advances when it is told, and whoever slept through it wakes late', async () => {
    const runtime = simulatedRuntime({ start })
    const waiting = runtime.pause(hour)()
    runtime.advance(3 * hour)
    expect(runtime.now()).toBe(start + 3 * hour)
    await waiting
    expect(runtime.now()).toBe(start + 3 * hour)
  })

  it('never goes back', () => {
    const runtime = simulatedRuntime({ start })
    for (const ms of [-1, 0, Number.NaN]) runtime.advance(ms)
    expect(runtime.now()).toBe(start)
  })

  it('gives the same ids and chances for the same seed, and others for another', () => {
    const ten = (seed?: number) => {
      const { newId, random } = simulatedRuntime(seed === undefined ? {} : { seed })
      return Array.from({ length: 10 }, () => [newId(), random()])
    }
    expect(ten()).toEqual(ten(1))
    expect(ten(2)).toEqual(ten(2))
    expect(ten(2)).not.toEqual(ten(1))
  })

  it('draws ids and chances apart', () => {
    const [one, two] = [simulatedRuntime(), simulatedRuntime()]
    one.newId()
    expect(one.random()).toBe(two.random())
  })

  it('makes lower-case UUIDs, each another', () => {
    const { newId } = simulatedRuntime()
    const ids = Array.from({ length: 1_000 }, () => newId())
    expect(new Set(ids).size).toBe(1_000)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('gives chances all over from 0 to 1', () => {
    const { random } = simulatedRuntime()
    const tenths = Array.from({ length: 10_000 }, () => Math.floor(random() * 10))
    const counts = Array.from({ length: 10 }, (_, n) => tenths.filter((t) => t === n).length)
    expect(counts.reduce((a, b) => a + b)).toBe(10_000)
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  })
})
