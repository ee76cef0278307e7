/**
 * A view folded anew from the first event, beside the one that people look at, and put in its place in one step.
 *
 * The new rows are the next generation. Whoever still saves for the one before is refused, and stops: a process elsewhere,
 * with older code, does no harm.
 *
 * @since 0.1.0
 */
import {
  cancellable,
  type Cancellation,
  type Checkpoint,
  type Position,
  type Runtime,
  type Steadiness,
  steady,
  type StoreError,
  type ViewStore,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import { course } from './course.js'
import { type Follower, follower, type FollowerParts, type Halt } from './follower.js'
import { type Held, lease } from './lease.js'
import { blankLedger, openLedger } from './ledger.js'
import { keptAs } from './partition.js'
import { threw } from './poison.js'
import { sharing } from './reader.js'
import type { Running, Stopped, View } from './running.js'
import { asideOf } from './set-aside.js'
import { subscriptionOf } from './subscription.js'
import { invalid, isCount, wrongView } from './wrong-view.js'

export interface Rebuilding extends Running {
  readonly runtime: Pick<Runtime, 'now' | 'pause' | 'random' | 'newId'>
  /** How long others leave a rebuild alone that says nothing any more, in milliseconds: 60,000 unless given. */
  readonly term?: number
  /** Goes on with what an earlier rebuild had come to, by the same code. Unless given it begins with the first event. */
  readonly resume?: boolean
}

/** The new view stands in the place of the old one, and has heard all that was on record when it was put there. */
export interface Rebuilt {
  readonly view: string
  readonly generation: number
  /** `'start'`: there is nothing on record, and nothing was replaced. */
  readonly position: Position | 'start'
  /** How many were put in place. */
  readonly rows: number
  /** Why it could not hear what came in meanwhile; whoever runs it meets the same. */
  readonly stopped?: Stopped
}

/** The view is as it was. `Held`: another process is rebuilding it. */
export type NotRebuilt = Held | { readonly _tag: 'Stopped'; readonly stopped: Stopped }

// Asked anew each time: a wait may have ended because of it.
const isOver = (signal: Cancellation): boolean => signal.aborted

const never: Checkpoint = { generation: 0, position: 'start' }

/** Until it has heard all that is on record; `Overtaken` where others have saved the view meanwhile. */
const once = async (
  parts: FollowerParts,
  patience: Steadiness,
): Promise<readonly [Follower, Halt]> => {
  const one = follower(parts)
  const begun = await one.begin(patience)
  if (begun !== undefined) return [one, begun]
  return new Promise((resolve) => {
    const { run } = course({
      running: parts.running,
      subscription: subscriptionOf([one], one),
      followers: [one],
      onLeave: (_, halt) => {
        resolve([one, halt])
      },
      onRest: constVoid,
      once: true,
    })
    void run()
  })
}

/** Takes what a rebuild has left behind out of the store: of an old name, no more than its place stays. */
const clear = async (viewStore: ViewStore, name: string): Promise<E.Either<StoreError, void>> => {
  const there = await viewStore.load(name)()
  if (E.isLeft(there)) return there
  if (O.isNone(there.right) || there.right.value.position === 'start') return E.right(undefined)
  const entries = await viewStore.entries(name)()
  if (E.isLeft(entries)) return entries
  const gone = entries.right.map(([key]) => key)
  const { value } = there.right
  return viewStore.commit(name, { put: [], delete: gone }, value, value.position as Position)()
}

interface Generations {
  /** Above those of the view and of every rebuild of it so far; or the unfinished one's. */
  readonly generation: number
  readonly resumed: boolean
  /** The one that stands. */
  readonly before: number
}

const generationOf = async (
  viewStore: ViewStore,
  [name, beside]: readonly [string, string],
  resume: boolean,
): Promise<E.Either<StoreError, Generations>> => {
  const view = await viewStore.load(name)()
  if (E.isLeft(view)) return view
  const earlier = await viewStore.load(beside)()
  if (E.isLeft(earlier)) return earlier
  const stands = O.getOrElse(() => never)(view.right).generation
  const came = O.getOrElse(() => never)(earlier.right).generation
  const resumed = resume && came > stands
  const generation = resumed ? came : Math.max(came, stands) + 1
  return E.right({ generation, resumed, before: stands })
}

/**
 * Folds the view anew from the first event, and puts it in place of the old one when it has heard all that is on record. One
 * process at a time does so; killed, it leaves the view as it was, and the next one may take over when its term is over.
 *
 * For as long as it takes to hear what came in during the last step, the new view may be a little behind the old one. The
 * swap holds all rows of the view, or of its share, in memory at once.
 */
export const rebuild =
  (view: View, rebuilding: Rebuilding): TaskEither<NotRebuilt, Rebuilt> =>
  async () => {
    const { viewStore, runtime, signal, term = 60_000, resume = false } = rebuilding
    const name = keptAs(view.projection.name, view.partition)
    const beside = `${name}.rebuild`
    const lost = cancellable(signal)
    const patience: Steadiness = { runtime, signal: lost.signal, onWait: constVoid }
    const turn = lease({
      viewStore,
      name: `${name}.lease`,
      holder: runtime.newId(),
      term,
      now: runtime.now,
    })
    let taken: Held | undefined
    const notRebuilt = (
      why: Stopped['why'],
      position: Stopped['position'] = 'start',
    ): E.Either<NotRebuilt, never> =>
      E.left(taken ?? { _tag: 'Stopped', stopped: { view: name, position, why } })

    const renewing: ViewStore = {
      ...viewStore,
      commit:
        (...changes) =>
        async () => {
          const renewed = await turn.renew()
          if (E.isRight(renewed)) return viewStore.commit(...changes)()
          if (renewed.left._tag !== 'Held') return E.left(renewed.left)
          taken = renewed.left
          lost.cancel()
          return E.left({ _tag: 'AccessDenied', reason: 'another process rebuilds this view' })
        },
    }
    const parts = {
      view,
      asideFor: name,
      running: { ...rebuilding, viewStore: renewing, signal: lost.signal },
      share: sharing(),
    }

    const swap = async (
      generation: number,
      position: Position,
    ): Promise<E.Either<StoreError, number>> => {
      const rows = await steady(patience, viewStore.entries(beside))
      if (E.isLeft(rows)) return rows
      const changes = { put: rows.right, delete: [] }
      const next: Checkpoint = { generation, position: 'start' }
      const put = await steady(patience, renewing.commit(name, changes, next, position))
      if (E.isRight(put) || put.left._tag !== 'Conflict') return E.map(() => rows.right.length)(put)
      // It may be our own, of which no answer came; someone may even have gone on from it.
      const stands = await steady(patience, viewStore.load(name))
      if (E.isLeft(stands)) return stands
      return O.isSome(stands.right) && stands.right.value.generation === generation
        ? E.right(rows.right.length)
        : put
    }

    const fold = async (): Promise<E.Either<NotRebuilt, Rebuilt>> => {
      const chosen = await steady(patience, () => generationOf(viewStore, [name, beside], resume))
      if (E.isLeft(chosen)) return notRebuilt(chosen.left)
      const { generation, resumed, before } = chosen.right
      const [built, halt] = await once(
        {
          ...parts,
          name: beside,
          openAs: (of) =>
            resumed ? openLedger(of) : Promise.resolve(E.right(blankLedger(of, generation))),
        },
        patience,
      )
      const position = built.position()
      if (halt._tag === 'Overtaken') {
        const is = BigInt(generation)
        return notRebuilt({ _tag: 'Conflict', expected: is, actual: is }, position)
      }
      if (halt.why._tag !== 'Asked' || !built.standing().live || isOver(lost.signal))
        return E.left(taken ?? { _tag: 'Stopped', stopped: built.stop(halt) })
      if (position === 'start')
        return E.right({ view: name, generation: before, position, rows: 0 })

      const swapped = await swap(generation, position)
      if (E.isLeft(swapped)) return notRebuilt(swapped.left, position)
      // The old one may have been further: what it had heard since is heard before anybody is told.
      const [swappedIn, end] = await once({ ...parts, name }, patience)
      // Overtaken it is in good hands: somebody runs the new generation.
      const isHeard = end._tag === 'Overtaken' || (end.why._tag === 'Asked' && !isOver(lost.signal))
      await clear(viewStore, beside)
      await clear(viewStore, asideOf(name, before))
      return E.right({
        view: name,
        generation,
        position: swappedIn.position(),
        rows: swapped.right,
        ...(!isHeard && { stopped: swappedIn.stop(end) }),
      })
    }

    const wrong =
      wrongView(view, rebuilding) ??
      (isCount(term) ? undefined : invalid('term', 'whole milliseconds, at least 1'))
    if (wrong !== undefined) return notRebuilt(wrong)
    try {
      const held = await steady(patience, turn.hold)
      if (E.isLeft(held))
        return held.left._tag === 'Held' ? E.left(held.left) : notRebuilt(held.left)
      const folded = await fold()
      await turn.giveBack()
      return folded
    } catch (error) {
      return notRebuilt(threw(error))
    }
  }
