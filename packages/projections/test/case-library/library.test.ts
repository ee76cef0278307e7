import { customer } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { caseLibrary, customers, foldRows } from '../../src/index.js'
import { at, complaintId, customerId, eventsOf, factsOf, iso } from '../shared/history.js'
import {
  closed,
  confirmed,
  content,
  fold,
  given,
  type History,
  investigated,
  libraryOf,
  recorded,
  reopened,
} from './support.js'

const idsOf = (cases: ReadonlyArray<caseLibrary.Case>) =>
  cases.map(({ id }) => Number(id.slice(-3)))

describe('a case', () => {
  it('is a closed complaint that its close put into the library', () => {
    const library = libraryOf({
      1: [recorded(0), closed(1)],
      2: [recorded(0), closed(1, { toCaseLibrary: false })],
      3: [recorded(0)],
      4: [recorded(0), closed(1), reopened(2)],
      5: [recorded(0), closed(1), reopened(2), closed(3, { toCaseLibrary: false })],
      6: [closed(1)],
    })
    expect(idsOf(library.cases)).toEqual([1])
  })

  it('tells what its last close says', () => {
    const [one] = libraryOf({
      1: [
        recorded(0),
        closed(1, { lesson: 'Tighten', department: 'repairs' }),
        reopened(2),
        closed(3, { lesson: 'Use another seal' }, 'The seal was replaced'),
      ],
    }).cases
    expect(one).toMatchObject({
      closedAt: at(3),
      receivedAt: at(0),
      summary: 'The seal was replaced',
      lesson: O.some('Use another seal'),
      department: O.none,
      cause: O.none,
      content: O.none,
      avoided: O.none,
    })
  })

  it('was given to each once, in the order of time, and is avoided as confirmed last', () => {
    const [one] = libraryOf({
      1: [
        recorded(0),
        closed(1),
        given(5, 'project B'),
        given(4, 'project A'),
        given(6, 'project B'),
        confirmed(9, true),
        confirmed(8, false),
      ],
    }).cases
    expect(one?.given).toEqual([
      { to: 'project A', at: at(4) },
      { to: 'project B', at: at(5) },
    ])
    expect(one?.avoided).toEqual(O.some(true))
    const [other] = libraryOf({
      1: [recorded(0), closed(1), confirmed(8, true), confirmed(8, false)],
    }).cases
    expect(other?.avoided).toEqual(O.some(false))
  })
})

const history: History = {
  1: [
    recorded(0),
    content(1, 'quality', 'defect'),
    investigated(1, 'enterprise', 'productDefect'),
    closed(2, { lesson: 'Check every SEAL twice', department: 'repairs' }),
    given(3, 'assembly'),
    confirmed(4, true),
  ],
  2: [
    recorded(0, { about: { topic: 'service', ref: 'Café Zürich' } }),
    content(1, 'service', 'attitude'),
    investigated(1, 'enterprise', 'serviceQuality'),
    closed(5, {}, '客户对态度不满'),
    confirmed(6, false),
  ],
  3: [recorded(0), investigated(1, 'enterprise', 'productDefect'), closed(2)],
}

describe('a search', () => {
  const { cases } = libraryOf(history)
  const found = (query: caseLibrary.Query) => idsOf(caseLibrary.search(query)(cases))

  it('asks nothing of what is left out, and shows what was closed last first', () =>
    expect(found({})).toEqual([2, 1, 3]))

  it.each<[caseLibrary.Query, ReadonlyArray<number>]>([
    [{ origin: 'enterprise' }, [2, 1, 3]],
    [{ origin: 'social' }, []],
    [{ factor: 'productDefect' }, [1, 3]],
    [{ category: 'quality' }, [1]],
    [{ category: 'service', subtype: 'attitude' }, [2]],
    [{ category: 'service', subtype: 'skill' }, []],
    [{ department: 'repairs' }, [1]],
    [{ givenTo: 'assembly' }, [1]],
    [{ givenTo: 'sales' }, []],
    [{ avoided: true }, [1]],
    [{ avoided: false }, [2]],
    [{ avoided: 'unknown' }, [3]],
    [{ text: 'seal' }, [1, 3]],
    [{ text: '  Twice\tSEAL ' }, [1]],
    [{ text: 'seal nothing' }, []],
    [{ text: 'boiler b7' }, [1, 3]],
    [{ text: 'cafe\u0301 zu\u0308r' }, [2]],
    [{ text: '态度' }, [2]],
    [{ text: ' ' }, [2, 1, 3]],
    [{ factor: 'productDefect', text: 'twice' }, [1]],
  ])('for %j finds %j', (query, ids) => expect(found(query)).toEqual(ids))
})

describe('the library', () => {
  it('says how often the same was avoided, of those of which it is known', () => {
    const { figures } = libraryOf(history)
    expect(figures).toMatchObject({
      cases: 3,
      withLesson: O.some({ count: 1, n: 3 }),
      given: O.some({ count: 1, n: 3 }),
      confirmed: O.some({ count: 2, n: 3 }),
    })
    expect(figures.avoided).toMatchObject(O.some({ count: 1, n: 2, share: 0.5 }))
  })

  it('is of nothing none', () => {
    expect(libraryOf({}).figures).toEqual({
      cases: 0,
      withLesson: O.none,
      given: O.none,
      confirmed: O.none,
      avoided: O.none,
    })
    expect(libraryOf({ 3: history[3] ?? [] }).figures.avoided).toEqual(O.none)
  })

  it('groups by cause and content, also what a search found', () => {
    const { byCause, byContent, cases } = libraryOf(history)
    expect(byCause.map(({ key, cases: n }) => [key.factor, n])).toEqual([
      ['productDefect', 2],
      ['serviceQuality', 1],
    ])
    expect(byContent.map(({ key, cases: n }) => [key.subtype, n])).toEqual([
      ['defect', 1],
      ['attitude', 1],
    ])
    const some = caseLibrary.summarise(caseLibrary.search({ text: 'twice' })(cases))
    expect(some.byCause.map(({ key, cases: n }) => [key.factor, n])).toEqual([['productDefect', 1]])
  })

  it('leaves as rows of a table and as plain JSON', () => {
    const library = libraryOf({ 1: history[1] ?? [] })
    expect(caseLibrary.rows(library)).toEqual([
      {
        complaint: complaintId(1),
        customer: customerId(1),
        topic: 'item',
        about: 'Boiler B7',
        origin: 'enterprise',
        factor: 'productDefect',
        category: 'quality',
        subtype: 'defect',
        outcome: 'resolved',
        receivedAt: iso(0),
        closedAt: iso(2),
        summary: 'A new seal',
        lesson: 'Check every SEAL twice',
        department: 'repairs',
        givenTo: 'assembly',
        avoided: true,
      },
    ])
    expect(caseLibrary.json(library)).toMatchObject({ figures: { cases: 1, avoided: { n: 1 } } })
    const groups = caseLibrary.groupRows(library)
    expect(groups.map(({ by, key }) => [by, key])).toEqual([
      ['everything', null],
      ['cause', 'enterprise/productDefect'],
      ['content', 'quality/defect'],
    ])
    for (const row of groups)
      expect(row).toMatchObject({ cases: 1, given: 1, confirmed: 1, avoided: 1, 'avoided.n': 1 })
    expect(caseLibrary.groupRows(libraryOf({}))).toMatchObject([
      { cases: 0, given: null, avoided: null, 'avoided.n': null },
    ])
  })

  it('forgets what was written of whoever is erased, and does not find it', () => {
    const customerEvent = eventsOf(customer.CustomerEvent)
    const people = customers.people(
      foldRows(customers.customers({ authority: [], purposes: [] }))(
        factsOf('customer', {
          [customerId(1)]: [
            customerEvent('CustomerRegistered', 0, {
              kind: 'person',
              relation: 'external',
              stage: 'buyer',
              name: 'Ann',
            }),
            customerEvent('CustomerErased', 1),
          ],
        }),
      ),
    )
    const cases = caseLibrary.cases(fold({ 3: history[3] ?? [] }), people)
    expect(cases[0]?.summary).toEqual({ redacted: true })
    expect(caseLibrary.search({ text: 'seal' })(cases)).toEqual([])
    expect(caseLibrary.search({ text: 'boiler' })(cases)).toHaveLength(1)
  })
})
