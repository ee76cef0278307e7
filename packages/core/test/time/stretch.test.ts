import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { openings } from '../../src/time/openings.js'
import { inOrder, landing, total, without } from '../../src/time/stretch.js'
import { calendar, everyDay, hour, office, unchecked, utc } from './support.js'

type Pair = readonly [number, number]

const stretches = (...pairs: ReadonlyArray<Pair>) => pairs.map(([from, to]) => ({ from, to }))

const pauses = (...pairs: ReadonlyArray<Pair>) =>
  inOrder(pairs.map(([from, to]) => ({ from: unchecked(from), to: unchecked(to) })))

describe('pauses', () => {
  it('are put in order, the empty and the reversed left out', () => {
    expect(pauses([5, 6], [3, 3], [4, 2], [1, 9])).toEqual(stretches([1, 9], [5, 6]))
  })

  it.each<[ReadonlyArray<Pair>, ReadonlyArray<Pair>]>([
    [
      [],
      [
        [0, 10],
        [20, 30],
      ],
    ],
    [[[0, 30]], []],
    [[[0, 10]], [[20, 30]]],
    [
      [[10, 20]],
      [
        [0, 10],
        [20, 30],
      ],
    ],
    [
      [[9, 21]],
      [
        [0, 9],
        [21, 30],
      ],
    ],
    [
      [
        [2, 3],
        [4, 5],
      ],
      [
        [0, 2],
        [3, 4],
        [5, 10],
        [20, 30],
      ],
    ],
    [
      [
        [2, 4],
        [3, 5],
      ],
      [
        [0, 2],
        [5, 10],
        [20, 30],
      ],
    ],
    [
      [
        [2, 9],
        [3, 4],
      ],
      [
        [0, 2],
        [9, 10],
        [20, 30],
      ],
    ],
    [
      [
        [2, 25],
        [3, 4],
        [26, 27],
      ],
      [
        [0, 2],
        [25, 26],
        [27, 30],
      ],
    ],
    [
      [
        [2, 15],
        [16, 17],
        [18, 21],
      ],
      [
        [0, 2],
        [21, 30],
      ],
    ],
    [
      [
        [-5, 1],
        [29, 40],
        [50, 60],
      ],
      [
        [1, 10],
        [20, 29],
      ],
    ],
  ])('%j leave %j', (taken, left) => {
    const both = stretches([0, 10], [20, 30])
    expect([...without(both, pauses(...taken))]).toEqual(stretches(...left))
    expect(total(without(both, pauses(...taken)))).toBe(total(stretches(...left)))
  })
})

describe('work lands', () => {
  it.each<[number, O.Option<number>, O.Option<number>]>([
    [0, O.some(0), O.some(0)],
    [9, O.some(9), O.some(9)],
    [10, O.some(10), O.some(20)],
    [11, O.some(21), O.some(21)],
    [20, O.some(30), O.none],
    [21, O.none, O.none],
  ])('%d of it, at closing or at the next opening', (work, closing, nextOpening) => {
    const both = stretches([0, 10], [20, 30])
    expect(landing(both, work, 'closing')).toEqual(closing)
    expect(landing(both, work, 'nextOpening')).toEqual(nextOpening)
  })
})

describe('openings', () => {
  it('are cut off at both ends, and none is empty', () => {
    const found = (from: string, until: string) => [...openings(office, utc(from), utc(until))]
    const cut = [{ from: utc('2024-01-15 10:00'), to: utc('2024-01-15 11:00') }]
    expect(found('2024-01-15 10:00', '2024-01-15 11:00')).toEqual(cut)
    expect(found('2024-01-15 17:00', '2024-01-16 09:00')).toEqual([])
    expect(found('2024-01-15 10:00', '2024-01-15 10:00')).toEqual([])
    expect(found('2024-01-15 16:59', '2024-01-16 09:01').map(({ from, to }) => to - from)).toEqual([
      60_000, 60_000,
    ])
  })

  it('follow on one another where the clock is moved, none of them in another', () => {
    const desk = calendar(
      'Europe/Berlin',
      everyDay([
        ['01:00', '02:45'],
        ['03:10', '03:20'],
        ['03:30', '03:50'],
      ]),
    )
    const [first, second, ...others] = openings(
      desk,
      utc('2016-03-26 12:00'),
      utc('2016-03-27 12:00'),
    )
    expect(others).toEqual([])
    expect(first).toEqual({ from: utc('2016-03-27 00:00'), to: utc('2016-03-27 01:45') })
    expect(second).toEqual({
      from: utc('2016-03-27 01:45'),
      to: utc('2016-03-27 00:00') + hour + 50 * 60_000,
    })
  })
})
