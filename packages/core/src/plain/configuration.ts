/**
 * What a host says when it starts becomes rules: checked whole before the first command.
 *
 * @since 0.1.0
 */
import { sequenceS } from 'fp-ts/lib/Apply.js'
import * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as t from 'io-ts'

import type { ComplaintRules } from '../complaint/rules.js'
import type { CustomerRules } from '../customer/rules.js'
import type { DealingsRules } from '../dealings/rules.js'
import type { FaultRules } from '../fault/rules.js'
import type { FollowUpRules } from '../follow-up/rules.js'
import type { PromiseRules } from '../promise/rules.js'
import { Authority } from '../shared/authority.js'
import { data } from '../shared/message.js'
import { decodeWith, type Problem } from '../shared/problem.js'
import type { SurveyRules } from '../survey/rules.js'
import { businessCalendar } from '../time/business-calendar.js'
import type { BusinessCalendar } from '../time/week.js'
import {
  type AutomaticRules,
  AutomaticSettings,
  automaticSection,
  checkAutomatic,
} from './settings/automatic.js'
import { ComplaintSettings, complaintSection } from './settings/complaint.js'
import { CustomerSettings, customerSection } from './settings/customer.js'
import { DealingsSettings, dealingsSection } from './settings/dealings.js'
import { FaultSettings, faultSection } from './settings/fault.js'
import { FollowUpSettings, followUpSection } from './settings/follow-up.js'
import { PromiseSettings, promiseSection } from './settings/promise.js'
import { at, type Common, type Problems, rulesOf, type Section } from './settings/section.js'
import type { CalendarSettings, Settings, StreamKind } from './settings/settings.js'
import { SurveySettings, surveySection } from './settings/survey.js'

/** The rules of the streams that the host uses. */
export interface Rules {
  readonly authority: Authority
  readonly complaint: ComplaintRules | undefined
  readonly customer: CustomerRules | undefined
  readonly followUp: FollowUpRules | undefined
  readonly survey: SurveyRules | undefined
  readonly promise: PromiseRules
  readonly dealings: DealingsRules
  readonly fault: FaultRules
  readonly automatic: AutomaticRules
}

const Sections = data(
  {},
  {
    complaint: ComplaintSettings,
    customer: CustomerSettings,
    promise: PromiseSettings,
    followUp: FollowUpSettings,
    survey: SurveySettings,
    dealings: DealingsSettings,
    fault: FaultSettings,
    automatic: AutomaticSettings,
  },
  'Policies',
)
const Given = t.readonly(
  t.strict({
    authority: Authority,
    calendars: t.readonly(t.record(t.string, t.unknown)),
    policies: Sections,
  }),
)

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null

/** What was written but is no setting: most likely one misspelt, which would otherwise be lost in silence. */
const unknownFields = (given: unknown, known: unknown, path: string): Problems =>
  isRecord(given) && isRecord(known)
    ? Object.keys(given).flatMap((key) =>
        key in known
          ? unknownFields(given[key], known[key], `${path}${key}.`)
          : [{ field: `${path}${key}`, expected: 'no such setting' }],
      )
    : []

const calendarFields: Readonly<Record<keyof CalendarSettings, true>> = {
  timeZone: true,
  week: true,
  holidays: true,
  annualHolidays: true,
}

const calendarOf = (name: string, input: unknown): E.Either<Problems, BusinessCalendar> => {
  const path = `calendars.${name}`
  const calendar = businessCalendar(input)
  if (E.isLeft(calendar)) return E.left(calendar.left.problems.map((p) => at(path, p)))
  const unknown = unknownFields(input, calendarFields, `${path}.`)
  return unknown.length > 0 ? E.left(unknown) : calendar
}

const calendarsOf = (
  inputs: Readonly<Record<string, unknown>>,
): E.Either<Problems, ReadonlyMap<string, BusinessCalendar>> => {
  const read = Object.entries(inputs).map(
    ([name, input]) => [name, calendarOf(name, input)] as const,
  )
  const problems = read.flatMap(([, calendar]) => (E.isLeft(calendar) ? calendar.left : []))
  return problems.length > 0
    ? E.left(problems)
    : E.right(new Map(read.flatMap(([name, c]) => (E.isRight(c) ? [[name, c.right]] : []))))
}

const allProblems = sequenceS(E.getApplicativeValidation(RA.getSemigroup<Problem>()))

const rulesBy = (
  {
    complaint,
    customer,
    promise,
    followUp,
    survey,
    dealings,
    fault,
    automatic,
  }: t.TypeOf<typeof Sections>,
  common: Common,
): E.Either<Problems, Rules> => {
  const used = <S, R>(kind: StreamKind | 'automatic', section: Section<S, R>, settings: S) =>
    rulesOf(`policies.${kind}`, section, settings, common)
  const ifUsed = <S, R>(
    kind: StreamKind,
    section: Section<S, R>,
    settings: S | undefined,
  ): E.Either<Problems, R | undefined> =>
    settings === undefined ? E.right(undefined) : used(kind, section, settings)
  return allProblems({
    authority: E.right(common.authority),
    complaint: ifUsed('complaint', complaintSection, complaint),
    customer: ifUsed('customer', customerSection, customer),
    followUp: ifUsed('followUp', followUpSection, followUp),
    survey: ifUsed('survey', surveySection, survey),
    promise: used('promise', promiseSection, promise ?? {}),
    dealings: used('dealings', dealingsSection, dealings ?? {}),
    fault: used('fault', faultSection, fault ?? {}),
    automatic: used('automatic', automaticSection, automatic ?? {}),
  })
}

/** All that is wrong with the settings, or the rules that they mean. */
export const rulesBySettings = (settings: unknown): E.Either<Problems, Rules> => {
  const decoded = decodeWith(Given)(settings)
  if (E.isLeft(decoded)) return decoded
  const { authority, policies } = settings as Settings
  const unknown = unknownFields({ authority, policies }, decoded.right, '')
  if (unknown.length > 0) return E.left(unknown)
  const calendars = calendarsOf(decoded.right.calendars)
  if (E.isLeft(calendars)) return calendars
  const rules = rulesBy(decoded.right.policies, {
    authority: decoded.right.authority,
    calendars: calendars.right,
  })
  if (E.isLeft(rules)) return rules
  const wrong = checkAutomatic(rules.right.automatic, rules.right.complaint)
  return wrong.length > 0 ? E.left(wrong) : rules
}
