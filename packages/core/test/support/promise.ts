/** Words for stories about promises: who, when, and each message in as few words as it can be told. */
import type { Asked, PromiseCommand } from '../../src/promise/commands.js'
import type { FactsOf, PromiseEvent } from '../../src/promise/events.js'
import { Informed, Source } from '../../src/promise/fields.js'
import type { PromiseRules } from '../../src/promise/rules.js'
import { Actor, Role } from '../../src/shared/actor.js'
import { Authority, Grant } from '../../src/shared/authority.js'
import { CustomerId, EntryId } from '../../src/shared/ids.js'
import { after, Instant } from '../../src/shared/instant.js'
import { Money } from '../../src/shared/money.js'
import { Name, NonEmptyText } from '../../src/shared/text.js'
import { TimeZone } from '../../src/time/time-zone.js'
import { make } from './make.js'

export const hour = 3_600_000
export const day = 24 * hour

export const instant = make(Instant)
export const text = make(NonEmptyText)
export const name = make(Name)
export const zone = make(TimeZone)
export const role = make(Role)
export const grant = make(Grant)
export const source = make(Source)
export const money = (amount: number) => make(Money)({ amount, currency: 'EUR' })
export const actor = (id: string, part: string) => make(Actor)({ id, role: part })
const id = (first: string, n: number) => `${first}0000000-0000-4000-8000-00000000000${String(n)}`
export const entry = (n: number) => make(EntryId)(id('1', n))
export const customer = (n: number) => make(CustomerId)(id('c', n))

export const monday = instant('2026-11-23T09:00:00.000Z')
export const tuesday = instant('2026-11-24T09:00:00.000Z')
export const wednesday = instant('2026-11-25T09:00:00.000Z')
export const friday = instant('2026-11-27T17:00:00.000Z')
export const saturday = instant('2026-11-28T09:00:00.000Z')
export const sunday = instant('2026-11-29T09:00:00.000Z')
export const later = after

export const desk = actor('desk', 'agent')
export const wang = actor('wang', 'supervisor')
export const zhao = actor('zhao', 'head')
export const tick = actor('promises', 'policy')

export const because = text('because')
export const forgotten = text('nobody called')

/** An agent compensates up to EUR 50.00, a supervisor up to EUR 500.00; what is major is the head's. */
export const authority = make(Authority)([
  { role: 'agent', matter: 'repair' },
  { role: 'agent', matter: 'compensation', upTo: [{ amount: 5_000, currency: 'EUR' }] },
  { role: 'supervisor', matter: 'compensation', upTo: [{ amount: 50_000, currency: 'EUR' }] },
  { role: 'head', matter: 'majorMatter' },
])
export const rules: PromiseRules = { authority }

export const command = <T extends PromiseCommand['type']>(
  type: T,
  data: Omit<Asked<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<PromiseCommand, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<PromiseCommand, { type: T }>

export const event = <T extends PromiseEvent['type']>(
  type: T,
  data: Omit<FactsOf<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<PromiseEvent, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<PromiseEvent, { type: T }>

export const terms = {
  customer: customer(1),
  kind: 'callback' as const,
  what: text('call back with the refund date'),
  basis: text('refunds are paid on Fridays'),
  dueAt: friday,
  source: source({ origin: 'conversation', ref: 'call 17' }),
}
/** Beyond an agent, within a supervisor. */
export const costly = {
  ...terms,
  kind: 'remedy' as const,
  matter: 'compensation' as const,
  cost: money(5_001),
}

export const makePromise = (
  more: Partial<Asked<'MakePromise'>> = {},
  at: Instant = monday,
  by: Actor = desk,
) => command('MakePromise', { ...terms, ...more }, at, by)
export const made = event('PromiseMade', terms, monday)
/** To be confirmed by Wednesday. */
export const agreed = event(
  'TemporaryAgreementMade',
  { ...costly, approvers: [role('supervisor')], confirmBy: wednesday },
  monday,
)
export const confirmed = event('TemporaryAgreementConfirmed', {}, tuesday, wang)

export const informed = (at: Instant = tuesday, agrees = true): Informed =>
  make(Informed)({ at: new Date(at).toISOString(), channel: 'phone', agreed: agrees })

/** The customer is told as it is moved. */
export const move = (dueAt: Instant, at: Instant = tuesday) =>
  command('RenegotiatePromise', { dueAt, informed: informed(at) }, at)
export const moved = (dueAt: Instant, at: Instant = tuesday, from: Instant = friday) =>
  event('PromiseRenegotiated', { dueAt, from, informed: informed(at) }, at)

export const keep = (at: Instant) => command('KeepPromise', { evidence: [name('call 18')] }, at)
export const kept = (at: Instant = friday) =>
  event('PromiseKept', { evidence: [name('call 18')] }, at)
export const breakPromise = (at: Instant) => command('BreakPromise', { why: forgotten }, at, tick)
export const broken = (at: Instant, dueAt: Instant = friday) =>
  event('PromiseBroken', { why: forgotten, dueAt }, at, tick)
export const withdraw = (at: Instant = tuesday, told: Instant = at) =>
  command('WithdrawPromise', { why: because, informed: informed(told) }, at)
export const withdrawn = (at: Instant = tuesday, told: Instant = at) =>
  event('PromiseWithdrawn', { why: because, informed: informed(told) }, at)

const delay = { channel: 'phone' as const, understood: true }
export const explain = (n: number, expectedAt: Instant, at: Instant = saturday) =>
  command('ExplainDelay', { ...delay, explanationId: entry(n), expectedAt }, at)
export const explained = (n: number, expectedAt: Instant, at: Instant = saturday) =>
  event('DelayExplained', { ...delay, explanationId: entry(n), expectedAt }, at)

export const confirm = (at: Instant = tuesday, by: Actor = wang) =>
  command('ConfirmTemporaryAgreement', {}, at, by)
export const decline = (at: Instant = tuesday, by: Actor = wang) =>
  command('DeclineTemporaryAgreement', { why: because }, at, by)
export const declined = (at: Instant = tuesday) =>
  event('TemporaryAgreementDeclined', { why: because }, at, wang)
export const lapse = (at: Instant) => command('LapseTemporaryAgreement', {}, at, tick)
export const lapsed = (at: Instant, confirmBy: Instant = wednesday) =>
  event('TemporaryAgreementLapsed', { confirmBy }, at, tick)
