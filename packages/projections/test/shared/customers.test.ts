import type { customer } from '@troth/core'
import { describe, expect, it } from 'vitest'

import { customerFacts, customersAt } from '../../src/shared/customers.js'
import { keep } from '../../src/shared/kept.js'
import { lost, mergedInto, registered, wonBack } from './desk.js'
import { at, customerId, entryId } from './history.js'

const [one, two] = [customerId(1), customerId(2)]
const mergeId = entryId(1)

/** Of two customers, as all of it is known in the end. */
const known = (
  ofOne: ReadonlyArray<customer.CustomerEvent>,
  ofTwo: ReadonlyArray<customer.CustomerEvent>,
) =>
  customersAt(
    new Map([
      [one, keep(undefined, ofOne.flatMap(customerFacts))],
      [two, keep(undefined, ofTwo.flatMap(customerFacts))],
    ]),
    at(100),
  )

describe('whoever two records stand for', () => {
  it('is one, under the key of the one who stands for both', () => {
    const merged = known([registered(5)], [registered(1), mergedInto(9, 1, mergeId)])
    expect([merged.all, merged.oneWith(one), merged.oneWith(two)]).toEqual([[one], [one, two], []])
    const apart = known([registered(5)], [registered(1)])
    expect([apart.all, apart.oneWith(two)]).toEqual([[one, two], [two]])
  })

  it('was a customer since the first of them was registered', () => {
    const { isThere } = known([registered(5)], [registered(1), mergedInto(9, 1, mergeId)])
    expect([0, 1, 4, 5, 9].map((when) => isThere(one, at(when)))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ])
  })

  it('is lost as the survivor is, and before that as the other was', () => {
    const { isThere } = known(
      [registered(5), lost(20), wonBack(30)],
      [registered(1), lost(3), mergedInto(9, 1, mergeId)],
    )
    expect([2, 3, 4, 5, 19, 20, 30].map((when) => isThere(one, at(when)))).toEqual([
      true,
      false,
      false,
      true,
      true,
      false,
      true,
    ])
  })
})
