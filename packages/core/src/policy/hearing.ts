/**
 * How a policy hears of what is on record.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import type { RecordedEvent } from '../store/event-store.js'
import { registry, type Registry, type Undecodable } from '../store/registry.js'
import { partsOf } from '../store/stream-name.js'
import type { Happening } from './policy.js'
import { type Category, type Events, readings } from './streams.js'

type AnyEvent = Events[Category]

/** How the events of each category are read. */
export type Codecs = ReadonlyMap<string, Registry<AnyEvent>>

export const codecsOf = (hears: ReadonlyArray<Category>): Codecs => {
  const codecs = new Map<string, Registry<AnyEvent>>()
  for (const category of hears) {
    const { event } = readings[category]
    const made = registry(event as Parameters<typeof registry<AnyEvent>>[0])
    // Each category's events are one union of messages: a registry of them is always made.
    if (E.isRight(made)) codecs.set(category, made.right)
  }
  return codecs
}

export interface Heard {
  readonly happening: Happening
  readonly tenant: string | undefined
  readonly correlationId: string | undefined
}

/** Undefined: of a stream that the policy does not hear, whatever the feed gives. */
export const hear =
  (codecs: Codecs) =>
  (recorded: RecordedEvent, triggers: boolean): E.Either<Undecodable, Heard | undefined> => {
    const parts = partsOf(recorded.stream)
    const codec = parts && codecs.get(parts.category)
    if (parts === undefined || codec === undefined) return E.right(undefined)
    const { category, id, tenant } = parts
    const { $correlationId } = recorded.metadata
    return E.map((event: AnyEvent) => ({
      // The event is its category's: that is whose registry has read it.
      happening: { category, id, eventId: recorded.id, event, triggers } as Happening,
      tenant,
      correlationId: typeof $correlationId === 'string' ? $correlationId : undefined,
    }))(codec.decode(recorded))
  }
