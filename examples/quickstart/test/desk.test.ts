import { expect, it } from 'vitest'

import { aWordGiven } from '../src/desk.ts'

it('does not close a complaint over a promise that is still open', async () => {
  expect(await aWordGiven()).toBe('PromisesOpen')
})
