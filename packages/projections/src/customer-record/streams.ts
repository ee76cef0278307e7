/**
 * Which streams speak of a customer: by it his page is put together without reading anybody else's rows.
 *
 * @since 0.1.0
 */
import { type DeskEvents, deskEvents } from '../shared/desk-events.js'
import { keyLike } from '../shared/merged.js'
import { keyOfStream } from '../shared/projection.js'
import type { FactOf, WideProjection } from '../shared/wide-projection.js'

/** Whose dealings they are their stream's own name says; of all others it must be read. */
const { dealings, ...namingEvents } = deskEvents
export type NamingEvents = Omit<DeskEvents, 'dealings'>

/**
 * What says whose a stream is. A complaint that was moved is listed with both, and whoever was parted with whom he was
 * merged into: whose they are now their own rows say.
 */
const naming = [
  'CustomerMerged',
  'ComplaintRecorded',
  'ComplaintMoved',
  'PromiseMade',
  'TemporaryAgreementMade',
  'PlanOpened',
  'CallBackScheduled',
  'SurveyIssued',
  'SurveySuppressed',
] as const

const whose = ({ event: { data } }: FactOf<NamingEvents>): string => {
  if ('survivor' in data) return data.survivor
  return 'customer' in data ? data.customer : ''
}

/**
 * Rows by customer (`{tenant}.{id}` where there are tenants): the names of the streams that were ever his, and those of
 * customers who were merged into him, each once in the order recorded.
 */
export const streams: WideProjection<NamingEvents, ReadonlyArray<string>> = {
  name: 'customer-streams',
  events: namingEvents,
  types: naming,
  key: (fact) => keyLike(keyOfStream(fact.stream), whose(fact)),
  initial: [],
  apply: (row, { stream }) => (row.includes(stream) ? row : [...row, stream]),
}
