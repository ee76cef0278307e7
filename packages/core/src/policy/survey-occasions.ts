/**
 * After what a customer is asked how it went: a complaint that was closed, and work on site that is done.
 *
 * @since 0.1.0
 */
import type { ComplaintEvent } from '../complaint/events.js'
import type { CaseFile } from '../complaint/state.js'
import type { FollowUpEvent } from '../follow-up/events.js'
import { type FollowUpFile, itemOf } from '../follow-up/state.js'
import type { ComplaintId } from '../shared/ids.js'
import type { Name } from '../shared/text.js'
import type { SurveyTerms } from '../survey/fields.js'
import type { Suppression, SurveyAbout } from '../survey/values.js'
import type { Happening, Reaction } from './policy.js'
import { ignore, look } from './reaction.js'

/** Who is to be asked about what, and who answered for it; with `why`, he is not to be asked, whoever he is. */
export interface Occasion extends Pick<SurveyTerms, 'customer' | 'about' | 'answeredFor'> {
  readonly why?: Suppression
}

/** By a reference that was a name when it was put on record, or by an id. */
const siteWork = (ref: string): SurveyAbout => ({ topic: 'siteWork', ref: ref as Name })

const inComplaint = (
  event: ComplaintEvent,
  complaintId: ComplaintId,
  { kind, customer, intake, answeredBy: answeredFor }: CaseFile,
): Occasion | undefined => {
  const ended: Occasion = { customer, about: { topic: 'complaint', complaintId }, answeredFor }
  switch (event.type) {
    case 'ComplaintClosed':
      return kind === 'complaint' ? ended : undefined
    case 'ComplaintWithdrawn':
      return kind === 'complaint' ? { ...ended, why: { ground: 'withdrawn' } } : undefined
    case 'ComplaintMerged':
      return kind === 'complaint'
        ? { ...ended, why: { ground: 'merged', intoComplaint: event.data.survivor } }
        : undefined
    case 'ServiceDone':
      return kind === 'repair' ? { ...ended, about: siteWork(intake.about.ref) } : undefined
    default:
      return undefined
  }
}

/** Work on site that nobody of the customer's saw is nothing to ask him about. */
const inVisit = (event: FollowUpEvent, id: string, file: FollowUpFile): Occasion | undefined =>
  event.type === 'VisitDone' && event.data.channel === 'siteVisit' && event.data.reached
    ? {
        customer: file.customer,
        about: siteWork(itemOf(file) ?? id),
        answeredFor: [event.data.by],
      }
    : undefined

const endings: ReadonlyArray<ComplaintEvent['type']> = [
  'ComplaintClosed',
  'ComplaintWithdrawn',
  'ComplaintMerged',
  'ServiceDone',
]

/** Looks up what is to be asked because of what has happened; ignores what is no occasion. */
export const lookOccasion = <Row>(
  { category, id, event }: Happening,
  then: (occasion: Occasion) => Reaction<Row>,
): Reaction<Row> => {
  const after = (occasion: Occasion | undefined) => (occasion ? then(occasion) : ignore)
  if (category === 'complaint')
    return endings.includes(event.type)
      ? look('complaint', id, (state) =>
          state._tag === 'NotRecorded'
            ? ignore
            : after(inComplaint(event, id as ComplaintId, state.file)),
        )
      : ignore
  if (category === 'followUp')
    return event.type === 'VisitDone'
      ? look('followUp', id, (state) =>
          state._tag === 'NotOpened' ? ignore : after(inVisit(event, id, state.file)),
        )
      : ignore
  return ignore
}
