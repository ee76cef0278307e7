import { eventStoreContract } from '@troth/core/testing'
import { describe, test } from 'vitest'

import { eventStoreDB } from '../../src/eventstoredb/index.js'
import { connector, isNewerClient } from './real-server.js'

const connect = await connector()

/** The newer client's reads give the time in whole seconds, its subscriptions in milliseconds. */
const notKept = [
  'a subscription gives the events of all streams in the order they were written',
].filter(() => isNewerClient)

describe.skipIf(connect === undefined)('EventStoreDB keeps the contract of every store:', () => {
  if (connect !== undefined)
    eventStoreContract(() => Promise.resolve(eventStoreDB(connect)), {
      test: (title, run) => (notKept.includes(title) ? test.fails : test)(title, run),
    })
})
