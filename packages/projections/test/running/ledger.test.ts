import { memory } from '@troth/adapters/memory'
import type { Position, ViewStore } from '@troth/core/store'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Ledger, openLedger } from '../../src/running/ledger.js'
import { right } from './support.js'

const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
const event = { stream: 'till-1', revision: 0n, position: '0' as Position }
const keys = Array.from({ length: 12 }, (_, i) => String(i))

const cellOf = async (ledger: Ledger, key: string) =>
  ledger.cell(key) ?? right(await ledger.fetch(key))

describe('what a ledger keeps in memory', () => {
  it('is never more than it was told, is what was put, and has what was used last', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.array(fc.constantFrom(...keys), { minLength: 1, maxLength: 9 }), {
          maxLength: 12,
        }),
        fc.boolean(),
        async (keep, batches, again) => {
          const stores = memory()
          const put = new Map<string, number>()
          const inVain: string[] = []
          const viewStore: ViewStore = {
            ...stores.viewStore,
            get: (name, key) => {
              if (!put.has(key)) inVain.push(key)
              return stores.viewStore.get(name, key)
            },
          }
          const open = async () => right(await openLedger({ viewStore, name: 'view', keep }))
          let ledger = await open()
          let last: ReadonlyArray<string> = []
          let overflows = false
          for (const [n, batch] of batches.entries()) {
            overflows = put.size > keep
            for (const key of batch) {
              const cell = await cellOf(ledger, key)
              expect(cell.row).toBe(put.get(key))
              put.set(key, n)
              ledger.put(cell, n, event)
            }
            ledger.heard([String(n) as Position])
            right(await ledger.save())
            expect(ledger.isClean()).toBe(true)
            // As long as it has seen all that was put, it need not ask for what was not.
            if (!again) expect(inVain).toEqual([])
            if (again) ledger = await open()
            last = batch
          }
          // Asked at the end alone: to ask for a row is to use it.
          const known = keys.filter((key) => ledger.cell(key)?.row !== undefined)
          expect(known.length).toBeLessThanOrEqual(keep)
          const isSmall = new Set(last).size <= keep / 2
          if (overflows && isSmall && !again)
            expect(known).toEqual(expect.arrayContaining([...last]))
          for (const [key, row] of put) expect((await cellOf(ledger, key)).row).toBe(row)
        },
      ),
      { numRuns: Math.ceil(numRuns / 5) },
    )
  })
})
