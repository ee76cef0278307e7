import { complaint, customer, dealings, type followUp, type promise } from '@troth/core'

import { customers, foldRows, followUpAgenda, promiseLedger, warnings } from '../../src/index.js'
import { rules as followUpRules } from '../follow-up-agenda/support.js'
import { zone } from '../promise-ledger/support.js'
import {
  at,
  complaintId,
  customerId,
  day,
  entryId,
  eventsOf,
  factsOf,
  followUpId,
  hour,
  promiseId,
} from '../shared/history.js'

export const ofCustomer = eventsOf(customer.CustomerEvent)
export const ofComplaint = eventsOf(complaint.ComplaintEvent)
export const ofDealings = eventsOf(dealings.DealingsEvent)

/** First replies within 24 hours, next ones within 8. */
export const rules: complaint.ComplaintRules = {
  authority: [],
  clocks: [
    { policy: { nextReply: { within: 8 * hour }, resolution: 'none', pausedWhileWaiting: [] } },
  ],
  noticeTries: 2,
  reopenWithin: 720 * hour,
  liaisonNote: { within: 48 * hour },
}
export const customerRules: customer.CustomerRules = { authority: [], purposes: [] }

export const off: warnings.Thresholds = {
  manyClaims: 'off',
  claimRatio: 'off',
  fallInValue: 'off',
  noDecision: 'off',
  courtesiesOnly: 'off',
  promiseBroken: 'off',
  visitMissed: 'off',
  managerHolds: 'off',
  unprofitable: 'off',
  creditPoor: 'off',
  relationshipPoor: 'off',
  underServed: 'off',
  profitable: 'off',
  relationshipGood: 'off',
  refers: 'off',
}
export const lately = { within: 10 * day }

export interface Desk {
  readonly customers?: Readonly<Record<number, ReadonlyArray<customer.CustomerEvent>>>
  readonly complaints?: Readonly<Record<number, ReadonlyArray<complaint.ComplaintEvent>>>
  readonly promises?: Readonly<Record<number, ReadonlyArray<promise.PromiseEvent>>>
  readonly followUps?: Readonly<Record<number, ReadonlyArray<followUp.FollowUpEvent>>>
  readonly dealings?: Readonly<Record<number, ReadonlyArray<dealings.DealingsEvent>>>
}

export const keyed = <E>(
  id: (n: number) => string,
  history: Readonly<Record<number, ReadonlyArray<E>>> = {},
): Readonly<Record<string, ReadonlyArray<E>>> =>
  Object.fromEntries(Object.entries(history).map(([n, events]) => [id(Number(n)), events]))

export const sourcesOf = (desk: Desk): warnings.Sources => ({
  customers: foldRows(customers.customers(customerRules))(
    factsOf('customer', keyed(customerId, desk.customers)),
  ),
  complaints: foldRows(warnings.complaints(rules))(
    factsOf('complaint', keyed(complaintId, desk.complaints)),
  ),
  promises: foldRows(promiseLedger.ledger({ authority: [] }))(
    factsOf('promise', keyed(promiseId, desk.promises)),
  ),
  followUps: foldRows(followUpAgenda.agenda(followUpRules))(
    factsOf('followUp', keyed(followUpId, desk.followUps)),
  ),
  dealings: foldRows(warnings.purchases({}))(factsOf('dealings', keyed(customerId, desk.dealings))),
})

export const warningsOf = (
  desk: Desk,
  when: number,
  thresholds: Partial<warnings.Thresholds> = {},
) =>
  warnings.read(rules, { ...off, ...thresholds })(sourcesOf(desk), {
    zone: zone('UTC'),
    at: at(when),
  })

export const registered = ofCustomer('CustomerRegistered', 0, {
  kind: 'person',
  relation: 'external',
  stage: 'buyer',
  name: 'Ann',
})
export const merged = (when: number, survivor: number) =>
  ofCustomer('CustomerMerged', when, { mergeId: entryId(9), survivor: customerId(survivor) })
export const parted = (when: number, other: number) =>
  ofCustomer('CustomersParted', when, {
    mergeId: entryId(9),
    other: customerId(other),
    ground: 'wrongMerge',
  })
export const managed = (when: number, manager: string) =>
  ofCustomer('ManagerAssigned', when, { manager, why: 'near' })

const option = (remedy: string, n = 1) => ({
  optionId: entryId(n),
  remedy,
  what: 'so',
  ...(remedy === 'compensation' && { cost: { amount: 1000, currency: 'EUR' } }),
})
export const proposed = (when: number, ...remedies: ReadonlyArray<string>) =>
  ofComplaint('RemediesProposed', when, {
    proposalId: entryId(50),
    options: remedies.map((remedy, i) => ({ ...option(remedy, i), approvers: [] })),
  })
export const accepted = (when: number, n: number) =>
  ofComplaint('RemedyAccepted', when, { optionId: entryId(n) })
export const carriedOut = (when: number) =>
  ofComplaint('RemedyCarriedOut', when, { evidence: [], stopped: [] })
export const resolvedAtOnce = (when: number, remedy: string) =>
  ofComplaint('ResolvedAtOnce', when, {
    option: option(remedy),
    noteDueAt: new Date(at(when + 1)).toISOString(),
    stopped: [],
  })
export const chased = (when: number, more: object = {}) =>
  ofComplaint('CustomerContactedAgain', when, {
    messageId: entryId(when),
    channel: 'phone',
    text: 'Well?',
    automatic: false,
    purpose: 'chasing',
    ...more,
  })
export const courtesy = (when: number) =>
  ofComplaint('CourtesyExtended', when, {
    courtesyId: entryId(when),
    courtesy: 'apology',
    channel: 'phone',
  })
export const foundInvalid = (when: number, ground = 'misunderstanding') =>
  ofComplaint('ComplaintFoundInvalid', when, {
    ground,
    content: { category: 'service', subtype: 'manner' },
    reasons: 'so',
  })

export const bought = (when: number, orderId: string, amount: number, more: object = {}) =>
  ofDealings('PurchaseRecorded', when, { orderId, amount: { amount, currency: 'EUR' }, ...more })
export const inCurrency = (when: number, orderId: string, amount: number, currency: string) =>
  ofDealings('PurchaseRecorded', when, { orderId, amount: { amount, currency } })
export const returned = (when: number, orderId: string, part?: number) =>
  ofDealings('PurchaseReturned', when, {
    returnId: entryId(when),
    orderId,
    returned:
      part === undefined
        ? { extent: 'full' }
        : { extent: 'part', amount: { amount: part, currency: 'EUR' } },
    why: 'broken',
  })
export const attitude = (when: number, towardUs: number, towardBestRival: number) =>
  ofDealings('AttitudeStated', when, { statementId: entryId(when), towardUs, towardBestRival })
export const referred = (when: number) =>
  ofDealings('ReferralRecorded', when, {
    referralId: entryId(when),
    referred: { kind: 'prospect', name: 'Ben' },
  })
