import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'

import { PromiseCommand } from '../../src/promise/commands.js'
import { Source } from '../../src/promise/fields.js'
import { promise } from '../../src/promise/promise.js'
import { redacted } from '../../src/privacy/personal.js'
import { decodeWith } from '../../src/shared/problem.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  agreed,
  authority,
  costly,
  customer,
  day,
  desk,
  event,
  friday,
  grant,
  hour,
  kept,
  later,
  made,
  makePromise,
  monday,
  money,
  moved,
  role,
  rules,
  saturday,
  source,
  terms,
  text,
  tuesday,
  wang,
  wednesday,
  zhao,
  zone,
} from '../support/promise.js'

const scenario = scenarios(promise(rules), { test })
const { basis, ...blind } = terms

describe('a promise', () => {
  scenario('is made for an instant to come').given([]).when(makePromise()).records([made])

  scenario('is not made for an instant already past')
    .given([])
    .when(makePromise({}, saturday))
    .refuses({ _tag: 'DueNotInFuture', dueAt: friday })

  scenario('is not made for the very instant it is asked')
    .given([])
    .when(makePromise({}, friday))
    .refuses({ _tag: 'DueNotInFuture', dueAt: friday })

  scenario('is made up to a millisecond before it is due')
    .given([])
    .when(makePromise({}, later(friday, -1)))
    .records([event('PromiseMade', terms, later(friday, -1))])

  scenario('without a basis is refused as blind')
    .given([])
    .when({ type: 'MakePromise', data: { ...blind, at: monday, by: desk } })
    .refuses({ _tag: 'BlindPromise' })

  scenario('says in which time zone the customer lives')
    .given([])
    .when(makePromise({ timeZone: zone('Asia/Shanghai') }))
    .records([event('PromiseMade', { ...terms, timeZone: zone('Asia/Shanghai') }, monday)])

  scenario('made again on the same terms is on record once')
    .given([made])
    .when(makePromise({}, tuesday, wang))
    .recordsNothing()

  scenario('made again once it was moved is on record once')
    .given([made, moved(saturday)])
    .when(makePromise())
    .recordsNothing()

  scenario('made again for the instant to which it was moved is refused')
    .given([made, moved(saturday)])
    .when(makePromise({ dueAt: saturday }))
    .refuses({ _tag: 'AlreadyMade' })

  scenario('made again on other terms is refused')
    .given([made])
    .when(makePromise({ dueAt: saturday }))
    .refuses({ _tag: 'AlreadyMade' })

  scenario('made again to another customer is refused')
    .given([made])
    .when(makePromise({ customer: customer(2) }))
    .refuses({ _tag: 'AlreadyMade' })

  scenario('made again about another matter is refused')
    .given([made])
    .when(makePromise({ matter: 'repair' }))
    .refuses({ _tag: 'AlreadyMade' })

  scenario('once settled is not made again')
    .given([made, kept()])
    .when(makePromise())
    .refuses({ _tag: 'AlreadySettled', how: 'PromiseKept' })

  scenario('keeps its terms while what it says may not be read')
    .given([event('PromiseMade', { ...terms, what: redacted }, monday)])
    .when(makePromise({ what: redacted }))
    .recordsNothing()
})

describe('the authority for a promise', () => {
  const asRepair = { ...terms, kind: 'remedy' as const, matter: 'repair' as const }

  scenario('is the line of the matrix that the giver has it from')
    .given([])
    .when(makePromise(asRepair))
    .records([
      event(
        'PromiseMade',
        { ...asRepair, authority: grant({ role: 'agent', matter: 'repair' }) },
        monday,
      ),
    ])

  scenario('reaches up to its limit')
    .given([])
    .when(makePromise({ ...costly, cost: money(5_000) }))
    .records([
      event(
        'PromiseMade',
        {
          ...costly,
          cost: money(5_000),
          authority: grant({
            role: 'agent',
            matter: 'compensation',
            upTo: [{ amount: 5_000, currency: 'EUR' }],
          }),
        },
        monday,
      ),
    ])

  scenario('beyond its limit leaves a temporary agreement')
    .given([])
    .when(makePromise({ ...costly, confirmBy: wednesday }))
    .records([agreed])

  scenario('is asked of the giver’s role')
    .given([])
    .when(makePromise({ ...costly, cost: money(50_000) }, monday, wang))
    .records([
      event(
        'PromiseMade',
        {
          ...costly,
          cost: money(50_000),
          authority: grant({
            role: 'supervisor',
            matter: 'compensation',
            upTo: [{ amount: 50_000, currency: 'EUR' }],
          }),
        },
        monday,
        wang,
      ),
    ])

  scenario('is nobody’s beyond every limit')
    .given([])
    .when(makePromise({ ...costly, cost: money(50_001) }))
    .refuses({ _tag: 'NobodyMayDecide', matter: 'compensation', cost: money(50_001) })

  scenario('is nobody’s where no line of the matrix grants it')
    .given([])
    .when(makePromise({ matter: 'exchange' }))
    .refuses({ _tag: 'NobodyMayDecide', matter: 'exchange' })

  scenario('can not be told of a sum for nothing in particular')
    .given([])
    .when(makePromise({ cost: money(1) }))
    .refuses({ _tag: 'MatterMissing', cost: money(1) })

  for (const matter of ['compensation', 'priceReduction'] as const)
    scenario(`can not be told of a ${matter} without its sum`)
      .given([])
      .when(makePromise({ matter }))
      .refuses({ _tag: 'CostMissing', matter })
})

describe('what a promise of a kind decides', () => {
  const byKind = scenarios(promise({ authority, matters: { contract: 'majorMatter' } }), { test })
  const contract = { ...terms, kind: 'contract' as const }
  const head = grant({ role: 'head', matter: 'majorMatter' })

  byKind('is the host’s to say')
    .given([])
    .when(makePromise(contract))
    .records([
      event(
        'TemporaryAgreementMade',
        { ...contract, matter: 'majorMatter', approvers: [role('head')], confirmBy: friday },
        monday,
      ),
    ])

  byKind('is put on record of a promise made')
    .given([])
    .when(makePromise(contract, monday, zhao))
    .records([
      event('PromiseMade', { ...contract, matter: 'majorMatter', authority: head }, monday, zhao),
    ])

  byKind('does not make it another when it is made again')
    .given([
      event('PromiseMade', { ...contract, matter: 'majorMatter', authority: head }, monday, zhao),
    ])
    .when(makePromise(contract))
    .recordsNothing()

  byKind('is what the promise itself says, if it says so')
    .given([])
    .when(makePromise({ ...contract, matter: 'repair' }))
    .records([
      event(
        'PromiseMade',
        { ...contract, matter: 'repair', authority: grant({ role: 'agent', matter: 'repair' }) },
        monday,
      ),
    ])

  byKind('is nothing for a kind of which the host says nothing')
    .given([])
    .when(makePromise())
    .records([made])
})

describe('a temporary agreement', () => {
  const temporary = (more: object, confirmBy = friday) =>
    event(
      'TemporaryAgreementMade',
      {
        ...terms,
        matter: 'repair',
        approvers: [role('agent')],
        confirmBy,
        ...more,
      },
      monday,
    )

  scenario('may be asked for by one who could promise')
    .given([])
    .when(makePromise({ matter: 'repair', temporary: true }))
    .records([temporary({})])

  scenario('that no matter is named for is a major matter')
    .given([])
    .when(makePromise({ temporary: true }))
    .records([temporary({ matter: 'majorMatter', approvers: [role('head')] })])

  scenario('is not made of what binds at once')
    .given([])
    .when(makePromise({ temporary: false, confirmBy: wednesday }))
    .records([made])

  scenario('is to be confirmed by the due instant at the latest')
    .given([])
    .when(makePromise({ ...costly, confirmBy: friday }))
    .records([event('TemporaryAgreementMade', { ...agreed.data, confirmBy: friday }, monday)])

  scenario('is not to be confirmed after the due instant')
    .given([])
    .when(makePromise({ ...costly, confirmBy: later(friday, 1) }))
    .refuses({ _tag: 'ConfirmByAfterDue', confirmBy: later(friday, 1), dueAt: friday })

  scenario('leaves the approvers a moment')
    .given([])
    .when(makePromise({ ...costly, confirmBy: later(monday, 1) }))
    .records([
      event('TemporaryAgreementMade', { ...agreed.data, confirmBy: later(monday, 1) }, monday),
    ])

  scenario('is not to be confirmed at the instant it is made')
    .given([])
    .when(makePromise({ ...costly, confirmBy: monday }))
    .refuses({ _tag: 'ConfirmByNotInFuture', confirmBy: monday })

  scenario('made again is on record once')
    .given([agreed])
    .when(makePromise({ ...costly, confirmBy: friday, temporary: true }))
    .recordsNothing()

  scenario('made again with another sum is refused')
    .given([agreed])
    .when(makePromise({ ...costly, cost: money(5_002) }))
    .refuses({ _tag: 'AlreadyMade' })

  const within = (ms: number) =>
    scenarios(promise({ authority, confirmWithin: { within: ms } }), { test })
  const asked = makePromise({ matter: 'repair', temporary: true })

  within(2 * hour)('is to be confirmed within what the host gives')
    .given([])
    .when(asked)
    .records([temporary({}, later(monday, 2 * hour))])

  within(30 * day)('is to be confirmed when it is due, if that is sooner')
    .given([])
    .when(asked)
    .records([temporary({}, friday)])
})

describe('the source of a promise', () => {
  const ref = 'order 4711'
  it.each([
    [{ origin: 'complaint', complaintId: 'd0000000-0000-4000-8000-000000000001' }, true],
    [{ origin: 'complaint', ref }, false],
    [{ origin: 'sale', ref }, true],
    [{ origin: 'contract', ref }, true],
    [{ origin: 'publication', ref }, true],
    [{ origin: 'followUp', ref }, true],
    [{ origin: 'conversation', ref }, true],
    [{ origin: 'fault', ref }, true],
    [{ origin: 'fault' }, false],
    [{ origin: 'hearsay', ref }, false],
  ])('%j', (u, ok) => {
    expect(E.isRight(Source.decode(u))).toBe(ok)
  })

  it('says where it was made', () => {
    expect(source({ origin: 'sale', ref })).toEqual({ origin: 'sale', ref })
  })
})

describe('a bad command', () => {
  it('is told by field', () => {
    const sent: unknown = {
      type: 'MakePromise',
      data: { ...terms, kind: 'wish', source: { origin: 'hearsay' }, at: monday, by: desk },
    }
    const answer = decodeWith(PromiseCommand)(sent)
    expect(E.isLeft(answer) && answer.left.map(({ field }) => field)).toEqual([
      'data.kind',
      'data.dueAt',
      'data.source.origin',
      'data.at',
    ])
  })

  it('with an empty basis is no command', () => {
    const sent = PromiseCommand.encode(makePromise({ basis: text('a') }))
    const empty = { ...sent, data: { ...sent.data, basis: ' ' } }
    expect(E.isRight(decodeWith(PromiseCommand)(sent))).toBe(true)
    expect(decodeWith(PromiseCommand)(empty)).toEqual(
      E.left([{ field: 'data.basis', expected: 'NonEmptyText' }]),
    )
  })
})
