/** What is sent may be anything: each command is refused by the field that is wrong, and nothing is thrown. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { DealingsCommand } from '../../src/dealings/commands.js'
import { dealings } from '../../src/dealings/dealings.js'
import { decodeWith } from '../../src/shared/problem.js'
import { anyDealings } from '../../src/testing/dealings/arbitraries.js'
import { rules } from '../support/dealings.js'
import { isRefusedByField, type Sent, sentOf, wrongEverywhere } from '../support/malformed.js'

const { decide, initial } = dealings(rules)
const sent = sentOf(DealingsCommand, anyDealings.command, 150)
/** A margin alone may be less than nothing. */
const wrongs: ReadonlyArray<unknown> = [
  ...wrongEverywhere.filter((wrong) => wrong !== -1),
  -0.5,
  2 ** 53,
  { extent: 'half' },
  { extent: 'part' },
  { whose: 'nobody' },
  { kind: 'prospect', name: 7 },
  { kind: 'service', ref: 'a' },
  { amount: -1, currency: 'EUR' },
  { amount: 1, currency: 'XXX' },
]
/** What may be left out. */
const optional = ['margin', 'lines', 'orderId', 'warrantyUntil', 'amount']

const fieldsOf = (command: Sent) => {
  const answer = decodeWith(DealingsCommand)(command)
  return E.isLeft(answer) ? answer.left.map(({ field }) => field) : []
}
const always = { at: '2026-11-23T09:00:00.000Z', by: { id: 'desk', role: 'agent' } }
const id = '10000000-0000-4000-8000-000000000001'
const purchase = { ...always, orderId: 'SO-1', amount: { amount: 2_000, currency: 'EUR' } }
const line = { item: 'kettle', quantity: 1, amount: 2_000 }

describe('a malformed command', () => {
  isRefusedByField(DealingsCommand, sent, wrongs)

  it('with less than nothing is refused by that field, but for a margin', () => {
    for (const { type, data } of sent)
      for (const field of Object.keys(data))
        expect(fieldsOf({ type, data: { ...data, [field]: -1 } })).toEqual(
          field === 'margin' ? [] : [`data.${field}`],
        )
  })

  it('for want of a field is refused by its name, or does without', () => {
    for (const { type, data } of sent)
      for (const field of Object.keys(data)) {
        const { [field]: _, ...rest } = data
        const answer = decodeWith(DealingsCommand)({ type, data: rest })
        if (E.isLeft(answer)) expect(answer.left.map((p) => p.field)).toEqual([`data.${field}`])
        else {
          expect(optional).toContain(field)
          decide(answer.right)(initial)
        }
      }
  })

  it.each(['RecordPurchase', 'ReturnPurchase'])('%s says which order', (type) => {
    const { orderId, ...rest } = sent.find((each) => each.type === type)?.data ?? {}
    expect(orderId).toBeDefined()
    expect(fieldsOf({ type, data: rest })).toEqual(['data.orderId'])
  })

  it('of another type is told which there are', () => {
    expect(fieldsOf({ type: 'ForgetPurchase', data: {} })).toEqual(['type'])
  })

  it.each([
    [0, 0],
    [1, 1],
    [4, 1],
    [7, 1],
    [8, 0],
    [6.5, 0],
    ['7', 0],
    [NaN, 0],
  ])('an intent of %s is one of 1 to 7, or none', (strength, ok) => {
    const command = { type: 'StateIntent', data: { ...always, statementId: id, strength } }
    expect(fieldsOf(command)).toEqual(ok === 1 ? [] : ['data.strength'])
  })

  it.each([
    [-1, 0],
    [0, 1],
    [10, 1],
    [11, 0],
    [0.5, 0],
    ['1', 0],
  ])('an attitude of %s is one of 0 to 10, or none', (value, ok) => {
    for (const field of ['towardUs', 'towardBestRival']) {
      const statement = { ...always, statementId: id, towardUs: 5, towardBestRival: 5 }
      const command = { type: 'StateAttitude', data: { ...statement, [field]: value } }
      expect(fieldsOf(command)).toEqual(ok === 1 ? [] : [`data.${field}`])
    }
  })

  it.each([
    [0, 1],
    [1, 1],
    [Number.MAX_SAFE_INTEGER, 1],
    [-1, 0],
    [0.5, 0],
    [Number.MAX_SAFE_INTEGER + 1, 0],
  ])('a purchase of %s minor units costs nothing at least', (amount, ok) => {
    const data = { ...purchase, amount: { amount, currency: 'EUR' } }
    expect(fieldsOf({ type: 'RecordPurchase', data })).toEqual(
      ok === 1 ? [] : ['data.amount.amount'],
    )
  })

  it.each([
    [-2_000, 1],
    [0, 1],
    [-0.5, 0],
    [-Number.MAX_SAFE_INTEGER - 1, 0],
    ['1', 0],
  ])('a margin of %s is a whole number of either sign', (margin, ok) => {
    expect(fieldsOf({ type: 'RecordPurchase', data: { ...purchase, margin } })).toEqual(
      ok === 1 ? [] : ['data.margin'],
    )
  })

  it('has one to a hundred lines, where it has any', () => {
    const of = (n: number) =>
      fieldsOf({
        type: 'RecordPurchase',
        data: { ...purchase, lines: Array.from({ length: n }, () => line) },
      })
    expect(of(0)).toEqual(['data.lines'])
    expect(of(1)).toEqual([])
    expect(of(100)).toEqual([])
    expect(of(101)).toEqual(['data.lines'])
  })

  it.each([
    ['item', ''],
    ['quantity', 0],
    ['quantity', 0.5],
    ['quantity', 1_000_000_001],
    ['amount', 0.5],
  ])('is refused by the %s of a line that is %s', (field, wrong) => {
    const lines = [line, { ...line, [field]: wrong }]
    expect(fieldsOf({ type: 'RecordPurchase', data: { ...purchase, lines } })).toEqual([
      `data.lines.1.${field}`,
    ])
  })

  it.each([
    ['a part that is nothing', { extent: 'part', amount: { amount: 0, currency: 'EUR' } }],
    ['a part of no sum', { extent: 'part' }],
    ['half of it', { extent: 'half' }],
  ])('with %s come back is refused', (_, returned) => {
    const data = { ...always, returnId: id, orderId: 'SO-1', returned, why: 'too small' }
    const [field, ...more] = fieldsOf({ type: 'ReturnPurchase', data })
    expect(field).toContain('data.returned')
    expect(more).toEqual([])
  })

  it.each([
    ['RecordVisit', { visitId: id, channel: 'pigeon', to: { whose: 'own' } }, 'channel'],
    ['RecordVisit', { visitId: id, channel: 'phone', to: { whose: 'mine' } }, 'to.whose'],
    ['RecordReferral', { referralId: id, referred: { kind: 'friend' } }, 'referred.kind'],
    ['GrantBenefit', { benefitId: id, kind: 'discount' }, 'kind'],
    [
      'HandOverForUse',
      { handOverId: id, what: { kind: 'service', ref: 'a' }, acceptedBy: 'Chen' },
      'what.kind',
    ],
  ])('%s with a word that no list has is refused', (type, data, field) => {
    expect(fieldsOf({ type, data: { ...always, ...data } })).toEqual([`data.${field}`])
  })
})
