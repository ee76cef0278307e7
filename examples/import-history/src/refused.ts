import * as E from 'fp-ts/lib/Either.js'

/** Why a line was not imported. */
export type Reason =
  | 'quotes do not balance'
  | 'columns missing'
  | 'cut short'
  | 'too many columns'
  | 'empty column'
  | 'unusable text'
  | 'unknown word'
  | 'wrong date'
  | 'wrong number'
  | 'wrong amount'
  | 'unknown activity'

export interface Refused {
  readonly line: number
  readonly reason: Reason
  readonly detail: string
}

/** Words of a file as they may be shown: short, and nothing in them that a terminal would obey. */
export const quoted = (text: string): string =>
  `"${(text.length > 60 ? `${text.slice(0, 59)}…` : text).replace(/\p{C}/gu, '\ufffd')}"`

export type Refuse = (reason: Reason, detail: string) => E.Either<Refused, never>

export const refusing =
  ({ number }: { readonly number: number }): Refuse =>
  (reason, detail) =>
    E.left({ line: number, reason, detail })

/** A column that does not hold what it should: which, what stands there, and what was expected. */
export const notExpected = (column: string, found: string, expected: string): string =>
  `${column}: ${quoted(found)}, expected ${expected}`

/** Says of a line that it has another number of columns than its file. */
export const countRefused = (
  { ended }: { readonly ended: boolean },
  found: number,
  wanted: number,
  refuse: Refuse,
): E.Either<Refused, never> => {
  const count = `${found} of ${wanted} columns`
  if (found > wanted) return refuse('too many columns', `${found} for ${wanted}`)
  return ended
    ? refuse('columns missing', `${count}: left out, or the line was cut short`)
    : refuse('cut short', `${count}, and the file ends`)
}
