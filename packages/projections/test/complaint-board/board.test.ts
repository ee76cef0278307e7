import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { complaintBoard, csv, customers, foldRows, tableOf, type Times } from '../../src/index.js'
import { entryId, factsOf } from '../shared/history.js'
import { mergedInto, parted, registered } from '../shared/desk.js'
import {
  assigned,
  at,
  awaited,
  boardOf,
  carriedOut,
  clock,
  closed,
  complaintId,
  customerId,
  escalated,
  event,
  facts,
  fold,
  handedOver,
  hour,
  merged,
  recorded,
  reopened,
  replied,
  rules,
  withdrawn,
  wrote,
} from './support.js'

const repair = { kind: 'repair' }
const the = (figure: keyof Times) => O.map((all: Times) => all[figure])

describe('the complaint board', () => {
  it('says nothing of what was not counted', () => {
    const board = boardOf({})
    expect(board.complaints).toBe(0)
    const { open, toFirstReply, toFirstResolution, handOvers, closings, repeats } = board
    for (const figure of [open, toFirstReply, toFirstResolution, handOvers, closings, repeats])
      expect(figure).toEqual(O.none)
    expect(board.verdicts.firstReply).toEqual(O.none)
    expect(board.byHandler).toEqual([])
  })

  it('counts only complaints as complaints, and the others apart', () => {
    const board = boardOf({
      1: [recorded(0)],
      2: [recorded(0, { kind: 'inquiry' })],
      3: [recorded(0, { ...repair, repeatOf: complaintId(9) })],
      4: [
        recorded(0, repair),
        event('KindChanged', 1, { kind: 'complaint', clocksFrom: 'receipt' }),
      ],
    })
    expect(board.complaints).toBe(2)
    expect(board.others).toEqual([
      { kind: 'inquiry', recorded: 1, open: 1, repeats: [] },
      { kind: 'repair', recorded: 1, open: 1, repeats: [complaintId(3)] },
    ])
  })

  it('keeps what stands before the record of a complaint out of every figure', () => {
    const board = boardOf({ 1: [escalated(0), handedOver(0, 'li'), recorded(1)], 2: [closed(3)] })
    expect(board.complaints).toBe(1)
    expect(board.escalations).toEqual(O.some({ events: 0, complaints: 0, n: 1 }))
    expect(board.handOvers).toEqual(O.some({ events: 0, complaints: 0, n: 1 }))
  })

  it('tells the lives apart', () => {
    const board = boardOf({
      1: [recorded(0)],
      2: [recorded(0), closed(1)],
      3: [recorded(0), withdrawn(1)],
      4: [recorded(0), event('ComplaintReferred', 1, { body: 'court', name: 'Bern', why: 'so' })],
      5: [recorded(0), awaited(1)],
      6: [recorded(0), awaited(1), closed(2)],
    })
    expect(board.open).toEqual(O.some({ count: 2, n: 6 }))
    expect(board.waiting).toEqual(O.some({ count: 1, n: 6 }))
    expect(board.closed).toEqual(O.some({ count: 2, n: 6 }))
    expect(board.withdrawn).toEqual(O.some({ count: 1, n: 6 }))
    expect(board.referred).toEqual(O.some({ count: 1, n: 6 }))
  })
})

describe('overdue', () => {
  const history = { 1: [recorded(0)], 2: [recorded(1), replied(2)] }

  it('begins after the due instant and not at it', () => {
    expect(boardOf(history, 24).overdue).toEqual(O.some({ count: 0, n: 2 }))
    expect(boardOf(history, 24.5).overdue).toEqual(O.some({ count: 1, n: 2 }))
    expect(boardOf(history, 24.5).overdueBy.firstReply).toEqual(O.some({ count: 1, n: 2 }))
    expect(boardOf(history, 24.5).overdueBy.resolution).toEqual(O.some({ count: 0, n: 2 }))
  })

  it('counts a complaint once, however many clocks are late', () => {
    const board = boardOf(history, 100)
    expect(board.overdue).toEqual(O.some({ count: 2, n: 2 }))
    expect(board.overdueBy.resolution).toEqual(O.some({ count: 2, n: 2 }))
    expect(board.overdueBy.nextReply).toEqual(O.some({ count: 0, n: 2 }))
  })

  it('is not said of a clock that stands still, nor of what is closed', () => {
    const board = boardOf({
      1: [recorded(0), replied(1), awaited(2)],
      2: [recorded(0), replied(1), closed(2)],
    })
    expect(board.overdue).toEqual(O.some({ count: 0, n: 2 }))
  })

  it('is listed with the longest overdue first, complaints alone', () => {
    const rows = fold(
      facts({ 3: [recorded(0)], 1: [recorded(5), replied(6)], 2: [recorded(0, repair)] }),
    )
    const late = complaintBoard.overdue(rules)(complaintBoard.cases(rows), at(100))
    expect(late.map(({ id, clock: name, dueAt }) => [id, name, dueAt])).toEqual([
      [complaintId(3), 'firstReply', at(24)],
      [complaintId(3), 'resolution', at(72)],
      [complaintId(1), 'resolution', at(77)],
    ])
    expect(late[0]?.holder).toEqual({ kind: 'person', id: 'desk' })
  })
})

describe('times', () => {
  it('to the first reply go by when things happened, not by when they were written down', () => {
    const board = boardOf({
      1: [recorded(0), replied(5), replied(2)],
      2: [recorded(0), replied(6)],
      3: [recorded(0)],
    })
    expect(board.toFirstReply).toEqual(
      O.some({ n: 2, median: 4 * hour, mean: 4 * hour, shortest: 2 * hour, longest: 6 * hour }),
    )
  })

  it('to a resolution count the first and the last, and no close', () => {
    const board = boardOf({
      1: [recorded(0), carriedOut(9), carriedOut(3), closed(50)],
      2: [recorded(0), carriedOut(4), closed(60)],
      3: [recorded(0), closed(70)],
    })
    expect(board.toFirstResolution).toEqual(
      O.some({ n: 2, median: 3.5 * hour, mean: 3.5 * hour, shortest: 3 * hour, longest: 4 * hour }),
    )
    expect(board.toLastResolution).toEqual(
      O.some({ n: 2, median: 6.5 * hour, mean: 6.5 * hour, shortest: 4 * hour, longest: 9 * hour }),
    )
    expect(board.neverResolved).toEqual(O.some({ count: 1, n: 3 }))
    expect(board.resolvedAgain).toEqual(O.some({ count: 1, n: 3 }))
  })

  it('to the last resolution wait for one that was reopened', () => {
    const once = [recorded(0), carriedOut(3), closed(4), reopened(5)]
    expect(boardOf({ 1: once }).toLastResolution).toEqual(O.none)
    expect(the('n')(boardOf({ 1: once }).toFirstResolution)).toEqual(O.some(1))
    const again = [...once, carriedOut(9)]
    expect(the('median')(boardOf({ 1: again }).toLastResolution)).toEqual(O.some(9 * hour))
  })

  it('are never less than none', () => {
    const board = boardOf({ 1: [recorded(5), replied(1), carriedOut(2)] })
    expect(the('median')(board.toFirstReply)).toEqual(O.some(0))
    expect(the('median')(board.toFirstResolution)).toEqual(O.some(0))
  })

  const resolving = {
    'a remedy at once': [
      event('ResolvedAtOnce', 2, {
        option: { optionId: complaintId(1), remedy: 'repair', what: 'sealed' },
        noteDueAt: '2026-11-05T00:00:00.000Z',
        stopped: [],
      }),
    ],
    'the notice of an invalid complaint': [
      event('ComplaintFoundInvalid', 1, {
        ground: 'misunderstanding',
        content: { category: 'quality', subtype: 'fault' },
        reasons: 'no leak',
      }),
      event('CustomerNotified', 2, {
        noticeId: complaintId(1),
        channel: 'email',
        contactNext: 'desk',
        text: 'no leak',
        options: [],
        stopped: [],
      }),
    ],
    'an answer': [
      event('InquiryAnswered', 2, {
        replyId: complaintId(1),
        channel: 'email',
        text: 'yes',
        stopped: [],
      }),
    ],
    'a decision on a suggestion': [
      event('SuggestionDecided', 2, { takenUp: true, why: 'good', stopped: [] }),
    ],
    'a service done': [event('ServiceDone', 2, { evidence: [], stopped: [] })],
    'a service refused': [
      event('ServiceDecided', 2, { terms: 'refused', why: 'too old', stopped: [] }),
    ],
    'a ruling outside': [event('OutsideDecisionRecorded', 2, { ruling: 'dismissed', text: 'no' })],
  }
  for (const [what, events] of Object.entries(resolving))
    it(`take ${what} for a resolution`, () => {
      const { toFirstResolution } = boardOf({ 1: [recorded(0), ...events] })
      expect(the('median')(toFirstResolution)).toEqual(O.some(2 * hour))
    })

  const going = {
    'the notice of remedies': [
      event('CustomerNotified', 2, {
        noticeId: complaintId(1),
        channel: 'email',
        contactNext: 'desk',
        text: 'a choice',
        options: [],
        stopped: [],
      }),
    ],
    'a service granted': [event('ServiceDecided', 2, { terms: 'free', why: 'new', stopped: [] })],
    'a ruling for the customer': [
      event('OutsideDecisionRecorded', 2, { ruling: 'upheld', text: 'pay' }),
    ],
  }
  for (const [what, events] of Object.entries(going))
    it(`do not take ${what} for one`, () =>
      expect(boardOf({ 1: [recorded(0), ...events] }).toFirstResolution).toEqual(O.none))
})

describe('what happened on the way', () => {
  const board = boardOf({
    1: [recorded(0), escalated(1), escalated(2, 2), handedOver(3, 'li'), handedOver(4, 'wu')],
    2: [recorded(0), escalated(1), closed(2), reopened(3), closed(4), reopened(5), closed(6)],
    3: [recorded(0, { customer: customerId(2), repeatOf: complaintId(1) }), closed(2)],
  })

  it('is counted as events and as complaints', () => {
    expect(board.escalations).toEqual(O.some({ events: 3, complaints: 2, n: 3 }))
    expect(board.handOvers).toEqual(O.some({ events: 2, complaints: 1, n: 3 }))
    expect(board.reopens).toEqual(O.some({ events: 2, complaints: 1, n: 3 }))
    expect(board.repeats).toEqual(O.some({ count: 1, n: 3 }))
  })

  it('tells closings, complaints closed and customers apart', () => {
    expect(board.closings).toEqual(O.some({ closings: 4, complaints: 2, customers: 2 }))
    expect(board.customers).toBe(2)
  })
})

describe('verdicts', () => {
  const first = clock('firstReply', 0, 24)

  it('are met at the due instant and missed after it', () => {
    const board = boardOf({
      1: [recorded(0), replied(24, [first])],
      2: [recorded(0), replied(25, [first])],
      3: [recorded(0), replied(1, [first])],
    })
    expect(board.verdicts.firstReply).toEqual(
      O.some({ met: 2, missed: 1, notApplicable: 0, corrected: 0, n: 3 }),
    )
    expect(board.verdicts.resolution).toEqual(O.none)
  })

  it('count a clock once that was missed, and stopped afterwards', () => {
    const missed = event('ClockMissed', 30, { clock: first })
    const { firstReply } = boardOf({ 1: [recorded(0), missed, replied(31, [first])] }).verdicts
    expect(firstReply).toEqual(O.some({ met: 0, missed: 1, notApplicable: 0, corrected: 0, n: 1 }))
  })

  it('count each running of a clock', () => {
    const { nextReply } = boardOf({
      1: [
        recorded(0),
        wrote(1),
        replied(2, [clock('nextReply', 1, 9)]),
        wrote(10),
        replied(30, [clock('nextReply', 10, 18)]),
      ],
    }).verdicts
    expect(nextReply).toEqual(O.some({ met: 1, missed: 1, notApplicable: 0, corrected: 0, n: 2 }))
  })

  it('are corrected, once, and both are shown', () => {
    const missed = event('ClockMissed', 30, { clock: first })
    const corrected = event('VerdictCorrected', 31, { clock: first, verdict: 'met' })
    for (const events of [
      [missed, corrected],
      [missed, corrected, corrected],
    ])
      expect(boardOf({ 1: [recorded(0), ...events] }).verdicts.firstReply).toEqual(
        O.some({ met: 1, missed: 0, notApplicable: 0, corrected: 1, n: 1 }),
      )
  })

  it('are corrected of an earlier running too, and not of what was never judged', () => {
    const earlier = clock('nextReply', 1, 9)
    const later = clock('nextReply', 20, 28)
    const corrected = event('VerdictCorrected', 41, { clock: earlier, verdict: 'met' })
    const judged = [
      event('ClockMissed', 10, { clock: earlier }),
      event('ClockMissed', 40, { clock: later }),
    ]
    expect(boardOf({ 1: [recorded(0), ...judged, corrected] }).verdicts.nextReply).toEqual(
      O.some({ met: 1, missed: 1, notApplicable: 0, corrected: 1, n: 2 }),
    )
    expect(boardOf({ 1: [recorded(0), corrected] }).verdicts.nextReply).toEqual(O.none)
  })

  it('are not applicable to reply clocks that the end found running', () => {
    const { verdicts } = boardOf({
      1: [recorded(0), closed(1, [clock('resolution', 0, 72)])],
      2: [recorded(0), replied(1, [first]), wrote(2), closed(3)],
      3: [recorded(0), withdrawn(1)],
      4: [
        recorded(0),
        replied(1, [first]),
        event('ComplaintReferred', 3, { body: 'court', name: 'Bern', why: 'so' }),
      ],
    })
    expect(verdicts.firstReply).toEqual(
      O.some({ met: 2, missed: 0, notApplicable: 2, corrected: 0, n: 2 }),
    )
    expect(verdicts.nextReply).toEqual(
      O.some({ met: 0, missed: 0, notApplicable: 1, corrected: 0, n: 0 }),
    )
    expect(verdicts.resolution).toEqual(
      O.some({ met: 1, missed: 0, notApplicable: 2, corrected: 0, n: 1 }),
    )
  })

  it('stay missed where they were before the end came', () => {
    const missed = event('ClockMissed', 30, { clock: first })
    expect(boardOf({ 1: [recorded(0), missed, closed(31)] }).verdicts.firstReply).toEqual(
      O.some({ met: 0, missed: 1, notApplicable: 0, corrected: 0, n: 1 }),
    )
  })
})

describe('merged complaints', () => {
  const history = {
    1: [recorded(0), escalated(1)],
    2: [recorded(0), escalated(1), handedOver(2, 'li'), merged(3, 1)],
    3: [recorded(0), merged(3, 2)],
    4: [recorded(0), merged(3, 77)],
    5: [recorded(0), merged(3, 6)],
    6: [recorded(0), merged(3, 5)],
  }

  it('are counted once, and the survivor stands for them', () => {
    const board = boardOf(history)
    expect(board.complaints).toBe(3)
    expect(board.merged).toBe(3)
    expect(board.open).toEqual(O.some({ count: 1, n: 3 }))
    expect(board.escalations).toEqual(O.some({ events: 2, complaints: 1, n: 3 }))
    expect(board.handOvers).toEqual(O.some({ events: 1, complaints: 1, n: 3 }))
  })

  it('stand for themselves where the survivor is unknown, and the least where they go in a circle', () => {
    const all = complaintBoard.cases(fold(facts(history)))
    expect(all.map(({ id, absorbed }) => [id, absorbed])).toEqual([
      [complaintId(1), [complaintId(2), complaintId(3)]],
      [complaintId(4), []],
      [complaintId(5), [complaintId(6)]],
    ])
  })

  it('meet within a tenant alone', () => {
    const inTenant = (tenant: string) =>
      facts({ 1: [recorded(0)], 2: [recorded(0), merged(3, 1)] }).map((fact) => ({
        ...fact,
        stream: fact.stream.replace('-', `-${tenant}.`),
      }))
    const all = complaintBoard.cases(fold([...inTenant('north'), ...inTenant('south')]))
    expect(all.map(({ id, absorbed }) => [id, absorbed])).toEqual([
      [`north.${complaintId(1)}`, [`north.${complaintId(2)}`]],
      [`south.${complaintId(1)}`, [`south.${complaintId(2)}`]],
    ])
  })
})

describe('groups', () => {
  const cause = { origin: 'enterprise', factor: 'productDefect' }
  const content = { category: 'quality', subtype: 'fault' }
  const board = boardOf(
    {
      1: [
        recorded(0, { content }),
        assigned(1, { kind: 'department', id: 'repairs' }),
        event('ComplaintInvestigated', 2, { cause, evidence: [] }),
      ],
      2: [recorded(0, { content }), handedOver(1, 'li', { department: 'repairs' }), awaited(2)],
      3: [recorded(0), handedOver(1, 'li'), closed(2)],
      4: [recorded(0), assigned(1, { kind: 'department', id: 'sales' }), handedOver(2, 'wu')],
    },
    30,
  )
  const shown = <K>(groups: ReadonlyArray<complaintBoard.Group<K>>) =>
    groups.map((g) => [O.toUndefined(g.key), g.complaints, g.open, g.waiting, g.overdue])

  it('by step hold what is open', () =>
    expect(shown(board.byStep)).toEqual([
      ['assigned', 1, 1, 0, 1],
      ['investigated', 1, 1, 0, 1],
      ['recorded', 1, 1, 1, 1],
    ]))

  it('by category and cause say of how many nothing was said', () => {
    expect(shown(board.byCategory)).toEqual([
      ['quality', 2, 2, 1, 2],
      [undefined, 2, 1, 0, 1],
    ])
    expect(shown(board.byCause)).toEqual([
      [cause, 1, 1, 0, 1],
      [undefined, 3, 2, 1, 2],
    ])
  })

  it('by handler are those who hold it now', () =>
    expect(shown(board.byHandler)).toEqual([
      [{ kind: 'person', id: 'li' }, 2, 1, 1, 1],
      [{ kind: 'department', id: 'repairs' }, 1, 1, 0, 1],
      [{ kind: 'person', id: 'wu' }, 1, 1, 0, 1],
    ]))

  it('by department are the holder’s, or where it was assigned', () =>
    expect(shown(board.byDepartment)).toEqual([
      ['repairs', 2, 2, 1, 2],
      ['sales', 1, 1, 0, 1],
      [undefined, 1, 0, 0, 0],
    ]))
})

describe('the lists', () => {
  it('hold the open and the waiting complaints, the oldest first', () => {
    const all = complaintBoard.cases(
      fold(
        facts({
          1: [recorded(5), awaited(6)],
          2: [recorded(1)],
          3: [recorded(0), closed(2)],
          4: [recorded(0, repair), awaited(1)],
        }),
      ),
    )
    expect(complaintBoard.open(all).map(({ id }) => id)).toEqual([complaintId(2), complaintId(1)])
    expect(complaintBoard.waiting(all).map(({ id }) => id)).toEqual([complaintId(1)])
  })
})

describe('customers who are one by now', () => {
  const rowsOf = foldRows(customers.customers({ authority: [], purposes: [] }))
  const peopleOf = (...own: ReadonlyArray<ReturnType<typeof registered>>) =>
    customers.people(
      rowsOf(factsOf('customer', { [customerId(1)]: own, [customerId(2)]: [registered(0)] })),
    )
  const rows = fold(
    facts({
      1: [recorded(0), closed(1)],
      2: [recorded(0, { customer: customerId(2) }), closed(2), reopened(3), closed(4)],
    }),
  )
  const read = (people?: ReturnType<typeof peopleOf>) =>
    complaintBoard.read(rules)(rows, at(100), people)

  it('are counted once, and apart again once they are parted', () => {
    const one = peopleOf(registered(0), mergedInto(1, 2, entryId(1)))
    expect(read(one).customers).toBe(1)
    expect(read(one).closings).toEqual(O.some({ closings: 3, complaints: 2, customers: 1 }))
    const two = peopleOf(registered(0), mergedInto(1, 2, entryId(1)), parted(2, 2, entryId(1)))
    expect(read(two).customers).toBe(2)
    expect(read().closings).toEqual(O.some({ closings: 3, complaints: 2, customers: 2 }))
    const [row] = complaintBoard.caseRows(rules)(complaintBoard.cases(rows), at(100), one)
    expect(row).toMatchObject({ customer: customerId(2), complainant: customerId(1) })
  })
})

describe('the board as a table', () => {
  const rows = fold(
    facts({
      1: [recorded(0), handedOver(1, 'li'), replied(2, [clock('firstReply', 0, 24)])],
      2: [recorded(0), event('ClockMissed', 30, { clock: clock('firstReply', 0, 24) })],
      3: [recorded(5, repair), merged(6, 1)],
    }),
  )
  const board = complaintBoard.read(rules)(rows, at(100))

  it('has a row for each figure, and nothing where nothing was counted', () => {
    const figures = complaintBoard.rows(board)
    const of = (name: string) => figures.find(({ figure }) => figure === name)
    expect(of('open.count')).toEqual({
      at: '2026-11-06T16:00:00.000Z',
      figure: 'open.count',
      value: 2,
    })
    expect(of('verdicts.firstReply.met')?.['value']).toBe(1)
    expect(of('verdicts.firstReply.n')?.['value']).toBe(2)
    expect(of('toFirstResolution')).toMatchObject({ value: null })
    expect(csv(tableOf(figures))).toContain('at,figure,value\n')
    expect(complaintBoard.json(board)).toMatchObject({
      open: { count: 2, n: 2 },
      toFirstResolution: null,
    })
  })

  it('has a row for each group, also of those of which nothing was said', () => {
    const groups = complaintBoard.groupRows(board)
    expect(groups.filter(({ by }) => by === 'handler')).toEqual([
      {
        at: '2026-11-06T16:00:00.000Z',
        by: 'handler',
        key: 'person/desk',
        complaints: 1,
        open: 1,
        waiting: 0,
        overdue: 1,
      },
      {
        at: '2026-11-06T16:00:00.000Z',
        by: 'handler',
        key: 'person/li',
        complaints: 1,
        open: 1,
        waiting: 0,
        overdue: 1,
      },
    ])
    expect(groups.find(({ by }) => by === 'category')).toMatchObject({ key: null, complaints: 2 })
  })

  it('has a row for each case, with what was merged into it', () => {
    const cases = complaintBoard.caseRows(rules)(complaintBoard.cases(rows), at(100))
    expect(cases).toHaveLength(2)
    expect(cases[0]).toMatchObject({
      complaint: complaintId(1),
      kind: 'complaint',
      life: 'Open',
      holder: 'li',
      toFirstReply: 2 * hour,
      toFirstResolution: null,
      handOvers: 1,
      absorbed: complaintId(3),
      'firstReply.met': 1,
      'firstReply.corrected': 0,
    })
    expect(new Set(cases.map((row) => Object.keys(row).join()))).toHaveProperty('size', 1)
  })
})
