/**
 * The host's part: his rules, the codecs of what is on record, and how he wants his figures.
 */
import {
  businessCalendar,
  complaint,
  dealings,
  followUp,
  type Instant,
  survey,
  TimeZone,
} from '@troth/core'
import { registry } from '@troth/core/store'
import type { loyalty, satisfaction } from '@troth/projections'
import * as E from 'fp-ts/lib/Either.js'

export const day = 86_400_000
export const week = 7 * day

/** What is wrong with a setting of this desk's own is a fault in this file. */
const set = <A>(setting: E.Either<unknown, A>): A => {
  if (E.isLeft(setting)) throw new Error(JSON.stringify(setting.left))
  return setting.right
}

/** This desk's own: what the library does not decide for him. Imported facts are asked by none of it; the clocks of what is still open are. */
export const rules: complaint.ComplaintRules = {
  authority: [],
  clocks: [{ policy: { resolution: { within: 30 * day }, pausedWhileWaiting: ['resolution'] } }],
  noticeTries: 3,
  reopenWithin: 30 * day,
  liaisonNote: { within: 2 * day },
}

export const deciders = {
  complaint: complaint.complaint(rules),
  dealings: dealings.dealings({}),
  survey: survey.survey({ answerWithin: 30 * day, correctWithin: 0 }),
}

/** The codecs of what is on record; made once, for import and views alike. */
export const registries = {
  complaint: set(registry(deciders.complaint.event)),
  dealings: set(registry(deciders.dealings.event)),
  survey: set(registry(deciders.survey.event)),
}

/** Files say times in UTC, and so do the figures. */
export const calendar: satisfaction.view.Calendar = {
  zone: set(TimeZone.decode('UTC')),
  firstDayOfWeek: 'mon',
}

const anyTime = { early: day, late: day }
const followUps = followUp.followUp({
  calendar: set(businessCalendar({ timeZone: 'UTC', week: { mon: [['08:00', '18:00']] } })),
  windows: { returnVisit: anyTime, inspection: anyTime, fieldVisit: anyTime, touch: anyTime },
  callBack: { late: day },
  cadences: [],
})

export const satisfactionTerms: satisfaction.view.Terms = {
  calendar,
  charge: 'holderAtDue',
  firstContactWindow: 7 * day,
  followUps,
  cumulative: { from: 'cumulative', method: { by: 'latest' } },
}

/** `holdoutFrom`: how far the model misses is asked of what was bought after it. */
export const loyaltyTerms = (holdoutFrom: Instant | undefined): loyalty.view.Terms => ({
  calendar,
  windowDays: 365,
  declineThreshold: 0.25,
  dickBasu: { patronage: 'repeatDays', cutOffs: { relativeAttitude: 1, repeatPatronage: 2 } },
  phaseCutOff: 5,
  pastValue: { rate: 0.0125, days: 30, firstExponent: 1 },
  lifetime: {
    margin: 0.3,
    horizon: 52 * week,
    step: 4 * week,
    discount: { rate: 0.1, period: 365 * day },
  },
  ...(holdoutFrom !== undefined && { holdoutFrom }),
})
