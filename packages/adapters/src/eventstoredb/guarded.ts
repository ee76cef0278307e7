/**
 * A client that survives an answer nobody waits for.
 *
 * @since 0.1.0
 */
import type { EventStoreDBClient } from './client.js'

interface Listened {
  listeners(event: string): ReadonlyArray<(...args: unknown[]) => void>
  removeListener(event: string, listener: (...args: unknown[]) => void): unknown
  on(event: string, listener: (...args: unknown[]) => void): unknown
}

type Create = (connection: unknown) => Listened | Promise<Listened>
type Creator = (service: unknown, call: string, create: Create, cache: unknown) => unknown

const tame = (stream: Listened): Listened => {
  for (const listener of stream.listeners('data')) {
    stream.removeListener('data', listener)
    stream.on('data', (...args) => {
      try {
        listener(...args)
      } catch {
        // An answer to nothing, or that can not be read: who waits for one has a timer of his own.
      }
    })
  }
  return stream
}

/**
 * `@eventstore/db-client` 6.2.1 throws, where nobody can catch it, when an append is answered a second time, or after
 * its connection was given up: the host's process ends. What receives those answers is wrapped, where it is found.
 *
 * And an append that waits for its connection while the client is disposed of would open its call afterwards, without a
 * deadline and with nobody to end it: the process would never end. So a client that has left opens none.
 */
export const guarded = (client: EventStoreDBClient): EventStoreDBClient => {
  const inner = client as unknown as { GRPCStreamCreator?: unknown }
  if (typeof inner.GRPCStreamCreator !== 'function') return client
  const make = inner.GRPCStreamCreator as Creator
  const dispose = client.dispose.bind(client)
  let hasLeft = false
  const opened = async (create: Create, connection: unknown): Promise<Listened> => {
    if (hasLeft) throw new Error('the client was disposed of')
    return tame(await create(connection))
  }
  const guard: Creator = (service, call, create, cache) =>
    call === 'appendToStream'
      ? make(service, call, (connection) => opened(create, connection), cache)
      : make(service, call, create, cache)
  inner.GRPCStreamCreator = guard
  client.dispose = () => {
    hasLeft = true
    return dispose()
  }
  return client
}
