import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { groupBy } from 'fp-ts/lib/NonEmptyArray.js'
import { describe, expect, it } from 'vitest'

import { dealings } from '../../src/dealings/dealings.js'
import { DealingsEvent } from '../../src/dealings/events.js'
import { ownership } from '../../src/dealings/state.js'
import { fold } from '../../src/shared/decider.js'
import { make } from '../support/make.js'
import { rules } from '../support/dealings.js'

const shared = process.env['TROTH_SHARED']
const file = shared === undefined ? undefined : join(shared, 'data/cdnow/CDNOW_sample.txt')
const known = file !== undefined && existsSync(file)

/** One line a purchase: the customer, his number in the sample, yyyymmdd, how many, and the dollars. */
const lines = known
  ? readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((words) => words.length === 5)
  : []

const stored = lines.map(([customer = '', , date = '', , dollars = ''], i) => ({
  customer,
  event: {
    type: 'PurchaseRecorded' as const,
    data: {
      orderId: `CDNOW ${String(i)}`,
      amount: { amount: Math.round(Number(dollars) * 100), currency: 'USD' },
      at: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00.000Z`,
      by: { id: 'import', role: 'policy' },
    },
  },
}))

describe('the purchases of a published history', () => {
  it.skipIf(known)('are skipped: TROTH_SHARED names no folder that holds them', () => undefined)

  it.runIf(known)('are read and written as they are, and make an owner of every customer', () => {
    const events = stored.map(({ customer, event }) => ({
      customer,
      event: make(DealingsEvent)(event),
    }))
    expect(events.map(({ event }) => DealingsEvent.encode(event))).toEqual(
      stored.map(({ event }) => event),
    )
    const byCustomer = groupBy(({ customer }: (typeof events)[number]) => customer)
    const states = Object.values(byCustomer(events)).map((of) =>
      fold(dealings(rules))(of.map(({ event }) => event)),
    )
    expect(states).toHaveLength(2_357)
    expect(states.reduce((sum, { owned }) => sum + owned, 0)).toBe(6_919)
    expect(states.every((state) => ownership(state) === 'owner')).toBe(true)
  })
})
