/** Words for stories about a customer's dealings: each message in as few words as it can be told. */
import type { Asked, DealingsCommand } from '../../src/dealings/commands.js'
import { dealings } from '../../src/dealings/dealings.js'
import type { DealingsEvent, FactsOf } from '../../src/dealings/events.js'
import type { DealingsRules } from '../../src/dealings/rules.js'
import { HandedOver, Price, Returned } from '../../src/dealings/values.js'
import type { Actor } from '../../src/shared/actor.js'
import { fold } from '../../src/shared/decider.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { because, desk, entry, monday, name, tuesday } from './complaint.js'
import { make } from './make.js'

export { because, desk, entry, monday, name, tuesday }
export const later = after
export const day = 86_400_000
export const wednesday = later(tuesday, day)
export const thursday = later(tuesday, 2 * day)

export const rules: DealingsRules = {}

export const command = <T extends DealingsCommand['type']>(
  type: T,
  data: Omit<Asked<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<DealingsCommand, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<DealingsCommand, { type: T }>

export const event = <T extends DealingsEvent['type']>(
  type: T,
  data: Omit<FactsOf<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<DealingsEvent, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<DealingsEvent, { type: T }>

export const state = (...history: ReadonlyArray<DealingsEvent>) => fold(dealings(rules))(history)

export const order = (n: number) => name(`SO-${String(n)}`)
export const price = (amount: number, currency = 'EUR') => make(Price)({ amount, currency })

/** For EUR 20.00, unless said otherwise. */
const purchase = (n: number, amount: number, currency: string) => ({
  orderId: order(n),
  amount: price(amount, currency),
})
export const buy = (n: number, at: Instant = monday, amount = 2_000, currency = 'EUR') =>
  command('RecordPurchase', purchase(n, amount, currency), at)
export const bought = (n: number, at: Instant = monday, amount = 2_000, currency = 'EUR') =>
  event('PurchaseRecorded', purchase(n, amount, currency), at)

export const full = make(Returned)({ extent: 'full' })
export const part = (amount: number, currency = 'EUR') =>
  make(Returned)({ extent: 'part', amount: { amount, currency } })
/** Of the order of the same number unless another is named. */
export const giveBack = (id: number, returned: Returned, at: Instant = tuesday, n = 1) =>
  command('ReturnPurchase', { returnId: entry(id), orderId: order(n), returned, why: because }, at)
export const gaveBack = (id: number, returned: Returned, at: Instant = tuesday, n = 1) =>
  event('PurchaseReturned', { returnId: entry(id), orderId: order(n), returned, why: because }, at)

const handing = (id: number, more: Partial<FactsOf<'HandedOverForUse'>>) => ({
  handOverId: entry(id),
  what: make(HandedOver)({ kind: 'item', ref: 'serial 7' }),
  acceptedBy: name('Chen'),
  ...more,
})
export const handOver = (
  id: number,
  more: Partial<FactsOf<'HandedOverForUse'>> = {},
  at: Instant = tuesday,
) => command('HandOverForUse', handing(id, more), at)
export const handedOver = (
  id: number,
  more: Partial<FactsOf<'HandedOverForUse'>> = {},
  at: Instant = tuesday,
) => event('HandedOverForUse', handing(id, more), at)

export const stateIntent = (id: number, strength: number, at: Instant = tuesday) =>
  command('StateIntent', { statementId: entry(id), strength }, at)
export const intent = (id: number, strength: number, at: Instant = tuesday) =>
  event('IntentStated', { statementId: entry(id), strength }, at)

const visiting = (id: number) => ({
  visitId: entry(id),
  channel: 'inPerson' as const,
  to: { whose: 'own' as const },
})
export const visit = (id: number, at: Instant = tuesday) => command('RecordVisit', visiting(id), at)
export const visited = (id: number, at: Instant = tuesday) =>
  event('VisitRecorded', visiting(id), at)
