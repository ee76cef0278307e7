import { EventStoreDBClient } from '@eventstore/db-client'
import { eventStoreContract } from '@troth/core/testing'
import { afterAll, beforeAll, describe, test } from 'vitest'

import { eventStoreDB } from '../../src/eventstoredb/index.js'
import { type FaultServer, faultServer } from './fault-server/server.js'

describe('the fault server answers as a real one, as long as nobody asks for a fault:', () => {
  let server: FaultServer
  beforeAll(async () => {
    server = await faultServer()
  })
  afterAll(() => server.stop())

  const connect = () =>
    EventStoreDBClient.connectionString(`esdb://127.0.0.1:${server.port}?tls=false`)
  eventStoreContract(() => Promise.resolve(eventStoreDB(connect)), { test })
})
