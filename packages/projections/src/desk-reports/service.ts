/**
 * What every report of the desk says of somebody: of a department, a handler, or of all of them.
 *
 * @since 0.1.0
 */
import { type Instant, localDate, type survey } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import type { Csat } from '../satisfaction/csat.js'
import { type SegmentFigures } from '../satisfaction/view/read.js'
import type { Row } from '../satisfaction/view/record.js'
import { known } from '../shared/kept.js'
import { type Calendar, isIn, type Span } from '../shared/period.js'
import { categoryOf, type Rows } from '../shared/projection.js'
import type { Share } from '../shared/share.js'
import { shareCells, type TableRow } from '../shared/table-row.js'

/** Figures of a period, each placed in it as the satisfaction view places it (`satisfaction.view.placedBy`). */
export interface ServiceFigures {
  /** Complaints received. */
  readonly intake: number
  /** Of the reply clocks that were judged, those that were met. */
  readonly firstRepliesInTime: O.Option<Share>
  readonly nextRepliesInTime: O.Option<Share>
  readonly promisesKept: O.Option<Share>
  readonly promisesOnTime: O.Option<Share>
  readonly followUpsDone: O.Option<Share>
  /** Visits and calls made by plan or of one's own accord: no call back, which the customer's own case brought about. */
  readonly proactiveVisits: number
  /** Of the complaints that were open or chased, those that the customer had to chase. */
  readonly chased: O.Option<Share>
  /** Satisfied, of those who answered: about this one time, and about all times so far. */
  readonly satisfaction: Readonly<Record<survey.SurveyMode, O.Option<Csat>>>
}

/** A visit that nobody had to ask for. */
export interface ProactiveVisit {
  readonly at: Instant
  readonly by: string
}

/** All that were made within some days and by `knownAt`, each once. */
export const proactiveVisits = (
  rows: Rows<Row>,
  { zone }: Calendar,
  span: Span,
  knownAt: Instant,
): ReadonlyArray<ProactiveVisit> =>
  [...rows].flatMap(([stream, row]) => {
    const followUp = known(knownAt)(row.followUp)
    const isPlan = followUp.some(({ event }) => event.type === 'PlanOpened')
    if (categoryOf(stream) !== 'followUp' || !isPlan) return []
    const made = new Map<string, ProactiveVisit>()
    for (const { at, by, event } of followUp)
      if (event.type === 'VisitDone' && !made.has(event.data.visitId))
        made.set(event.data.visitId, { at, by })
    return [...made.values()].filter(({ at }) => isIn(span)(localDate(zone, at)))
  })

/** What the satisfaction view found, as a report says it; undefined: it found nothing. */
export const serviceFigures = (
  found: SegmentFigures | undefined,
  visits: number,
): ServiceFigures => ({
  intake: found?.desk.received ?? 0,
  firstRepliesInTime: found?.desk.inTime.firstReply ?? O.none,
  nextRepliesInTime: found?.desk.inTime.nextReply ?? O.none,
  promisesKept: found?.desk.keptRate ?? O.none,
  promisesOnTime: found?.desk.onTimeRate ?? O.none,
  followUpsDone: found?.desk.followUpCompliance ?? O.none,
  proactiveVisits: visits,
  chased: found?.desk.chased ?? O.none,
  satisfaction: {
    transaction: found?.survey.transaction.csat ?? O.none,
    cumulative: found?.survey.cumulative.csat ?? O.none,
  },
})

const asShare = ({ satisfied: count, ...share }: Csat): Share => ({ count, ...share })

/** The figures as columns. */
export const serviceCells = (of: ServiceFigures): TableRow => ({
  intake: of.intake,
  ...shareCells('firstRepliesInTime', of.firstRepliesInTime),
  ...shareCells('nextRepliesInTime', of.nextRepliesInTime),
  ...shareCells('promisesKept', of.promisesKept),
  ...shareCells('promisesOnTime', of.promisesOnTime),
  ...shareCells('followUpsDone', of.followUpsDone),
  proactiveVisits: of.proactiveVisits,
  ...shareCells('chased', of.chased),
  ...shareCells('satisfaction.transaction', O.map(asShare)(of.satisfaction.transaction)),
  ...shareCells('satisfaction.cumulative', O.map(asShare)(of.satisfaction.cumulative)),
})
