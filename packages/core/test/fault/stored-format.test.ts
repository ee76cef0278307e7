import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { fault } from '../../src/fault/fault.js'
import { rules } from '../support/fault.js'
import { storedFormat } from '../support/stored-format.js'

describe('the stored format of a fault', () => {
  const without = storedFormat(fault(rules), new URL('golden/', import.meta.url), [
    ['FaultReported', 'place'],
    ['FaultReported', 'what'],
    ['FaultReported', 'plan'],
    ['FaultOwnerAssigned', 'why'],
    ['FaultTracked', 'progress'],
    ['FaultTracked', 'plan'],
    ['FaultCleared', 'how'],
    ['CrisisDeclared', 'why'],
  ])

  it.each([
    ['FaultReported', 'customer'],
    ['FaultReported', 'failed'],
    ['FaultReported', 'manager'],
    ['ContractSignerTold', 'told'],
    ['ComplaintLinked', 'complaint'],
  ])('%s is not read without its %s', (type, field) => {
    const event = without(type, field)
    expect(event && E.isLeft(event)).toBe(true)
  })
})
