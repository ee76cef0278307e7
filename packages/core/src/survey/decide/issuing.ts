/**
 * How a survey begins: sent to the customer, or held back with the reason on record.
 *
 * @since 0.1.0
 */
import { nothing, reject, unless } from '../../shared/decider.js'
import { after } from '../../shared/instant.js'
import { same } from '../../shared/same.js'
import type { Asked } from '../commands.js'
import type { SurveyRules } from '../rules.js'
import type { Issued, Suppressed } from '../state.js'
import type { Suppression } from '../values.js'
import type { Objection, SurveyDecision } from './answer.js'

export const issue = (
  asked: Asked<'IssueSurvey'>,
  { answerWithin }: SurveyRules,
): SurveyDecision => {
  const { at, expiresAt = after(at, answerWithin) } = asked
  return unless([expiresAt > at ? undefined : { _tag: 'ExpiresNotInFuture', expiresAt }], {
    type: 'SurveyIssued',
    data: { ...asked, expiresAt },
  })
}

/** Until when he may answer may have been left to the host. */
export const issueAgain = (
  { file: { terms } }: Issued,
  { at, by, ...again }: Asked<'IssueSurvey'>,
): SurveyDecision =>
  same({ expiresAt: terms.expiresAt, ...again }, terms)
    ? nothing
    : reject({ _tag: 'AlreadyIssued' })

/** Nobody is above a cap who was asked less often than it says. */
const capNotReached = (why: Suppression): Objection =>
  why.ground === 'aboveCap' && why.count < why.cap
    ? { _tag: 'CapNotReached', cap: why.cap, count: why.count }
    : undefined

/** For a policy: it alone sees the other streams. */
export const suppress = (asked: Asked<'SuppressSurvey'>): SurveyDecision =>
  unless([capNotReached(asked.why)], { type: 'SurveySuppressed', data: asked })

/** The first reason found is enough: another one changes nothing. */
export const suppressAgain = (
  { customer, about, why }: Suppressed,
  asked: Asked<'SuppressSurvey'>,
): SurveyDecision =>
  asked.customer === customer && same(asked.about, about)
    ? nothing
    : reject({ _tag: 'AlreadySuppressed', why })
