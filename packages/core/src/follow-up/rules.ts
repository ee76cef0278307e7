/**
 * What the host decides about follow-ups. What only he can know has no default.
 *
 * @since 0.1.0
 */
import { type Problem, wrong } from '../shared/problem.js'
import { Cadence, monthlyThenQuarterly, weekly } from '../time/cadence.js'
import type { BusinessCalendar } from '../time/week.js'
import { type DecemberTask, type PlanKind, PlanKind as Kinds, type VisitKind } from './lists.js'
import { Milliseconds, Window } from './values.js'

/** A cadence, and what it is for; without `kinds` or `classes` it is for every one. The first that fits holds. */
export interface CadenceRule {
  readonly kinds?: ReadonlyArray<VisitKind>
  readonly classes?: ReadonlyArray<string>
  readonly cadence: Cadence
}

/** How a single call back falls due, in working days of the host's calendar, and how long it then stays in its window. */
export interface CallBackRule {
  /** Milliseconds after the due instant that a call back is still in its window. */
  readonly late: number
  /** Default: 3. */
  readonly afterComplaint?: number
  /** Default: 1, the next working day. */
  readonly afterBrokenPromise?: number
}

export interface FollowUpRules {
  /** The working days by which call backs fall due. */
  readonly calendar: BusinessCalendar
  /** How early and how late a visit may be made and still be in its window, in milliseconds. */
  readonly windows: Readonly<Record<PlanKind, Window>>
  readonly callBack: CallBackRule
  /** Whom no rule fits is visited monthly until one year after the anchor, then quarterly: no class has no cadence. */
  readonly cadences: ReadonlyArray<CadenceRule>
  /** How often a subscriber hears from us: at least once a week. Default: weekly. */
  readonly touch?: Cadence
  /** What a touch plan is for each December. Default: the gift and the demand plan. */
  readonly december?: ReadonlyArray<DecemberTask>
  /** Milliseconds by which a fact may be written down after the latest one on record. Default: 7 days. */
  readonly lateBy?: number
}

/** How often a plan of that kind visits a customer of that class: by the first rule that fits, or else by the default. */
export const cadenceFor = (
  { cadences }: FollowUpRules,
  kind: VisitKind,
  planClass: string | undefined,
): Cadence =>
  cadences.find(
    ({ kinds, classes }) =>
      (kinds?.includes(kind) ?? true) &&
      (classes === undefined || (planClass !== undefined && classes.includes(planClass))),
  )?.cadence ?? monthlyThenQuarterly

export const touchCadence = ({ touch }: FollowUpRules): Cadence => touch ?? weekly

const aWindow = (field: string, u: unknown): ReadonlyArray<Problem> =>
  wrong(field, 'early and late, in whole milliseconds from 0 to 100 years', Window.is(u))

const workingDays = (field: string, n: number | undefined): ReadonlyArray<Problem> =>
  wrong(
    field,
    'a whole number of working days from 1 to 366',
    n === undefined || (Number.isInteger(n) && n >= 1 && n <= 366),
  )

const someCadence = 'at least one phase, of which the last alone has no end'

const checkCadenceRule = ({ classes, cadence }: CadenceRule, i: number): ReadonlyArray<Problem> => [
  ...wrong(`cadences[${i}].classes`, 'at least one class', classes?.length !== 0),
  ...wrong(`cadences[${i}].cadence`, someCadence, Cadence.is(cadence)),
]

const isAtLeastWeekly = (cadence: Cadence): boolean =>
  cadence.every(
    ({ unit, every }) => (unit === 'week' && every === 1) || (unit === 'day' && every <= 7),
  )

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkRules = (rules: FollowUpRules): ReadonlyArray<Problem> => {
  const { calendar, windows, callBack, cadences, lateBy = 0 } = rules
  // A host without types is told too when he gives the input of a calendar for the calendar.
  const tag: string = calendar._tag
  const touch = touchCadence(rules)
  return [
    ...wrong('calendar', 'a calendar that businessCalendar made', tag === 'BusinessCalendar'),
    ...Kinds.values.flatMap((kind) => aWindow(`windows.${kind}`, windows[kind])),
    ...wrong('callBack.late', Milliseconds.name, Milliseconds.is(callBack.late)),
    ...workingDays('callBack.afterComplaint', callBack.afterComplaint),
    ...workingDays('callBack.afterBrokenPromise', callBack.afterBrokenPromise),
    ...cadences.flatMap(checkCadenceRule),
    ...wrong('touch', someCadence, Cadence.is(touch)),
    ...wrong('touch', 'a visit at least once a week', isAtLeastWeekly(touch)),
    ...wrong('lateBy', Milliseconds.name, Milliseconds.is(lateBy)),
  ]
}
