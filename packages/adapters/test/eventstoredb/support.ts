import { EventStoreDBClient } from '@eventstore/db-client'
import { afterEach, expect } from 'vitest'

import {
  eventStoreDB,
  type EventStoreDBOptions,
  type EventStoreDBStores,
} from '../../src/eventstoredb/index.js'
import { type FaultServer, faultServer } from './fault-server/server.js'

const endings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

/** Short, so that a fault is over in milliseconds. */
const short: EventStoreDBOptions = { timeout: 400, patience: 5_000 }

const plainAddress = (port: number): string => `esdb://127.0.0.1:${port}?tls=false`

export interface Opened {
  readonly server: FaultServer
  readonly stores: EventStoreDBStores
  /** How many clients were made. */
  readonly connections: () => number
  /** What was said without being asked. */
  readonly warnings: ReadonlyArray<string>
}

/** Nothing was asked of the server yet. */
export const unasked = async (
  options: EventStoreDBOptions = {},
  address = plainAddress,
): Promise<Opened> => {
  const server = await faultServer()
  endings.push(server.stop)
  let made = 0
  const warnings: string[] = []
  const stores = eventStoreDB(
    () => {
      made++
      return EventStoreDBClient.connectionString(address(server.port))
    },
    { ...short, onWarning: (sentence) => warnings.push(sentence), ...options },
  )
  endings.push(async () => {
    await stores.close()
    for (let i = 0; i < 100 && server.openReads() > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(server.openReads(), 'calls left open').toBe(0)
  })
  return { server, stores, connections: () => made, warnings }
}

/** A server of its own for one test, and stores on it that know it; both end with the test. */
export const opened = async (
  options: EventStoreDBOptions = {},
  address = plainAddress,
): Promise<Opened> => {
  const at = await unasked(options, address)
  await at.stores.probe()
  return at
}
