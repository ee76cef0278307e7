/**
 * What a request, a promise or a survey is about, as far as figures are told apart by it.
 *
 * @since 0.1.0
 */
import type { complaint, ComplaintId, promise, survey } from '@troth/core'

/** A complaint, an order by its number, or an item; of anything else nothing is kept. Facts have it among their own fields. */
export interface Matter {
  readonly complaint?: ComplaintId
  readonly order?: string
  readonly item?: string
}

export const matterOfRequest = ({ topic, ref }: complaint.About): Matter => {
  if (topic === 'item') return { item: ref }
  return topic === 'order' ? { order: ref } : {}
}

export const matterOfPromise = (source: promise.Source): Matter => {
  if (source.origin === 'complaint') return { complaint: source.complaintId }
  return source.origin === 'sale' ? { order: source.ref } : {}
}

export const matterOfSurvey = (about: survey.SurveyAbout): Matter => {
  if (about.topic === 'complaint') return { complaint: about.complaintId }
  return about.topic === 'purchase' ? { order: about.orderId } : {}
}
