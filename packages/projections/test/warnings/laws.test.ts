import { arbitraries } from '@troth/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldRows, type Rows, warnings } from '../../src/index.js'
import { zone } from '../promise-ledger/support.js'
import {
  at,
  customerId,
  day,
  expectSoundShares,
  factsOf,
  projectionLaws,
  runs,
} from '../shared/history.js'
import { sourcesOf } from './support.js'

const often = { atLeast: 1, within: 90 * day }
const strict: warnings.Thresholds = {
  manyClaims: often,
  claimRatio: { above: 0, within: 90 * day },
  fallInValue: 0.01,
  noDecision: 0,
  courtesiesOnly: 0,
  promiseBroken: often,
  visitMissed: often,
  managerHolds: 0,
  unprofitable: { within: 90 * day, below: [{ amount: 1, currency: 'EUR' as never }] },
  creditPoor: often,
  relationshipPoor: 10,
  underServed: often,
  profitable: { within: 90 * day, atLeast: [{ amount: -1, currency: 'EUR' as never }] },
  relationshipGood: -10,
  refers: often,
}
const read = warnings.read(arbitraries.complaint.rules, strict)
const reading = { zone: zone('UTC'), at: at(24 * 60) }

describe('the warnings’ laws, of complaints', () => {
  projectionLaws({
    projection: warnings.complaints(arbitraries.complaint.rules),
    history: fc.oneof(
      arbitraries.complaint.history,
      fc.array(arbitraries.complaint.event, { maxLength: 6 }),
    ),
    keys: ['1', '2'],
    shown: (complaints: Rows<warnings.ComplaintRow>) =>
      read({ ...sourcesOf({}), complaints }, reading),
  })
})

describe('the warnings’ laws, of dealings', () => {
  const projection = warnings.purchases(arbitraries.dealings.rules)
  const history = fc.oneof(
    arbitraries.dealings.history,
    fc.array(arbitraries.dealings.event, { maxLength: 6 }),
  )
  projectionLaws({
    projection,
    history,
    keys: [customerId(1), customerId(2)],
    shown: (dealings: Rows<warnings.DealingsRow>) => read({ ...sourcesOf({}), dealings }, reading),
  })

  it('say nothing that is no number, and shares lie in their intervals', () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 3 }), (streams) => {
        const dealings = foldRows(projection)(
          factsOf('dealings', Object.fromEntries(Object.entries(streams))),
        )
        const view = read({ ...sourcesOf({}), dealings }, reading)
        expectSoundShares(view)
        for (const { reasons } of [...view.poor, ...view.good]) {
          expect(reasons.length).toBeGreaterThan(0)
          for (const { found, n } of reasons) {
            expect(Number.isFinite(found)).toBe(true)
            expect(n).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: runs },
    )
  })
})
