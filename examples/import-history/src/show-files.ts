import type { ImportDone, NotImported } from './desk.js'
import { figuresOf } from './help-desk-log/cases.js'
import type { FileRead } from './read-file.js'
import { quoted, type Refused } from './refused.js'
import { counted, indented, number, table } from './text.js'

type Read = Extract<FileRead, { readonly _tag: 'Read' }>

/** How many refused lines are shown, unless all are asked for. */
const mostShown = 20

const heading = ({ file, kind, lines, refused, cases }: Read): ReadonlyArray<string> => {
  const log = figuresOf(cases)
  return [
    `${file}: a ${kind.name}`,
    ...indented(
      table(
        [
          [number(lines), 'lines read, without the header and blank ones'],
          [number(log.events), `events, of ${counted(log.cases, 'case')}`],
          [number(refused.length), 'lines refused'],
          [
            number(log.complete),
            `cases run from Insert ticket or Assign seriousness to Closed, in ${counted(log.variants, 'variant')}`,
          ],
          [
            number(log.escalated),
            `cases escalated (Require upgrade), ${number(log.escalatedComplete)} of them complete ones`,
          ],
          [number(log.repeated), 'lines repeat another word for word; each is an event of its own'],
        ],
        [0],
      ),
    ),
  ]
}

const byReason = (refused: ReadonlyArray<Refused>): ReadonlyArray<string> => {
  const counts = new Map<string, number>()
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return table(
    [...counts].sort(([, a], [, b]) => b - a).map(([reason, n]) => [number(n), reason]),
    [0],
  )
}

const refusals = (refused: ReadonlyArray<Refused>, all: boolean): ReadonlyArray<string> => {
  if (refused.length === 0) return []
  const shown = all ? refused : refused.slice(0, mostShown)
  const left = refused.length - shown.length
  return [
    '',
    'Refused, by reason',
    ...indented(byReason(refused)),
    'Refused, by line',
    ...indented(
      table(shown.map(({ line, reason, detail }) => [`line ${number(line)}`, reason, detail])),
    ),
    ...(left === 0 ? [] : [`  and ${number(left)} more: --all shows them`]),
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
  all: boolean,
): ReadonlyArray<string> => {
  const shown = all ? failed : failed.slice(0, mostShown)
  return [
    '',
    'Recording',
    ...indented(
      table(
        [
          [number(imported), 'cases recorded'],
          [number(already), 'cases on record already: nothing doubled'],
          [number(failed.length), 'cases not recorded'],
        ],
        [0],
      ),
    ),
    ...indented(
      shown.map((each) => `${quoted(each.caseId)}, ${number(each.lines)} lines: ${whyNot(each)}`),
    ),
    ...(shown.length === failed.length
      ? []
      : [`  and ${number(failed.length - shown.length)} more: --all shows them`]),
  ]
}

export const showFile = (read: Read, done: ImportDone, all: boolean): ReadonlyArray<string> => [
  ...heading(read),
  ...refusals(read.refused, all),
  ...recording(done, all),
]

/** Why a file was not read at all, and what could be. */
export const showRefusedFile = (
  read: Exclude<FileRead, { readonly _tag: 'Read' }>,
): ReadonlyArray<string> =>
  read._tag === 'Unreadable'
    ? [`${read.file}: not read: ${read.why}`]
    : [
        `${read.file}: its header is of no kind that can be imported. Known kinds:`,
        ...read.kinds.map(
          ({ name, columns, missing }) =>
            `  ${name}: needs ${columns.join(', ')}; missing: ${missing.join(', ')}`,
        ),
      ]
