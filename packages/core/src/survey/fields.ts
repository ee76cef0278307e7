/**
 * The fields of each message, named once: a command and the event it leads to share them.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { personal } from '../privacy/personal.js'
import { Actor } from '../shared/actor.js'
import { Channel } from '../shared/channel.js'
import { CustomerId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { data } from '../shared/message.js'
import { listOf } from '../shared/one-of.js'
import { Name, NonEmptyText } from '../shared/text.js'
import { Answers, ServqualEdition } from './answers.js'
import { SurveyMode } from './lists.js'
import { Suppression, SurveyAbout } from './values.js'

/** Who is asked, and about what. */
const asking = { customer: CustomerId, about: SurveyAbout }

/** `answeredFor`: whoever answered to the customer for the business in what it is about, as known when it is issued. */
export const issue = {
  ...asking,
  mode: SurveyMode,
  channel: Channel,
  answeredFor: listOf(Actor),
}
/** `purpose`: to what he consented, by that channel; `servqual`: the edition, where it asks for SERVQUAL. */
export const issueMore = { purpose: Name, servqual: ServqualEdition }
export const expiry = { expiresAt: Instant }

export const SurveyTerms = data({ ...issue, ...expiry }, issueMore, 'SurveyTerms')
export type SurveyTerms = t.TypeOf<typeof SurveyTerms>

export const suppression = { ...asking, why: Suppression }

export const answers = { answers: Answers }
/** Whether he sent it off himself: a link that was opened, by him or by a machine on the way, says nothing. */
export const confirmed = { confirmed: t.boolean }
export const correctable = { correctableUntil: Instant }
export const why = { why: personal(NonEmptyText) }
