import { promise, TimeZone } from '@troth/core'

import { foldRows, promiseLedger } from '../../src/index.js'
import {
  at,
  customerId,
  entryId,
  eventsOf,
  factsOf,
  iso,
  promiseId,
  right,
} from '../shared/history.js'

export const zone = (name: string): TimeZone => right(TimeZone.decode(name))

export const event = eventsOf(promise.PromiseEvent)

export const terms = (dueAt: number, more: object = {}) => ({
  customer: customerId(1),
  kind: 'delivery',
  what: 'a new boiler',
  dueAt: iso(dueAt),
  source: { origin: 'sale', ref: '4711' },
  basis: 'in stock',
  ...more,
})
export const made = (when: number, dueAt: number, more: object = {}, by = 'desk') =>
  event('PromiseMade', when, terms(dueAt, more), by)
export const temporary = (when: number, dueAt: number, confirmBy: number) =>
  event('TemporaryAgreementMade', when, {
    ...terms(dueAt),
    matter: 'majorMatter',
    approvers: ['head'],
    confirmBy: iso(confirmBy),
  })
export const kept = (when: number) => event('PromiseKept', when, { evidence: [] })
export const broken = (when: number, dueAt: number) =>
  event('PromiseBroken', when, { why: 'no driver', dueAt: iso(dueAt) })
export const informed = (when: number) => ({ at: iso(when), channel: 'phone', agreed: true })
export const moved = (when: number, from: number, to: number) =>
  event('PromiseRenegotiated', when, { dueAt: iso(to), from: iso(from), informed: informed(when) })
export const explained = (when: number, expectedAt: number, n = when) =>
  event('DelayExplained', when, {
    explanationId: entryId(n),
    expectedAt: iso(expectedAt),
    channel: 'phone',
    understood: true,
  })
export const withdrawn = (when: number) =>
  event('PromiseWithdrawn', when, { why: 'not needed', informed: informed(when) })

export type History = Readonly<Record<number, ReadonlyArray<promise.PromiseEvent>>>

export const rules: promise.PromiseRules = { authority: [] }
export const fold = (history: History) =>
  foldRows(promiseLedger.ledger(rules))(
    factsOf(
      'promise',
      Object.fromEntries(Object.entries(history).map(([n, e]) => [promiseId(Number(n)), e])),
    ),
  )
export const reading = (when: number, in_ = zone('UTC')): promiseLedger.Reading => ({
  zone: in_,
  at: at(when),
})
export const ledgerOf = (history: History, when: number, in_ = zone('UTC')) =>
  promiseLedger.read(fold(history), reading(when, in_))
