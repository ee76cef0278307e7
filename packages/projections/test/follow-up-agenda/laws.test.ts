import { arbitraries } from '@troth/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { foldRows, followUpAgenda } from '../../src/index.js'
import { expectSoundShares, factsOf, projectionLaws, runs } from '../shared/history.js'
import { reading } from './support.js'

const { history, event, rules } = arbitraries.followUp
const projection = followUpAgenda.agenda(rules)
const keys = ['1', '2', 'north.1']
const shown = (rows: Parameters<typeof followUpAgenda.read>[0]) =>
  followUpAgenda.read(rows, reading(24 * 40))

describe('the agenda’s laws', () => {
  projectionLaws({ projection, history, keys, shown })

  it('every visit is in one list or over, and shares lie in their intervals', () => {
    const any = fc.oneof(history, fc.array(event, { maxLength: 6 }))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 3 }), (streams) => {
        const rows = foldRows(projection)(
          factsOf('followUp', Object.fromEntries(Object.entries(streams))),
        )
        const agenda = shown(rows)
        const all = followUpAgenda.visits(rows, reading(24 * 40))
        const { overdue, dueToday, dueThisWeek, later, overall, zones } = agenda
        const { doneLate, missed, skipped, compliance } = overall
        const listed = overdue.length + dueToday.length + dueThisWeek.length + later.length
        const inWindow = compliance._tag === 'Some' ? compliance.value.count : 0
        expect(listed + doneLate + missed + skipped + inWindow).toBe(all.length)
        expect(zones.reduce((sum, zone) => sum + zone.dueToday, 0)).toBe(dueToday.length)
        expectSoundShares(agenda)
      }),
      { numRuns: runs },
    )
  })
})
