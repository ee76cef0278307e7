/**
 * What every adapter must keep: one list of tests, run by the host's own test runner.
 *
 * @since 0.1.0
 */
import type { Stores } from '../store/stores.js'
import { again } from './contract/again.js'
import { appending } from './contract/append.js'
import type { Lines } from './contract/case.js'
import { closing } from './contract/close.js'
import { deleting } from './contract/delete.js'
import { following } from './contract/feed.js'
import { folding } from './contract/fold.js'
import { forgetting } from './contract/keys.js'
import { reading } from './contract/read.js'
import { refusing } from './contract/refuse.js'
import { sparing } from './contract/snapshots.js'
import { truncating } from './contract/truncate.js'
import { viewing } from './contract/views.js'

/** The host's test runner, as far as the contract needs it: `test` of vitest, jest or node:test fits. */
export interface ContractRunner {
  readonly test: (title: string, run: () => Promise<void>) => unknown
}

const contract: Lines = {
  ...appending,
  ...refusing,
  ...again,
  ...reading,
  ...folding,
  ...truncating,
  ...deleting,
  ...following,
  ...viewing,
  ...forgetting,
  ...sparing,
  ...closing,
}

/**
 * The contract of `Stores`: one test a line, each on stores of its own from `makeStores`, which it closes.
 *
 * The stores need not be empty: streams, categories and views get names that nobody used before. A few tests write
 * up to 1 MiB and 300 events, and the feed's wait for events to come through, so a server wants a timeout of seconds.
 *
 * Not in the contract, because stores may differ: how long an append made with `any` or `streamExists` is known again
 * (EventStoreDB forgets it over a restart), whether a feed still gives events that were truncated or deleted, and
 * how often it gives checkpoints. A store without a `keyStore` or a `snapshotStore` passes the lines about them.
 *
 * @since 0.1.0
 */
export const eventStoreContract = (
  makeStores: () => Promise<Stores>,
  { test }: ContractRunner,
): void => {
  for (const [title, line] of Object.entries(contract))
    test(title, async () => {
      const stores = await makeStores()
      try {
        await line(stores)
      } finally {
        await stores.close()
      }
    })
}
