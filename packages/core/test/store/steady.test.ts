import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'

import { cancellable } from '../../src/store/cancellable.js'
import type { StoreError } from '../../src/store/event-store.js'
import { steady } from '../../src/store/steady.js'

const away: StoreError = { _tag: 'Unavailable', reason: 'a restart' }
const denied: StoreError = { _tag: 'AccessDenied', reason: 'no right' }

const trying = async (answers: ReadonlyArray<E.Either<StoreError, string>>, stop = Infinity) => {
  const pauses: number[] = []
  const waits: string[] = []
  const { signal, cancel } = cancellable()
  let tries = 0
  const answer = await steady(
    {
      runtime: { random: () => 0, pause: (ms) => () => Promise.resolve(void pauses.push(ms)) },
      signal,
      onWait: ({ _tag }) => waits.push(_tag),
    },
    () => {
      const next = answers[tries++] ?? E.right('late')
      if (tries === stop) cancel()
      return Promise.resolve(next)
    },
  )
  return { answer, pauses, waits }
}

it('tries again while the failure may pass, with pauses that double up to half a minute', async () => {
  const failures = Array.from({ length: 12 }, () => E.left(away))
  const { answer, pauses, waits } = await trying(failures)
  expect(answer).toEqual(E.right('late'))
  expect(pauses.slice(0, 3)).toEqual([25, 50, 100])
  expect(pauses.at(-1)).toBe(15_000)
  expect(waits).toHaveLength(12)
})

it('gives back a failure that does not pass', async () => {
  expect(await trying([E.left(away), E.left(denied)])).toMatchObject({
    answer: E.left(denied),
    waits: ['Unavailable'],
  })
})

it('tries no more once it was asked to stop', async () => {
  const { answer, pauses } = await trying([E.left(away), E.left(away)], 2)
  expect(answer).toEqual(E.left(away))
  expect(pauses).toEqual([25])
})
