/**
 * How reactions are said, and how they are carried to their end.
 *
 * @since 0.1.0
 */
import type { JsonObject } from '../store/json.js'
import type { All, Dispatch, Done, Look, Policy, Reaction } from './policy.js'
import type { Category, States } from './streams.js'

/** A policy whose rows nobody else needs to know: only it reads and writes them. */
export const remembering = <Row extends JsonObject>(policy: Policy<Row>): Policy => policy

export const ignore: Done<never> = { _tag: 'Done', commands: [] }

/** Sends commands, and remembers nothing. */
export const send = (...commands: ReadonlyArray<Dispatch>): Done<never> => ({
  _tag: 'Done',
  commands,
})

/** Writes one row. */
export const put = <Row>(key: string, row: Row): Done<Row> => ({
  _tag: 'Done',
  commands: [],
  put: { [key]: row },
})

export const forget = (...keys: ReadonlyArray<string>): Done<never> => ({
  _tag: 'Done',
  commands: [],
  forget: keys,
})

/** Looks at a stream, and goes on with its state. */
export const look = <C extends Category, Row = never>(
  category: C,
  id: string,
  then: (state: States[C]) => Reaction<Row>,
): Reaction<Row> =>
  // TypeScript does not see that it is a member of the union.
  ({ _tag: 'Look', category, id, then }) as unknown as Look<Row>

export const all = <Row = never>(reactions: ReadonlyArray<Reaction<Row>>): All<Row> => ({
  _tag: 'All',
  reactions,
})

/**
 * A reaction to its end: asks for each state that it looks at, in order, and returns what is to be done.
 * Of two rows under one key the later one stands, and so does the later of writing and forgetting.
 */
export function* steps<Row>(
  reaction: Reaction<Row>,
): Generator<Look<Row>, Done<Row>, States[Category]> {
  const commands: Dispatch[] = []
  const rows = new Map<string, Row | undefined>()
  const open: Reaction<Row>[] = [reaction]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    switch (next._tag) {
      case 'All':
        for (const each of [...next.reactions].reverse()) open.push(each)
        break
      case 'Look': {
        const state = yield next
        const { then } = next as { readonly then: (state: States[Category]) => Reaction<Row> }
        open.push(then(state))
        break
      }
      case 'Done':
        commands.push(...next.commands)
        for (const [key, row] of Object.entries(next.put ?? {})) rows.set(key, row)
        for (const key of next.forget ?? []) rows.set(key, undefined)
    }
  const put = [...rows].flatMap(([key, row]) => (row === undefined ? [] : [[key, row] as const]))
  const gone = [...rows].flatMap(([key, row]) => (row === undefined ? [key] : []))
  return { _tag: 'Done', commands, put: Object.fromEntries(put), forget: gone }
}
