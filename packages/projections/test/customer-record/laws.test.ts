import type { customer } from '@troth/core'
import { arbitraries } from '@troth/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { customerRecord, foldRows, type Rows } from '../../src/index.js'
import { factsOf, projectionLaws, runs } from '../shared/history.js'
import { wideFacts } from '../shared/desk.js'
import { ofCustomer, off } from '../warnings/support.js'
import { projections, reading, registeredAs, rules, sourcesOf } from './support.js'

const read = customerRecord.read(rules, off)
/** The keys that generated events speak of. */
const ids = ['01', '02', '03'].map((last) => `c0000000-0000-4000-8000-0000000000${last}`)
const customers = foldRows(projections.customers)
/** Each of them registered, and nothing else. */
const nothing: customerRecord.Sources = {
  ...sourcesOf({}),
  customers: customers(
    factsOf('customer', Object.fromEntries(ids.map((key) => [key, [registeredAs(key)]]))),
  ),
}
const pages = (sources: Partial<customerRecord.Sources>) =>
  ids.map((key) => read({ ...nothing, ...sources }, key, reading(24 * 60)))

const registered = arbitraries.customer.history

describe('the record’s laws, of customers', () => {
  projectionLaws({
    projection: projections.customers,
    history: fc.oneof(registered, fc.array(arbitraries.customer.event, { maxLength: 6 })),
    keys: ids,
    shown: (rows: Rows<customer.CustomerState>) => pages({ customers: rows }),
  })

  it('everybody registered is on one page, of whoever stands for him; the timeline is in order and whole', () => {
    const any = fc.oneof(registered, fc.array(arbitraries.customer.event, { maxLength: 6 }))
    fc.assert(
      fc.property(fc.tuple(any, any, any), (streams) => {
        const history = Object.fromEntries(streams.map((events, i) => [ids[i] ?? '', events]))
        const facts = factsOf('customer', history)
        const rows = customers(facts)
        const sources = {
          customers: rows,
          words: foldRows(projections.words)(facts),
          timeline: foldRows(projections.timeline)(wideFacts({ customer: history })),
        }
        for (const [i, page] of pages(sources).entries()) {
          const isRegistered = rows.get(ids[i] ?? '')?._tag
          if ((isRegistered ?? 'NotRegistered') === 'NotRegistered') continue
          expect(page._tag).toBe('Some')
          if (page._tag === 'None') continue
          const { himself, merged, timeline, discloses } = page.value
          const all = [himself, ...merged]
          expect(all.map(({ customer }) => customer as string)).toContain(ids[i])
          const lines = facts.filter(({ stream }) =>
            all.some(({ customer }) => stream.endsWith(customer)),
          )
          expect(timeline).toHaveLength(lines.length)
          const instants = timeline.map(({ at }) => at)
          expect(instants).toEqual([...instants].sort((a, b) => a - b))
          if (all.every(({ life }) => life === 'erased')) expect(discloses).toEqual([])
        }
      }),
      { numRuns: runs },
    )
  })
})

describe('the record’s laws, of words', () => {
  projectionLaws({
    projection: projections.words,
    history: fc.oneof(registered, fc.array(arbitraries.customer.event, { maxLength: 6 })),
    keys: ids,
    shown: (words: customerRecord.Sources['words']) => pages({ words }),
  })

  it('nothing that was said of whoever is erased is kept, nor what is said after that', () => {
    fc.assert(
      fc.property(registered, fc.array(arbitraries.customer.event, { maxLength: 6 }), (a, b) => {
        const erased = ofCustomer('CustomerErased', 0)
        const [row] = foldRows(projections.words)(
          factsOf('customer', { 1: [...a, erased, ...b] }),
        ).values()
        expect(row).toEqual({ ...projections.words.initial, forgotten: true })
      }),
      { numRuns: runs },
    )
  })
})

describe('the record’s laws, of surveys', () => {
  projectionLaws({
    projection: projections.surveys,
    history: arbitraries.survey.history,
    keys: ['1', '2'],
    shown: (surveys: customerRecord.Sources['surveys']) => pages({ surveys }),
  })
})

describe('the record’s laws, of dealings', () => {
  projectionLaws({
    projection: projections.dealings,
    history: arbitraries.dealings.history,
    keys: ids.slice(1),
    shown: (dealings: customerRecord.Sources['dealings']) => pages({ dealings }),
  })
})
