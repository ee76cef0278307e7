/** Words for stories about customers: each message in as few words as it can be told. */
import type { Classification } from '../../src/customer/classification.js'
import type { Asked, CustomerCommand } from '../../src/customer/commands.js'
import type { CustomerEvent, FactsOf } from '../../src/customer/events.js'
import { ProfileChange } from '../../src/customer/profile.js'
import type { CustomerRules } from '../../src/customer/rules.js'
import { ImportantDay, Year } from '../../src/customer/values.js'
import type { Actor } from '../../src/shared/actor.js'
import type { Instant } from '../../src/shared/instant.js'
import { Classification as AnyClass } from '../../src/customer/classification.js'
import { customerRules } from '../../src/testing/customer/rules.js'
import { because, customer, desk, entry, monday, name, tuesday, words } from './complaint.js'
import { make } from './make.js'

export const rules: CustomerRules = customerRules

export const command = <T extends CustomerCommand['type']>(
  type: T,
  data: Omit<Asked<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<CustomerCommand, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<CustomerCommand, { type: T }>

export const event = <T extends CustomerEvent['type']>(
  type: T,
  data: Omit<FactsOf<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<CustomerEvent, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<CustomerEvent, { type: T }>

export const change = make(ProfileChange)
export const day = make(ImportantDay)
export const year = make(Year)
export const classOf = (scheme: string, value: string): Classification =>
  make(AnyClass)({ scheme, value })

export const registration = {
  kind: 'organisation',
  relation: 'external',
  stage: 'prospect',
  name: name('Lotus Mill'),
} as const
export const registered = event('CustomerRegistered', registration, monday)
export const person = event(
  'CustomerRegistered',
  { ...registration, kind: 'person', name: name('Chen') },
  monday,
)
export const register = command('RegisterCustomer', registration, monday)

export const why = { why: because }
export const vip = classOf('tier', 'vip')
export const golden = classOf('tier', 'golden')
export const demographic = change({ section: 'demographic', content: { region: 'north' } })
export const proposed = (n: number, by: Actor = desk) =>
  event('ProfileChangeProposed', { changeId: entry(n), change: demographic }, tuesday, by)

export const blacklisted = (by: Actor, at: Instant = tuesday) =>
  event('CustomerBlacklisted', why, at, by)
export const cleared = (by: Actor, at: Instant = tuesday) => event('CustomerCleared', why, at, by)
export const lost = (at: Instant = tuesday) => event('CustomerLost', { reason: 'neglected' }, at)
export const merged = (n: number, survivor = 2, at: Instant = tuesday) =>
  event('CustomerMerged', { mergeId: entry(n), survivor: customer(survivor) }, at)
export const absorbed = (n: number, whom = 2, at: Instant = tuesday) =>
  event('CustomerAbsorbed', { mergeId: entry(n), absorbed: customer(whom), through: [] }, at)
export const parted = (n: number, other = 2, at: Instant = tuesday) =>
  event(
    'CustomersParted',
    { mergeId: entry(n), other: customer(other), ground: 'wrongMerge', ...why },
    at,
  )
export const erased = (at: Instant = tuesday) => event('CustomerErased', {}, at)

export const contactPerson = (n: number) =>
  event('ContactPersonAdded', { personId: entry(n), name: name('Ms Wu'), roles: ['user'] })
export const contactPoint = (n: number) =>
  event('ContactPointAdded', { pointId: entry(n), channel: 'phone', address: words })
export const expectation = (n: number) =>
  event('ExpectationRecorded', { expectationId: entry(n), what: words })
