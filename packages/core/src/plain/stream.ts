/**
 * One kind of stream on a desk.
 *
 * @since 0.1.0
 */
import type { Decider } from '../shared/decider.js'
import { fold } from '../shared/decider.js'
import type { EventStore } from '../store/event-store.js'
import { type Handle, handle } from '../store/handle.js'
import { importFacts, type ImportFacts } from '../store/import-facts.js'
import type { Runtime } from '../store/runtime.js'
import type { Snapshots } from '../store/snapshots.js'
import { inProcessCache } from '../store/state-cache.js'
import { type ReadState, stateReader } from '../store/state-reader.js'

/** What all streams of a desk have in common. `cached`: how many states are kept of each kind; 0 for none. */
export interface Desk {
  readonly eventStore: EventStore
  readonly runtime: Runtime
  readonly cached: number
  readonly snapshots?: Omit<Snapshots<never>, 'codec'> | undefined
}

/** How it is asked, looked at, and told what happened elsewhere. */
export interface Stream<Command, State, Event, Rejection> {
  readonly handle: Handle<Command, Event, Rejection>
  readonly read: ReadState<State>
  readonly importFacts: ImportFacts<Event>
}

/** Commands and looks share one cache. `subjectOf`: the customer whom a state is about, where it says so. */
export const openStream = <Command, State, Event extends { readonly type: string }, Rejection>(
  decider: Decider<Command, State, Event, Rejection>,
  { eventStore, runtime, cached, snapshots }: Desk,
  subjectOf: (state: State) => string | undefined = () => undefined,
): Stream<Command, State, Event, Rejection> => {
  const sparing = {
    ...(cached > 0 && { cache: inProcessCache<State>({ max: cached }) }),
    ...(snapshots && { snapshots }),
  }
  const imported = importFacts(decider, { eventStore, runtime })
  return {
    handle: handle(decider, { eventStore, runtime, subjectOf, ...sparing }),
    read: stateReader(decider, { eventStore, ...sparing }),
    importFacts: (id, facts, origin) => {
      const subject = subjectOf(fold(decider)(facts))
      return imported(id, facts, subject === undefined ? origin : { subject, ...origin })
    },
  }
}

/** For streams that are called by their customer's own id: he is the subject of all that is on record there. */
export const aboutItself = <Command, State, Event, Rejection>(
  stream: Stream<Command, State, Event, Rejection>,
): Stream<Command, State, Event, Rejection> => ({
  ...stream,
  handle: (id, command, context) => stream.handle(id, command, { subject: id, ...context }),
  importFacts: (id, facts, origin) => stream.importFacts(id, facts, { subject: id, ...origin }),
})
