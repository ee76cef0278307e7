import { describe, expect, it } from 'vitest'

import type { Asked, CustomerCommand } from '../../src/customer/commands.js'
import { customerMerges } from '../../src/policy/customer-merges.js'
import { customer, entry } from '../support/complaint.js'
import { command, register } from '../support/customer.js'

const absorb = (through: Asked<'AbsorbCustomer'>['through']) =>
  command('AbsorbCustomer', { mergeId: entry(1), absorbed: customer(1), through })
const { mergedInto, onward = (asked: CustomerCommand) => asked } = customerMerges

describe('what is asked of a merged customer', () => {
  it('is to be asked of his survivor', () => {
    expect(mergedInto({ _tag: 'MergedInto', survivor: customer(2) })).toBe(customer(2))
    expect(mergedInto({ _tag: 'NotRegistered' })).toBeUndefined()
  })

  it('is the same, but for whoever is to take another over: he is told who pointed on', () => {
    expect(onward(register, customer(2))).toBe(register)
    expect(onward(absorb([customer(3)]), customer(2))).toEqual(absorb([customer(3), customer(2)]))
  })

  it('names the last hundred who pointed on, and no more', () => {
    const most = Array.from({ length: 99 }, (_, i) => customer(i + 10))
    expect(onward(absorb(most), customer(2))).toEqual(absorb([...most, customer(2)]))
    expect(onward(absorb([customer(9), ...most]), customer(2))).toEqual(
      absorb([...most, customer(2)]),
    )
  })
})
