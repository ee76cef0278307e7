import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { type AnyFolding, customerRecord } from '../../src/index.js'
import { closed, recorded } from '../case-library/support.js'
import { callBack } from '../follow-up-agenda/support.js'
import { viewOf as loyaltyOf } from '../loyalty/view/support.js'
import { made } from '../promise-ledger/support.js'
import { viewOf as satisfactionOf } from '../satisfaction/view/support.js'
import { at, complaintId, customerId, entryId, iso, promiseId } from '../shared/history.js'
import {
  attitude,
  bought,
  chased,
  managed,
  merged,
  ofCustomer,
  ofDealings,
  off,
  parted,
  returned,
} from '../warnings/support.js'
import {
  issued,
  ofSurvey,
  projections,
  reading,
  recordOf,
  registeredAs,
  rules,
  sourcesOf,
  surveyId,
  type WholeDesk,
} from './support.js'

const point = (when: number, n: number, more: object = {}) =>
  ofCustomer('ContactPointAdded', when, {
    pointId: entryId(n),
    channel: 'phone',
    address: '+49 30 1',
    ...more,
  })
const change = (n: number, education: string) => ({
  changeId: entryId(n),
  change: { section: 'demographic', content: { education } },
})
const answered = (when: number) =>
  ofSurvey('SurveyAnswered', when, {
    answers: { csat: 4, nps: 9, comment: 'secret words' },
    correctableUntil: iso(when + 1),
  })

const some = <A>(option: O.Option<A>): A => {
  if (O.isNone(option)) throw new Error('there is none')
  return option.value
}
const of = (desk: WholeDesk, n = 1, when = 50) => some(recordOf(desk, n, when))
const himself = (...events: ReadonlyArray<ReturnType<typeof registeredAs>>) =>
  of({ customers: { 1: [registeredAs('Ann'), ...events] } }).himself

describe('the record', () => {
  const desk: WholeDesk = {
    customers: { 1: [registeredAs('Ann'), managed(1, 'li')] },
    complaints: { 1: [recorded(2), chased(4)], 2: [recorded(3), closed(5)] },
    promises: { 1: [made(1, 24)] },
    followUps: { 1: [callBack(6, 30)] },
    surveys: { 1: [issued(7), answered(8)] },
    dealings: { 1: [bought(1, 'a', 100), bought(9, 'b', 70), returned(10, 'a', 30)] },
  }
  const record = of(desk)

  it('is one page of all that is on record of him', () => {
    expect(record.complaints).toMatchObject([
      { id: complaintId(2), life: 'Closed', outcome: 'resolved', receivedAt: at(3) },
      { id: complaintId(1), life: 'Open', kind: 'complaint', step: 'recorded', cycle: 1 },
    ])
    expect(record.promises).toMatchObject([{ id: promiseId(1), standing: 'overdue' }])
    expect(record.visits).toMatchObject([{ kind: 'callBack', standing: 'missed' }])
    expect(record.surveys).toEqual([
      {
        id: surveyId(1),
        about: { topic: 'relationship' },
        mode: 'cumulative',
        standing: 'answered',
        answeredAt: at(8),
        csat: 4,
        nps: 9,
      },
    ])
    expect(record.ownership).toBe('owner')
    expect(record.purchases).toEqual([
      { orderId: 'b', at: at(9), currency: 'EUR', amount: 70, left: 70 },
      { orderId: 'a', at: at(1), currency: 'EUR', amount: 100, left: 70 },
    ])
    expect(record.warnings.map(({ _tag }) => _tag)).toEqual([
      'ReplyOverdue',
      'ReplyOverdue',
      'CalledTwice',
      'PromiseUnexplained',
    ])
  })

  it('tells what happened in the order in which it happened, whatever was written down first', () => {
    const types = record.timeline.map(({ type }) => type)
    expect(types.slice(0, 6)).toEqual([
      'CustomerRegistered',
      'ManagerAssigned',
      'PurchaseRecorded',
      'PromiseMade',
      'ComplaintRecorded',
      'ComplaintRecorded',
    ])
    expect(record.timeline).toHaveLength(13)
    const late = of({
      customers: { 1: [registeredAs('Ann'), managed(5, 'li'), point(3, 1), managed(3, 'wu')] },
    })
    expect(late.timeline.map(({ type }) => type)).toEqual([
      'CustomerRegistered',
      'ContactPointAdded',
      'ManagerAssigned',
      'ManagerAssigned',
    ])
  })

  it('is of no one else', () => {
    const other = of(
      {
        ...desk,
        customers: { 1: [registeredAs('Ann')], 2: [registeredAs('Ben')] },
      },
      2,
    )
    expect(other).toMatchObject({
      complaints: [],
      promises: [],
      visits: [],
      surveys: [],
      purchases: [],
      warnings: [],
      ownership: 'potential',
    })
    expect(other.timeline).toHaveLength(1)
  })

  it('has his figures of satisfaction and loyalty, where the page is read with those views', () => {
    const whole: WholeDesk = {
      customers: { 1: [registeredAs('Ann'), merged(20, 2)], 2: [registeredAs('Anna')] },
      surveys: { 1: [issued(7), answered(8)] },
      dealings: { 1: [bought(1, 'a', 100)], 2: [bought(30, 'b', 50)] },
    }
    const history = {
      customer: {
        [customerId(1)]: whole.customers?.[1] ?? [],
        [customerId(2)]: whole.customers?.[2] ?? [],
      },
      survey: { [surveyId(1)]: whole.surveys?.[1] ?? [] },
      dealings: {
        [customerId(1)]: whole.dealings?.[1] ?? [],
        [customerId(2)]: whole.dealings?.[2] ?? [],
      },
    }
    const page = (more: Partial<customerRecord.Reading>, key = customerId(1)) =>
      some(customerRecord.read(rules, off)(sourcesOf(whole), key, { ...reading(50), ...more }))
    const views = {
      satisfaction: satisfactionOf(history, { segmentation: { by: 'customer' }, knownAt: 50 }),
      loyalty: loyaltyOf(history, 50),
    }
    for (const key of [customerId(1), customerId(2)]) {
      const { satisfaction, loyalty } = page(views, key)
      expect(some(some(satisfaction).survey.cumulative.csat)).toMatchObject({ n: 1, satisfied: 1 })
      expect(some(loyalty)).toMatchObject({ customer: customerId(2), behaviour: { purchases: 2 } })
    }
    const figures = customerRecord.figureRows(page(views))
    expect(
      figures.find(({ figure }) => figure === 'satisfaction.survey.cumulative.csat.n'),
    ).toEqual({
      customer: customerId(2),
      at: '2026-11-04T14:00:00.000Z',
      figure: 'satisfaction.survey.cumulative.csat.n',
      value: 1,
    })
    expect(page({}).satisfaction).toEqual(O.none)
    expect(page({}).loyalty).toEqual(O.none)
    expect(page({ satisfaction: satisfactionOf(history) }).satisfaction).toEqual(O.none)
  })

  it('is shared by processes that read their own events alone', () => {
    // Whose a stream is must be read.
    const { streams, ...rest } = projections
    const all: ReadonlyArray<AnyFolding> = Object.values(rest)
    for (const { name, concerns } of all)
      expect([name, concerns?.({ stream: 'x-7', type: 'T', metadata: {} })]).toEqual([name, '7'])
  })

  it('is none of whoever was never registered', () => {
    expect(recordOf(desk, 3, 50)).toEqual(O.none)
    expect(recordOf({ ...desk, customers: {} }, 1, 50)).toEqual(O.none)
  })

  it('warns by the host’s thresholds, of him alone', () => {
    const thresholds = { ...off, managerHolds: 0, relationshipPoor: 0 }
    const warned = recordOf(
      { ...desk, complaints: {}, dealings: { 1: [attitude(1, 2, 8)] } },
      1,
      3,
      thresholds,
    )
    expect(some(warned)).toMatchObject({
      warnings: [],
      poor: [{ customer: customerId(1), reasons: [{ why: 'relationshipPoor' }] }],
    })
  })

  it('leaves as rows of a table and as plain JSON', () => {
    const page = of({ customers: { 1: [registeredAs('Ann')] } })
    expect(customerRecord.rows(page)).toEqual([
      {
        customer: customerId(1),
        at: iso(0),
        category: 'customer',
        id: customerId(1),
        event: 'CustomerRegistered',
        by: 'desk',
        role: 'agent',
      },
    ])
    expect(customerRecord.json(page)).toMatchObject({ himself: { name: 'Ann', life: 'active' } })
  })
})

describe('he himself', () => {
  it('has his profile, whoever changed it, and when it was verified', () => {
    const { profile, completeness } = himself(
      ofCustomer('ProfileChanged', 1, change(1, 'school')),
      ofCustomer('ProfileSectionVerified', 2, {
        verificationId: entryId(2),
        section: 'demographic',
      }),
    )
    expect(completeness).toBe(1 / 3)
    expect(profile).toEqual([
      {
        section: 'demographic',
        filled: true,
        changedBy: 'desk',
        verifiedAt: at(2),
        content: { section: 'demographic', content: { education: 'school' } },
      },
    ])
  })

  it('is not what was proposed before it is verified', () => {
    const proposed = ofCustomer('ProfileChangeProposed', 2, change(2, 'university'))
    const settled = (type: 'ProfileChangeVerified' | 'ProfileChangeRefused') =>
      ofCustomer(type, 3, { changeId: entryId(2), section: 'demographic', why: 'so' })
    const shown = (...events: ReadonlyArray<typeof proposed>) =>
      himself(ofCustomer('ProfileChanged', 1, change(1, 'school')), ...events).profile[0]?.content
        ?.content
    expect(shown(proposed)).toEqual({ education: 'school' })
    expect(shown(proposed, settled('ProfileChangeVerified'))).toEqual({ education: 'university' })
    expect(shown(proposed, settled('ProfileChangeRefused'))).toEqual({ education: 'school' })
    expect(
      shown(proposed, settled('ProfileChangeRefused'), settled('ProfileChangeVerified')),
    ).toEqual({ education: 'school' })
  })

  it('is reached at the points that are left', () => {
    const person = ofCustomer('ContactPersonAdded', 1, {
      personId: entryId(9),
      name: 'Cho',
      roles: ['user'],
    })
    const gone = ofCustomer('ContactPersonRemoved', 3, { personId: entryId(9) })
    const points = (...events: ReadonlyArray<typeof person>) =>
      himself(...events).points.map(({ pointId }) => pointId)
    const two = [person, point(2, 1), point(2, 2, { personId: entryId(9) })]
    expect(points(...two)).toEqual([entryId(1), entryId(2)])
    expect(points(...two, gone)).toEqual([entryId(1)])
    expect(points(...two, ofCustomer('ContactPointRemoved', 3, { pointId: entryId(1) }))).toEqual([
      entryId(2),
    ])
    expect(himself(...two).persons).toEqual([{ name: 'Cho', roles: ['user'] }])
  })

  it('has his needs, and the expectations that he holds, best first', () => {
    const expects = (when: number, n: number, what: string) =>
      ofCustomer('ExpectationRecorded', when, { expectationId: entryId(n), what })
    const need = ofCustomer('NeedRecorded', 1, {
      needId: entryId(1),
      kind: 'emotional',
      depth: 'inner',
      what: 'to be heard',
    })
    const one = himself(
      need,
      need,
      expects(1, 1, 'fast'),
      expects(2, 2, 'cheap'),
      expects(3, 3, 'free'),
      ofCustomer('ExpectationsRanked', 4, { order: [entryId(2), entryId(1), entryId(3)] }),
      ofCustomer('ExpectationReleased', 5, { expectationId: entryId(3), how: 'talked' }),
    )
    expect(one.needs).toEqual([
      { needId: entryId(1), kind: 'emotional', depth: 'inner', what: 'to be heard' },
    ])
    expect(one.expectations.map(({ what }) => what)).toEqual(['cheap', 'fast'])
  })

  it('has one class a scheme, a manager with his history, and his consents', () => {
    const classed = (when: number, value: string) =>
      ofCustomer('CustomerClassified', when, { classification: { scheme: 'tier', value } })
    const consent = (type: 'ConsentGiven' | 'ConsentWithdrawn', when: number) =>
      ofCustomer(type, when, { purpose: 'survey/all', channel: 'email' })
    const one = himself(
      classed(1, 'golden'),
      classed(2, 'vip'),
      managed(1, 'li'),
      ofCustomer('ManagerReassigned', 2, { manager: 'wu', from: 'li', why: 'left' }),
      consent('ConsentGiven', 1),
      consent('ConsentWithdrawn', 2),
    )
    expect(one.classes).toEqual([{ scheme: 'tier', value: 'vip' }])
    expect(one.manager).toBe('wu')
    expect(one.managers.map(({ value }) => value)).toEqual(['li', 'wu'])
    expect(one.consents).toEqual([
      { channel: 'email', purpose: 'survey/all', how: 'withdrawn', since: at(2) },
    ])
    const none = ofCustomer('CustomerDeclassified', 3, {
      classification: { scheme: 'tier', value: 'vip' },
    })
    expect(himself(classed(1, 'vip'), none).classes).toEqual([])
  })

  it('is lost for a reason', () =>
    expect(himself(ofCustomer('CustomerLost', 1, { reason: 'neglected' }))).toMatchObject({
      life: 'lost',
      lostFor: 'neglected',
    }))
})

describe('what he is by his dealings', () => {
  const ownership = (...dealings: ReadonlyArray<ReturnType<typeof ofDealings>>) =>
    of({ customers: { 1: [registeredAs('Ann')] }, dealings: { 1: dealings } }, 1).ownership
  const used = (when: number, n: number, more: object = {}) =>
    ofDealings('HandedOverForUse', when, {
      handOverId: entryId(n),
      what: { kind: 'item', ref: 'boiler' },
      acceptedBy: 'Ann',
      ...more,
    })
  const intends = (when: number, strength: number) =>
    ofDealings('IntentStated', when, { statementId: entryId(when), strength })

  it('is an owner as long as an order was not returned whole', () => {
    expect(ownership(bought(1, 'a', 100))).toBe('owner')
    expect(ownership(bought(1, 'a', 100), returned(2, 'a', 100))).toBe('owner')
    expect(ownership(bought(1, 'a', 100), returned(2, 'a'))).toBe('potential')
    expect(ownership(bought(1, 'a', 100), bought(1, 'b', 5), returned(2, 'a'))).toBe('owner')
  })

  it('is one of what he was given to use, unless that was of an order, which it comes and goes with', () => {
    expect(ownership(used(1, 1))).toBe('owner')
    expect(ownership(used(1, 1), used(2, 1))).toBe('owner')
    expect(ownership(bought(1, 'a', 100), used(2, 1, { orderId: 'a' }), returned(3, 'a'))).toBe(
      'potential',
    )
  })

  it('means what he said last, whenever it was written down', () => {
    expect(ownership(intends(2, 7), intends(1, 1))).toBe('intending')
    expect(ownership(intends(1, 7), intends(2, 1))).toBe('potential')
  })
})

describe('whoever was merged', () => {
  const desk = (...more: ReadonlyArray<ReturnType<typeof merged>>): WholeDesk => ({
    customers: { 1: [registeredAs('Ann'), ...more], 2: [registeredAs('Anna')] },
    complaints: { 1: [recorded(2)], 2: [recorded(3, { customer: customerId(2) })] },
    surveys: { 1: [issued(4)], 2: [issued(4, 2)] },
    dealings: {
      1: [bought(1, 'a', 100)],
      2: [
        bought(2, 'a', 100),
        ofDealings('IntentStated', 3, { statementId: entryId(3), strength: 7 }),
      ],
    },
  })

  it('is on one page with his survivor, whichever of them is asked for', () => {
    const page = of(desk(merged(5, 2)), 2)
    expect(page).toEqual(of(desk(merged(5, 2)), 1))
    expect(page.himself.name).toBe('Anna')
    expect(page.merged.map(({ name }) => name)).toEqual(['Ann'])
    expect(page.complaints).toHaveLength(2)
    expect(page.surveys).toHaveLength(2)
    expect(page.purchases).toHaveLength(1)
  })

  it('has a page of his own again once they are parted', () => {
    const parted_ = desk(merged(5, 2), parted(6, 2))
    expect(of(parted_, 1)).toMatchObject({ himself: { name: 'Ann' }, merged: [] })
    expect(of(parted_, 1).complaints).toHaveLength(1)
    expect(of(parted_, 2)).toEqual(of(desk(), 2))
  })

  it('shows that he is blacklisted, on the page of them all', () => {
    const blacklisted = ofCustomer('CustomerBlacklisted', 1, { why: 'threats' })
    expect(of(desk(blacklisted), 1)).toMatchObject({
      blacklisted: true,
      himself: { blacklistings: [{ since: at(1), decidedBy: { id: 'desk' } }] },
    })
    expect(of(desk(blacklisted, merged(5, 2)), 2).blacklisted).toBe(true)
    const cleared = ofCustomer('CustomerCleared', 2, { why: 'sorry' })
    expect(of(desk(blacklisted, cleared), 1).blacklisted).toBe(false)
  })
})

describe('showing the page', () => {
  const told = [
    registeredAs('Ann'),
    point(1, 1),
    ofCustomer('ProfileChanged', 1, change(1, 'school')),
    ofCustomer('ImportantDateAdded', 1, {
      dateId: entryId(5),
      kind: 'birthday',
      day: { date: '05-04', year: 1970 },
    }),
  ]
  const erased = ofCustomer('CustomerErased', 9)
  const promises = { 1: [made(1, 24)] }

  it('discloses what of a person’s own is on it, and no more', () => {
    expect(of({ customers: { 1: told } }).discloses).toEqual([
      'names',
      'contactPoints',
      'birthDates',
      'freeText',
    ])
    expect(of({ customers: { 1: told.slice(0, 1) } }).discloses).toEqual(['names'])
    expect(of({ customers: { 1: told.slice(0, 1) }, promises }).discloses).toEqual([
      'names',
      'freeText',
    ])
  })

  it('discloses nothing of whoever is erased, and the rest of the history still stands there', () => {
    const desk: WholeDesk = {
      customers: { 1: [...told, erased, point(10, 2)] },
      promises,
      complaints: { 1: [recorded(2)] },
      surveys: { 1: [issued(3), answered(4)] },
    }
    const page = of(desk)
    expect(page.discloses).toEqual([])
    expect(page.himself).toMatchObject({ life: 'erased', name: { redacted: true }, points: [] })
    expect(page.complaints).toHaveLength(1)
    const text = JSON.stringify(page)
    for (const personal of ['Ann', '+49', 'school', '1970', 'a new boiler', 'It leaks', 'secret'])
      expect(text).not.toContain(personal)
  })

  it('of an erased one who was merged hides him alone', () => {
    const page = of({
      customers: { 1: [...told, merged(5, 2), erased], 2: [registeredAs('Anna')] },
      promises,
    })
    expect(page.himself.name).toBe('Anna')
    expect(page.merged).toMatchObject([{ life: 'erased', name: { redacted: true } }])
    expect(page.promises).toMatchObject([{ what: { redacted: true } }])
  })
})
