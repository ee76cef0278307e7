import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'

import { DealingsCommand } from '../../src/dealings/commands.js'
import { dealings } from '../../src/dealings/dealings.js'
import { DealingsEvent } from '../../src/dealings/events.js'
import { Ownership } from '../../src/dealings/lists.js'
import { leftOf, orderOf, ownership } from '../../src/dealings/state.js'
import { decodeWith } from '../../src/shared/problem.js'
import { typesOf } from '../../src/store/message-types.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { deciderLaws } from '../../src/testing/decider-laws.js'
import { law, lawsOf, numRuns, same, throughJson } from '../support/laws.js'

const any = arbitraries.dealings
const decider = dealings(any.rules)
const { decide, evolve, initial } = decider
const { asked, cut, goesOnFromJson, recordedBy } = lawsOf(decider, any)

type History = ReadonlyArray<DealingsEvent>

const purchasesIn = (history: History) =>
  history.flatMap((e) => (e.type === 'PurchaseRecorded' ? [e.data] : []))
const returnsIn = (history: History, orderId: string) =>
  history.flatMap((e) =>
    e.type === 'PurchaseReturned' && e.data.orderId === orderId ? [e.data] : [],
  )

/** As a person reads the record. */
const readOff = (history: History): Ownership => {
  const kept = purchasesIn(history).some(({ orderId }) =>
    returnsIn(history, orderId).every(({ returned }) => returned.extent === 'part'),
  )
  const inUse = history.some(
    ({ type, data }) => type === 'HandedOverForUse' && data.orderId === undefined,
  )
  if (kept || inUse) return 'owner'
  const said = history
    .flatMap((e) => (e.type === 'IntentStated' ? [e.data] : []))
    .sort((a, b) => a.at - b.at)
    .at(-1)
  return said && said.strength >= 5 ? 'intending' : 'potential'
}

describe('dealings', () => {
  deciderLaws(decider, { command: any.commandIn, event: any.event }, { test, fc, numRuns })
})

describe('of dealings', () => {
  law('a command sent is the command received', any.command, (command) => {
    same(
      decodeWith(DealingsCommand)(throughJson(DealingsCommand.encode(command))),
      E.right(command),
    )
  })

  law('a state is plain JSON, and goes on from it wherever a stream is cut', cut, goesOnFromJson)

  law('asking twice records nothing more, however deep', asked, ({ state, command }) => {
    const answer = decide(command)(state)
    if (E.isRight(answer)) same(decide(command)(answer.right.reduce(evolve, state)), E.right([]))
  })

  law('what a customer is follows from the events alone', any.history, (history) => {
    expect(ownership(history.reduce(evolve, initial))).toBe(readOff(history))
  })

  law('one order number is one purchase', any.history, (history) => {
    const ids = purchasesIn(history).map(({ orderId }) => orderId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  law(
    'no more comes back of an order than it cost, nor in another currency',
    any.history,
    (all) => {
      for (const { orderId, amount } of purchasesIn(all)) {
        const parts = returnsIn(all, orderId).flatMap(({ returned }) =>
          returned.extent === 'part' ? [returned.amount] : [],
        )
        const sum = parts.reduce((total, part) => total + part.amount, 0)
        expect(sum).toBeLessThanOrEqual(amount.amount)
        for (const { currency } of parts) expect(currency).toBe(amount.currency)
        const order = orderOf(all.reduce(evolve, initial), orderId)
        expect(order?.left).toBe(amount.amount - sum)
      }
    },
  )

  law(
    'an order comes back whole once, after every part of it and after it was bought',
    any.history,
    (all) => {
      for (const { orderId, at } of purchasesIn(all)) {
        const returns = returnsIn(all, orderId)
        const whole = returns.filter(({ returned }) => returned.extent === 'full')
        expect(whole.length).toBeLessThan(2)
        for (const each of returns) {
          expect(each.at).toBeGreaterThanOrEqual(at)
          expect(each.at).toBeLessThanOrEqual(whole[0]?.at ?? Infinity)
        }
        const order = orderOf(all.reduce(evolve, initial), orderId)
        expect(order?.returnedAt).toBe(whole[0]?.at)
        if (order && whole.length === 1) expect(leftOf(order).amount).toBe(0)
      }
    },
  )

  law('nothing is recorded that is older than the host allows', asked, ({ state, command }) => {
    const { latest } = state
    if (latest === undefined) return
    for (const { data } of recordedBy(state, command))
      expect(data.at).toBeGreaterThanOrEqual(latest - (any.rules.lateBy ?? 0))
  })

  law('whatever is asked, one fact is recorded at most, and it is the one asked', asked, (both) => {
    const { state, command } = both
    const recorded = recordedBy(state, command)
    expect(recorded.length).toBeLessThan(2)
    for (const { data } of recorded) same(data, command.data)
  })

  law(
    'the latest instant is the latest, in whatever order the facts came',
    fc.array(any.event, { minLength: 1, maxLength: 8 }),
    (events) => {
      expect(events.reduce(evolve, initial).latest).toBe(Math.max(...events.map((e) => e.data.at)))
    },
  )

  it('a bad payload is reported against its own event only', () => {
    const bad = {
      type: 'IntentStated',
      data: {
        at: 'tomorrow',
        by: { id: 'desk', role: 'agent' },
        statementId: '10000000-0000-4000-8000-000000000001',
        strength: 7,
      },
    }
    const errors = DealingsEvent.decode(bad)
    expect(E.isLeft(errors) && errors.left).toHaveLength(1)
  })
})

describe('what is generated of dealings', () => {
  const many = Math.max(numRuns, 1000)
  const seen = <A>(from: fc.Arbitrary<A>, of: (value: A) => ReadonlyArray<string>) =>
    [...new Set(fc.sample(from, { numRuns: many, seed: 7 }).flatMap(of))].sort()
  const all = [...(typesOf(DealingsEvent)?.keys() ?? [])].sort()

  it('is every command and every event', () => {
    expect(seen(any.command, ({ type }) => [type])).toEqual(
      [...(typesOf(DealingsCommand)?.keys() ?? [])].sort(),
    )
    expect(seen(any.event, ({ type }) => [type])).toEqual(all)
    expect(seen(any.history, (history) => history.map(({ type }) => type))).toEqual(all)
  })

  it('is every answer', () => {
    const answers = asked.map(({ state, command }) => decide(command)(state))
    expect(seen(answers, (answer) => (E.isLeft(answer) ? [answer.left._tag] : []))).toEqual(
      [
        'AnotherPurchase',
        'NoSuchPurchase',
        'NotYetPurchased',
        'AlreadyReturned',
        'PartReturnedSince',
        'OtherCurrency',
        'MoreThanLeft',
        'WarrantyNotInFuture',
        'TooLongAgo',
      ].sort(),
    )
  })

  it('is owners, intending and potential ones', () => {
    expect(seen(any.state, (state) => [ownership(state)])).toEqual([...Ownership.values].sort())
  })

  it('may be written down out of the order of time', () => {
    const backwards = fc
      .sample(any.history, { numRuns: many, seed: 7 })
      .some((each) => each.some(({ data }, i) => data.at < (each[i - 1]?.data.at ?? -Infinity)))
    expect(backwards).toBe(true)
  })
})
