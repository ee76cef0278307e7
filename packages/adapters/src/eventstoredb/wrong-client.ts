/**
 * What `connect` gave, looked at before it is used.
 *
 * @since 0.1.0
 */

const property = (u: object, name: string): unknown => (u as Record<string, unknown>)[name]

const methods = ['appendToStream', 'readStream', 'subscribeToAll', 'dispose']

/** What it should have been, where it can not be worked with. */
export const wrongClient = (made: unknown): string | undefined => {
  if (typeof made !== 'object' || made === null) return 'a function that makes a client'
  if (typeof property(made, 'then') === 'function')
    return 'a function that makes a client, not the promise of one'
  if (methods.some((name) => typeof property(made, name) !== 'function'))
    return 'a function that makes a client of EventStoreDB or KurrentDB'
  return property(made, 'throwOnAppendFailure') === false
    ? 'a client with throwOnAppendFailure=true: a conflict would pass for a success'
    : undefined
}
