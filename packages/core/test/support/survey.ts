/** Words for stories about surveys: who, when, and each message in as few words as it can be told. */
import { Actor } from '../../src/shared/actor.js'
import { ComplaintId, CustomerId, FollowUpId, PromiseId } from '../../src/shared/ids.js'
import { after, Instant } from '../../src/shared/instant.js'
import { Name, NonEmptyText } from '../../src/shared/text.js'
import { Answers, ServqualItems } from '../../src/survey/answers.js'
import type { Asked, SurveyCommand } from '../../src/survey/commands.js'
import type { FactsOf, SurveyEvent } from '../../src/survey/events.js'
import type { SurveyRules } from '../../src/survey/rules.js'
import { Suppression, SurveyAbout } from '../../src/survey/values.js'
import { make } from './make.js'

export const hour = 3_600_000
export const day = 24 * hour

export const text = make(NonEmptyText)
export const name = make(Name)
export const about = make(SurveyAbout)
export const suppression = make(Suppression)
export const answers = make(Answers)
export const actor = (id: string, role: string) => make(Actor)({ id, role })
const id = (first: string, n: number) => `${first}0000000-0000-4000-8000-00000000000${String(n)}`
export const customer = (n: number) => make(CustomerId)(id('c', n))
export const complaintId = (n: number) => make(ComplaintId)(id('d', n))
export const promiseId = make(PromiseId)(id('e', 1))
export const followUpId = make(FollowUpId)(id('7', 1))
/** The same on all 22 items. */
export const items = (n: number) => make(ServqualItems)(Array.from({ length: 22 }, () => n))

export const monday = make(Instant)('2026-11-23T09:00:00.000Z')
export const later = after
export const days = (n: number) => after(monday, n * day)
export const tuesday = days(1)
export const wednesday = days(2)
export const thursday = days(3)
/** When the survey expires. */
export const nextMonday = days(7)

export const desk = actor('desk', 'agent')
export const li = actor('li', 'agent')
export const wu = actor('wu', 'customer')
export const tick = actor('surveys', 'policy')

/** A survey may be answered for a week, and an answer corrected for a day. */
export const rules: SurveyRules = { answerWithin: 7 * day, correctWithin: day }

export const command = <T extends SurveyCommand['type']>(
  type: T,
  data: Omit<Asked<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = wu,
): Extract<SurveyCommand, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<SurveyCommand, { type: T }>

export const event = <T extends SurveyEvent['type']>(
  type: T,
  data: Omit<FactsOf<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = wu,
): Extract<SurveyEvent, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<SurveyEvent, { type: T }>

type Terms = Omit<Asked<'IssueSurvey'>, 'at' | 'by' | 'expiresAt'>

/** After a complaint that Li answered, and the desk before him. */
export const terms: Terms = {
  customer: customer(1),
  about: about({ topic: 'complaint', complaintId: complaintId(1) }),
  mode: 'transaction',
  channel: 'email',
  answeredFor: [desk, li],
}
export const issue = (
  more: Partial<Omit<Asked<'IssueSurvey'>, 'at' | 'by'>> = {},
  at: Instant = monday,
) => command('IssueSurvey', { ...terms, ...more }, at, tick)
export const issued = event('SurveyIssued', { ...terms, expiresAt: nextMonday }, monday, tick)

const whom = { customer: terms.customer, about: terms.about }
export const suppress = (why: Suppression, at: Instant = monday) =>
  command('SuppressSurvey', { ...whom, why }, at, tick)
export const suppressed = (why: Suppression, at: Instant = monday) =>
  event('SurveySuppressed', { ...whom, why }, at, tick)

export const open = (at: Instant = tuesday) => command('OpenSurvey', {}, at)
export const opened = (at: Instant = tuesday) => event('SurveyOpened', {}, at)

export const content = answers({ csat: 4 })
export const delighted = answers({ csat: 5, nps: 10 })
export const answer = (
  at: Instant = tuesday,
  given: Answers = content,
  by: Actor = wu,
  confirmed = true,
) => command('AnswerSurvey', { answers: given, confirmed }, at, by)
export const answered = (at: Instant = tuesday, given: Answers = content, by: Actor = wu) =>
  event('SurveyAnswered', { answers: given, correctableUntil: after(at, day) }, at, by)
export const correct = (
  at: Instant = wednesday,
  given: Answers = delighted,
  by: Actor = wu,
  confirmed = true,
) => command('CorrectAnswer', { answers: given, confirmed }, at, by)
export const corrected = (at: Instant = wednesday, given: Answers = delighted) =>
  event('AnswerCorrected', { answers: given }, at)

export const decline = (at: Instant = tuesday) =>
  command('DeclineSurvey', { why: text('too many of them') }, at)
export const declined = (at: Instant = tuesday) =>
  event('SurveyDeclined', { why: text('too many of them') }, at)
export const expire = (at: Instant = nextMonday) => command('ExpireSurvey', {}, at, tick)
export const expired = (at: Instant = nextMonday) =>
  event('SurveyExpired', { expiresAt: nextMonday }, at, tick)
