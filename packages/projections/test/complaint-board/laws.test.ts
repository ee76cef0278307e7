import type { complaint } from '@troth/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { complaintBoard, type Rows } from '../../src/index.js'
import { plain, taken } from '../shared/batches.js'
import {
  at,
  awaited,
  carriedOut,
  clock,
  closed,
  escalated,
  event,
  facts,
  fold,
  handedOver,
  merged,
  recorded,
  reopened,
  replied,
  rules,
  withdrawn,
  wrote,
} from './support.js'

type Event = complaint.ComplaintEvent
const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)

const hours = fc.constantFrom(0, 1, 24, 25, 80)
const timer = fc.constantFrom(clock('firstReply', 0, 24), clock('nextReply', 1, 9))
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  hours.map((when) => recorded(when)),
  hours.map((when) => recorded(when, { kind: 'repair' })),
  hours.map((when) => handedOver(when, 'li')),
  hours.map((when) => escalated(when)),
  hours.map((when) => awaited(when)),
  hours.map((when) => wrote(when)),
  hours.map((when) => carriedOut(when)),
  hours.map((when) => reopened(when)),
  hours.map((when) => withdrawn(when)),
  fc.tuple(hours, timer).map(([when, each]) => replied(when, [each])),
  fc.tuple(hours, timer).map(([when, each]) => closed(when, [each])),
  fc.tuple(hours, timer).map(([when, each]) => event('ClockMissed', when, { clock: each })),
  fc
    .tuple(hours, timer)
    .map(([when, each]) => event('VerdictCorrected', when, { clock: each, verdict: 'met' })),
  fc.tuple(hours, fc.integer({ min: 1, max: 4 })).map(([when, into]) => merged(when, into)),
)
/** Three streams, the first event of each most often a record. */
const anyStream = fc
  .tuple(fc.option(hours), fc.array(anyEvent, { maxLength: 6 }))
  .map(([when, events]) => (when === null ? events : [recorded(when), ...events]))
const anyHistory = fc.record({ 1: anyStream, 2: anyStream, 3: anyStream })
const turns = fc.array(fc.nat(), { maxLength: 24 })

const shown = (rows: Rows<complaintBoard.Row>) => complaintBoard.read(rules)(rows, at(100))

describe('the board’s laws', () => {
  it('the same events give the same board, whatever the batches', () => {
    fc.assert(
      fc.property(anyHistory, turns, (history, sizes) => {
        const all = facts(history)
        let rows = fold([])
        for (let from = 0, i = 0; from < all.length; i++) {
          const size = 1 + ((sizes[i] ?? 0) % 4)
          rows = fold(all.slice(from, from + size), rows)
          from += size
        }
        expect(plain(rows)).toBe(plain(fold(all)))
        expect(shown(rows)).toEqual(shown(fold(all)))
      }),
      { numRuns },
    )
  })

  it('and in whatever order the streams of different complaints arrive', () => {
    fc.assert(
      fc.property(anyHistory, turns, (history, order) => {
        const all = facts(history)
        const mixed = fold(taken(all, order))
        expect(plain(mixed)).toBe(plain(fold(all)))
        expect(shown(mixed)).toEqual(shown(fold(all)))
      }),
      { numRuns },
    )
  })

  it('rows survive JSON, and a fold leaves those that it was given as they were', () => {
    fc.assert(
      fc.property(anyHistory, anyStream, (history, more) => {
        const rows = fold(facts(history))
        const before = plain(rows)
        const kept = new Map(
          JSON.parse(JSON.stringify([...rows])) as [string, complaintBoard.Row][],
        )
        const next = facts({ 1: more, 4: more })
        expect(plain(fold(next, kept))).toBe(plain(fold(next, rows)))
        expect(plain(rows)).toBe(before)
      }),
      { numRuns },
    )
  })

  it('every part is of the complaints counted, and none of nothing', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const board = shown(fold(facts(history)))
        for (const part of [
          board.open,
          board.waiting,
          board.closed,
          board.overdue,
          board.repeats,
        ]) {
          expect(part._tag).toBe(board.complaints === 0 ? 'None' : 'Some')
          if (part._tag === 'None') continue
          expect(part.value.n).toBe(board.complaints)
          expect(part.value.count).toBeLessThanOrEqual(part.value.n)
        }
        const grouped = board.byHandler.reduce((all, { complaints }) => all + complaints, 0)
        expect(grouped).toBe(board.complaints)
        for (const figures of Object.values(board.verdicts))
          if (figures._tag === 'Some')
            expect(Object.values(figures.value).every((count) => count >= 0)).toBe(true)
      }),
      { numRuns },
    )
  })

  it('a history of 21,348 events folds well within two seconds', () => {
    const all = Array.from({ length: 5337 }, (_, n) =>
      facts({ [n]: [recorded(0), handedOver(1, 'li'), carriedOut(2), closed(3)] }),
    ).flat()
    const began = performance.now()
    const board = shown(fold(all))
    expect(board.complaints).toBe(5337)
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
