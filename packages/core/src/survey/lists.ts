/**
 * The closed lists of a survey: what it is about, and what may be answered in words of ours.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { oneOf } from '../shared/one-of.js'

/** What a customer is asked about; `relationship` is all that he has had with the business. */
export const SurveyTopic = oneOf('SurveyTopic', [
  'complaint',
  'promise',
  'followUp',
  'purchase',
  'siteWork',
  'relationship',
])
export type SurveyTopic = t.TypeOf<typeof SurveyTopic>

/** Whether he is asked about this one time, or about all times so far: two series that are never mixed. */
export const SurveyMode = oneOf('SurveyMode', ['transaction', 'cumulative'])
export type SurveyMode = t.TypeOf<typeof SurveyMode>

/** Why a survey that was due is not sent. */
export const SuppressionGround = oneOf('SuppressionGround', [
  'merged',
  'withdrawn',
  'blacklisted',
  'noConsent',
  'aboveCap',
  'erased',
])
export type SuppressionGround = t.TypeOf<typeof SuppressionGround>

/** What a customer gives up for what he gains. */
export const SacrificeKind = oneOf('SacrificeKind', ['money', 'time', 'effort', 'energy'])
export type SacrificeKind = t.TypeOf<typeof SacrificeKind>

/** Whether the business comes first to his mind and in his choice, what he bears and feels, and what he means to do. */
export const LoyaltyItem = oneOf('LoyaltyItem', [
  'firstThoughtOf',
  'firstChosen',
  'bearsPrice',
  'preferred',
  'positiveFeeling',
  'negativeFeeling',
  'keepIntent',
  'seekIntent',
])
export type LoyaltyItem = t.TypeOf<typeof LoyaltyItem>

/** Who is responsible in the customer's own eyes: the business, he himself, or neither of the two. */
export const Attribution = oneOf('Attribution', ['enterprise', 'consumer', 'social'])
export type Attribution = t.TypeOf<typeof Attribution>
