/**
 * What it takes to run policies, and what their runner has to say.
 *
 * @since 0.1.0
 */
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { Actor } from '../shared/actor.js'
import type { CommandContext } from '../store/command-context.js'
import type { Position, StoreError } from '../store/event-store.js'
import type { EventFeed } from '../store/feed.js'
import type { Handled } from '../store/handle.js'
import type { JsonObject } from '../store/json.js'
import type { Undecodable } from '../store/registry.js'
import type { Cancellation, Runtime } from '../store/runtime.js'
import type { ViewStore } from '../store/view-store.js'
import type { Dispatch, Policy, Refusal } from './policy.js'
import type { Category, Events, States } from './streams.js'
import type { Ticker } from './ticker.js'

/** Every stream's decider, as policies reach it: commands go in, states are looked at. */
export interface Desk {
  readonly send: (
    dispatch: Dispatch,
    context: CommandContext,
  ) => TaskEither<StoreError | Undecodable, Handled<Events[Category], Refusal>>
  readonly look: <C extends Category>(
    category: C,
    id: string,
    tenant?: string,
  ) => TaskEither<StoreError | Undecodable, States[C]>
}

/**
 * From where on a policy does something about what it hears: from the beginning of the record, from when it is first
 * run, or behind a position. What lies before is still heard, so that it remembers what it must.
 */
export type Start = 'start' | 'now' | Position

/** One policy, and how it is run. Once it has begun, its start is on record with its checkpoint, and another one given later changes nothing. */
export interface Run<Row extends JsonObject = JsonObject> {
  readonly policy: Policy<Row>
  readonly start: Start
  /** Whether facts that were imported trigger it too. Default: they do not. */
  readonly imported?: boolean
}

export interface Running {
  readonly feed: EventFeed
  readonly viewStore: ViewStore
  readonly runtime: Pick<Runtime, 'now' | 'pause' | 'random'>
  readonly desk: Desk
  readonly ticker: Ticker
  /** Who acts. Default: `policy.{name}`, in the role `policy`. */
  readonly by?: Actor
  /** Ends the run: what is under way is finished first. */
  readonly signal?: Cancellation
  readonly onNotice?: (notice: Notice) => void
  /** Told of each position that a policy is done with. */
  readonly onHeard?: (policy: string, position: Position) => void
}

/** Why a policy could not go on. `Threw`: its own code did. */
export type Trouble =
  StoreError | Undecodable | { readonly _tag: 'Threw'; readonly message: string }

/** How far a policy had come when it stopped, and why; `event` is the one that it could not get past. */
export interface Stopped {
  readonly policy: string
  readonly position: Position | 'start'
  readonly event?: { readonly stream: string; readonly revision: bigint }
  readonly why: Trouble | { readonly _tag: 'Asked' }
}

/** What a host may want to know of a run. */
export type Notice =
  /** It has heard all that is on record; ticks count from here. */
  | { readonly _tag: 'CaughtUp'; readonly policy: string }
  /** A stream refused a command. The policy goes on: an answer is no failure. */
  | {
      readonly _tag: 'Refused'
      readonly policy: string
      readonly dispatch: Dispatch
      readonly why: Refusal
    }
  /** A store failed in a way that may pass; the policy waits and tries again. */
  | { readonly _tag: 'Waiting'; readonly policy: string; readonly why: StoreError }
  | { readonly _tag: 'Stopped'; readonly stopped: Stopped }
