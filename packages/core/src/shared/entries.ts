/**
 * The lists that a stream keeps (replies, hand-overs, notices): what is known of them is the ids of their entries.
 *
 * @since 0.1.0
 */
import { type Decision, nothing } from './decider.js'
import { hasKey, type KeySet } from './key-set.js'

/** A state that remembers each entry's id as `list/id`. */
export interface WithEntries {
  readonly entries: KeySet
}

export const isKnown = ({ entries }: WithEntries, list: string, id: string): boolean =>
  hasKey(entries, `${list}/${id}`)

/** What is in the list already is not put there again. */
export const once = <Rejection, Event>(
  file: WithEntries,
  list: string,
  id: string,
  otherwise: () => Decision<Rejection, Event>,
): Decision<Rejection, Event> => (isKnown(file, list, id) ? nothing : otherwise())
