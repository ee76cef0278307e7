/**
 * The events that a view was told to go on without. They stay in their streams; here is which, and why.
 *
 * @since 0.1.0
 */
import {
  type Json,
  type JsonObject,
  type RecordedEvent,
  type StoreError,
  type Undecodable,
  type ViewStore,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import type { SetAside, Threw } from './poison.js'
import { stands, write } from './versioned.js'

/** Under which name the events set aside by one generation of a view are kept. */
export const asideOf = (view: string, generation: number): string =>
  `${view}.aside.${String(generation)}`

const keyOf = ({ stream, revision }: Pick<SetAside, 'stream' | 'revision'>): string =>
  `${stream}@${String(revision)}`

const rowOf = ({ stream, revision, position, type, why }: SetAside): JsonObject => ({
  stream,
  revision: String(revision),
  position,
  type,
  why:
    why._tag === 'Threw'
      ? { ...why }
      : { _tag: why._tag, errors: why.errors.map((error) => ({ ...error })) },
})

const eventOf = (row: Json): SetAside => {
  // Nobody else writes here.
  const { why, ...rest } = row as unknown as Omit<SetAside, 'revision' | 'why'> & {
    readonly revision: string
    readonly why: Threw | Pick<Undecodable, '_tag' | 'errors'>
  }
  const at = { ...rest, revision: BigInt(rest.revision) }
  return {
    ...at,
    why:
      why._tag === 'Threw'
        ? why
        : { ...why, stream: at.stream, revision: at.revision, type: at.type },
  }
}

export const readSetAside = async (
  viewStore: ViewStore,
  name: string,
): Promise<E.Either<StoreError, ReadonlyArray<SetAside>>> =>
  E.map((entries: ReadonlyArray<readonly [string, Json]>) =>
    entries.map(([, row]) => eventOf(row)),
  )(await viewStore.entries(name)())

export interface Aside {
  readonly size: () => number
  readonly add: (event: SetAside) => void
  /** It is in a row after all: what could not be read was mended before the view came past it. */
  readonly settle: (recorded: RecordedEvent) => void
  /** Whether the list on record is the one in memory. */
  readonly isClean: () => boolean
  /** Before the view's own save: what is set aside is on record when the checkpoint passes it. */
  readonly save: () => Promise<E.Either<StoreError, void>>
}

/** So often a list is written over other writers' changes before it counts as contended. */
const attempts = 10

export const openAside = async (
  viewStore: ViewStore,
  name: string,
): Promise<E.Either<StoreError, Aside>> => {
  const kept = await readSetAside(viewStore, name)
  if (E.isLeft(kept)) return kept
  const keys = new Set(kept.right.map(keyOf))
  const changed = new Map<string, JsonObject | undefined>()
  return E.right({
    size: () => keys.size,
    add: (event) => {
      keys.add(keyOf(event))
      changed.set(keyOf(event), rowOf(event))
    },
    settle: (recorded) => {
      if (keys.size > 0 && keys.delete(keyOf(recorded))) changed.set(keyOf(recorded), undefined)
    },
    isClean: () => changed.size === 0,
    save: async () => {
      if (changed.size === 0) return E.right(undefined)
      const put = [...changed].flatMap(([key, row]) =>
        row === undefined ? [] : [[key, row] as const],
      )
      const gone = [...changed.keys()].filter((key) => changed.get(key) === undefined)
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const seen = await stands(viewStore, name)
        if (E.isLeft(seen)) return seen
        const written = await write(viewStore, name, seen.right, { put, delete: gone })
        if (E.isRight(written)) changed.clear()
        if (E.isRight(written) || written.left._tag !== 'Conflict') return written
      }
      return E.left({ _tag: 'Contended', attempts })
    },
  })
}
