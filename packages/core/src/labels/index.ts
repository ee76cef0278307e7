/**
 * Labels and messages for people, in English and Simplified Chinese.
 *
 * @since 0.1.0
 */
export type { FieldName, Fields, FieldsOf } from './fields.js'
export { labels, type Labels } from './labels.js'
export type {
  ComplaintLists,
  CustomerLists,
  DealingsLists,
  Factors,
  FaultLists,
  FollowUpLists,
  Lists,
  PromiseLists,
  SharedLists,
  Subtypes,
  SurveyLists,
  Words,
} from './lists.js'
export type { Tell } from './problem.js'
export type { DoorRefusal, Rejections, Trouble } from './rejections.js'
export type { LabelOptions, Locale } from './say.js'
