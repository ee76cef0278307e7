/** Opens the stores at `url`, and says at once what is wrong with them, or will be regretted. */
import { EventStoreDBClient } from '@eventstore/db-client'
import { eventStoreDB, type EventStoreDBStores } from '@troth/adapters/eventstoredb'

export const open = async (url: string): Promise<EventStoreDBStores> => {
  // #region open
  const stores = eventStoreDB(() => EventStoreDBClient.connectionString(url), {
    connectionString: url,
  })
  const found = await stores.probe()
  // #endregion open
  if (found._tag === 'Right') {
    for (const warning of found.right) console.warn(warning)
    return stores
  }
  await stores.close()
  throw new Error(`no store at ${url}: ${JSON.stringify(found.left)}`)
}
