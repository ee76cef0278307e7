/**
 * The satisfaction view: every figure of a segmentation and a period, with what changed from the period before.
 *
 * @since 0.1.0
 */
import type { Instant } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import {
  type Calendar,
  type Dates,
  datesOf,
  endOf,
  type Period,
  type Span,
  spanBefore,
  spanOf,
} from '../../shared/period.js'
import { type DeskFigures, deskFigures, placedBy } from './desk-figures.js'
import type { Observation } from './observation.js'
import type { Observations } from './observe.js'
import { customersIn, type Segmentation, segmentsOf } from './segment.js'
import { type SurveyFigures, surveyFigures } from './survey-figures.js'
import { surveyValues } from './survey-values.js'
import type { Terms } from './terms.js'
import { type Figured, type Trends, trendsOf } from './trends.js'

export type { Dates }

/** One segment; none: those of which it was not said. */
export interface SegmentFigures {
  readonly segment: O.Option<string>
  /** Customers in it at the period's end who were not lost; 0 where a segment has none of its own. */
  readonly customers: number
  readonly survey: SurveyFigures
  readonly desk: DeskFigures
  readonly trends: Trends
}

export interface View {
  readonly calendar: Calendar
  readonly knownAt: Instant
  readonly period: Dates
  readonly before: Dates
  readonly segmentation: Segmentation
  readonly placedBy: typeof placedBy
  /** By name, and last those of which it was not said. Without a customer or an observation there is no segment. */
  readonly segments: ReadonlyArray<SegmentFigures>
}

const touches =
  ({ first, last }: Span) =>
  (each: Observation): boolean =>
    each.first <= last && each.last >= first

const isAnswerBy =
  ({ last }: Span) =>
  (each: Observation): boolean =>
    each.of === 'answer' && each.first <= last

/** Of whom it was not said: no segment has this name, for every name has a letter. */
const unsaid = ''

const bySegment = (
  all: ReadonlyArray<Observation>,
  segmentsOfOne: (each: Observation) => ReadonlyArray<string>,
): ReadonlyMap<string, ReadonlyArray<Observation>> => {
  const groups = new Map<string, Observation[]>()
  for (const each of all) {
    const found = segmentsOfOne(each)
    for (const name of found.length === 0 ? [unsaid] : found) {
      const there = groups.get(name)
      if (there === undefined) groups.set(name, [each])
      else there.push(each)
    }
  }
  return groups
}

const inOrder = (a: string, b: string): number => {
  if (a === unsaid || b === unsaid) return a === b ? 0 : a === unsaid ? 1 : -1
  return a < b ? -1 : 1
}

/** The view of one segmentation and one period. A thing that concerns two segments is counted in both. */
export const read =
  (terms: Terms) =>
  (
    { all, customers, knownAt }: Observations,
    { segmentation, period }: { readonly segmentation: Segmentation; readonly period: Period },
  ): View => {
    const span = spanOf(terms.calendar, period)
    const earlier = spanBefore(span)
    const { zone } = terms.calendar
    const until = ({ last }: Span) => Math.min(knownAt, endOf(zone, last)) as Instant
    const segments = segmentsOf(customers, segmentation)
    const now = bySegment(all.filter(touches(span)), segments)
    const before = bySegment(all.filter(touches(earlier)), segments)
    const counts = customersIn(customers, segmentation, until(span))
    const countsBefore = customersIn(customers, segmentation, until(earlier))
    const said = bySegment(
      terms.cumulative === undefined ? [] : all.filter(isAnswerBy(span)),
      segments,
    )
    const figured = (
      of: ReadonlyArray<Observation>,
      untilNow: ReadonlyArray<Observation>,
      count: number,
    ): Figured => {
      const values = {
        transaction: surveyValues(of, 'transaction', terms),
        cumulative: surveyValues(of, 'cumulative', terms),
      }
      return {
        survey: surveyFigures({ all: of, values, untilNow }, terms),
        desk: deskFigures(of, terms, count),
        values,
      }
    }
    const names = [...new Set([...now.keys(), ...before.keys(), ...counts.keys()])].sort(inOrder)
    return {
      calendar: terms.calendar,
      knownAt,
      period: datesOf(span),
      before: datesOf(earlier),
      segmentation,
      placedBy,
      segments: names.map((name) => {
        const count = counts.get(name) ?? 0
        const is = figured(now.get(name) ?? [], said.get(name) ?? [], count)
        // Of the period before, the trend asks for no standing.
        const was = figured(before.get(name) ?? [], [], countsBefore.get(name) ?? 0)
        return {
          segment: name === unsaid ? O.none : O.some(name),
          customers: count,
          survey: is.survey,
          desk: is.desk,
          trends: trendsOf(was, is, terms),
        }
      }),
    }
  }
