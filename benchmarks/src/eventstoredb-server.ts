/** The server that `TROTH_ESDB_URL` names, through the adapter and through the raw client beside it. */
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client'
import { eventStoreDB } from '@troth/adapters/eventstoredb'

export const open = () => {
  const url = process.env['TROTH_ESDB_URL'] ?? 'esdb://127.0.0.1:2113?tls=false'
  const connect = () => EventStoreDBClient.connectionString(url)
  return { raw: connect(), stores: eventStoreDB(connect) }
}

/** As large as an event of a desk is: about 300 bytes. */
export const data = (n: number) => ({ text: 'x'.repeat(200), n })
export const metadata = { commandId: '6f2b4f6e-8d6a-4c43-9a55-0c2f6f0f2f11', schemaVersion: 1 }

/** Appends `count` events to a stream, 1,000 at a time. */
export const fill = async (
  raw: EventStoreDBClient,
  stream: string,
  count: number,
): Promise<void> => {
  for (let n = 0; n < count; n += 1_000)
    await raw.appendToStream(
      stream,
      Array.from({ length: Math.min(1_000, count - n) }, (_, i) =>
        jsonEvent({ type: 'Noted', data: data(n + i), metadata }),
      ),
    )
}
