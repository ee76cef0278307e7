/**
 * One subscription, and the views that follow it together.
 *
 * @since 0.1.0
 */
import {
  cancellable,
  type Cancellable,
  type FeedItem,
  mailbox,
  type Position,
  type RecordedEvent,
  type Steadiness,
  type Subscription,
} from '@troth/core/store'
import { constVoid } from 'fp-ts/lib/function.js'

import type { Follower, Halt } from './follower.js'
import { leave as leaveFeed } from './leave.js'
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

const asked: Halt = { _tag: 'Stop', why: { _tag: 'Asked' } }

export const course = ({
  running: { feed, runtime, signal },
  subscription,
  followers: first,
  onLeave,
  onRest,
  once = false,
}: CourseParts): Course => {
  const followers = new Set(first)
  const { put, take } = mailbox<Letter>()
  /** Over when the host says so, or when the feed has ended: what a store does not answer then is not asked for again. */
  const over: Cancellable = cancellable(signal)
  const patience: Steadiness = { runtime, signal: over.signal, onWait: constVoid }
  let at: Position | 'start' = subscription.from ?? 'start'
  let resting = false
  let live = false
  let quietComes = false
  /** Whether the feed came back, and has given nothing since that was not heard before. */
  let again = false

  const save = (follower: Follower): Promise<Halt | undefined> =>
    follower.save(patience).catch((error: unknown) => ({ _tag: 'Stop', why: threw(error) }))

  const leave = async (follower: Follower, halt: Halt): Promise<void> => {
    followers.delete(follower)
    // What was handled before counts; and where that can not be saved, there lies the reason.
    const unsaved = halt._tag === 'Overtaken' ? undefined : await save(follower)
    onLeave(follower, unsaved ?? halt)
  }
  const each = async (
    visit: (follower: Follower) => Promise<Halt | undefined> | Halt | undefined,
  ): Promise<void> => {
    for (const follower of followers) {
      const answer = visit(follower)
      const halt = answer instanceof Promise ? await answer : answer
      if (halt !== undefined) await leave(follower, halt)
    }
  }
  const all = async (why: Stopped['why']): Promise<void> => {
    for (const follower of followers) await leave(follower, { _tag: 'Stop', why })
  }
  const saveDue = (): Promise<void> =>
    each((follower) => (follower.isDue() ? save(follower) : undefined))

  const onEvent = async (recorded: RecordedEvent): Promise<void> => {
    let isNew = !again
    for (const follower of followers) {
      if (again && follower.hasHeard(recorded.position)) continue
      isNew = true
      const answer = follower.hear(recorded, patience)
      const heard = answer instanceof Promise ? await answer : answer
      const halt = heard ?? (follower.isDue() ? await save(follower) : undefined)
      if (halt !== undefined) await leave(follower, halt)
    }
    if (!isNew) return
    again = false
    at = recorded.position
  }
  const onItem = async (item: FeedItem): Promise<void> => {
    switch (item._tag) {
      case 'Event':
        return onEvent(item.event)
      case 'Checkpoint':
        // What a feed repeats ends with what was not heard yet: its places are none to go back to.
        if (again) return undefined
        at = item.position
        for (const follower of followers) follower.pass(item.position)
        return saveDue()
      case 'CaughtUp':
        live = true
        await each(save)
        for (const follower of followers) follower.caughtUp()
        return once ? each(() => asked) : undefined
      case 'FellBehind':
        live = false
        for (const follower of followers) follower.fellBehind()
        return undefined
      case 'Resubscribed':
        again = true
        return undefined
      case 'Failed':
        return all(item.error)
    }
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
    if (!live || quietComes || ![...followers].some((follower) => follower.isDirty())) return
    quietComes = true
    void runtime
      .pause(0)()
      .then(() => {
        put({ _tag: 'Quiet' })
      })
  }
  const onLetter = async (letter: Letter): Promise<void> => {
    switch (letter._tag) {
      case 'Asked':
        return all({ _tag: 'Asked' })
      case 'Threw':
        return all(letter)
      case 'Quiet':
        quietComes = false
        return each((follower) => (follower.isDirty() ? save(follower) : undefined))
      case 'Item':
        // Asked for before this one is saved: where it is to go on from is the view's own business, not the feed's.
        if (letter.item._tag !== 'Failed') pull()
        return onItem(letter.item)
    }
  }

  const self: Course = {
    restsAt: () => (resting && followers.size > 0 ? at : undefined),
    take: (others) => {
      for (const other of others) {
        followers.add(other)
        if (live && !other.standing().live) other.caughtUp()
      }
      soonSave()
    },
    yield: () => {
      const given = [...followers]
      followers.clear()
      ask()
      return given
    },
    run: async () => {
      signal?.addEventListener('abort', ask)
      try {
        if (signal?.aborted === true) ask()
        else pull()
        while (followers.size > 0) {
          soonSave()
          resting = true
          onRest(self)
          const letter = await take()
          resting = false
          await onLetter(letter)
        }
      } catch (error) {
        await all(threw(error))
      } finally {
        resting = false
        signal?.removeEventListener('abort', ask)
        over.cancel()
        leaveFeed(items)
      }
    },
  }
  return self
}
