/** What the fault server keeps, with the meanings that a real server was seen to have. */

/** An event as it came over the wire. */
export interface Given {
  readonly id: string
  readonly type: string
  readonly contentType: string
  readonly data: Uint8Array
  readonly metadata: Uint8Array
}

export interface Kept extends Given {
  readonly stream: string
  readonly revision: number
  /** Its place in the log of all events; times 100, its position. */
  readonly place: number
  readonly created: number
  /** A link whose event is gone. */
  readonly isDangling: boolean
}

export type Expected = 'any' | 'noStream' | 'streamExists' | bigint

export type Outcome =
  | { readonly _tag: 'Written'; readonly revision: number; readonly place: number | undefined }
  | { readonly _tag: 'Conflict'; readonly last: number }
  | { readonly _tag: 'Deleted' }

interface Line {
  readonly events: Kept[]
  readonly firstOf: Map<string, number>
  isTombstoned: boolean
}

/** How the server marks a stream as soft-deleted. */
const forGood = '9223372036854775807'

export const text = (s: string): Uint8Array => new TextEncoder().encode(s)

export const log = () => {
  const all: Kept[] = []
  const lines = new Map<string, Line>()
  const waiting = new Set<() => void>()

  const line = (name: string): Line =>
    lines.get(name) ?? { events: [], firstOf: new Map(), isTombstoned: false }

  const metadataOf = (name: string): Readonly<Record<string, unknown>> => {
    const last = lines.get(`$$${name}`)?.events.at(-1)
    return last === undefined
      ? {}
      : (JSON.parse(new TextDecoder().decode(last.data)) as Record<string, unknown>)
  }

  const isSoftDeleted = (name: string): boolean => Number(metadataOf(name)['$tb'] ?? 0) >= 2 ** 62

  /** The first revision that can be read. */
  const firstOf = (name: string): number => {
    const { $tb = 0, $maxCount, $maxAge } = metadataOf(name)
    const { events } = line(name)
    const most = $maxCount === undefined ? 0 : events.length - Number($maxCount)
    const oldest = Date.now() - Number($maxAge) * 1_000
    const young = events.findIndex(({ created }) => created >= oldest)
    const age = $maxAge === undefined ? 0 : young < 0 ? events.length : young
    return Math.max(Number($tb), most, age)
  }

  const write = (name: string, given: ReadonlyArray<Given>, isDangling = false): void => {
    const to = line(name)
    lines.set(name, to)
    for (const event of given) {
      const revision = to.events.length
      const place = all.length
      const kept = { ...event, stream: name, revision, place, created: Date.now(), isDangling }
      to.events.push(kept)
      all.push(kept)
      if (!to.firstOf.has(event.id)) to.firstOf.set(event.id, revision)
    }
    for (const wake of [...waiting]) wake()
  }

  const describe = (name: string, json: string): void => {
    write(`$$${name}`, [
      {
        id: crypto.randomUUID(),
        type: '$metadata',
        contentType: 'application/json',
        data: text(json),
        metadata: text(''),
      },
    ])
  }

  const isReadable = (name: string, revision: number): boolean =>
    !isSoftDeleted(name) && revision >= firstOf(name)

  /** `ids` are those that would be written; none, where the stream is to be deleted. */
  const verdict = (
    name: string,
    expected: Expected,
    ids: ReadonlyArray<string>,
  ): 'go' | Outcome => {
    const { events, firstOf: first, isTombstoned } = line(name)
    const last = events.length - 1
    const again = (from: number): Outcome => {
      if (ids.length === 0 || !ids.every((id, i) => events[from + i]?.id === id))
        return { _tag: 'Conflict', last }
      const revision = from + ids.length - 1
      const place = isReadable(name, revision) ? events[revision]?.place : undefined
      return { _tag: 'Written', revision, place }
    }
    const of = name.startsWith('$$') ? line(name.slice(2)) : undefined
    if (isTombstoned || of?.isTombstoned === true) return { _tag: 'Deleted' }
    if (expected === 'streamExists') {
      if (isSoftDeleted(name)) return { _tag: 'Deleted' }
      if (last < 0 && !lines.has(`$$${name}`)) return { _tag: 'Conflict', last }
    }
    if (typeof expected === 'string' && expected !== 'noStream') {
      const from = first.get(ids[0] ?? '')
      return from === undefined ? 'go' : again(from)
    }
    const at = expected === 'noStream' ? -1 : Number(expected)
    if (at === last) return 'go'
    if (at > last) return { _tag: 'Conflict', last }
    const isAbsent = expected === 'noStream' && isSoftDeleted(name)
    return isAbsent && events[0]?.id !== ids[0] ? 'go' : again(at + 1)
  }

  return {
    all,
    waiting,
    line,
    firstOf,
    write,
    isGone: (name: string): boolean => isSoftDeleted(name) || line(name).events.length === 0,

    append: (name: string, expected: Expected, given: ReadonlyArray<Given>): Outcome => {
      const said = verdict(
        name,
        expected,
        given.map(({ id }) => id),
      )
      if (said !== 'go') return said
      if (isSoftDeleted(name))
        describe(name, JSON.stringify({ ...metadataOf(name), $tb: line(name).events.length }))
      write(name, given)
      return { _tag: 'Written', revision: line(name).events.length - 1, place: all.length - 1 }
    },

    /** Softly, or for ever. */
    remove: (name: string, expected: Expected, isForEver: boolean): 'done' | Outcome => {
      const said = verdict(name, expected, [])
      if (said !== 'go') return said
      const { events } = line(name)
      if (!isForEver && events.length === 0) return { _tag: 'Conflict', last: -1 }
      if (isForEver) lines.set(name, { ...line(name), isTombstoned: true })
      else describe(name, `{"$tb":${forGood}}`)
      return 'done'
    },
  }
}

export type Log = ReturnType<typeof log>
