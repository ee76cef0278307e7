import { expect, it } from 'vitest'

import { carriedOut, clock } from '../../complaint-board/support.js'
import { kept, made } from '../../promise-ledger/support.js'
import {
  answered,
  bought,
  closed,
  type History,
  issued,
  recorded,
  registered,
  replied,
} from '../../shared/desk.js'
import { complaintId, customerId, id, promiseId } from '../../shared/history.js'
import { rowsOf } from './support.js'

const about = { topic: 'complaint', complaintId: complaintId(1) }

/** One customer's ten events, as a desk has them. */
const customer: History = {
  customer: { [customerId(1)]: [registered(-2000)] },
  dealings: {
    [customerId(1)]: [
      bought(-1900, '2026-104733', 45_900, 'EUR', {
        lines: [{ item: 'BOILER-24', quantity: 1, amount: 45_900 }],
      }),
    ],
  },
  complaint: {
    [complaintId(1)]: [
      recorded(0, {
        about: { topic: 'order', ref: '2026-104733' },
        firstResponsible: 'wang',
      }),
      replied(2, [clock('firstReply', 0, 24)]),
      carriedOut(30),
      closed(31),
    ],
  },
  promise: {
    [promiseId(1)]: [
      made(3, 40, { source: { origin: 'complaint', complaintId: complaintId(1) } }, 'li'),
      kept(30),
    ],
  },
  survey: {
    [id('5', 1)]: [
      issued(32, { about, answeredFor: [{ id: 'li', role: 'agent' }] }),
      answered(50, { csat: 4, nps: 8, effort: 5 }),
    ],
  },
}

it('keeps of a customer’s ten events less than 1,000 bytes of JSON', () => {
  const rows = [...rowsOf(customer)]
  const bytes = rows.map(([, row]) => JSON.stringify(row).length).reduce((a, b) => a + b)
  expect(bytes).toBeLessThan(1000)
})
