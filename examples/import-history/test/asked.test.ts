import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { askedBy } from '../src/asked.js'

describe('the command line', () => {
  it('asks for files, and for days to their ends', () => {
    const words = ['--loyalty-at', '1997-09-30', 'a.csv', '--all', '--calibrate-to=1997-06-30', 'b']
    expect(askedBy(words)).toEqual(
      E.right({
        files: ['a.csv', 'b'],
        all: true,
        at: Date.UTC(1997, 9, 1) - 1,
        calibrateTo: Date.UTC(1997, 6, 1) - 1,
      }),
    )
    expect(askedBy([])).toMatchObject({ right: { files: [], all: false, at: undefined } })
  })

  for (const [words, why] of [
    [['--loyalty-at', '1997-02-31'], '--loyalty-at "1997-02-31": expected a day of the calendar'],
    [['--calibrate-to', '19970930'], '--calibrate-to "19970930": expected a day of the calendar'],
    [
      ['--loyalty-at', '1997-06-30', '--calibrate-to', '1997-09-30'],
      '--calibrate-to: expected a day that is not after that of --loyalty-at',
    ],
    [['--everything'], '--everything'],
  ] as const)
    it(`is refused: ${words.join(' ')}`, () => {
      expect(askedBy(words)).toEqual(E.left(expect.stringContaining(why)))
    })
})
