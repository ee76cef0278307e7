/**
 * What a request, a promise or a survey is about, as far as figures are told apart by it.
 *
 * @since 0.1.0
 */
import type { complaint, ComplaintId, promise, survey } from '@troth/core'

/** A complaint, an order by its number, or an item; of anything else nothing is kept. */
export interface Matter {
  readonly complaint?: ComplaintId
  readonly order?: string
  readonly item?: string
}

/** To be spread into a fact: a matter, where there is one. */
export interface WithMatter {
  readonly about?: Matter
}

export const matterOfRequest = ({ topic, ref }: complaint.About): WithMatter => {
  if (topic === 'item') return { about: { item: ref } }
  return topic === 'order' ? { about: { order: ref } } : {}
}

export const matterOfPromise = (source: promise.Source): WithMatter => {
  if (source.origin === 'complaint') return { about: { complaint: source.complaintId } }
  return source.origin === 'sale' ? { about: { order: source.ref } } : {}
}

export const matterOfSurvey = (about: survey.SurveyAbout): WithMatter => {
  if (about.topic === 'complaint') return { about: { complaint: about.complaintId } }
  return about.topic === 'purchase' ? { about: { order: about.orderId } } : {}
}
