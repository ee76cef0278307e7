import type { satisfaction } from '@troth/projections'
import * as O from 'fp-ts/lib/Option.js'

import { type Line, none, nothing, shareOf, times, two, within } from './figures.js'
import { counted, number } from './text.js'

type Did = satisfaction.view.DeskFigures

const frequency = (name: string, figure: Did['handOvers']): Line =>
  O.isNone(figure)
    ? [name, ...nothing]
    : [
        name,
        two(figure.value.perComplaint),
        `a complaint: ${number(figure.value.events)} on ${number(figure.value.complaints)} of ${number(figure.value.n)} complaints`,
      ]

const closings = (figure: Did['closings']): Line =>
  O.isNone(figure)
    ? none('Closings', 'none on record')
    : [
        'Closings',
        number(figure.value.closings),
        `of ${counted(figure.value.complaints, 'complaint')}, of ${counted(figure.value.customers, 'customer')}`,
      ]

/** How complaints were handled, promises kept and customers looked after. */
export const whatTheDeskDid = (desk: Did): ReadonlyArray<Line> => [
  ['Complaints received', number(desk.received), ''],
  closings(desk.closings),
  times('To resolution', desk.toResolution),
  shareOf('  closed without one', desk.closedWithoutResolution, 'closed', 'none was closed'),
  shareOf('  never resolved', desk.neverResolved, 'received', 'none was received'),
  shareOf('First reply in time', desk.inTime.firstReply, 'judged', 'no reply is on record'),
  shareOf('Resolved in time', desk.inTime.resolution, 'judged', 'no verdict is on record'),
  shareOf('Reopened', desk.reopened, 'closed', 'none was closed'),
  shareOf(
    'At first contact',
    desk.firstContactResolution.resolved,
    `ended; ${number(desk.firstContactResolution.pending)} pending`,
    `${number(desk.firstContactResolution.pending)} pending`,
  ),
  frequency('Hand-overs', desk.handOvers),
  shareOf('Chased', desk.chased, 'complaints', 'no complaint'),
  shareOf('Repairs repeated', desk.repeatRepairs, 'repairs', 'no repair is on record'),
  shareOf('Promises kept', desk.keptRate, 'settled', 'no promise is on record'),
  shareOf('  on time', desk.onTimeRate, 'settled', 'no promise is on record'),
  shareOf('Follow-ups in window', desk.followUpCompliance, 'due', 'no follow-up is on record'),
  O.isNone(desk.complaintsPer10000)
    ? none('Per 10,000 customers', 'no customer is registered')
    : [
        'Per 10,000 customers',
        two(desk.complaintsPer10000.value.value),
        `${number(desk.complaintsPer10000.value.complaints)} of ${number(desk.complaintsPer10000.value.n)} customers; ${within(desk.complaintsPer10000.value.interval, two)}`,
      ],
]
