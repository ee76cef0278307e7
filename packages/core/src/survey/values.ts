/**
 * The compound values that a survey's messages carry.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Channel } from '../shared/channel.js'
import { ComplaintId, CustomerId, FollowUpId, PromiseId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { data } from '../shared/message.js'
import { Name } from '../shared/text.js'
import { whole } from '../shared/whole.js'
import { horizon } from '../time/invalid-time.js'
import type { SuppressionGround, SurveyTopic } from './lists.js'

const about = <T extends SurveyTopic, P extends t.Props>(topic: T, props: P) =>
  t.readonly(t.strict({ topic: t.literal(topic), ...props }), `SurveyAbout<${topic}>`)

/** What it is about; an `orderId` and a `ref` are the host's own: of the purchase, and of the work done on site. */
export const SurveyAbout = t.union(
  [
    about('complaint', { complaintId: ComplaintId }),
    about('promise', { promiseId: PromiseId }),
    about('followUp', { followUpId: FollowUpId }),
    about('purchase', { orderId: Name }),
    about('siteWork', { ref: Name }),
    about('relationship', {}),
  ],
  'SurveyAbout',
)
export type SurveyAbout = t.TypeOf<typeof SurveyAbout>

/** How many surveys: a whole number from 0 to 1,000,000. */
export const Surveys = whole(0, 1_000_000)
/** Whole milliseconds, from 1 to 100 years. */
export const Period = whole(1, horizon)

const ground = <G extends SuppressionGround, P extends t.Props, O extends t.Props>(
  name: G,
  props: P,
  more: O,
) => data({ ground: t.literal(name), ...props }, more, `Suppression<${name}>`)

/**
 * Why a survey is not sent, with what is known of it. `merged`: the case, or the customer, into which other one.
 * `noConsent`: to what he did not consent. `aboveCap`: he may be asked `cap` times in any `period` milliseconds,
 * and was asked `count` times in the one before.
 */
export const Suppression = t.union(
  [
    ground('merged', {}, { intoComplaint: ComplaintId, intoCustomer: CustomerId }),
    ground('withdrawn', {}, {}),
    ground('blacklisted', {}, { since: Instant }),
    ground('noConsent', { purpose: Name, channel: Channel }, {}),
    ground('aboveCap', { cap: Surveys, period: Period, count: Surveys }, {}),
    ground('erased', {}, {}),
  ],
  'Suppression',
)
export type Suppression = t.TypeOf<typeof Suppression>
