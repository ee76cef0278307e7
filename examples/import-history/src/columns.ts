import { ActorId, Name } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

import type { Row } from './csv.js'
import { countRefused, quoted, type Refused, refusing } from './refused.js'

/** What a line of CSV says in each column that is read. */
export type Said<Column extends string> = Readonly<Record<Column, string>>

/** Reads the columns asked for from the lines below a header that names them, in any order. */
export const columnsOf = <Column extends string>(
  header: ReadonlyArray<string>,
  columns: ReadonlyArray<Column>,
): ((row: Row) => E.Either<Refused, Said<Column>>) => {
  const places = columns.map((column) => [column, header.indexOf(column)] as const)
  return (row) => {
    const { text, fields } = row
    const refuse = refusing(row)
    if (fields === undefined) return refuse('quotes do not balance', quoted(text))
    if (fields.length !== header.length)
      return countRefused(row, fields.length, header.length, refuse)
    return E.right(
      Object.fromEntries(
        places.map(([column, place]) => [column, fields[place] ?? '']),
      ) as Said<Column>,
    )
  }
}

// A foreign id with a line end or an escape in it would do harm wherever it is shown.
const isUsable = (text: string): text is Name & ActorId =>
  Name.is(text) && ActorId.is(text) && !/[\p{Cc}\ufffd]/u.test(text)

/** The same columns as words that may go on record; the first that is empty or unusable is refused. */
export const wordsOf = <Column extends string>(
  line: { readonly number: number },
  said: Said<Column>,
  columns: ReadonlyArray<Column>,
): E.Either<Refused, Readonly<Record<Column, Name & ActorId>>> => {
  const words: Partial<Record<Column, Name & ActorId>> = {}
  for (const column of columns) {
    const word = said[column]
    if (word.trim() === '') return refusing(line)('empty column', column)
    if (!isUsable(word)) return refusing(line)('unusable text', `${column}: ${quoted(word)}`)
    words[column] = word
  }
  return E.right(words as Record<Column, Name & ActorId>)
}
