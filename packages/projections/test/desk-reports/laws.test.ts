import { arbitraries } from '@troth/core/testing'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Rows, reports } from '../../src/index.js'
import { terms } from '../satisfaction/view/support.js'
import { at, expectSoundShares, id, projectionLaws, runs } from '../shared/history.js'
import { taken } from '../shared/batches.js'
import { wideFacts } from '../shared/desk.js'
import { fold } from '../satisfaction/view/support.js'
import { settings } from './support.js'

describe('the fault report’s laws', () => {
  projectionLaws({
    projection: reports.faults(arbitraries.fault.rules),
    history: fc.oneof(
      arbitraries.fault.history,
      fc.array(arbitraries.fault.event, { maxLength: 6 }),
    ),
    keys: ['1', '2'],
    shown: (rows: Rows<reports.FaultRow>) =>
      reports.faultReport(rows, {
        calendar: terms.calendar,
        period: { by: 'month', at: at(24 * 21) },
        at: at(24 * 60),
      }),
  })
})

describe('the reports’ laws', () => {
  const { complaint, customer, dealings, followUp, promise, survey } = arbitraries
  const streams = fc.record({
    complaint: fc.record({ [id('d', 1)]: complaint.history, [id('d', 2)]: complaint.history }),
    customer: fc.record({ [id('c', 1)]: customer.history, [id('c', 2)]: customer.history }),
    dealings: fc.record({ [id('c', 1)]: dealings.history }),
    followUp: fc.record({ [id('f', 1)]: followUp.history }),
    promise: fc.record({ [id('e', 1)]: promise.history, [id('e', 2)]: promise.history }),
    survey: fc.record({ [id('b', 1)]: survey.history }),
  })
  const when = at(24 * 28)
  const shown = (satisfaction: reports.ReportSources['satisfaction']) => ({
    weekly: reports.weeklySummary(settings)({ satisfaction }, when),
    monthly: reports.supervisionReport(settings)({ satisfaction }, when),
    measures: reports.measures(settings)(
      { satisfaction, complaints: new Map() },
      { by: 'month', at: when },
      when,
    ),
  })

  it('are the same in whatever order the streams arrive; nobody is supervised by himself; shares lie in their intervals', () => {
    fc.assert(
      fc.property(streams, fc.array(fc.nat(), { maxLength: 40 }), (of, order) => {
        const facts = wideFacts(of)
        const view = shown(fold(facts))
        expect(shown(fold(taken<never>(facts, order)))).toEqual(view)
        expectSoundShares(view)
        expect(E.isRight(view.monthly)).toBe(true)
        if (E.isLeft(view.monthly)) return
        for (const { department, supervisedBy } of view.monthly.right.departments)
          expect(supervisedBy).not.toBe(department)
      }),
      { numRuns: runs },
    )
  })
})
