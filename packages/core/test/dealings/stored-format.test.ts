import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { dealings } from '../../src/dealings/dealings.js'
import { DealingsEvent } from '../../src/dealings/events.js'
import { rules } from '../support/dealings.js'
import { storedFormat } from '../support/stored-format.js'

describe('the stored format of dealings', () => {
  const without = storedFormat(dealings(rules), new URL('golden/', import.meta.url), [
    ['HandedOverForUse', 'acceptedBy'],
    ['PurchaseReturned', 'why'],
  ])

  it.each([
    ['PurchaseRecorded', 'orderId'],
    ['PurchaseRecorded', 'amount'],
    ['HandedOverForUse', 'what'],
    ['VisitRecorded', 'to'],
    ['RivalPurchaseReported', 'rival'],
  ])('%s is not read without its %s', (type, field) => {
    const event = without(type, field)
    expect(event && E.isLeft(event)).toBe(true)
  })

  it('ReferralRecorded is read though the name in it was forgotten', () => {
    const data = {
      referralId: '10000000-0000-4000-8000-000000000001',
      referred: { kind: 'prospect', name: { redacted: true } },
      at: '2026-11-23T09:00:00.000Z',
      by: { id: 'desk', role: 'agent' },
    }
    const event = DealingsEvent.decode({ type: 'ReferralRecorded', data })
    expect(E.isRight(event) && DealingsEvent.encode(event.right)).toEqual({
      type: 'ReferralRecorded',
      data,
    })
  })
})
