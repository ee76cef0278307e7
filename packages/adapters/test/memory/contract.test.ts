import { eventStoreContract } from '@troth/core/testing'
import { describe, test } from 'vitest'

import { memory } from '../../src/memory/index.js'

describe('memory keeps the contract of every store:', () => {
  eventStoreContract(() => Promise.resolve(memory()), { test })
})
