/**
 * One subscription, and the views that follow it together.
 *
 * @since 0.1.0
 */
import {
  cancellable,
  type Cancellable,
  type FeedItem,
  inPassing,
  mailbox,
  type Position,
  type RecordedEvent,
  type Steadiness,
  type Subscription,
} from '@troth/core/store'
import { constVoid } from 'fp-ts/lib/function.js'

import { categoryOf } from '../shared/projection.js'
import { audience } from './audience.js'
import type { Follower, Halt } from './follower.js'
import { threw } from './poison.js'
import type { Running, Stopped } from './running.js'

type Letter =
  | { readonly _tag: 'Item'; readonly item: FeedItem }
  /** Nothing more has come for a moment: time to save. */
  | { readonly _tag: 'Quiet' }
  | { readonly _tag: 'Asked' }
  | { readonly _tag: 'Threw'; readonly message: string }

export interface Course {
  /** Where all of its views stand, between one item and the next; undefined while they are on their way, or when it is over. */
  readonly restsAt: () => Position | 'start' | undefined
  /** Takes in views that stand where its own do. */
  readonly take: (followers: ReadonlyArray<Follower>) => void
  /** Gives its views away, and is over. */
  readonly yield: () => ReadonlyArray<Follower>
  readonly run: () => Promise<void>
}

export interface CourseParts {
  readonly running: Running
  readonly subscription: Subscription
  readonly followers: ReadonlyArray<Follower>
  /** What becomes of a view that leaves: saved, as far as it could be. */
  readonly onLeave: (follower: Follower, halt: Halt) => void
  /** Called whenever its views rest at a new place. */
  readonly onRest: (course: Course) => void
  /** Whether its views leave, as if asked to, when they have heard all that is on record. */
  readonly once?: boolean
}

export const course = ({
  running: { feed, runtime, signal },
  subscription,
  followers: first,
  onLeave,
  onRest,
  once = false,
}: CourseParts): Course => {
  const followers = audience(first, subscription.from ?? 'start')
  const { put, take } = mailbox<Letter>()
  /** Over when the host says so, or when the feed has ended: what a store does not answer then is not asked for again. */
  const over: Cancellable = cancellable(signal)
  const patience: Steadiness = { runtime, signal: over.signal, onWait: constVoid }
  let resting = false
  let live = false
  let quietComes = false
  /** Whether some have heard an event that the others may not have heard: it is no place where all of them stand. */
  let between = false
  /** Whether the feed came back, and has given nothing since that was not heard before. */
  let again = false

  const halted = (error: unknown): Halt => ({ _tag: 'Stop', why: threw(error) })
  const save = (follower: Follower): Promise<Halt | undefined> => {
    followers.tell()
    return follower.save(patience).catch(halted)
  }
  const leave = async (follower: Follower, halt: Halt): Promise<void> => {
    followers.delete(follower)
    // What was handled before counts; and where that can not be saved, there lies the reason.
    const unsaved = halt._tag === 'Overtaken' ? undefined : await save(follower)
    onLeave(follower, unsaved ?? halt)
  }
  /** One after another; whoever halts leaves. Nothing to wait for, where none of the visits has. */
  const each = (
    visited: ReadonlyArray<Follower>,
    visit: (follower: Follower) => Promise<Halt | undefined> | Halt | undefined,
  ): Promise<void> | undefined => {
    for (const follower of visited) {
      const answer = visit(follower)
      if (answer === undefined) continue
      const others = visited.slice(visited.indexOf(follower) + 1)
      return waitFor(answer, follower, others, visit)
    }
    return undefined
  }
  const waitFor = async (
    answer: Promise<Halt | undefined> | Halt,
    follower: Follower,
    others: ReadonlyArray<Follower>,
    visit: (follower: Follower) => Promise<Halt | undefined> | Halt | undefined,
  ): Promise<void> => {
    const halt = await answer
    if (halt !== undefined) await leave(follower, halt)
    await each(others, visit)
  }
  const all = (why: Stopped['why']): Promise<void> | undefined =>
    each(followers.all(), () => ({ _tag: 'Stop', why }))
  const saveDue = (): Promise<void> | undefined =>
    followers.isDue()
      ? each(followers.all(), (follower) => (follower.isDue() ? save(follower) : undefined))
      : undefined

  const onEvent = (recorded: RecordedEvent): Promise<void> | undefined => {
    // What a feed repeats ends with what was not heard yet.
    if (again && followers.hasHeard(recorded.position)) return undefined
    again = false
    between = true
    const passed = (): Promise<void> | undefined => {
      between = false
      followers.pass(recorded.position, recorded.recordedAt)
      return saveDue()
    }
    const heard = each(followers.of(categoryOf(recorded.stream)), (follower) => {
      const answer = follower.hear(recorded, patience)
      return answer instanceof Promise ? answer.catch(halted) : answer
    })
    return heard === undefined ? passed() : heard.then(passed)
  }
  const onItem = (item: FeedItem): Promise<void> | undefined => {
    switch (item._tag) {
      case 'Event':
        return onEvent(item.event)
      case 'Checkpoint':
        // Among what a feed repeats, its places are none to go back to.
        if (again) return undefined
        followers.pass(item.position)
        return saveDue()
      case 'CaughtUp':
        return onCaughtUp()
      case 'FellBehind':
        live = false
        for (const follower of followers.all()) follower.fellBehind()
        return undefined
      case 'Resubscribed':
        again = true
        return undefined
      case 'Failed':
        return all(item.error)
    }
  }
  const onCaughtUp = async (): Promise<void> => {
    live = true
    await each(followers.all(), save)
    for (const follower of followers.all()) follower.caughtUp()
    if (once) await all({ _tag: 'Asked' })
  }

  let items: AsyncIterator<FeedItem> | undefined
  const pull = (): void => {
    items ??= feed.subscribe(subscription)[Symbol.asyncIterator]()
    items.next().then(
      ({ value, done }) => {
        if (done === true) {
          over.cancel()
          put({ _tag: 'Threw', message: 'the feed ended and did not say why' })
          return
        }
        if (value._tag === 'Failed') over.cancel()
        put({ _tag: 'Item', item: value })
      },
      (error: unknown) => {
        over.cancel()
        put(threw(error))
      },
    )
  }
  const ask = (): void => {
    put({ _tag: 'Asked' })
  }
  const soonSave = (): void => {
    if (!live || quietComes || !followers.all().some((follower) => follower.isDirty())) return
    quietComes = true
    void runtime
      .pause(0)()
      .then(() => {
        put({ _tag: 'Quiet' })
      })
  }
  const onLetter = (letter: Letter): Promise<void> | undefined => {
    switch (letter._tag) {
      case 'Asked':
        return all({ _tag: 'Asked' })
      case 'Threw':
        return all(letter)
      case 'Quiet':
        quietComes = false
        return each(followers.all(), (follower) =>
          follower.isDirty() ? save(follower) : undefined,
        )
      case 'Item':
        // Asked for before this one is saved: where it is to go on from is the view's own business, not the feed's.
        if (letter.item._tag !== 'Failed') pull()
        return onItem(letter.item)
    }
  }

  const self: Course = {
    restsAt: () => (resting && followers.size() > 0 ? followers.at() : undefined),
    take: (others) => {
      for (const other of others) {
        followers.add(other)
        if (live && !other.standing().live) other.caughtUp()
      }
      soonSave()
    },
    yield: () => {
      const given = followers.all()
      for (const follower of given) followers.delete(follower)
      ask()
      return given
    },
    run: async () => {
      signal?.addEventListener('abort', ask)
      try {
        if (signal?.aborted === true) ask()
        else pull()
        while (followers.size() > 0) {
          soonSave()
          resting = true
          onRest(self)
          const letter = await take()
          resting = false
          const handled = onLetter(letter)
          if (handled !== undefined) await handled
        }
      } catch (error) {
        // What nobody foresaw: where it is not known who has heard what, what was not saved is heard again.
        if (!between) await all(threw(error))
        for (const follower of followers.all()) {
          followers.delete(follower)
          onLeave(follower, halted(error))
        }
      } finally {
        resting = false
        signal?.removeEventListener('abort', ask)
        over.cancel()
        inPassing(() => items?.return?.())
      }
    },
  }
  return self
}
