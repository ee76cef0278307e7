/**
 * English: the lists of a survey, and why its command was refused.
 *
 * @since 0.1.0
 */
import type { SurveyRejection } from '../../survey/rejections.js'
import type { Suppression } from '../../survey/values.js'
import type { SurveyLists } from '../lists.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { lateMessages } from './phrases.js'
import { sharedLists } from './shared.js'

export const surveyLists: SurveyLists = {
  SurveyTopic: {
    complaint: 'complaint',
    promise: 'promise',
    followUp: 'follow-up',
    purchase: 'purchase',
    siteWork: 'work on site',
    relationship: 'the relationship as a whole',
  },
  SurveyMode: { transaction: 'this one time', cumulative: 'all times so far' },
  SuppressionGround: {
    merged: 'it was merged into another',
    withdrawn: 'it was withdrawn',
    blacklisted: 'the customer is blacklisted',
    noConsent: 'the customer did not consent',
    aboveCap: 'the customer was asked often enough',
    erased: 'the customer’s record was erased',
  },
  SacrificeKind: { money: 'money', time: 'time', effort: 'effort', energy: 'energy' },
  LoyaltyItem: {
    firstThoughtOf: 'thinks of us first',
    firstChosen: 'chooses us first',
    bearsPrice: 'bears a higher price',
    preferred: 'prefers us',
    positiveFeeling: 'feels good about us',
    negativeFeeling: 'feels bad about us',
    keepIntent: 'means to stay',
    seekIntent: 'means to look elsewhere',
  },
  Attribution: { enterprise: 'the business', consumer: 'the customer', social: 'neither' },
}

export const surveyMessages = (say: Say): Messages<SurveyRejection> => ({
  ...lateMessages(say, 'survey'),
  NotIssued: 'No such survey was sent.',
  AlreadyIssued: 'This survey was sent already.',
  NotAnswered: 'This survey is not answered yet, so there is no answer to correct.',
  AlreadySuppressed: ({ why }) =>
    `This survey was held back, and is not sent any more: ${ground(say, why)}.`,
  AlreadyAnswered: ({ answeredAt }) =>
    `This survey was answered already, on ${say.instant(answeredAt)}.`,
  AlreadyDeclined: ({ declinedAt }) =>
    `The customer declined this survey on ${say.instant(declinedAt)}.`,

  ExpiresNotInFuture: ({ expiresAt }) =>
    `A survey has to leave time for an answer; ${say.instant(expiresAt)} is too early.`,
  CapNotReached: ({ cap, count }) =>
    `The customer may be asked ${say.number(cap)} times, and was asked ${say.number(count)} times: that is no reason to hold the survey back.`,

  NotConfirmed: 'The customer opened the survey but did not send it off, and that is no answer.',
  AnsweredByHandler: ({ handler }) =>
    `${say.name(handler)} handled the matter for the business, and can not answer for the customer.`,
  OtherEdition: ({ asked, answered }) =>
    `The survey asked for the SERVQUAL items of ${String(asked)}, and was answered with those of ${String(answered)}.`,

  ExpiryPassed: ({ expiresAt }) =>
    `The survey could be answered until ${say.instant(expiresAt)}, and that has passed.`,
  ExpiryNotReached: ({ expiresAt }) =>
    `The survey may still be answered, until ${say.instant(expiresAt)}.`,
  CorrectionOver: ({ correctableUntil }) =>
    `The answer could be corrected until ${say.instant(correctableUntil)}, and that has passed.`,
  BeforeTheAnswer: ({ answeredAt }) =>
    `An answer is corrected after it was given, on ${say.instant(answeredAt)}.`,
})

/** The reason, with what is known of it. */
const ground = (say: Say, why: Suppression): string => {
  const reason = surveyLists.SuppressionGround[why.ground]
  switch (why.ground) {
    case 'merged': {
      const into = why.intoComplaint ?? why.intoCustomer
      return into === undefined ? reason : `${reason} (${say.name(into)})`
    }
    case 'blacklisted':
      return why.since === undefined ? reason : `${reason} (since ${say.instant(why.since)})`
    case 'noConsent':
      return `${reason} (“${say.name(why.purpose)}”, ${sharedLists.Channel[why.channel]})`
    case 'aboveCap':
      return `${reason} (${say.number(why.count)} of ${say.number(why.cap)} times)`
    case 'withdrawn':
    case 'erased':
      return reason
  }
}
