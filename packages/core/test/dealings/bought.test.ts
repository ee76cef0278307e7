import { describe, expect, it } from 'vitest'

import { ordersBetween, turnoverOf } from '../../src/dealings/bought.js'
import {
  bought,
  full,
  gaveBack,
  later,
  monday,
  part,
  state,
  thursday,
  tuesday,
  wednesday,
} from '../support/dealings.js'

const amounts = (...orders: ReturnType<typeof ordersBetween>) =>
  orders.map(({ amount }) => amount.amount).sort((a, b) => a - b)

describe('what was bought in a while', () => {
  const his = state(bought(1, monday, 1), bought(2, tuesday, 2), bought(3, thursday, 3))

  it('is all that was bought from its first instant to its last', () => {
    expect(amounts(...ordersBetween([his], monday, thursday))).toEqual([1, 2, 3])
    expect(amounts(...ordersBetween([his], later(monday, 1), later(thursday, -1)))).toEqual([2])
    expect(ordersBetween([his], later(tuesday, 1), wednesday)).toEqual([])
  })

  it('is that of many orders too', () => {
    const many = state(...Array.from({ length: 500 }, (_, n) => bought(n, monday, n)))
    expect(ordersBetween([many], monday, monday)).toHaveLength(500)
  })

  it('is of several names together, and an order that both have is one', () => {
    const hers = state(bought(3, monday, 30), bought(4, wednesday, 4))
    expect(amounts(...ordersBetween([his, hers], monday, thursday))).toEqual([1, 2, 3, 4])
    expect(amounts(...ordersBetween([hers, his], monday, thursday))).toEqual([1, 2, 4, 30])
  })

  it('is nothing of whoever bought nothing', () => {
    expect(ordersBetween([], monday, thursday)).toEqual([])
    expect(ordersBetween([state()], monday, thursday)).toEqual([])
  })
})

describe('the turnover', () => {
  it('is what is left of each amount, by currency', () => {
    const his = state(
      bought(1, monday, 1_000),
      bought(2, monday, 500),
      bought(3, monday, 70, 'JPY'),
      bought(4, monday, 9_000),
      gaveBack(1, part(300), tuesday, 1),
      gaveBack(2, full, tuesday, 4),
    )
    const turnover = turnoverOf(ordersBetween([his], monday, monday))
    expect(Object.fromEntries(turnover)).toEqual({ EUR: 1_200, JPY: 70 })
  })

  it('is none of no orders', () => {
    expect(turnoverOf([]).size).toBe(0)
  })
})
