/**
 * What a policy is: event or tick in, commands out. It keeps what it must remember in rows of its own, looks at streams
 * where it must, and does nothing itself: whoever runs it sends the commands, each once.
 *
 * @since 0.1.0
 */
import type { Actor } from '../shared/actor.js'
import type { Instant } from '../shared/instant.js'
import type { JsonObject } from '../store/json.js'
import type { Category, Commands, Events, States } from './streams.js'

/** Something that came to be on record, as policies hear of it. */
export type Happening = {
  readonly [C in Category]: {
    readonly category: C
    /** The stream's own id. */
    readonly id: string
    readonly eventId: string
    readonly event: Events[C]
    /**
     * Whether anything may be done about it: not where it is a fact from elsewhere, nor where it lies before the
     * policy's start. A policy may still remember it.
     */
    readonly triggers: boolean
  }
}[Category]

/** Who acts, and when: what every command of a reaction carries. */
export interface Stamp {
  readonly at: Instant
  readonly by: Actor
}

/**
 * A command on its way to a stream. Its id is made of the policy's name, what it reacts to and `because`: the same
 * again is the same command. Two commands of one type to one stream need a `because` each, as do the commands of a
 * tick, which would otherwise be sent once and never again.
 */
export type Dispatch = {
  readonly [C in Category]: {
    readonly to: C
    readonly id: string
    readonly command: Commands[C]
    readonly because?: string
  }
}[Category]

/** What a policy remembers, by keys of its own. Rows are plain JSON; few and small, for a store may keep them all in one event. */
export type Memory<Row> = ReadonlyMap<string, Row>

/** A refusal, as a policy hears of it: which, and the facts in it. */
export interface Refusal {
  readonly _tag: string
}

/** Commands to send, and rows to write and forget. */
export interface Done<Row> {
  readonly _tag: 'Done'
  readonly commands: ReadonlyArray<Dispatch>
  readonly put?: Readonly<Record<string, Row>>
  readonly forget?: ReadonlyArray<string>
}

/** Another stream is to be looked at first; it may by then be further than what is reacted to. */
export type Look<Row> = {
  readonly [C in Category]: {
    readonly _tag: 'Look'
    readonly category: C
    readonly id: string
    readonly then: (state: States[C]) => Reaction<Row>
  }
}[Category]

/** Several reactions, in this order. */
export interface All<Row> {
  readonly _tag: 'All'
  readonly reactions: ReadonlyArray<Reaction<Row>>
}

export type Reaction<Row> = Done<Row> | Look<Row> | All<Row>

/** Pure and total: the same rows, states and stamp give the same reaction. */
export interface Policy<Row extends JsonObject = JsonObject> {
  /** Letters and digits: part of its checkpoint's key and of its commands' ids, so it never changes. */
  readonly name: string
  readonly hears: ReadonlyArray<Category>
  react(happening: Happening, memory: Memory<Row>, stamp: Stamp): Reaction<Row>
  /** What fell due by `stamp.at`. What is sent again while it is still asked for has its answer already, and is not. */
  tick?(memory: Memory<Row>, stamp: Stamp): Reaction<Row>
  /** What to send because a command of its own was refused. Of that nothing is remembered, and no refusal of it is asked about. */
  refused?(dispatch: Dispatch, why: Refusal, stamp: Stamp): ReadonlyArray<Dispatch>
}
