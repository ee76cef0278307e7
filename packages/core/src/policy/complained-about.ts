/**
 * What a complaint is about that a visit or a survey has opened: by the host's own reference where there is one.
 *
 * @since 0.1.0
 */
import type { About } from '../complaint/values.js'
import type { FollowUpFile } from '../follow-up/state.js'
import type { ComplaintId } from '../shared/ids.js'
import type { Name } from '../shared/text.js'
import type { SurveyAbout } from '../survey/values.js'
import type { Reaction } from './policy.js'
import { look } from './reaction.js'

/** A reference that was a name when it was put on record, an id, or a word of ours. */
const about = (topic: About['topic'], ref: string): About => ({ topic, ref: ref as Name })

/** Of what follows a complaint, what the complaint was about. */
const sameAs = <Row>(id: ComplaintId, then: (about: About) => Reaction<Row>): Reaction<Row> =>
  look<'complaint', Row>('complaint', id, (state) =>
    then(state._tag === 'NotRecorded' ? about('service', id) : state.file.intake.about),
  )

/** Of a plan its item, of a call back what it follows; else the follow-up itself, as a service. */
export const lookVisited = <Row>(
  id: string,
  { agenda }: FollowUpFile,
  then: (about: About) => Reaction<Row>,
): Reaction<Row> => {
  if (agenda._tag === 'Plan') {
    const { item } = agenda.terms
    return then(item === undefined ? about('service', id) : about('item', item))
  }
  const { reason } = agenda
  return reason.after === 'complaintClosed'
    ? sameAs(reason.complaintId, then)
    : then(about('service', reason.promiseId ?? id))
}

/** By the topic of the survey; what has no reference of its own is the service as a whole. */
export const lookAsked = <Row>(
  asked: SurveyAbout,
  then: (about: About) => Reaction<Row>,
): Reaction<Row> => {
  switch (asked.topic) {
    case 'complaint':
      return sameAs(asked.complaintId, then)
    case 'promise':
      return then(about('service', asked.promiseId))
    case 'followUp': {
      const { followUpId: id } = asked
      return look<'followUp', Row>('followUp', id, (state) =>
        state._tag === 'NotOpened' ? then(about('service', id)) : lookVisited(id, state.file, then),
      )
    }
    case 'purchase':
      return then(about('order', asked.orderId))
    case 'siteWork':
      return then(about('service', asked.ref))
    case 'relationship':
      return then(about('service', asked.topic))
  }
}
