import { expect, it } from 'vitest'

import { aWordGiven } from '../src/desk.ts'
import { open } from '../src/open.ts'

const url = process.env['TROTH_ESDB_URL']

it.skipIf(url === undefined)(
  'does not close a complaint over a promise, until it was kept',
  async () => {
    const stores = await open(url ?? '')
    expect(await aWordGiven(stores)).toEqual(['PromisesOpen', 'closed'])
    await stores.close()
  },
)
