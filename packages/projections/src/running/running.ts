/**
 * What it takes to run views, and what their runner has to say.
 *
 * @since 0.1.0
 */
import type {
  Cancellation,
  EventFeed,
  Position,
  Registry,
  Runtime,
  StoreError,
  Undecodable,
  ViewStore,
} from '@troth/core/store'
import type { Option } from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Mixed } from 'io-ts'

import type { Heading } from '../shared/projection.js'
import type { Partition } from './partition.js'
import type { SetAside, Threw } from './poison.js'

/** What any projection has, whatever it folds. */
export interface AnyFolding {
  readonly name: string
  readonly key: (fact: never) => string
  readonly initial: unknown
  readonly apply: (row: never, fact: never) => unknown
  readonly types?: ReadonlyArray<string>
  readonly concerns?: (heading: Heading) => string
}

/** A projection of one kind of stream or of several, whatever its events and rows are. */
export type AnyProjection =
  | (AnyFolding & { readonly category: string; readonly event: Mixed })
  | (AnyFolding & { readonly events: Readonly<Record<string, Mixed>> })

/** How stored events are read: a `Registry`, or less. */
export type EventReader = Pick<Registry<unknown>, 'types' | 'decode'>

/** One view, and how it is run. */
export interface View {
  readonly projection: AnyProjection
  /** The share of the view that this process keeps. Unless given: all of it. */
  readonly partition?: Partition
  /**
   * What becomes of an event that can not be read, or that the view throws at: the view stops before it, or sets it aside
   * where `setAside` finds it and goes on. Unless given: it stops. A row that JSON does not hold always stops it: this comes to
   * light when it is saved, and other events may be in it by then.
   */
  readonly poison?: 'stop' | 'setAside'
  /** What becomes of an event of a type that the view's codec does not know. Unless given: the view stops before it. */
  readonly unknown?: 'fail' | 'skip' | 'setAside'
  /** By category, how its events are read where they have had other versions. Unless given: version 1 of the codec. */
  readonly registries?: Readonly<Record<string, EventReader>>
}

export interface Running {
  readonly feed: EventFeed
  readonly viewStore: ViewStore
  readonly runtime: Pick<Runtime, 'now' | 'pause' | 'random'>
  /** Ends the run: what is under way is finished and saved first. */
  readonly signal?: Cancellation
  readonly onNotice?: (notice: Notice) => void
  /** A view is saved after so many events at the latest, and whenever nothing more comes: from 1; 1,000 unless given. */
  readonly batch?: number
  /**
   * How many rows of each view are kept in memory at most, besides those not saved yet: from 1; 10,000 unless given. What was
   * used last is kept, a half of so many or more; others are read when an event needs them.
   */
  readonly keep?: number
}

/** Why a view could not go on. A `Conflict` says that somebody saved a newer generation of it: it was rebuilt. */
export type Trouble = StoreError | Undecodable | Threw

/**
 * How far a view had come when it stopped, and why; `event` is the one that it could not get past. Where a row was not saved,
 * because JSON does not hold it, that is the last one that changed it.
 */
export interface Stopped {
  /** As it is kept: with its share, where there is one. */
  readonly view: string
  /** As it is on record: every event up to here is in the rows, and none after it. */
  readonly position: Position | 'start'
  readonly event?: {
    readonly stream: string
    readonly revision: bigint
    readonly position: Position
  }
  readonly why: Trouble | { readonly _tag: 'Asked' }
}

/** Where a view stands. */
export interface Standing {
  readonly generation: number
  /** As it is on record. */
  readonly position: Position | 'start'
  /** Whether it has heard all that was on record, and nothing since has put it behind. */
  readonly live: boolean
  /** How many events changed or could have changed a row since this run began. */
  readonly handled: number
  /** How many of the view's events are set aside at present. */
  readonly setAside: number
  /**
   * By how many milliseconds what the view shows may be out of date: 0 when it is live and all is saved; otherwise how long
   * ago the newest event that it has heard was recorded. None: it has heard none yet.
   */
  readonly lag: Option<number>
}

/** What a host may want to know of a run. */
export type Notice =
  /** It has heard and saved all that was on record. */
  | { readonly _tag: 'CaughtUp'; readonly view: string }
  /** It was saved: this is how far it has come. */
  | { readonly _tag: 'Saved'; readonly view: string; readonly standing: Standing }
  /** An event is not in the rows. */
  | { readonly _tag: 'SetAside'; readonly view: string; readonly event: SetAside }
  /** A store failed in a way that may pass; the view waits and tries again. */
  | { readonly _tag: 'Waiting'; readonly view: string; readonly why: StoreError }
  /** Another process runs the same view and was faster; this one goes on from where that one has come to. */
  | { readonly _tag: 'Overtaken'; readonly view: string }
  | { readonly _tag: 'Stopped'; readonly stopped: Stopped }

/** What was waited for is not in the view: in time, or because it stopped. */
export type NotReached =
  | {
      readonly _tag: 'TimedOut'
      readonly view: string
      readonly position: string
      readonly timeout: number
    }
  | { readonly _tag: 'Stopped'; readonly stopped: Stopped }

/** A view that is being run. */
export interface RunningView {
  readonly name: string
  readonly standing: () => Standing
  /**
   * Waits until everything that was on record up to `position` is in the rows on record: whoever reads them next finds what
   * he wrote, as long as this generation of the view stands. `timeout` in milliseconds. `position` is one that an append or
   * an event gave, or the plain door's answer; positions have no order, so one of long ago, or of a stream that the view does not read, takes a look at
   * the feed's end.
   */
  readonly reached: (position: string, timeout: number) => TaskEither<NotReached, void>
  /** When it has stopped. It never rejects. */
  readonly stopped: Promise<Stopped>
}
