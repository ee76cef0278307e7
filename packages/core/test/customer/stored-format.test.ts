import { describe } from 'vitest'

import { customer } from '../../src/customer/customer.js'
import { rules } from '../support/customer.js'
import { storedFormat } from '../support/stored-format.js'

describe('the stored format of a customer', () => {
  storedFormat(customer(rules), new URL('golden/', import.meta.url), [
    ['CustomerRegistered', 'name'],
    ['CustomerRenamed', 'name'],
    ['ContactPersonAdded', 'name'],
    ['ContactPointAdded', 'address'],
    ['ImportantDateAdded', 'day'],
    ['NeedRecorded', 'what'],
    ['ExpectationReleased', 'how'],
    ['CustomerBlacklisted', 'why'],
    ['PersonalDataDisclosed', 'to'],
  ])
})
