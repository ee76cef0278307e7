import { arbitraries } from '@troth/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { caseLibrary, foldRows } from '../../src/index.js'
import { expectSoundShares, factsOf, projectionLaws, runs } from '../shared/history.js'

const { history, event, rules } = arbitraries.complaint
const projection = caseLibrary.library(rules)

describe('the library’s laws', () => {
  projectionLaws({
    projection,
    history: fc.oneof(history, fc.array(event, { maxLength: 6 })),
    keys: ['1', '2'],
    shown: caseLibrary.read,
  })

  it('a search finds no case that is not there, and asking for more finds no more', () => {
    const query = fc.record(
      {
        avoided: fc.constantFrom(true, false, 'unknown' as const),
        category: fc.constantFrom('quality' as const, 'service' as const),
        text: fc.constantFrom('a', 'GOOD', 'vip'),
      },
      { requiredKeys: [] },
    )
    const streams = fc.array(fc.oneof(history, fc.array(event, { maxLength: 6 })), { maxLength: 3 })
    fc.assert(
      fc.property(streams, query, (all, asked) => {
        const library = caseLibrary.read(
          foldRows(projection)(factsOf('complaint', Object.fromEntries(Object.entries(all)))),
        )
        const found = caseLibrary.search(asked)(library.cases)
        expect(library.cases).toEqual(expect.arrayContaining([...found]))
        for (const avoided of [true, false, 'unknown' as const])
          expect(caseLibrary.search({ ...asked, avoided })(found).length).toBeLessThanOrEqual(
            found.length,
          )
        expectSoundShares(caseLibrary.summarise(found))
      }),
      { numRuns: runs },
    )
  })
})
