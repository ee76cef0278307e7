/**
 * One's word to a customer, given and kept: the domain as pure deciders over event streams.
 *
 * @since 0.1.0
 */
export * as complaint from './complaint/index.js'
export * as customer from './customer/index.js'
export * as dealings from './dealings/index.js'
export * as fault from './fault/index.js'
export * as followUp from './follow-up/index.js'
export * as policies from './policy/index.js'
export * as promise from './promise/index.js'
export * as survey from './survey/index.js'
export { Actor, ActorId, type ActorIdBrand, Role, type RoleBrand } from './shared/actor.js'
export { Authority, Grant, Matter, mayDecide, whoMayDecide } from './shared/authority.js'
export { authorityPreset } from './shared/authority-preset.js'
export { Channel } from './shared/channel.js'
export { PromiseKind } from './shared/commitment.js'
export type { Dated, From } from './shared/dated.js'
export { emit, fold, nothing, reject, type Decider, type Decision } from './shared/decider.js'
export {
  ComplaintId,
  CustomerId,
  EntryId,
  FaultId,
  FollowUpId,
  PromiseId,
  type Id,
  type IdBrand,
  type IdC,
} from './shared/ids.js'
export { after, Instant, type InstantBrand } from './shared/instant.js'
export type { KeyMap } from './shared/key-map.js'
export type { KeySet } from './shared/key-set.js'
export type { LongList } from './shared/long-list.js'
export { data, message, type Always, type DataC, type MessageC } from './shared/message.js'
export {
  Currency,
  type CurrencyBrand,
  MinorUnits,
  type MinorUnitsBrand,
  Money,
} from './shared/money.js'
export { listOf, oneOf, type OneOfC } from './shared/one-of.js'
export { Name, type NameBrand, NonEmptyText, type NonEmptyTextBrand } from './shared/text.js'
export type { WholeC } from './shared/whole.js'
export type { OutOfTime, TooLongAgo } from './shared/written-later.js'
export { isPersonal, personal, Redacted, redacted, type PersonalC } from './privacy/personal.js'
export type { Problem } from './shared/problem.js'
export { businessCalendar, type InvalidCalendar } from './time/business-calendar.js'
export { addBusinessDays } from './time/business-days.js'
export {
  Cadence,
  CadenceUnit,
  dueVisits,
  monthlyThenQuarterly,
  Phase,
  weekly,
  type VisitSchedule,
} from './time/cadence.js'
export { localDate, type Anchored } from './time/calendar-date.js'
export type { AtClosing, Pause, Target } from './time/deadline.js'
export { ImportantDate, publicHolidays, type ImportantDateBrand } from './time/important-date.js'
export type { InvalidTime } from './time/invalid-time.js'
export { TimeZone, type TimeZoneBrand } from './time/time-zone.js'
export type { BusinessCalendar, DayNumber, Interval, MonthDay, Weekday } from './time/week.js'
export { dueAt, workingTime, type DueOptions } from './time/working-time.js'
export { workingDayAfter } from './time/working-days.js'
