/**
 * What a host says when it starts, in plain objects.
 *
 * @since 0.1.0
 */
import type { OutputOf } from 'io-ts'

import type { Authority } from '../../shared/authority.js'
import type { Weekday } from '../../time/week.js'
import type { AutomaticSettings } from './automatic.js'
import type { ComplaintSettings } from './complaint.js'
import type { CustomerSettings } from './customer.js'
import type { DealingsSettings } from './dealings.js'
import type { FaultSettings } from './fault.js'
import type { FollowUpSettings } from './follow-up.js'
import type { PromiseSettings } from './promise.js'
import type { SurveySettings } from './survey.js'

/** What a host says about each kind of stream. Times are milliseconds; a target with a `calendar` counts its working time. */
export interface StreamSettings {
  readonly complaint: ComplaintSettings
  readonly customer: CustomerSettings
  readonly promise: PromiseSettings
  readonly followUp: FollowUpSettings
  readonly survey: SurveySettings
  readonly dealings: DealingsSettings
  readonly fault: FaultSettings
}

/** A kind of stream, by its door's name. */
export type StreamKind = keyof StreamSettings

/** All that a host may say under `policies`: of each kind of stream, and of what his desk does by itself. */
export interface PolicySettings extends StreamSettings {
  readonly automatic: AutomaticSettings
}

/** A section of `policies`. */
export type PolicySection = keyof PolicySettings

/** Opening hours: see `businessCalendar`. */
export interface CalendarSettings {
  /** A name of the time zone database, or a fixed offset. */
  readonly timeZone: string
  /** When it opens and closes, by weekday: `{ mon: [['08:00', '13:00'], ['14:00', '18:00']] }`. */
  readonly week: Readonly<Partial<Record<Weekday, ReadonlyArray<readonly [string, string]>>>>
  /** Dates closed once, `2016-11-01`. */
  readonly holidays?: ReadonlyArray<string>
  /** Dates closed every year, `12-24`. */
  readonly annualHolidays?: ReadonlyArray<string>
}

/**
 * What the host decides: the authority matrix, business calendars by name, and the policies of the kinds of stream
 * that it uses.
 */
export interface Settings<S extends PolicySection = StreamKind> {
  readonly authority: OutputOf<typeof Authority>
  readonly calendars: Readonly<Record<string, CalendarSettings>>
  readonly policies: Pick<PolicySettings, S>
}
