import { columns, lineOf } from './help-desk-log/line.js'

/** A kind of file that can be imported, told by the columns that its header must name, in any order. */
export interface Kind {
  readonly name: string
  readonly columns: ReadonlyArray<string>
  /** Reads the lines below a header of this kind. */
  readonly lineOf: typeof lineOf
}

export const kinds: ReadonlyArray<Kind> = [{ name: 'help-desk log', columns, lineOf }]

export interface NearKind extends Kind {
  readonly missing: ReadonlyArray<string>
}

/** Which kind a header is of; or all kinds that there are, each with the columns that the header lacks for it. */
export type Told =
  | { readonly _tag: 'Known'; readonly kind: Kind }
  | { readonly _tag: 'Unknown'; readonly kinds: ReadonlyArray<NearKind> }

export const kindOf = (header: ReadonlyArray<string>): Told => {
  const near = kinds.map((kind) => ({
    ...kind,
    missing: kind.columns.filter((column) => !header.includes(column)),
  }))
  const kind = near.find(({ missing }) => missing.length === 0)
  return kind ? { _tag: 'Known', kind } : { _tag: 'Unknown', kinds: near }
}
