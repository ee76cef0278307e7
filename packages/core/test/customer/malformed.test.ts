/** What is sent may be anything: each command is refused by the field that is wrong, and nothing is thrown. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { CustomerCommand } from '../../src/customer/commands.js'
import { customer } from '../../src/customer/customer.js'
import { decodeWith } from '../../src/shared/problem.js'
import { anyCustomer } from '../../src/testing/customer/arbitraries.js'
import { rules } from '../support/customer.js'
import { isRefusedByField, sentOf, wrongEverywhere } from '../support/malformed.js'

const { decide, initial } = customer(rules)
const sent = sentOf(CustomerCommand, anyCustomer.command, 200)
const wrongs: ReadonlyArray<unknown> = [
  ...wrongEverywhere,
  { scheme: 'ownership', value: 'owner' },
  { scheme: 'tier', value: 'gold' },
  { section: 'demographic', content: { sex: '' } },
  { date: '02-29', year: 2023 },
  { date: '02-30' },
]
/** What may be left out. */
const optional: ReadonlyArray<string> = ['why', 'personId', 'of', 'blacklisted']

describe('a malformed command', () => {
  isRefusedByField(CustomerCommand, sent, wrongs)

  it('for want of a field is refused by its name, or does without', () => {
    for (const { type, data } of sent)
      for (const field of Object.keys(data)) {
        const rest = Object.fromEntries(Object.entries(data).filter(([key]) => key !== field))
        const answer = decodeWith(CustomerCommand)({ type, data: rest })
        if (E.isLeft(answer)) expect(answer.left.map((p) => p.field)).toContain(`data.${field}`)
        else {
          expect(optional).toContain(field)
          expect(() => decide(answer.right)(initial)).not.toThrow()
        }
      }
  })

  it('of no kind that there is is refused by its type', () => {
    const answer = decodeWith(CustomerCommand)({ type: 'KeepCustomer', data: {} })
    expect(E.isLeft(answer) && answer.left.map(({ field }) => field)).toEqual(['type'])
  })

  it('with 101 entries in a list is refused for their number', () => {
    const order = Array.from({ length: 101 }, () => '10000000-0000-4000-8000-000000000001')
    const of = (entries: ReadonlyArray<string>) =>
      decodeWith(CustomerCommand)({
        type: 'RankExpectations',
        data: {
          order: entries,
          at: '2026-11-23T09:00:00.000Z',
          by: { id: 'desk', role: 'agent' },
        },
      })
    expect(E.isRight(of(order.slice(1)))).toBe(true)
    expect(E.isLeft(of(order))).toBe(true)
  })
})
