/**
 * What is wrong with a value from outside, said by field: for whoever sent it, and safe to keep in a log.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'

/**
 * One thing that is wrong. `field` is a path such as `data.by.role` (empty: the whole value), `expected` names
 * what should stand there. Neither repeats the value, which may be long or a person's own; `found` is given
 * only where it is a version, a type's name or the like.
 */
export interface Problem {
  readonly field: string
  readonly expected: string
  readonly found?: string
}

/** No more fields than this are reported of one value. */
const mostProblems = 20

/** At most `most` UTF-16 units of `s`, well-formed, and marked where it was cut. */
export const clip = (s: string, most: number): string =>
  (s.length <= most ? s : `${s.slice(0, most - 1)}…`).replace(/\p{Surrogate}/gu, '\ufffd')

/** The parts of io-ts' own codecs that are looked at here; a codec of another make has none of them. */
interface Anatomy {
  readonly name: string
  readonly is?: (u: unknown) => boolean
  readonly _tag?: string
  readonly tag?: string
  readonly type?: Anatomy
  readonly types?: ReadonlyArray<Anatomy>
  readonly props?: Readonly<Record<string, Anatomy>>
}

const wrappers: ReadonlySet<unknown> = new Set([
  'ReadonlyType',
  'ExactType',
  'RefinementType',
  'RecursiveType',
  'PersonalType',
])

/** What a codec is beneath the wrappers that validate in its place. */
const bare = (codec: Anatomy): Anatomy =>
  wrappers.has(codec._tag) && codec.type !== undefined ? bare(codec.type) : codec

/** A context's key below one of these is the number of a branch, and no field. */
const isBranching = ({ _tag }: Anatomy): boolean =>
  _tag === 'UnionType' || _tag === 'IntersectionType'

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** A structure without a name of its own is called by its fields in io-ts, however many they are. */
const nameOf = ({ name, _tag, type }: Anatomy): string => {
  if (_tag === 'PersonalType' && type !== undefined) return nameOf(type)
  return name.includes('{') ? 'object' : clip(name, 200)
}

const pathOf = (context: t.Context): string =>
  context.reduce((path, { key }, i) => {
    const parent = context[i - 1]
    if (parent === undefined || isBranching(bare(parent.type))) return path
    return join(path, clip(key, 60))
  }, '')

const problem = ({ context }: t.ValidationError): Problem => {
  const field = pathOf(context)
  const last = context[context.length - 1]
  if (last === undefined) return { field, expected: 'another value' }
  const { tag, types } = bare(last.type)
  return tag !== undefined && types !== undefined && isRecord(last.actual)
    ? { field: join(field, tag), expected: clip(types.map(({ name }) => name).join(' | '), 200) }
    : { field, expected: nameOf(last.type) }
}

/** One problem for each field, in the order met, at most 20; what any branch of a union expected is joined by ` | `. */
const byField = (found: Iterable<Problem>): ReadonlyArray<Problem> => {
  const expected = new Map<string, Set<string>>()
  for (const each of found) {
    if (!expected.has(each.field) && expected.size === mostProblems) break
    const field = clip(each.field, 300)
    expected.set(field, (expected.get(field) ?? new Set()).add(each.expected))
  }
  return [...expected].map(([field, names]) => ({ field, expected: [...names].join(' | ') }))
}

function* each(errors: t.Errors): Iterable<Problem> {
  for (const error of errors) yield problem(error)
}

/** The errors of a decoding, by field: what was expected where, never what was given. */
export const problems = (errors: t.Errors): ReadonlyArray<Problem> => byField(each(errors))

/**
 * Decodes whatever it is given, and never throws: not for a getter that does, nor for nesting deeper than the
 * stack. What can be accepted is JSON; a value that is none is refused, or its foreign parts are dropped.
 */
export const decodeWith =
  <A>(codec: t.Decoder<unknown, A>) =>
  (u: unknown): E.Either<ReadonlyArray<Problem>, A> => {
    try {
      const decoded = codec.decode(u)
      return E.isRight(decoded) ? decoded : E.left(problems(decoded.left))
    } catch {
      return E.left([{ field: '', expected: `${nameOf(codec)}, as JSON` }])
    }
  }

function* walk(codec: Anatomy, u: unknown, path: string): Iterable<Problem> {
  if (codec.is?.(u) !== false) return
  const { props, types, type, _tag } = bare(codec)
  let deeper = false
  const parts: ReadonlyArray<readonly [Anatomy, unknown, string]> =
    props !== undefined && isRecord(u)
      ? Object.entries(props)
          .filter(([key]) => _tag !== 'PartialType' || u[key] !== undefined)
          .map(([key, prop]) => [prop, u[key], join(path, key)])
      : _tag === 'IntersectionType'
        ? (types ?? []).map((part) => [part, u, path])
        : type !== undefined && Array.isArray(u)
          ? u.map((item: unknown, i) => [type, item, join(path, String(i))])
          : []
  for (const part of parts)
    for (const found of walk(...part)) {
      deeper = true
      yield found
    }
  if (!deeper) yield { field: path, expected: nameOf(codec) }
}

/** Why a value that is said to be decoded already is not what `codec` decodes to; empty, when it is. Never throws. */
export const misfits =
  (codec: t.Mixed) =>
  (u: unknown): ReadonlyArray<Problem> =>
    pipe(
      E.tryCatch(
        () => byField(walk(codec, u, '')),
        () => [{ field: '', expected: nameOf(codec) }],
      ),
      E.toUnion,
    )

/** Nothing, where it is as expected. */
export const wrong = (field: string, expected: string, ok: boolean): ReadonlyArray<Problem> =>
  ok ? [] : [{ field, expected }]

/** Nothing, where it is a whole number from `least` on. */
export const wholeFrom = (field: string, least: number, n: number): ReadonlyArray<Problem> =>
  wrong(field, `a whole number, at least ${String(least)}`, Number.isSafeInteger(n) && n >= least)
