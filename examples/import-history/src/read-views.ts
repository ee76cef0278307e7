/**
 * What the views say of all that is on record: each as known at the latest instant that it has heard of.
 */
import type { Instant } from '@troth/core'
import { complaintBoard, loyalty, satisfaction } from '@troth/projections'

import { day, loyaltyTerms, rules, satisfactionTerms } from './desk.js'
import { type OnRecord, spanOf } from './views.js'

export const boardOf = ({ recorded, board }: OnRecord): complaintBoard.Board | undefined => {
  const span = spanOf(recorded, 'complaint')
  return span && complaintBoard.read(rules)(board, span.latest)
}

export interface Satisfaction {
  readonly everyone: satisfaction.view.View
  readonly byDepartment: satisfaction.view.View
}

/** Days since 1970 in UTC. */
const dateOf = (at: Instant): number => Math.floor(at / day)
const endOf = (date: number): Instant => ((date + 1) * day - 1) as Instant

/** From the first complaint or survey to the latest thing that became of one; undefined where there is neither. */
export const satisfactionOf = (on: OnRecord): Satisfaction | undefined => {
  const span = spanOf(on.recorded, 'complaint', 'survey')
  if (span === undefined) return undefined
  const { first, latest } = span
  const seen = satisfaction.view.observe(satisfactionTerms)(on.satisfaction, latest)
  const days = dateOf(latest) - dateOf(first) + 1
  const by = (by: 'everyone' | 'department') =>
    satisfaction.view.read(satisfactionTerms)(seen, {
      segmentation: { by },
      period: { by: 'rolling', days, until: latest },
    })
  return { everyone: by('everyone'), byDepartment: by('department') }
}

/** Until when loyalty is read, and where in that time the holdout begins. */
export interface LoyaltyTimes {
  /** The end of the latest day on which anybody bought, unless given. */
  readonly at?: Instant | undefined
  /** The end of the first half of the days on record until then, unless given. */
  readonly calibrateTo?: Instant | undefined
}

export interface Loyalty {
  readonly view: loyalty.view.View
  readonly terms: loyalty.view.Terms
  /** In words, until when the model is calibrated. */
  readonly calibratedOn: string
}

/** Of all who bought; undefined where nobody did. */
export const loyaltyOf = (on: OnRecord, { at, calibrateTo }: LoyaltyTimes): Loyalty | undefined => {
  const span = spanOf(on.recorded, 'dealings')
  if (span === undefined) return undefined
  const knownAt = at ?? endOf(dateOf(span.latest))
  const first = dateOf(span.first)
  const half = Math.floor((dateOf(knownAt) - first + 1) / 2)
  const holdoutFrom = calibrateTo ?? endOf(first + half - 1)
  const terms = loyaltyTerms(holdoutFrom < knownAt ? holdoutFrom : undefined)
  const period = { by: 'rolling', days: terms.windowDays, until: knownAt } as const
  return {
    view: loyalty.view.read(terms)(on.loyalty, knownAt, period),
    terms,
    calibratedOn:
      calibrateTo === undefined ? 'the first half of the days on record' : 'the days asked for',
  }
}
