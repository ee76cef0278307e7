/**
 * What a file of purchases tells, as facts of each customer's dealings.
 */
import type { Actor, Currency, dealings, Name } from '@troth/core'

import type { Buyer } from './buyers.js'
import type { PurchaseLine } from './line.js'

export const source = 'purchase file'

type Purchase = Extract<dealings.DealingsEvent, { readonly type: 'PurchaseRecorded' }>

// The import door asks the codecs about every fact: a brand that was claimed wrongly does not pass it.
const name = (text: string) => text as Name
const currency = 'USD' as Currency
/** The file does not say who served him. */
const by = { id: source, role: 'system' } as Actor

/**
 * A customer's purchases as facts, one for each line. His file has no number of an order, and may have several of one date:
 * the number is made of his own, the date, and which of that date it is.
 */
export const factsOf = ({ id, purchases }: Buyer): readonly [Purchase, ...Purchase[]] => {
  const ofDate = new Map<string, number>()
  const factOf = ({ date, at, cds, cents }: PurchaseLine): Purchase => {
    const nth = (ofDate.get(date) ?? 0) + 1
    ofDate.set(date, nth)
    return {
      type: 'PurchaseRecorded',
      data: {
        at,
        by,
        orderId: name(`${id}/${date}/${nth}`),
        amount: { amount: cents, currency },
        lines: [{ item: name('CD'), quantity: cds, amount: cents }],
      },
    }
  }
  const [first, ...rest] = purchases
  return [factOf(first), ...rest.map(factOf)]
}
