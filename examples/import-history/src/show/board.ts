import type { complaintBoard } from '@troth/projections'
import * as O from 'fp-ts/lib/Option.js'

import { figures, type Line, nothing, part, times } from './figures.js'
import { indented, number, table, time } from './text.js'

type Board = complaintBoard.Board

const tally = (name: string, figure: O.Option<complaintBoard.Tally>): Line =>
  O.isNone(figure)
    ? [name, ...nothing]
    : [
        name,
        number(figure.value.events),
        `on ${number(figure.value.complaints)} of ${number(figure.value.n)} complaints`,
      ]

const closings = (figure: O.Option<complaintBoard.Closings>): Line =>
  O.isNone(figure)
    ? ['Closings', ...nothing]
    : [
        'Closings',
        number(figure.value.closings),
        `of ${number(figure.value.complaints)} complaints, of ${number(figure.value.customers)} customers`,
      ]

const verdict = (name: string, figure: O.Option<complaintBoard.ClockFigures>): Line => {
  if (O.isNone(figure)) return [name, 'none', 'n = 0: no verdict on record']
  const { met, missed, n, notApplicable } = figure.value
  const ended = `${number(notApplicable)} ended without one`
  return n === 0
    ? [name, 'none', `n = 0: no verdict on record, ${ended}`]
    : [name, number(met), `met, ${number(missed)} missed, n = ${number(n)}; ${ended}`]
}

/** A history in which nobody ever replied is most often one that was not kept with replies. */
const replyRemark = ({ toFirstReply }: Board): string =>
  O.isNone(toFirstReply) ? 'no reply is on record' : '24 hours, the default'

const mostGroups = 10

const groups = <Key>(
  title: string,
  all: ReadonlyArray<complaintBoard.Group<Key>>,
  nameOf: (key: Key) => string,
): ReadonlyArray<string> => {
  const shown = all.slice(0, mostGroups)
  const left = all.slice(mostGroups)
  const rest = left.reduce((n, { complaints }) => n + complaints, 0)
  return [
    '',
    ...indented(
      table(
        [
          [title, 'complaints', 'open', 'waiting', 'overdue'],
          ...shown.map((group) => [
            O.isNone(group.key) ? '(not said)' : nameOf(group.key.value),
            number(group.complaints),
            number(group.open),
            number(group.waiting),
            number(group.overdue),
          ]),
          ...(left.length === 0 ? [] : [[`${number(left.length)} more`, number(rest), '', '', '']]),
        ],
        [1, 2, 3, 4],
      ),
    ),
  ]
}

export const showBoard = (board: Board): ReadonlyArray<string> => [
  `The board of complaints at ${time(board.at)}, the latest event of a complaint`,
  '',
  ...figures([
    ['Complaints', number(board.complaints), `of ${number(board.customers)} customers`],
    part('Open', board.open, 'complaints'),
    part('Waiting', board.waiting, 'complaints, for the customer'),
    part('Overdue', board.overdue, 'complaints, by one clock at least'),
    part('  first reply', board.overdueBy.firstReply, `complaints (${replyRemark(board)})`),
    part('  resolution', board.overdueBy.resolution, "complaints (30 days, this demo's own)"),
    part('Closed', board.closed, 'complaints'),
    closings(board.closings),
    times('To first reply', board.toFirstReply),
    times('To first resolution', board.toFirstResolution),
    times('To last resolution', board.toLastResolution),
    part('Never resolved', board.neverResolved, 'complaints, and in none of these times'),
    part('Resolved again', board.resolvedAgain, 'complaints have several resolutions'),
    tally('Escalations', board.escalations),
    tally('Hand-overs', board.handOvers),
    tally('Reopened', board.reopens),
    part('Repeats', board.repeats, 'complaints'),
    verdict('First reply in time', board.verdicts.firstReply),
    verdict('Resolved in time', board.verdicts.resolution),
  ]),
  ...groups('Open, by step', board.byStep, String),
  ...groups('By category', board.byCategory, String),
  ...groups('By cause', board.byCause, ({ origin, factor }) => `${origin}: ${factor}`),
  ...groups('By handler', board.byHandler, ({ kind, id }) =>
    kind === 'person' ? id : `${kind} ${id}`,
  ),
  ...groups('By department', board.byDepartment, String),
]
