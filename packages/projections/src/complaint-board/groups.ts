/**
 * Cases put together by what they have in common.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import type { Case } from './cases.js'
import { isOpen, isWaiting } from './standing.js'

/** The cases with the same `key`; none: those of which it was not said. */
export interface Group<Key> {
  readonly key: O.Option<Key>
  readonly complaints: number
  readonly open: number
  readonly waiting: number
  readonly overdue: number
}

const size = (cases: ReadonlyArray<Case>, is: (each: Case) => boolean): number =>
  cases.filter(is).length

/**
 * The largest group first, equals by name, and last those of which nothing was said.
 * `nameOf` is never shown: two keys with one name are one key.
 */
export const groupsBy =
  (isOverdue: (each: Case) => boolean) =>
  <Key>(
    cases: ReadonlyArray<Case>,
    keyOf: (each: Case) => Key | undefined,
    nameOf: (key: Key) => string = String,
  ): ReadonlyArray<Group<Key>> => {
    const named = new Map<string, { readonly key: Key; readonly cases: Case[] }>()
    const unsaid: Case[] = []
    for (const each of cases) {
      const key = keyOf(each)
      if (key === undefined) {
        unsaid.push(each)
        continue
      }
      const name = nameOf(key)
      const there = named.get(name)
      if (there) there.cases.push(each)
      else named.set(name, { key, cases: [each] })
    }
    const group = (key: O.Option<Key>, of: ReadonlyArray<Case>): Group<Key> => ({
      key,
      complaints: of.length,
      open: size(of, isOpen),
      waiting: size(of, isWaiting),
      overdue: size(of, isOverdue),
    })
    return [
      ...[...named]
        .sort(([a, { cases: some }], [b, { cases: others }]) =>
          some.length === others.length ? (a < b ? -1 : 1) : others.length - some.length,
        )
        .map(([, { key, cases: of }]) => group(O.some(key), of)),
      ...(unsaid.length === 0 ? [] : [group(O.none, unsaid)]),
    ]
  }
