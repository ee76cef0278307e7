/**
 * Surveys: questionnaires sent to customers, and what they answered.
 *
 * @since 0.1.0
 */
export {
  Answers,
  Index,
  Loyalty,
  Sacrifice,
  Servqual,
  ServqualEdition,
  ServqualItems,
} from './answers.js'
export { SurveyCommand, type Asked } from './commands.js'
export { SurveyEvent, type FactsOf } from './events.js'
export { SurveyTerms } from './fields.js'
export {
  Attribution,
  LoyaltyItem,
  SacrificeKind,
  SuppressionGround,
  SurveyMode,
  SurveyTopic,
} from './lists.js'
export type {
  AnswerRejection,
  IssueRejection,
  SurveyLifeRejection,
  SurveyRejection,
  SurveyTimingRejection,
} from './rejections.js'
export { checkRules, type SurveyRules } from './rules.js'
export {
  answerOf,
  answersOf,
  isToExpire,
  subjectOf,
  type Answered,
  type Issued,
  type Suppressed,
  type SurveyFile,
  type SurveyState,
  type Unanswered,
} from './state.js'
export { survey, type SurveyDecider } from './survey.js'
export { Suppression, SurveyAbout } from './values.js'
