/**
 * Whose turn it is to do what one process at a time should do. It spares work and guards nothing: a save is guarded by what
 * it expects of the view.
 *
 * @since 0.1.0
 */
import type { Instant, Json, Runtime, StoreError, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { stands, write } from './versioned.js'

/** Somebody else has it, until `until` by his own clock or until he gives it back. */
export interface Held {
  readonly _tag: 'Held'
  readonly by: string
  readonly until: Instant
}

export interface LeaseParts {
  readonly viewStore: ViewStore
  readonly name: string
  readonly holder: string
  /** How long it lasts unless it is renewed, in milliseconds. */
  readonly term: number
  readonly now: Runtime['now']
}

export interface Lease {
  /** Takes it, or has it for another term. Of two who do so at once, one has it. */
  readonly hold: () => Promise<E.Either<StoreError | Held, void>>
  /** As `hold`, once a half of the term is over. */
  readonly renew: () => Promise<E.Either<StoreError | Held, void>>
  /** So that the next one need not wait for the term's end. */
  readonly giveBack: () => Promise<unknown>
}

const heldBy = (row: O.Option<Json>): Held | undefined => {
  if (O.isNone(row)) return undefined
  // Nobody else writes here.
  const { by, until } = row.value as unknown as Omit<Held, '_tag'>
  return { _tag: 'Held', by, until }
}

export const lease = ({ viewStore, name, holder, term, now }: LeaseParts): Lease => {
  let heldUntil = 0

  const put = async (until: number): Promise<E.Either<StoreError | Held, void>> => {
    for (;;) {
      const seen = await stands(viewStore, name)
      if (E.isLeft(seen)) return seen
      const row = await viewStore.get(name, 'lease')()
      if (E.isLeft(row)) return row
      const held = heldBy(row.right)
      if (held !== undefined && held.by !== holder && held.until > now()) return E.left(held)
      const changes = { put: [['lease', { by: holder, until }] as const], delete: [] }
      const written = await write(viewStore, name, seen.right, changes)
      // Somebody was faster: whose it is now, the next look tells.
      if (E.isRight(written)) heldUntil = until
      if (E.isRight(written) || written.left._tag !== 'Conflict') return written
    }
  }
  const hold: Lease['hold'] = () => put(now() + term)

  return {
    hold,
    renew: () => (heldUntil - now() > term / 2 ? Promise.resolve(E.right(undefined)) : hold()),
    giveBack: () => put(0),
  }
}
