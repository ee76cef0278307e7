/**
 * The satisfaction view as a table.
 *
 * @since 0.1.0
 */
import { Instant } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { leaves, plainJson } from '../../shared/table.js'
import type { TableRow } from '../../shared/table-row.js'
import type { View } from './read.js'

/** One row a figure and segment, under the names that lead to it (`desk.keptRate.share`); what is none is empty. */
export const rows = ({
  calendar,
  knownAt,
  period,
  segmentation,
  segments,
}: View): ReadonlyArray<TableRow> =>
  segments.flatMap(({ segment, ...figures }) =>
    leaves(plainJson(figures)).map(({ path: figure, value }) => ({
      zone: calendar.zone,
      firstDayOfWeek: calendar.firstDayOfWeek,
      knownAt: Instant.encode(knownAt),
      period: period.by,
      first: period.first,
      last: period.last,
      by: segmentation.by,
      scheme: segmentation.by === 'classification' ? segmentation.scheme : null,
      segment: O.toNullable(segment),
      figure,
      value,
    })),
  )
