/**
 * Whether a client leaves out the user and the password that it was given.
 *
 * @since 0.1.0
 */
import type { EventStoreDBClient } from './client.js'

interface Credentials {
  generateMetadata(call: {
    readonly service_url: string
    readonly method_name: string
  }): Promise<{ get(name: string): ReadonlyArray<unknown> }>
}
type CallArguments = (options: object) => readonly [unknown, { readonly credentials?: Credentials }]

/**
 * Both clients make what they send with a call by a member of their own, that is asked here as they ask it. It is no
 * part of what they promise: where it is not found, or answers otherwise, nothing is said.
 */
export const dropsCredentials = async (
  client: EventStoreDBClient | undefined,
): Promise<boolean> => {
  const { callArguments } = (client ?? {}) as { readonly callArguments?: CallArguments }
  try {
    const credentials = callArguments?.({})[1].credentials
    if (credentials === undefined) return false
    const sent = await credentials.generateMetadata({ service_url: '', method_name: '' })
    return sent.get('authorization').length === 0
  } catch {
    return false
  }
}
