import type { ImportDone, NotImported } from '../histories.js'
import type { Content } from '../kinds.js'
import type { FileRead } from '../read-file.js'
import { quoted, type Refused } from '../refused.js'
import { contentRows, outOfOrder } from './content.js'
import { indented, number, table } from './text.js'

type Read = Extract<FileRead, { readonly _tag: 'Read' }>

/** How many refused lines are shown, unless all are asked for. */
const mostShown = 20

const heading = ({ file, kind, lines, refused, content }: Read): ReadonlyArray<string> => [
  `${file}: a ${kind.name}`,
  ...indented(
    table(
      [
        [number(lines), 'lines read, without blank ones and what is a header'],
        [number(refused.length), 'lines refused'],
        ...contentRows(content),
      ],
      [0],
    ),
  ),
]

/** The first of them, or all where that is asked for; how many are left is said. */
const some = (lines: ReadonlyArray<string>, all: boolean): ReadonlyArray<string> => {
  const shown = indented(all ? lines : lines.slice(0, mostShown))
  const left = lines.length - shown.length
  return left === 0 ? shown : [...shown, `  and ${number(left)} more: --all shows them`]
}

const byReason = (refused: ReadonlyArray<Refused>): ReadonlyArray<string> => {
  const counts = new Map<string, number>()
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return table(
    [...counts].sort(([, a], [, b]) => b - a).map(([reason, n]) => [number(n), reason]),
    [0],
  )
}

const refusals = (refused: ReadonlyArray<Refused>, all: boolean): ReadonlyArray<string> =>
  refused.length === 0
    ? []
    : [
        '',
        'Refused, by reason',
        ...indented(byReason(refused)),
        'Refused, by line',
        ...some(
          table(
            refused.map(({ line, reason, detail }) => [`line ${number(line)}`, reason, detail]),
          ),
          all,
        ),
      ]

const moved = (content: Content, all: boolean): ReadonlyArray<string> => {
  const lines = outOfOrder(content)
  return lines.length === 0
    ? []
    : [
        '',
        'Out of order, and put in it',
        ...some(table(lines.map(([line, why]) => [`line ${number(line)}`, why])), all),
      ]
}

const whyNot = ({ why }: NotImported): string => {
  switch (why._tag) {
    case 'Conflict':
      return 'on record already, with another history'
    case 'TooLarge':
      return `larger than the store takes at once (${number(why.size)} of ${number(why.limit)} bytes)`
    case 'InvalidFact':
      return `event ${number(why.index)}: ${why.errors.map((e) => `${e.field} is not ${e.expected}`).join('; ')}`
    default:
      return why._tag
  }
}

const recording = (
  { imported, already, failed }: ImportDone,
  things: Content['of'],
  all: boolean,
): ReadonlyArray<string> => [
  '',
  'Recording',
  ...indented(
    table(
      [
        [number(imported), `${things} recorded`],
        [number(already), `${things} on record already: nothing doubled`],
        [number(failed.length), `${things} not recorded`],
      ],
      [0],
    ),
  ),
  ...some(
    failed.map((each) => `${quoted(each.foreignId)}, ${number(each.lines)} lines: ${whyNot(each)}`),
    all,
  ),
]

export const showFile = (read: Read, done: ImportDone, all: boolean): ReadonlyArray<string> => [
  ...heading(read),
  ...refusals(read.refused, all),
  ...moved(read.content, all),
  ...recording(done, read.content.of, all),
]

/** Why a file was not read at all, and what could be. */
export const showRefusedFile = (
  read: Exclude<FileRead, { readonly _tag: 'Read' }>,
): ReadonlyArray<string> =>
  read._tag === 'Unreadable'
    ? [`${read.file}: not read: ${read.why}`]
    : [
        `${read.file}: its first line is of no kind that can be imported. Known kinds:`,
        ...read.kinds.map(
          ({ name, needs, lacks }) => `  ${name}: needs ${needs}; missing: ${lacks.join(', ')}`,
        ),
      ]
