import type * as E from 'fp-ts/lib/Either.js'
import { separate } from 'fp-ts/lib/ReadonlyArray.js'

import type { Row } from './csv.js'
import * as cases from './help-desk-log/cases.js'
import * as log from './help-desk-log/line.js'
import * as buyers from './purchases/buyers.js'
import * as purchases from './purchases/line.js'
import type { Refused } from './refused.js'
import * as surveys from './survey-answers/line.js'

/** What was read of a file. */
export type Content =
  | { readonly of: 'cases'; readonly cases: ReadonlyArray<cases.LogCase> }
  | { readonly of: 'customers'; readonly buyers: ReadonlyArray<buyers.Buyer> }
  | { readonly of: 'surveys'; readonly surveys: ReadonlyArray<surveys.SurveyLine> }

/** What there is in a file: `lines` are those taken, refused or not. */
export interface Reads {
  readonly lines: number
  readonly content: Content
  readonly refused: ReadonlyArray<Refused>
}

/** A file being read, line by line. */
export interface Reading {
  readonly take: (row: Row) => void
  readonly read: () => Reads
}

/** A kind of file that can be imported, told by its first line. */
export interface Kind {
  readonly name: string
  readonly needs: string
  /** What the first line lacks for this kind; nothing where it is of it. */
  readonly missing: (first: Row) => ReadonlyArray<string>
  readonly begin: (first: Row) => Reading
}

const reading = <Line>(
  lineOf: (row: Row) => E.Either<Refused, Line>,
  contentOf: (lines: ReadonlyArray<Line>) => Content,
): Reading => {
  const taken: E.Either<Refused, Line>[] = []
  return {
    take: (row) => void taken.push(lineOf(row)),
    read: () => {
      const { left: refused, right: lines } = separate(taken)
      return { lines: taken.length, content: contentOf(lines), refused }
    },
  }
}

const headerOf = ({ fields = [] }: Row): ReadonlyArray<string> => fields.map((name) => name.trim())

/** Told by the columns that its header must name, in any order. */
const withHeader = <Line>(
  name: string,
  columns: ReadonlyArray<string>,
  lineOf: (header: ReadonlyArray<string>) => (row: Row) => E.Either<Refused, Line>,
  contentOf: (lines: ReadonlyArray<Line>) => Content,
): Kind => ({
  name,
  needs: columns.join(', '),
  missing: (first) => {
    const header = headerOf(first)
    return columns.filter((column) => !header.includes(column))
  },
  begin: (first) => reading(lineOf(headerOf(first)), contentOf),
})

export const kinds: ReadonlyArray<Kind> = [
  withHeader('help-desk log', log.columns, log.lineOf, (lines) => ({
    of: 'cases',
    cases: cases.casesOf(lines),
  })),
  withHeader('file of survey answers', surveys.columns, surveys.lineOf, (lines) => ({
    of: 'surveys',
    surveys: lines,
  })),
  {
    name: 'file of purchases',
    needs: `no header, and in each line, with blanks between: ${purchases.columns.join(', ')}`,
    missing: (first) => (purchases.isFirstLine(first) ? [] : ['a first line like that']),
    begin: (first) => {
      const begun = reading(purchases.lineOf, (lines) => ({
        of: 'customers',
        buyers: buyers.buyersOf(lines),
      }))
      begun.take(first)
      return begun
    },
  },
]

export interface NearKind extends Kind {
  readonly lacks: ReadonlyArray<string>
}

/** Which kind a first line is of; or all kinds that there are, each with what the line lacks for it. */
export type Told =
  | { readonly _tag: 'Known'; readonly kind: Kind }
  | { readonly _tag: 'Unknown'; readonly kinds: ReadonlyArray<NearKind> }

export const kindOf = (first: Row): Told => {
  const near = kinds.map((kind) => ({ ...kind, lacks: kind.missing(first) }))
  const kind = near.find(({ lacks }) => lacks.length === 0)
  return kind ? { _tag: 'Known', kind } : { _tag: 'Unknown', kinds: near }
}
