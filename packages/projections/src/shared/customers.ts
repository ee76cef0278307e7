/**
 * Customers as other views need them: who stands for whom, and in which class he was when.
 *
 * @since 0.1.0
 */
import type { customer, CustomerId, EntryId, Instant } from '@troth/core'

import { inTime, type Kept, known } from './kept.js'
import { keyLike, standsFor } from './merged.js'

/** What is kept of a customer's events; nothing of it is a person's own. */
export type CustomerFact = { readonly at: Instant } & (
  | { readonly is: 'registered'; readonly stage: customer.Stage }
  | { readonly is: 'classed'; readonly scheme: string; readonly value: string | null }
  | { readonly is: 'managed'; readonly by: string }
  | { readonly is: 'lost'; readonly reason: customer.LossReason }
  | { readonly is: 'wonBack' }
  | { readonly is: 'merged'; readonly mergeId: EntryId; readonly survivor: CustomerId }
  | { readonly is: 'parted'; readonly mergeId: EntryId }
)

/** The types of event of which something is kept. */
export const customerTypes: ReadonlyArray<customer.CustomerEvent['type']> = [
  'CustomerRegistered',
  'CustomerRegisteredAnew',
  'CustomerBecameBuyer',
  'CustomerClassified',
  'CustomerDeclassified',
  'ManagerAssigned',
  'ManagerReassigned',
  'CustomerLost',
  'CustomerWonBack',
  'CustomerMerged',
  'CustomersParted',
]

/** What is kept of one event. */
export const customerFacts = ({
  type,
  data,
}: customer.CustomerEvent): ReadonlyArray<CustomerFact> => {
  const { at } = data
  switch (type) {
    case 'CustomerRegistered':
      return [{ is: 'registered', at, stage: data.stage }]
    case 'CustomerRegisteredAnew':
      return [
        { is: 'registered', at, stage: data.stage },
        { is: 'wonBack', at },
      ]
    case 'CustomerBecameBuyer':
      return [{ is: 'registered', at, stage: 'buyer' }]
    case 'CustomerClassified':
      return [{ is: 'classed', at, ...data.classification }]
    case 'CustomerDeclassified':
      return [{ is: 'classed', at, scheme: data.classification.scheme, value: null }]
    case 'ManagerAssigned':
    case 'ManagerReassigned':
      return [{ is: 'managed', at, by: data.manager }]
    case 'CustomerLost':
      return [{ is: 'lost', at, reason: data.reason }]
    case 'CustomerWonBack':
      return [{ is: 'wonBack', at }]
    case 'CustomerMerged':
      return [{ is: 'merged', at, mergeId: data.mergeId, survivor: data.survivor }]
    case 'CustomersParted':
      return [{ is: 'parted', at, mergeId: data.mergeId }]
    default:
      return []
  }
}

/** What makes a customer of somebody, or says that he is none any more. */
export type WentOrCame = Extract<CustomerFact, { readonly is: 'registered' | 'lost' | 'wonBack' }>

/** By key of a customer's row, what is kept of him. */
export type CustomerRecords = ReadonlyMap<string, Kept<CustomerFact>>

/** Customers as they were known at an instant; each is named by the key of his row. */
export interface Customers {
  /** Those registered, for whom no other stands, in the order of their keys. */
  readonly all: ReadonlyArray<string>
  /** Whoever stands for him: himself, unless he is merged into another. */
  readonly survivorOf: (key: string) => string
  /** Himself, for whom no other stands, and whoever is merged into him, in the order of their keys. */
  readonly oneWith: (key: string) => ReadonlyArray<string>
  readonly factsOf: (key: string) => ReadonlyArray<CustomerFact>
  /** His class of a scheme at an instant. */
  readonly classAt: (key: string, scheme: string, at: Instant) => string | undefined
  readonly managerAt: (key: string, at: Instant) => string | undefined
  /** How he went and came until an instant; until he is first on record himself, how those did who were merged into him. */
  readonly wentAndCame: (key: string, at: Instant) => ReadonlyArray<WentOrCame>
  /** Whether he was a customer at an instant: registered by then, and not lost. */
  readonly isThere: (key: string, at: Instant) => boolean
}

const none: ReadonlyArray<never> = []

const isWentOrCame = (fact: CustomerFact): fact is WentOrCame =>
  fact.is === 'registered' || fact.is === 'lost' || fact.is === 'wonBack'

/** The merge that holds: the last one that was not undone. */
const survivorIn = (facts: ReadonlyArray<CustomerFact>): CustomerId | undefined => {
  const undone = facts.flatMap((fact) => (fact.is === 'parted' ? [fact.mergeId] : []))
  return facts
    .flatMap((fact) => (fact.is === 'merged' && !undone.includes(fact.mergeId) ? [fact] : []))
    .at(-1)?.survivor
}

/** Customers as known at `knownAt`. */
export const customersAt = (records: CustomerRecords, knownAt: Instant): Customers => {
  const facts = new Map(
    [...records].map(([key, kept]) => [key, inTime(known(knownAt)(kept))] as const),
  )
  const factsOf = (key: string): ReadonlyArray<CustomerFact> => facts.get(key) ?? none
  const survivors = new Map<string, string>()
  for (const [key, each] of facts) {
    const survivor = survivorIn(each)
    if (survivor !== undefined) survivors.set(key, keyLike(key, survivor))
  }
  const survivorOf = standsFor(
    (key) => survivors.get(key),
    (key) => factsOf(key).length > 0,
  )
  const together = new Map<string, string[]>()
  for (const key of [...facts.keys()].filter((each) => factsOf(each).length > 0).sort()) {
    const there = together.get(survivorOf(key))
    if (there) there.push(key)
    else together.set(survivorOf(key), [key])
  }
  const oneWith = (key: string): ReadonlyArray<string> => together.get(key) ?? none
  const wentAndCame = (key: string, at: Instant): ReadonlyArray<WentOrCame> => {
    const until = (fact: CustomerFact): fact is WentOrCame => fact.at <= at && isWentOrCame(fact)
    const own = factsOf(key).filter(until)
    return own.length > 0 ? own : inTime(oneWith(key).flatMap(factsOf).filter(until))
  }
  return {
    all: [...together.keys()].sort(),
    survivorOf,
    oneWith,
    factsOf,
    classAt: (key, scheme, at) => {
      const last = factsOf(key)
        .flatMap((fact) => (fact.is === 'classed' && fact.scheme === scheme ? [fact] : []))
        .filter((fact) => fact.at <= at)
        .at(-1)
      return last?.value ?? undefined
    },
    managerAt: (key, at) =>
      factsOf(key)
        .flatMap((fact) => (fact.is === 'managed' && fact.at <= at ? [fact.by] : []))
        .at(-1),
    wentAndCame,
    isThere: (key, at) => {
      const last = wentAndCame(key, at).at(-1)
      return last !== undefined && last.is !== 'lost'
    },
  }
}
