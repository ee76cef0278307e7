/**
 * Each customer's dealings as they were known at an instant, with those of whoever was merged into him.
 *
 * @since 0.1.0
 */
import type { Instant, survey } from '@troth/core'

import type { Customers } from '../../shared/customers.js'
import { inTime, type Kept, known } from '../../shared/kept.js'
import { keyLike } from '../../shared/merged.js'
import type { LoyaltyItems } from '../phase.js'
import type { DealingsFact, SurveyFact } from './facts.js'
import type { DatedAmount } from './money.js'

/** A purchase of which not all came back. `amount` is what is left of it, and so is `margin`: the same part of it. */
export interface Order extends DatedAmount {
  readonly orderId: string
  readonly margin: number | undefined
}

export interface Said<A> {
  readonly at: Instant
  readonly value: A
}

/** In order of time. */
export interface Dealt {
  /** The key of the customer, for whom no other stands. */
  readonly customer: string
  /** When he is first heard of, in his dealings. */
  readonly since: Instant | undefined
  readonly orders: ReadonlyArray<Order>
  /** His orders as they stood at an instant: what came back later was still his. */
  readonly ordersAt: (at: Instant) => ReadonlyArray<Order>
  readonly visits: { readonly own: number; readonly rivals: number }
  readonly referrals: number
  readonly rivalPurchases: number
  /** What is known of what he spent there. */
  readonly spentElsewhere: ReadonlyArray<DatedAmount>
  readonly intents: ReadonlyArray<Said<number>>
  readonly attitudes: ReadonlyArray<Said<{ readonly us: number; readonly bestRival: number }>>
  readonly nps: Readonly<Record<survey.SurveyMode, ReadonlyArray<Said<number>>>>
  readonly loyalty: ReadonlyArray<Said<LoyaltyItems>>
}

/** By key of a stream's row, what is kept of it. */
export type DealingsRecords = ReadonlyMap<string, Kept<DealingsFact>>
export type SurveyRecords = ReadonlyMap<string, Kept<SurveyFact>>

type Is<Name extends DealingsFact['is']> = Extract<DealingsFact, { is: Name }>

const all = <Name extends DealingsFact['is']>(
  facts: ReadonlyArray<DealingsFact>,
  name: Name,
): ReadonlyArray<Is<Name>> => facts.filter((fact): fact is Is<Name> => fact.is === name)

/** Once for each id, as it happened first: the same again is the same. */
const once = <A extends DealingsFact>(facts: ReadonlyArray<A>): ReadonlyArray<A> => {
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const id = 'id' in fact ? fact.id : `order/${fact.orderId}`
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}

/** A full return takes the purchase away, a part return lowers it; more than there was leaves nothing, another currency leaves it all. */
const standing = (facts: ReadonlyArray<DealingsFact>): ReadonlyArray<Order> => {
  const returns = new Map<string, Is<'returned'>[]>()
  for (const each of once(all(facts, 'returned'))) {
    const there = returns.get(each.orderId) ?? []
    there.push(each)
    returns.set(each.orderId, there)
  }
  return once(all(facts, 'bought')).flatMap(
    ({ at, orderId, amount, currency, margin }): ReadonlyArray<Order> => {
      const back = returns.get(orderId) ?? []
      if (back.some(({ part }) => part === undefined)) return []
      const less = back.reduce(
        (sum, { part }) => (part?.currency === currency ? sum + part.amount : sum),
        0,
      )
      const left = Math.max(0, amount - less)
      const part = amount === 0 ? 1 : left / amount
      return [
        {
          at,
          orderId,
          amount: left,
          currency,
          margin: margin === undefined ? undefined : margin * part,
        },
      ]
    },
  )
}

/** What a customer said of himself, and whether he was asked about one time or about all of them. */
interface Answer {
  readonly mode: survey.SurveyMode
  readonly said: Extract<SurveyFact, { is: 'answered' | 'corrected' }>
}

/** What each customer said of himself, as he last corrected it; in order of time, and of keys at one instant. */
const answersOf = (
  records: SurveyRecords,
  { survivorOf }: Customers,
  knownAt: Instant,
): ReadonlyMap<string, ReadonlyArray<Said<Answer>>> => {
  const answers = new Map<string, Said<Answer>[]>()
  for (const [key, kept] of [...records].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const facts = known(knownAt)(kept)
    const issued = facts.flatMap((fact) => (fact.is === 'issued' ? [fact] : []))[0]
    const answered = facts.flatMap((fact) => (fact.is === 'answered' ? [fact] : []))[0]
    if (issued === undefined || answered === undefined) continue
    const corrected = facts.flatMap((fact) => (fact.is === 'corrected' ? [fact] : []))
    const customer = survivorOf(keyLike(key, issued.customer))
    const there = answers.get(customer) ?? []
    const { mode = 'transaction' } = issued
    there.push({ at: answered.at, value: { mode, said: inTime(corrected).at(-1) ?? answered } })
    answers.set(customer, there)
  }
  return new Map([...answers].map(([customer, said]) => [customer, inTime(said)]))
}

const said = <A, B>(
  of: ReadonlyArray<Said<A>>,
  value: (a: A) => B | undefined,
): ReadonlyArray<Said<B>> =>
  of.flatMap((each) => {
    const found = value(each.value)
    return found === undefined ? [] : [{ at: each.at, value: found }]
  })

/** The dealings of all who are on record, in the order of their keys. */
export const dealtBy = (
  { dealings, surveys }: { readonly dealings: DealingsRecords; readonly surveys: SurveyRecords },
  customers: Customers,
  knownAt: Instant,
): ReadonlyArray<Dealt> => {
  const together = new Map<string, DealingsFact[]>(customers.all.map((key) => [key, []]))
  for (const [key, kept] of [...dealings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const facts = known(knownAt)(kept)
    if (facts.length === 0) continue
    const survivor = customers.survivorOf(key)
    const there = together.get(survivor) ?? []
    for (const fact of facts) there.push(fact)
    together.set(survivor, there)
  }
  const answers = answersOf(surveys, customers, knownAt)
  for (const customer of answers.keys()) if (!together.has(customer)) together.set(customer, [])
  return [...together]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([customer, pooled]) => {
      const facts = inTime(pooled)
      const visits = once(all(facts, 'visited'))
      const elsewhere = once(all(facts, 'boughtElsewhere'))
      const answered = answers.get(customer) ?? []
      const nps = (mode: survey.SurveyMode) =>
        said(answered, (answer) => (answer.mode === mode ? answer.said.nps : undefined))
      return {
        customer,
        since: facts[0]?.at,
        orders: standing(facts),
        ordersAt: (at) => standing(facts.filter((fact) => fact.at <= at)),
        visits: {
          own: visits.filter(({ own }) => own).length,
          rivals: visits.filter(({ own }) => !own).length,
        },
        referrals: once(all(facts, 'referred')).length,
        rivalPurchases: elsewhere.length,
        spentElsewhere: elsewhere.flatMap(({ at, spent }) =>
          spent === undefined ? [] : [{ at, ...spent }],
        ),
        intents: once(all(facts, 'intends')).map(({ at, strength }) => ({ at, value: strength })),
        attitudes: once(all(facts, 'thinks')).map(({ at, us, bestRival }) => ({
          at,
          value: { us, bestRival },
        })),
        nps: { transaction: nps('transaction'), cumulative: nps('cumulative') },
        loyalty: said(answered, (answer) => answer.said.loyalty),
      }
    })
}
