/**
 * What the fault server and a real one must do alike: the same lines on both, so that the former does not drift into fiction.
 *
 * The fault server is made of the older client's code, which can not be loaded beside the newer one.
 */
import { describe, onTestFinished } from 'vitest'

import type { EventStoreDBClient } from '../../src/eventstoredb/index.js'
import { connector, isNewerClient } from './real-server.js'

export type Connect = () => EventStoreDBClient

const real = await connector()

/** A server of its own for each test. */
const fault = async (): Promise<Connect> => {
  const { faultServer } = await import('./fault-server/server.js')
  const { EventStoreDBClient } = await import('@eventstore/db-client')
  const server = await faultServer()
  onTestFinished(server.stop)
  return () => EventStoreDBClient.connectionString(`esdb://127.0.0.1:${server.port}?tls=false`)
}

export const onBoth = (title: string, lines: (connected: () => Promise<Connect>) => void): void => {
  describe.skipIf(isNewerClient)(`on the fault server, ${title}`, () => {
    lines(fault)
  })
  describe.skipIf(real === undefined)(`on a real server, ${title}`, () => {
    lines(() => {
      if (real === undefined) throw new Error('no server')
      return Promise.resolve(real)
    })
  })
}
