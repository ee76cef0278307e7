/** What is sent may be anything: what the malformed commands of every aggregate are made of. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { expect, it } from 'vitest'

import { decodeWith } from '../../src/shared/problem.js'

export interface Sent {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Commands as they are sent: the same each time. */
export const sentOf = <C, O>(
  codec: t.Type<C, O>,
  command: fc.Arbitrary<C>,
  numRuns: number,
): ReadonlyArray<Sent> =>
  fc.sample(command, { numRuns, seed: 5 }).map((each) => codec.encode(each) as unknown as Sent)

/** None of these is what any field of any command may hold. */
export const wrongEverywhere: ReadonlyArray<unknown> = [
  null,
  -1,
  0.5,
  '',
  'half \ud83d',
  'x'.repeat(1_048_576),
  [null],
  { redacted: false },
]

export const isRefusedByField = <C, O>(
  codec: t.Type<C, O>,
  sent: ReadonlyArray<Sent>,
  wrongs: ReadonlyArray<unknown>,
) =>
  it('with another value in a field is refused by that field', () => {
    for (const { type, data } of sent)
      for (const field of Object.keys(data))
        for (const wrong of wrongs) {
          const answer = decodeWith(codec)({ type, data: { ...data, [field]: wrong } })
          expect(E.isLeft(answer), `${type}.${field}`).toBe(true)
          if (E.isLeft(answer))
            for (const problem of answer.left) expect(problem.field).toContain(`data.${field}`)
        }
  })
