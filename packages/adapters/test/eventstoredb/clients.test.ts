import type { EventStoreDBClient as OlderClient } from '@eventstore/db-client'
import type { KurrentDBClient as NewerClient } from '@kurrent/kurrentdb-client'
import { expectTypeOf, it } from 'vitest'

import { type eventStoreDB } from '../../src/eventstoredb/index.js'

type Connect = Parameters<typeof eventStoreDB>[0]

it('both published clients are taken as they are', () => {
  expectTypeOf<(client: () => OlderClient) => Connect>().toEqualTypeOf<
    (client: () => OlderClient) => Connect
  >()
})

export const older = (connect: () => OlderClient): Connect => connect
export const newer = (connect: () => NewerClient): Connect => connect
