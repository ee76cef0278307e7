import { expect, it } from 'vitest'

import { aWordGiven } from '../src/desk.ts'

it('does not close a complaint over a promise, until it was kept', async () => {
  expect(await aWordGiven()).toEqual(['PromisesOpen', 'closed'])
})
