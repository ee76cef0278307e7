import { describe, expect, it } from 'vitest'

import type { Stores } from '../../src/store/stores.js'
import { eventStoreContract } from '../../src/testing/index.js'

/** Stores that can nothing but be closed. */
const dead = (onClose: () => void): Stores =>
  ({
    close: () => {
      onClose()
      return Promise.resolve()
    },
  }) as Stores

const lines = (makeStores: () => Promise<Stores>) => {
  const all: { readonly title: string; readonly run: () => Promise<void> }[] = []
  eventStoreContract(makeStores, { test: (title, run) => all.push({ title, run }) })
  return all
}

describe('the contract of event stores', () => {
  it('makes nothing before a test is run', () => {
    lines(() => {
      throw new Error('too early')
    })
  })

  it('has no two tests of one title', () => {
    const titles = lines(() => Promise.reject(new Error('not run'))).map(({ title }) => title)
    expect(titles.length).toBeGreaterThan(60)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('makes stores for each test and closes them, though it fails', async () => {
    let open = 0
    let made = 0
    const all = lines(() => {
      open++
      made++
      return Promise.resolve(dead(() => open--))
    })
    for (const { run } of all) {
      await run().catch(() => undefined)
      expect(open).toBeLessThanOrEqual(0)
      open = 0
    }
    expect(made).toBe(all.length)
  })

  it('fails with the reason why no stores could be made', async () => {
    const [first] = lines(() => Promise.reject(new Error('no server')))
    await expect(first?.run()).rejects.toThrow('no server')
  })
})
