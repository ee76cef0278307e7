/**
 * The views of one course: which of them hear an event, and how far all of them have come, which is kept once.
 *
 * @since 0.1.0
 */
import type { Instant, Position } from '@troth/core/store'

import { constVoid } from 'fp-ts/lib/function.js'

import type { Follower } from './follower.js'

export interface Audience {
  readonly size: () => number
  readonly all: () => ReadonlyArray<Follower>
  /** Those that read streams of this category. */
  readonly of: (category: string) => ReadonlyArray<Follower>
  readonly add: (follower: Follower) => void
  readonly delete: (follower: Follower) => void
  /** Up to where all of them have come. */
  readonly at: () => Position | 'start'
  /** All of them have come past a place; of an event that was recorded at `newest`, if it is one's. */
  readonly pass: (position: Position, newest?: Instant) => void
  /** Whether they have come past it lately. They stand at one place: what one of them heard, all of them have. */
  readonly hasHeard: (position: Position) => boolean
  /** Tells each what it has come past. */
  readonly tell: () => void
  /** Whether it is time to save one of them. */
  readonly isDue: () => boolean
}

const none: ReadonlyArray<Follower> = []

export const audience = (first: ReadonlyArray<Follower>, start: Position | 'start'): Audience => {
  const followers = new Set<Follower>()
  const byCategory = new Map<string, ReadonlyArray<Follower>>()
  let at = start
  /** What they came past and were not told yet: most of it is no event of most of them. */
  let places: Position[] = []
  let newest: Instant | undefined
  /** How many they may come past before one has to be told. */
  let room = 0

  const tell = (): void => {
    room = 0
    if (places.length === 0) return
    const told = places
    const last = newest
    places = []
    newest = undefined
    for (const follower of followers) follower.pass(told, last)
  }
  const sort = (): void => {
    byCategory.clear()
    for (const follower of followers)
      for (const category of follower.categories)
        byCategory.set(category, [...(byCategory.get(category) ?? []), follower])
  }
  const add = (follower: Follower): void => {
    tell()
    followers.add(follower)
    sort()
    follower.join(tell)
  }
  for (const each of first) add(each)

  return {
    size: () => followers.size,
    all: () => [...followers],
    of: (category) => byCategory.get(category) ?? none,
    add,
    delete: (follower) => {
      tell()
      followers.delete(follower)
      sort()
      follower.join(constVoid)
    },
    at: () => at,
    pass: (position, recordedAt) => {
      at = position
      places.push(position)
      newest = recordedAt ?? newest
    },
    hasHeard: (position) => {
      tell()
      return [...followers].some((each) => each.hasHeard(position))
    },
    tell,
    isDue: () => {
      if (places.length < room) return false
      tell()
      room = Math.min(...[...followers].map((each) => each.room()))
      return [...followers].some((each) => each.isDue())
    },
  }
}
