import { arbitraries } from '@troth/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldRows, promiseLedger } from '../../src/index.js'
import { at, expectSoundShares, factsOf, projectionLaws, runs } from '../shared/history.js'
import { reading } from './support.js'

const { history, event, rules } = arbitraries.promise
const projection = promiseLedger.ledger(rules)
const keys = ['1', '2', 'north.1']
const shown = (rows: Parameters<typeof promiseLedger.read>[0]) =>
  promiseLedger.read(rows, reading(24 * 40))

describe('the ledger’s laws', () => {
  projectionLaws({ projection, history, keys, shown })

  it('everything promised is in one standing and one group of each kind, and shares lie in their intervals', () => {
    const any = fc.oneof(history, fc.array(event, { maxLength: 6 }))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (streams) => {
        const all = factsOf('promise', Object.fromEntries(Object.entries(streams)))
        const ledger = shown(foldRows(projection)(all))
        expect(ledger.figures._tag).toBe(ledger.entries.length === 0 ? 'None' : 'Some')
        for (const groups of [ledger.byGiver, ledger.byKind, ledger.bySource])
          expect(groups.reduce((sum, { promises }) => sum + promises, 0)).toBe(
            ledger.entries.length,
          )
        if (ledger.figures._tag === 'Some') {
          const f = ledger.figures.value
          const settled = f.keptOnTime + f.keptLate + f.broken + f.withdrawn + f.neverBinding
          expect(f.temporary + f.open + settled).toBe(f.promises)
        }
        expectSoundShares(ledger)
        expect(ledger.at).toBe(at(24 * 40))
      }),
      { numRuns: runs },
    )
  })
})
