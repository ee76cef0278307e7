import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import {
  checkRules,
  type ClockPolicy,
  type ComplaintRules,
  firstReplyTarget,
  policyFor,
} from '../../src/complaint/rules.js'
import { businessCalendar } from '../../src/time/business-calendar.js'
import { day } from '../../src/time/invalid-time.js'
import { rules } from '../support/complaint.js'

const policy = (within: number): ClockPolicy => ({
  firstReply: { within },
  resolution: 'none',
  pausedWhileWaiting: [],
})
const [a, b, c, d] = [policy(1), policy(2), policy(3), policy(4)]
const clocks = [
  { kinds: ['complaint' as const], tiers: ['vip', 'gold'], policy: a },
  { kinds: ['complaint' as const, 'repair' as const], policy: b },
  { tiers: ['vip'], policy: c },
  { policy: d },
]
const of = (kind: Parameters<typeof policyFor>[1], tier?: string) =>
  policyFor({ ...rules, clocks }, kind, tier)

describe('the policy for a kind and tier', () => {
  it('is that of the first rule that fits both', () => {
    expect(of('complaint', 'vip')).toBe(a)
    expect(of('complaint', 'gold')).toBe(a)
    expect(of('complaint', 'silver')).toBe(b)
    expect(of('complaint')).toBe(b)
    expect(of('repair', 'vip')).toBe(b)
    expect(of('inquiry', 'vip')).toBe(c)
    expect(of('inquiry', 'gold')).toBe(d)
    expect(of('inquiry')).toBe(d)
  })
  it('owes a first reply within a day and nothing else, where no rule fits', () => {
    const none = policyFor({ ...rules, clocks: [] }, 'complaint', undefined)
    expect(none).toEqual({ resolution: 'none', pausedWhileWaiting: [] })
    expect(firstReplyTarget(none)).toEqual({ within: day })
    expect(day).toBe(24 * 60 * 60 * 1000)
    expect(firstReplyTarget(a)).toEqual({ within: 1 })
  })
})

describe('a host’s rules', () => {
  const wrong = (more: Partial<ComplaintRules>) => checkRules({ ...rules, ...more })

  it('can be meant', () => {
    expect(checkRules(rules)).toEqual([])
    expect(wrong({ noticeTries: 1, reopenWithin: 0, lateBy: 0 })).toEqual([])
    const full: ClockPolicy = {
      firstReply: { within: 1 },
      nextReply: { within: 1, from: 'lastContact' },
      resolution: { within: 1 },
      pausedWhileWaiting: [],
    }
    expect(wrong({ clocks: [{ policy: full }] })).toEqual([])
  })
  it('end in one for every kind and tier', () => {
    const expected = [{ field: 'clocks', expected: 'a last rule for every kind and tier' }]
    expect(wrong({ clocks: [] })).toEqual(expected)
    expect(wrong({ clocks: clocks.slice(0, 3) })).toEqual(expected)
    expect(wrong({ clocks: clocks.slice(1, 2) })).toEqual(expected)
    expect(wrong({ clocks: clocks.slice(2, 3) })).toEqual(expected)
    expect(wrong({ clocks })).toEqual([])
  })
  it.each([
    ['noticeTries', 0, 1],
    ['noticeTries', 1.5, 1],
    ['reopenWithin', -1, 0],
    ['reopenWithin', NaN, 0],
    ['lateBy', -1, 0],
    ['lateBy', Infinity, 0],
  ] as const)('count in whole numbers: %s is not %s', (field, value, least) => {
    expect(wrong({ [field]: value })).toEqual([
      { field, expected: `a whole number, at least ${String(least)}` },
    ])
  })
  it('have targets that clocks can run by, and say which can not', () => {
    const bad = { within: 0 }
    const expected = 'whole milliseconds from 1 to 100 years'
    expect(wrong({ liaisonNote: bad })).toEqual([{ field: 'liaisonNote.within', expected }])
    expect(
      wrong({
        clocks: [
          { policy: d },
          { policy: { firstReply: bad, nextReply: bad, resolution: bad, pausedWhileWaiting: [] } },
        ],
      }),
    ).toEqual(
      ['firstReply', 'nextReply', 'resolution'].map((clock) => ({
        field: `clocks[1].policy.${clock}.within`,
        expected,
      })),
    )
  })
  it('take a calendar that was made', () => {
    const made = businessCalendar({ timeZone: 'UTC', week: { mon: [['09:00', '17:00']] } })
    const calendar = E.isRight(made) ? made.right : undefined
    expect(calendar).toBeDefined()
    if (calendar) expect(wrong({ liaisonNote: { within: 1, calendar } })).toEqual([])
  })
})
