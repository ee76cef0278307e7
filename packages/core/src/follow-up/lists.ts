/**
 * The closed lists of a follow-up: why a customer is called on, and what for.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { oneOf } from '../shared/one-of.js'

/** The plans that follow something: what was handed over, what is in use, a site. A customer's class may set their cadence. */
export const VisitKind = oneOf('VisitKind', ['returnVisit', 'inspection', 'fieldVisit'])
export type VisitKind = t.TypeOf<typeof VisitKind>

/** A `touch` plan follows nothing but the customer: he hears from us, is greeted, and remembered each December. */
export const PlanKind = oneOf('PlanKind', [...VisitKind.values, 'touch'])
export type PlanKind = t.TypeOf<typeof PlanKind>

/** A plan of visits, or a single call back. */
export const FollowUpKind = oneOf('FollowUpKind', [...PlanKind.values, 'callBack'])
export type FollowUpKind = t.TypeOf<typeof FollowUpKind>

/** What a customer is greeted on: his own dates, and public holidays. */
export const GreetingDay = oneOf('GreetingDay', [
  'publicHoliday',
  'birthday',
  'familyBirthday',
  'foundingDay',
  'other',
])
export type GreetingDay = t.TypeOf<typeof GreetingDay>

/** What each December is for: the gift sent, and the demand plan of the year to come. */
export const DecemberTask = oneOf('DecemberTask', ['gift', 'demandPlan'])
export type DecemberTask = t.TypeOf<typeof DecemberTask>

/** What one visit is for: the plan's cadence, the single call back, December, or a day of greeting. */
export const Occasion = oneOf('Occasion', [
  'visit',
  'callBack',
  ...DecemberTask.values,
  ...GreetingDay.values,
])
export type Occasion = t.TypeOf<typeof Occasion>

/** What became of a visit; `missed` is a verdict that a visit made after all leaves behind. */
export const VisitEnd = oneOf('VisitEnd', ['done', 'missed', 'skipped'])
export type VisitEnd = t.TypeOf<typeof VisitEnd>
