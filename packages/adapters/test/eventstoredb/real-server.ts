/**
 * A real server, where `TROTH_ESDB_URL` names one, through the client that `TROTH_ESDB_CLIENT` names:
 * `@eventstore/db-client` unless it is `kurrentdb`. Both can not be loaded in one process.
 */
import type { EventStoreDBClient } from '../../src/eventstoredb/index.js'

export const realServer = process.env['TROTH_ESDB_URL']

export const isNewerClient = process.env['TROTH_ESDB_CLIENT'] === 'kurrentdb'

export const connector = async (
  url = realServer,
): Promise<(() => EventStoreDBClient) | undefined> => {
  if (url === undefined) {
    console.warn('TROTH_ESDB_URL is not set: no real server is asked.')
    return undefined
  }
  if (isNewerClient) {
    const { KurrentDBClient } = await import('@kurrent/kurrentdb-client')
    return () => KurrentDBClient.connectionString(url.replace(/^esdb/, 'kurrentdb'))
  }
  const { EventStoreDBClient } = await import('@eventstore/db-client')
  return () => EventStoreDBClient.connectionString(url)
}
