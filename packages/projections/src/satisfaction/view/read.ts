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
import { type AnswerGiven, bySort, type Observation, type Placed } from './observation.js'
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

const touches = ({ first, last }: Span, each: Observation): boolean =>
  each.first <= last && each.last >= first

/** Of whom it was not said: no segment has this name, for every name has a letter. */
const unsaid = ''

type Groups<One> = Map<string, One[]>

const add = <One>(groups: Groups<One>, names: ReadonlyArray<string>, each: One): void => {
  for (const name of names) {
    const there = groups.get(name)
    if (there === undefined) groups.set(name, [each])
    else there.push(each)
  }
}

const nowhere: ReadonlyArray<string> = [unsaid]
const nothing: ReadonlyArray<never> = []

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
    const isWanted = terms.cumulative !== undefined
    const now: Groups<Observation> = new Map()
    const before: Groups<Observation> = new Map()
    const said: Groups<Placed & AnswerGiven> = new Map()
    for (const each of all) {
      const [isNow, isBefore] = [touches(span, each), touches(earlier, each)]
      const isSaid = isWanted && each.of === 'answer' && each.first <= span.last
      if (!isNow && !isBefore && !isSaid) continue
      const found = segments(each)
      const names = found.length === 0 ? nowhere : found
      if (isNow) add(now, names, each)
      if (isBefore) add(before, names, each)
      if (isSaid) add(said, names, each)
    }
    const counts = customersIn(customers, segmentation, until(span))
    const countsBefore = customersIn(customers, segmentation, until(earlier))
    const surveyed = surveyFigures(terms)
    const figured = (
      of: ReadonlyArray<Observation>,
      untilNow: ReadonlyArray<Placed & AnswerGiven>,
      count: number,
    ): Figured => {
      const those = bySort(of)
      const values = {
        transaction: surveyValues(those, 'transaction', terms),
        cumulative: surveyValues(those, 'cumulative', terms),
      }
      return {
        survey: surveyed({ those, values, untilNow }),
        desk: deskFigures(those, terms, count),
        values,
      }
    }
    // Of nothing they differ by the number of customers alone, and most customers have nothing in a period.
    const ofNothing = new Map<number, Figured>()
    const figuredOnce = (
      of: ReadonlyArray<Observation> = nothing,
      untilNow: ReadonlyArray<Placed & AnswerGiven> = nothing,
      count = 0,
    ): Figured => {
      if (of.length > 0 || untilNow.length > 0) return figured(of, untilNow, count)
      const there = ofNothing.get(count) ?? figured(of, untilNow, count)
      ofNothing.set(count, there)
      return there
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
        const count = counts.get(name)
        const is = figuredOnce(now.get(name), said.get(name), count)
        // Of the period before, the trend asks for no standing.
        const was = figuredOnce(before.get(name), nothing, countsBefore.get(name))
        return {
          segment: name === unsaid ? O.none : O.some(name),
          customers: count ?? 0,
          survey: is.survey,
          desk: is.desk,
          trends: trendsOf(was, is, terms),
        }
      }),
    }
  }
