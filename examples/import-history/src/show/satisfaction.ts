import type { satisfaction } from '@troth/projections'
import * as O from 'fp-ts/lib/Option.js'

import type { Satisfaction } from '../read-views.js'
import { figures } from './figures.js'
import { duration, indented, number, percent, table, time } from './text.js'
import { whatTheySay } from './what-customers-say.js'
import { whatTheDeskDid } from './what-the-desk-did.js'

type View = satisfaction.view.View

const mostSegments = 10

const closingsIn = ({ desk }: satisfaction.view.SegmentFigures): number =>
  O.isNone(desk.closings) ? 0 : desk.closings.value.closings

const share = (figure: O.Option<{ readonly share: number; readonly n: number }>) =>
  O.isNone(figure) ? ['none', '0'] : [percent(figure.value.share), number(figure.value.n)]

/** What the desk did and what was said of it, beside each other; the largest first. */
const segments = ({ segments: all, segmentation }: View): ReadonlyArray<string> => {
  const ranked = [...all].sort((a, b) => closingsIn(b) - closingsIn(a))
  const left = ranked.length - mostSegments
  return [
    ...table(
      [
        [
          `By ${segmentation.by}`,
          ...['closings', 'to resolution', 'n', 'first contact', 'n', 'CSAT of cases', 'n'],
        ],
        ...ranked
          .slice(0, mostSegments)
          .map((each) => [
            O.isNone(each.segment) ? '(not said)' : each.segment.value,
            number(closingsIn(each)),
            ...(O.isNone(each.desk.toResolution)
              ? ['none', '0']
              : [
                  duration(each.desk.toResolution.value.median),
                  number(each.desk.toResolution.value.n),
                ]),
            ...share(each.desk.firstContactResolution.resolved),
            ...share(each.survey.transaction.csat),
          ]),
      ],
      [1, 2, 3, 4, 5, 6, 7],
    ),
    ...(left > 0 ? [`and ${number(left)} more`] : []),
  ]
}

/** All that is on record of everybody, and by department. */
export const showSatisfaction = ({
  everyone,
  byDepartment,
}: Satisfaction): ReadonlyArray<string> => {
  const { period, knownAt, calendar } = everyone
  const all = everyone.segments[0]
  return [
    `Satisfaction from ${period.first} to ${period.last} (${calendar.zone}), as known at ${time(knownAt)}`,
    ...(all === undefined
      ? ['  none: nothing was counted']
      : [
          '',
          '  What customers say of single cases',
          ...figures(whatTheySay(all.survey.transaction, O.some(all.survey.series.transaction))),
          '',
          '  What customers say on the whole',
          ...figures(whatTheySay(all.survey.cumulative, all.survey.series.cumulative)),
          '',
          '  What the desk did',
          ...figures(whatTheDeskDid(all.desk)),
          '',
          ...indented(segments(byDepartment)),
        ]),
  ]
}
