import { complaint, customer, dealings, type Instant, survey } from '@troth/core'

import { closed, merged, recorded, reopened } from '../complaint-board/support.js'
import { customerId, entryId, eventsOf, iso } from './history.js'

export const complaintEvent = eventsOf(complaint.ComplaintEvent)
export const customerEvent = eventsOf(customer.CustomerEvent)
export const dealingsEvent = eventsOf(dealings.DealingsEvent)
export const surveyEvent = eventsOf(survey.SurveyEvent)

export { closed, merged, recorded, reopened }

/** The id of an entry written down at such an hour: of another hour, another. */
const hourId = (when: number): string => entryId(Math.abs(Math.round(when * 10)))

export const handedOver = (when: number, to: string, more: object = {}) =>
  complaintEvent('ComplaintHandedOver', when, {
    handOverId: hourId(when),
    to: { kind: 'person', id: to, ...more },
    owner: 'desk',
    why: 'knows boilers',
    customerAsked: true,
    passedOn: 'everything',
  })
export const replied = (when: number, stopped: ReadonlyArray<object> = []) =>
  complaintEvent('ReplyGiven', when, {
    replyId: hourId(when),
    channel: 'email',
    text: 'We come tomorrow',
    automatic: false,
    stopped,
  })

export const registered = (when: number, more: object = {}) =>
  customerEvent('CustomerRegistered', when, {
    kind: 'person',
    relation: 'external',
    stage: 'buyer',
    name: 'Wu',
    ...more,
  })
export const classed = (when: number, scheme: string, value: string) =>
  customerEvent('CustomerClassified', when, { classification: { scheme, value } })
export const managed = (when: number, manager: string) =>
  customerEvent('ManagerAssigned', when, { manager, why: 'new' })
export const lost = (when: number, reason = 'neglected') =>
  customerEvent('CustomerLost', when, { reason })
export const wonBack = (when: number) => customerEvent('CustomerWonBack', when, { how: 'a visit' })
export const mergedInto = (when: number, survivor: number, mergeId = hourId(when)) =>
  customerEvent('CustomerMerged', when, { mergeId, survivor: customerId(survivor) })
export const parted = (when: number, other: number, mergeId: string) =>
  customerEvent('CustomersParted', when, {
    mergeId,
    other: customerId(other),
    ground: 'wrongMerge',
    why: 'two of one name',
  })

export const issued = (when: number, more: object = {}) =>
  surveyEvent('SurveyIssued', when, {
    customer: customerId(1),
    about: { topic: 'relationship' },
    mode: 'transaction',
    channel: 'email',
    answeredFor: [{ id: 'li', role: 'agent' }],
    expiresAt: iso(when + 10_000),
    ...more,
  })
export const suppressed = (when: number, more: object = {}) =>
  surveyEvent('SurveySuppressed', when, {
    customer: customerId(1),
    about: { topic: 'relationship' },
    why: { ground: 'withdrawn' },
    ...more,
  })
export const answered = (when: number, answers: object) =>
  surveyEvent('SurveyAnswered', when, { answers, correctableUntil: iso(when + 100) })
export const corrected = (when: number, answers: object) =>
  surveyEvent('AnswerCorrected', when, { answers })

export const bought = (
  when: number,
  orderId: string,
  amount = 1000,
  currency = 'EUR',
  more: object = {},
) => dealingsEvent('PurchaseRecorded', when, { orderId, amount: { amount, currency }, ...more })
export const returned = (
  when: number,
  orderId: string,
  part?: { readonly amount: number; readonly currency: string },
  n = when,
) =>
  dealingsEvent('PurchaseReturned', when, {
    returnId: hourId(n),
    orderId,
    returned: part === undefined ? { extent: 'full' } : { extent: 'part', amount: part },
    why: 'too loud',
  })
export const benefit = (when: number) =>
  dealingsEvent('BenefitGranted', when, { benefitId: hourId(when), kind: 'priority' })

interface AnyEvent {
  readonly data: { readonly at: Instant }
}

/** By the category of the stream and what stands behind it in its name. */
export type History = Readonly<Record<string, Readonly<Record<string, ReadonlyArray<AnyEvent>>>>>

/** What is on record, as a view of several kinds of stream is given it. */
export const wideFacts = (history: History): ReadonlyArray<never> =>
  Object.entries(history).flatMap(([category, streams]) =>
    Object.entries(streams).flatMap(([key, events]) =>
      events.map(
        (event, revision) =>
          ({
            category,
            stream: `${category}-${key}`,
            revision: BigInt(revision),
            at: event.data.at,
            event,
            metadata: {},
          }) as never,
      ),
    ),
  )
