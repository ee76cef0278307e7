import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { type satisfaction } from '../../../src/index.js'
import { assigned, carriedOut, clock } from '../../complaint-board/support.js'
import { callBack, calledBack, closed as planClosed } from '../../follow-up-agenda/support.js'
import { broken, kept, made, moved, withdrawn } from '../../promise-ledger/support.js'
import {
  classed,
  closed,
  complaintEvent,
  handedOver,
  lost,
  merged,
  recorded,
  registered,
  reopened,
  replied,
  wonBack,
} from '../../shared/desk.js'
import {
  at,
  complaintId,
  customerId,
  entryId,
  followUpId,
  hour,
  promiseId,
} from '../../shared/history.js'
import { some } from '../support.js'
import { namesOf, segment, unsaid, viewOf } from './support.js'

const desk = (...args: Parameters<typeof viewOf>) => segment(viewOf(...args)).desk
const ofComplaint = (...events: ReadonlyArray<ReturnType<typeof recorded>>) => ({
  complaint: { [complaintId(1)]: events },
})
const wrote = (when: number, more: object = {}, n = when) =>
  complaintEvent('CustomerContactedAgain', when, {
    messageId: entryId(n),
    channel: 'email',
    text: 'Well?',
    automatic: false,
    ...more,
  })

describe('closings, complaints closed and customers served', () => {
  it('are three figures: closed twice is 2 closings, 1 complaint, 1 customer', () => {
    const twice = ofComplaint(recorded(0), closed(1), reopened(2), closed(3))
    expect(desk(twice).closings).toEqual(O.some({ closings: 2, complaints: 1, customers: 1 }))
    expect(some(desk(twice).reopened)).toMatchObject({ count: 1, n: 1 })
    // As known before it was reopened.
    expect(some(desk(twice, { knownAt: 1 }).reopened)).toMatchObject({ count: 0, n: 1 })
    const other = { ...twice.complaint, [complaintId(2)]: [recorded(0), closed(9)] }
    expect(some(desk({ complaint: other }).closings)).toEqual({
      closings: 3,
      complaints: 2,
      customers: 1,
    })
  })

  it('are of the month in which it was closed, and so is the time that it took', () => {
    const [january, march] = [-24 * 300, -24 * 240]
    const streams = ofComplaint(recorded(january), carriedOut(march), closed(march))
    const inMonth = (when: number) => desk(streams, { period: { by: 'month', at: at(when) } })
    expect(some(inMonth(march).closings).closings).toBe(1)
    expect(some(inMonth(march).toResolution)).toMatchObject({ n: 1, mean: 60 * 24 * hour })
    expect(inMonth(march).received).toBe(0)
    expect(inMonth(january).toResolution).toEqual(O.none)
    expect(inMonth(january).received).toBe(1)
  })

  it('takes until it is first put right: a close is no resolution', () => {
    const time = (...events: ReadonlyArray<ReturnType<typeof recorded>>) => {
      const { toResolution } = desk(ofComplaint(recorded(0), ...events))
      return O.isNone(toResolution) ? undefined : toResolution.value.mean / hour
    }
    expect(time(carriedOut(3), closed(5), reopened(6), carriedOut(7))).toBe(3)
    expect(time(closed(5), carriedOut(5))).toBe(5)
    expect(time(closed(5), reopened(6), carriedOut(7))).toBe(7)
    expect(time(closed(5))).toBe(undefined)
    const invalid = complaintEvent('ComplaintFoundInvalid', 1, {
      ground: 'misunderstanding',
      content: { category: 'quality', subtype: 'defect' },
      reasons: 'none',
    })
    const notice = (when: number) =>
      complaintEvent('CustomerNotified', when, {
        noticeId: entryId(when),
        channel: 'email',
        contactNext: 'li',
        text: 'So',
        options: [],
        stopped: [],
      })
    expect(time(invalid, notice(2), closed(5))).toBe(2)
    expect(time(notice(2), closed(5))).toBe(undefined)
  })

  it('counts apart those that were closed and that nothing had resolved', () => {
    const streams = {
      complaint: {
        [complaintId(1)]: [recorded(0), carriedOut(3), closed(5)],
        [complaintId(2)]: [recorded(0), closed(5)],
        [complaintId(3)]: [recorded(0), carriedOut(3)],
        [complaintId(4)]: [recorded(0)],
        [complaintId(5)]: [recorded(0), closed(5), reopened(6), carriedOut(50), closed(51)],
        [complaintId(6)]: [recorded(0, { kind: 'inquiry' }), closed(5)],
      },
    }
    const known = (knownAt: number) => {
      const {
        toResolution,
        closedWithoutResolution: without,
        neverResolved: never,
      } = desk(streams, { knownAt })
      return [
        some(toResolution).n,
        ...[without, never].flatMap((of) => [some(of).count, some(of).n]),
      ]
    }
    expect(known(100)).toEqual([3, 1, 3, 2, 5])
    // As known before the fifth was resolved after all.
    expect(known(49)).toEqual([2, 2, 3, 3, 5])
    const onDay = (day: number) => desk(streams, { period: { by: 'day', at: at(24 * day) } })
    expect(onDay(1)).toMatchObject({ toResolution: O.none, closedWithoutResolution: O.none })
    // Two days on it is closed again, and it is the only one that was.
    expect(some(onDay(2).toResolution).n).toBe(1)
    expect(some(onDay(2).closedWithoutResolution)).toMatchObject({ count: 0, n: 1 })
    const handlers = viewOf(streams, { segmentation: { by: 'handler' } })
    expect(some(segment(handlers, 'desk').desk.closedWithoutResolution).n).toBe(3)
  })

  it('is not resolved by what another was, that was merged into it', () => {
    const streams = {
      complaint: {
        [complaintId(1)]: [recorded(10), carriedOut(30), closed(31)],
        [complaintId(2)]: [recorded(0), carriedOut(5), merged(12, 1)],
      },
    }
    expect(some(desk(streams).toResolution)).toMatchObject({ n: 1, mean: 20 * hour })
  })
})

describe('who is charged with a miss', () => {
  const streams = ofComplaint(
    recorded(0, { firstResponsible: 'desk' }),
    handedOver(0.5, 'l1', { department: 'one' }),
    handedOver(30.5, 'l2', { department: 'two' }),
    replied(50, [clock('firstReply', 0, 40)]),
  )
  const under = (charge: satisfaction.view.ChargeRule) => {
    const view = viewOf(streams, { segmentation: { by: 'handler' }, terms: { charge } })
    return view.segments.flatMap(({ segment: name, desk: { misses, inTime } }) =>
      misses.map(({ charged, held }) => ({
        name: O.toNullable(name),
        charged: charged?.id,
        held: held.map(({ party, time }) => [party.id, time / hour]),
        inTime: O.toNullable(inTime.firstReply)?.count,
      })),
    )
  }
  const held = [
    ['desk', 0.5],
    ['l1', 30],
    ['l2', 9.5],
  ]

  it('is said by the rule: L1 holds it 30 hours, and L2 misses at 40', () => {
    expect(under('holderAtDue')).toEqual([{ name: 'l2', charged: 'l2', held, inTime: 0 }])
    expect(under('longestHolder')).toEqual([{ name: 'l1', charged: 'l1', held, inTime: 0 }])
    expect(under('firstResponsible')).toEqual([{ name: 'desk', charged: 'desk', held, inTime: 0 }])
  })

  it('is charged to the department as well', () => {
    const view = viewOf(streams, { segmentation: { by: 'department' } })
    expect(segment(view, 'two').desk.misses).toHaveLength(1)
    expect(segment(view, 'one').desk.misses).toHaveLength(0)
  })

  it('and whoever met one is credited by the same rule', () => {
    const met = ofComplaint(
      recorded(0),
      handedOver(30, 'l2'),
      replied(31, [clock('firstReply', 0, 40)]),
    )
    const by = (charge: satisfaction.view.ChargeRule, name: string) =>
      segment(viewOf(met, { segmentation: { by: 'handler' }, terms: { charge } }), name).desk.inTime
    expect(some(by('holderAtDue', 'l2').firstReply)).toMatchObject({ count: 1, n: 1 })
    expect(some(by('longestHolder', 'desk').firstReply)).toMatchObject({ count: 1, n: 1 })
  })

  it('of two who held it alike is the first', () => {
    const alike = ofComplaint(
      recorded(0),
      handedOver(20, 'l2'),
      replied(50, [clock('firstReply', 0, 40)]),
    )
    const view = viewOf(alike, {
      segmentation: { by: 'handler' },
      terms: { charge: 'longestHolder' },
    })
    expect(segment(view, 'desk').desk.misses).toHaveLength(1)
  })

  it('works for the department that it was assigned to, where nobody says otherwise', () => {
    const streams = ofComplaint(
      recorded(0),
      assigned(1, { kind: 'department', id: 'repairs' }),
      handedOver(2, 'li'),
      closed(3),
    )
    const view = viewOf(streams, { segmentation: { by: 'department' } })
    expect(some(segment(view, 'repairs').desk.closings).closings).toBe(1)
  })
})

describe('clocks', () => {
  it('are in time or not in the period in which that was decided', () => {
    const late = ofComplaint(recorded(0), replied(70, [clock('firstReply', 0, 40)]))
    const onDay = (when: number) => desk(late, { period: { by: 'day', at: at(when) } })
    expect(some(onDay(40).inTime.firstReply)).toMatchObject({ count: 0, n: 1 })
    expect(onDay(40).misses).toHaveLength(1)
    expect(onDay(70).inTime.firstReply).toEqual(O.none)
    const punctual = ofComplaint(recorded(0), replied(40, [clock('firstReply', 0, 40)]))
    expect(some(desk(punctual).inTime.firstReply)).toMatchObject({ count: 1, n: 1 })
    expect(desk(punctual).inTime.resolution).toEqual(O.none)
  })

  it('judged again are judged once, and what later shows wrong is put right', () => {
    const missed = complaintEvent('ClockMissed', 41, { clock: clock('firstReply', 0, 40) })
    const twice = ofComplaint(recorded(0), missed, replied(50, [clock('firstReply', 0, 40)]))
    expect(some(desk(twice).inTime.firstReply)).toMatchObject({ count: 0, n: 1 })
    const correction = complaintEvent('VerdictCorrected', 30, {
      clock: clock('firstReply', 0, 40),
      verdict: 'met',
    })
    const right = ofComplaint(recorded(0), missed, correction)
    expect(some(desk(right).inTime.firstReply)).toMatchObject({ count: 1, n: 1 })
    // A correction of what was never judged so says nothing.
    expect(desk(ofComplaint(recorded(0), correction)).inTime.firstReply).toEqual(O.none)
  })

  it('put right by the reply that was written down later leave an earlier miss as it was', () => {
    const [first, second] = [clock('nextReply', 0, 8), clock('nextReply', 20, 28)]
    const events = [
      recorded(0),
      replied(10, [first]),
      complaintEvent('ClockMissed', 29, { clock: second }),
      replied(25, [second]),
      complaintEvent('VerdictCorrected', 25, { clock: second, verdict: 'met' }),
    ]
    const { inTime, misses } = desk(ofComplaint(...events))
    expect(some(inTime.nextReply)).toMatchObject({ count: 1, n: 2 })
    expect(misses.map(({ dueAt }) => dueAt)).toEqual([at(8)])
    // Begun at another instant than was known when it was missed, it is one running all the same.
    const began = clock('nextReply', 18, 26)
    const other = desk(
      ofComplaint(
        ...events.slice(0, 3),
        replied(25, [began]),
        complaintEvent('VerdictCorrected', 25, { clock: began, verdict: 'met' }),
      ),
    )
    expect(some(other.inTime.nextReply)).toMatchObject({ count: 1, n: 2 })
    expect(other.misses.map(({ dueAt }) => dueAt)).toEqual([at(8)])
    // What was put right may turn out to have been wrong about that.
    const again = complaintEvent('VerdictCorrected', 27, { clock: second, verdict: 'missed' })
    expect(desk(ofComplaint(...events, again)).misses).toHaveLength(2)
  })
})

describe('first-contact resolution', () => {
  const first = (knownAt: number, ...events: ReadonlyArray<ReturnType<typeof recorded>>) => {
    const { resolved, pending } = desk(ofComplaint(recorded(0), ...events), {
      knownAt,
    }).firstContactResolution
    return [O.toNullable(resolved)?.count, O.toNullable(resolved)?.n, pending]
  }

  it('is pending until its window has passed', () => {
    expect(first(57, closed(10))).toEqual([undefined, undefined, 1])
    expect(first(58, closed(10))).toEqual([1, 1, 0])
  })

  it('is none after a second contact, a hand-over, or a reopening within the window', () => {
    expect(first(20, wrote(5), closed(10))).toEqual([0, 1, 0])
    expect(first(100, wrote(11), closed(10))).toEqual([1, 1, 0])
    expect(first(100, wrote(5, { automatic: true }), closed(10))).toEqual([1, 1, 0])
    expect(first(20, handedOver(5, 'li'), closed(10))).toEqual([0, 1, 0])
    expect(first(58, closed(10), reopened(58))).toEqual([0, 1, 0])
    expect(first(100, closed(10), reopened(59))).toEqual([1, 1, 0])
  })

  it('is none where he gave up waiting, or came twice with the same', () => {
    const gaveUp = complaintEvent('ComplaintClosed', 10, {
      summary: 'no answer',
      outcome: 'unanswered',
      evaluation: { toCaseLibrary: false },
      stopped: [],
    })
    expect(first(100, gaveUp)).toEqual([0, 1, 0])
    const { firstContactResolution: twice } = desk({
      complaint: {
        [complaintId(1)]: [recorded(0), closed(10)],
        [complaintId(2)]: [recorded(5), merged(6, 1)],
      },
    })
    expect(some(twice.resolved)).toMatchObject({ count: 0, n: 1 })
  })
})

describe('hand-overs and chasing', () => {
  it('are of complaints that were in hand in the period', () => {
    const { handOvers, chased } = desk({
      complaint: {
        [complaintId(1)]: [
          recorded(0),
          handedOver(1, 'a'),
          handedOver(2, 'b'),
          wrote(3, { purpose: 'chasing' }),
          wrote(4, { purpose: 'newFacts' }),
        ],
        [complaintId(2)]: [recorded(0)],
        [complaintId(3)]: [recorded(-2400), closed(-2000)],
        [complaintId(4)]: [recorded(0, { kind: 'inquiry' }), handedOver(1, 'a')],
      },
    })
    expect(some(handOvers)).toEqual({ events: 2, complaints: 1, n: 2, perComplaint: 1 })
    expect(some(chased)).toMatchObject({ count: 1, n: 2 })
  })

  it('are of whoever passed it on, not of whoever it came to', () => {
    const view = viewOf(
      ofComplaint(recorded(0), handedOver(1, 'a'), handedOver(2, 'b'), closed(3)),
      { segmentation: { by: 'handler' } },
    )
    const handOvers = (name: string) => some(segment(view, name).desk.handOvers).events
    expect([handOvers('desk'), handOvers('a'), handOvers('b')]).toEqual([1, 1, 0])
  })

  it('belong to whoever had it in hand', () => {
    const view = viewOf(ofComplaint(recorded(0), handedOver(1, 'a'), closed(30)), {
      segmentation: { by: 'handler' },
      period: { by: 'day', at: at(24) },
    })
    expect(some(segment(view, 'a').desk.handOvers)).toMatchObject({ events: 0, n: 1 })
    expect(O.isNone(segment(view, 'desk').desk.handOvers)).toBe(true)
  })

  it('counts once what was written twice', () => {
    const streams = ofComplaint(recorded(0), handedOver(1, 'a'), handedOver(1, 'a'), closed(1))
    expect(some(desk(streams).handOvers).events).toBe(1)
  })
})

describe('promises', () => {
  it('are kept, kept on time or broken when they are settled, and withdrawn in neither', () => {
    const { keptRate, onTimeRate } = desk({
      promise: {
        [promiseId(1)]: [made(0, 10), kept(10)],
        [promiseId(2)]: [made(0, 10), kept(11)],
        [promiseId(3)]: [made(0, 10), moved(5, 10, 20), kept(20)],
        [promiseId(4)]: [made(0, 10), broken(11, 10), kept(12)],
        [promiseId(5)]: [made(0, 10), withdrawn(5)],
        [promiseId(6)]: [made(0, 10)],
      },
    })
    expect(some(keptRate)).toMatchObject({ count: 3, n: 4 })
    expect(some(onTimeRate)).toMatchObject({ count: 2, n: 4 })
  })

  it('are of whoever made them, and of the product and department that the complaint is about', () => {
    const source = { source: { origin: 'complaint', complaintId: complaintId(1) } }
    const streams = {
      complaint: {
        [complaintId(1)]: [recorded(0), handedOver(1, 'li', { department: 'repairs' })],
      },
      promise: { [promiseId(1)]: [made(2, 10, source, 'zhao'), kept(10)] },
    }
    const by = (segmentation: satisfaction.view.Segmentation, name: string) =>
      some(segment(viewOf(streams, { segmentation }), name).desk.keptRate).n
    expect(by({ by: 'handler' }, 'zhao')).toBe(1)
    expect(by({ by: 'product' }, 'boiler')).toBe(1)
    expect(by({ by: 'department' }, 'repairs')).toBe(1)
    expect(some(unsaid(viewOf(streams, { segmentation: { by: 'channel' } })).desk.keptRate).n).toBe(
      1,
    )
  })
})

describe('follow-ups', () => {
  it('comply where they were made in their window, of those whose window has passed', () => {
    const streams = {
      followUp: {
        [followUpId(1)]: [callBack(0, 10), calledBack(12, 10)],
        [followUpId(2)]: [callBack(0, 10), calledBack(13, 10)],
        [followUpId(3)]: [callBack(0, 10)],
        [followUpId(4)]: [callBack(0, 10), planClosed(5)],
      },
    }
    expect(some(desk(streams).followUpCompliance)).toMatchObject({ count: 1, n: 3 })
    expect(some(desk(streams, { knownAt: 12 }).followUpCompliance)).toMatchObject({
      count: 1,
      n: 1,
    })
    const channels = viewOf(streams, { segmentation: { by: 'channel' } })
    expect(some(segment(channels, 'phone').desk.followUpCompliance).n).toBe(3)
  })
})

describe('repairs', () => {
  it('are repeated where they were linked to an earlier one', () => {
    const repair = { kind: 'repair' }
    const { repeatRepairs, received } = desk({
      complaint: {
        [complaintId(1)]: [recorded(0, repair)],
        [complaintId(2)]: [recorded(0, { ...repair, repeatOf: complaintId(1) })],
        [complaintId(3)]: [
          recorded(0),
          complaintEvent('KindChanged', 1, { kind: 'repair', clocksFrom: 'receipt' }),
          complaintEvent('RepeatLinked', 2, { first: complaintId(1) }),
        ],
        [complaintId(4)]: [recorded(0, { repeatOf: complaintId(1) })],
      },
    })
    expect(some(repeatRepairs)).toMatchObject({ count: 2, n: 3 })
    expect(received).toBe(1)
  })
})

describe('complaints for every 10,000 customers', () => {
  const customers = {
    [customerId(1)]: [registered(0)],
    [customerId(2)]: [registered(0), lost(5)],
    [customerId(3)]: [registered(0), lost(5), wonBack(6)],
    [customerId(4)]: [registered(1000)],
    [customerId(5)]: [registered(0)],
  }
  const streams = { ...ofComplaint(recorded(0)), customer: customers }

  it('are of those who are there at the period’s end', () => {
    expect(some(desk(streams, { knownAt: 2000 }).complaintsPer10000)).toMatchObject({
      complaints: 1,
      n: 3,
    })
    expect(some(desk(streams, { knownAt: 4 }).complaintsPer10000).n).toBe(4)
  })

  it('are none for a segment without customers of its own', () => {
    const products = viewOf(streams, { segmentation: { by: 'product' } })
    expect(namesOf(products)).toEqual(['boiler'])
    expect(segment(products, 'boiler').desk.complaintsPer10000).toEqual(O.none)
    expect(segment(products, 'boiler').desk.received).toBe(1)
  })
})

describe('a merged complaint', () => {
  it('is one with the one that stands for it, and moved it is of the customer whose it is', () => {
    const move = complaintEvent('ComplaintMoved', 2, {
      from: customerId(1),
      customer: customerId(2),
      why: 'his it is',
    })
    const view = viewOf(
      {
        complaint: {
          [complaintId(1)]: [recorded(0), move, closed(5)],
          [complaintId(2)]: [recorded(1), closed(2), reopened(3), merged(4, 1)],
        },
      },
      { segmentation: { by: 'customer' } },
    )
    expect(namesOf(view)).toEqual([customerId(2)])
    expect(segment(view, customerId(2)).desk.received).toBe(1)
    expect(some(segment(view, customerId(2)).desk.closings)).toEqual({
      closings: 2,
      complaints: 1,
      customers: 1,
    })
  })

  it('is charged with what was missed before to whoever had it in hand then', () => {
    const view = (charge: satisfaction.view.ChargeRule) =>
      viewOf(
        {
          complaint: {
            [complaintId(1)]: [recorded(0, { firstResponsible: 'wang' })],
            [complaintId(2)]: [
              recorded(0, { firstResponsible: 'li' }),
              handedOver(10, 'zhao'),
              complaintEvent('ClockMissed', 41, { clock: clock('firstReply', 0, 40) }),
              merged(50, 1),
            ],
          },
        },
        { segmentation: { by: 'handler' }, terms: { charge } },
      )
    const charged = (charge: satisfaction.view.ChargeRule) =>
      view(charge).segments.flatMap(({ desk: { misses } }) =>
        misses.map((miss) => [
          miss.complaint,
          miss.charged?.id,
          miss.held.map(({ party, time }) => [party.id, time / hour]),
        ]),
      )
    const held = [
      ['li', 10],
      ['zhao', 30],
    ]
    expect(charged('holderAtDue')).toEqual([[complaintId(1), 'zhao', held]])
    expect(charged('firstResponsible')).toEqual([[complaintId(1), 'li', held]])
  })
})

describe('the tier of a complaint', () => {
  it('is the one that it had when each thing happened', () => {
    const view = viewOf(
      ofComplaint(
        recorded(0, { tier: 'golden' }),
        replied(1, [clock('firstReply', 0, 24)]),
        complaintEvent('TierChanged', 2, { tier: 'vip', clocksFrom: 'receipt' }),
        closed(3),
      ),
      { segmentation: { by: 'tier' } },
    )
    expect(segment(view, 'golden').desk.received).toBe(1)
    expect(some(segment(view, 'golden').desk.inTime.firstReply).n).toBe(1)
    expect(segment(view, 'golden').desk.closings).toEqual(O.none)
    expect(some(segment(view, 'vip').desk.closings).closings).toBe(1)
    expect(segment(view, 'vip').desk.received).toBe(0)
  })

  it('is the customer’s own where the complaint has none', () => {
    const streams = {
      ...ofComplaint(recorded(0), closed(3)),
      customer: { [customerId(1)]: [registered(0), classed(2, 'tier', 'vip')] },
    }
    const view = viewOf(streams, { segmentation: { by: 'tier' } })
    expect(unsaid(view).desk.received).toBe(1)
    expect(some(segment(view, 'vip').desk.closings).closings).toBe(1)
  })
})
