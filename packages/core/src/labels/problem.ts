/**
 * What is wrong with a field, in words: its name, and what should stand there.
 *
 * @since 0.1.0
 */
import type { Problem } from '../shared/problem.js'
import type { Fields } from './fields.js'
import type { Lists } from './lists.js'

/** One problem, as a sentence. */
export type Tell = (problem: Problem) => string

/** How a language says what should stand in a field. */
export interface Expectations {
  /** By the name of a codec, or by the words in which a check asks for something. */
  readonly phrases: Readonly<Record<string, string>>
  /** What holds a number or a name, and so is not the same words always. */
  readonly patterns: ReadonlyArray<readonly [RegExp, (...parts: ReadonlyArray<string>) => string]>
  /** Instead of the names of a hundred commands. */
  readonly command: string
  readonly oneOf: (choices: ReadonlyArray<string>) => string
  readonly listOf: (least: number, entries: string) => string
  readonly json: (what: string) => string
  readonly either: (phrases: ReadonlyArray<string>) => string
  /** What has no words of its own is shown as it is. */
  readonly otherwise: (expected: string) => string
  /** One entry of a list, counted from 1. */
  readonly entry: (n: number) => string
  /** `field` is undefined where the whole value is meant. */
  readonly problem: (field: string | undefined, expected: string, found?: string) => string
}

/** All that a problem is put into words by. */
export interface Vocabulary {
  readonly lists: Lists
  readonly fields: Fields
  readonly expectations: Expectations
}

type Table = Readonly<Record<string, string>>

/** Names come from outside: one such as `constructor` is in no table. */
const own = <A>(table: Readonly<Record<string, A>>, key: string): A | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

const tablesOf = ({ lists }: Vocabulary): Readonly<Record<string, Table>> =>
  lists as unknown as Readonly<Record<string, Table>>

/** What the members of a union say of themselves: `"phone"`, `Content<quality>`. They are the words of one list. */
const members = (vocabulary: Vocabulary, expected: string): ReadonlyArray<string> => {
  const words = [...expected.matchAll(/["<](\w+)[">]/g)].flatMap(([, word]) => word ?? [])
  const list = Object.values(tablesOf(vocabulary)).find((table) =>
    words.every((word) => Object.hasOwn(table, word)),
  )
  return list === undefined ? [] : [...new Set(words)].flatMap((word) => list[word] ?? [])
}

const phraseOf = (vocabulary: Vocabulary, expected: string): string => {
  const { phrases, patterns, listOf, json, otherwise } = vocabulary.expectations
  const phrase = own(phrases, expected)
  if (phrase !== undefined) return phrase
  const [, least, entries] = /^a list of (\d+) to 100 (.+)$/.exec(expected) ?? []
  if (entries !== undefined) return listOf(Number(least), expectedIn(vocabulary, entries))
  const [, what] = /^(.+), as JSON$/.exec(expected) ?? []
  if (what !== undefined) return json(expectedIn(vocabulary, what))
  for (const [pattern, say] of patterns) {
    const [whole, ...parts] = pattern.exec(expected) ?? []
    if (whole !== undefined) return say(...parts)
  }
  return otherwise(expected)
}

/** Whatever any branch of a union expected is joined by ` | `, and cut off with `…` where that grew too long. */
function expectedIn(vocabulary: Vocabulary, expected: string): string {
  const { phrases, oneOf, either } = vocabulary.expectations
  if (own(phrases, expected) !== undefined) return phraseOf(vocabulary, expected)
  const words = members(vocabulary, expected)
  if (words.length > 0) return oneOf(words)
  const parts = [...new Set(expected.split(' | '))].filter((part) => !part.endsWith('…'))
  const lists = parts.flatMap((part): ReadonlyArray<Table> => {
    const list = own(tablesOf(vocabulary), part)
    return list === undefined ? [] : [list]
  })
  const others = parts.filter((part) => own(tablesOf(vocabulary), part) === undefined)
  return either([
    ...(lists.length > 0 ? [oneOf(lists.flatMap((list) => Object.values(list)))] : []),
    ...others.map((part) => phraseOf(vocabulary, part)),
  ])
}

/** A path of names that people know, in their words; a path into the host's own settings as it is. */
const pathIn = ({ fields, expectations }: Vocabulary, field: string): string | undefined => {
  const path = field.replace(/^data\b\.?/, '')
  if (path === '') return undefined
  const names = path
    .split('.')
    .map((part) =>
      /^\d+$/.test(part) ? expectations.entry(Number(part) + 1) : own<string>(fields, part),
    )
  return names.includes(undefined) ? path : names.join(' › ')
}

export const telling =
  (vocabulary: Vocabulary): Tell =>
  ({ field, expected, found }) => {
    const { command, problem } = vocabulary.expectations
    const phrase = field === 'type' ? command : expectedIn(vocabulary, expected)
    return problem(pathIn(vocabulary, field), phrase, found)
  }
