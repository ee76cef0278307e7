/**
 * The fields of each message, named once: a command and the event it leads to share them.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { personal } from '../privacy/personal.js'
import { ActorId } from '../shared/actor.js'
import { Channel } from '../shared/channel.js'
import { CustomerId, EntryId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { Name, NonEmptyText } from '../shared/text.js'
import { ImportantDate } from '../time/important-date.js'
import { TimeZone } from '../time/time-zone.js'
import { GreetingDay, PlanKind } from './lists.js'
import { CallBackReason } from './values.js'
import { VisitKey } from './visit-key.js'

/** What people write about people. */
const words = personal(NonEmptyText)

/** `anchor`: what months are counted from, a hand-over for one; its time of day in the customer's zone is each visit's. */
export const plan = { customer: CustomerId, kind: PlanKind, anchor: Instant, timeZone: TimeZone }
/** `item`: the host's own reference of what was handed over, or is looked after; `visitor`: who is to go or call. */
export const planMore = { class: Name, item: Name, visitor: ActorId }
export const channel = { channel: Channel }
export const subscription = { subscribed: t.boolean }

export const callBack = { customer: CustomerId, reason: CallBackReason }
export const visitor = { visitor: ActorId }
export const due = { dueAt: Instant }

export const planClass = { class: Name }
export const greeting = { dateId: EntryId, day: GreetingDay, date: personal(ImportantDate) }
export const greetingEnd = { dateId: EntryId }
export const reassignment = { visitor: ActorId, why: NonEmptyText }

/** `reached`: whether anybody was; `satisfactionAsked`: whether he was asked how satisfied he is. */
export const visit = { visitId: EntryId, reached: t.boolean, satisfactionAsked: t.boolean }
/** What came of it. `dissatisfaction`: what the customer is not content with, in words that may begin a complaint. */
export const findings = {
  learned: words,
  newNeeds: words,
  satisfied: t.boolean,
  dissatisfaction: words,
}
export const planned = { visit: VisitKey }
export const why = { why: words }
export const reminder = { reminderId: EntryId, visit: VisitKey }
