/** Why a line was not imported. */
export type Reason =
  | 'quotes do not balance'
  | 'columns missing'
  | 'cut short'
  | 'too many columns'
  | 'empty column'
  | 'unusable text'
  | 'wrong date'
  | 'unknown activity'

export interface Refused {
  readonly line: number
  readonly reason: Reason
  readonly detail: string
}

/** Words of a file as they may be shown: short, and nothing in them that a terminal would obey. */
export const quoted = (text: string): string =>
  `"${(text.length > 60 ? `${text.slice(0, 59)}…` : text).replace(/\p{C}/gu, '\ufffd')}"`
