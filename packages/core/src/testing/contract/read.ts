/** @since 0.1.0 */
import * as O from 'fp-ts/lib/Option.js'

import type { ReadOptions } from '../../store/event-store.js'
import {
  equal,
  invalid,
  type Lines,
  newStream,
  readAll,
  revisions,
  right,
  written,
} from './case.js'

/** Reads of a stream of five events, and the revisions that they give. */
const reads: ReadonlyArray<readonly [ReadOptions, ReadonlyArray<bigint>]> = [
  [{ limit: 5 }, [0n, 1n, 2n, 3n, 4n]],
  [{ limit: 2 }, [0n, 1n]],
  [{ from: 0n, limit: 1 }, [0n]],
  [{ from: 3n, limit: 1 }, [3n]],
  [{ from: 3n, limit: 2 }, [3n, 4n]],
  [{ from: 3n, limit: 9 }, [3n, 4n]],
  [{ from: 4n, limit: 9 }, [4n]],
  [{ from: 5n, limit: 9 }, []],
  [{ from: 500n, limit: 9 }, []],
  [{ limit: 2, direction: 'forwards' }, [0n, 1n]],
  [{ limit: 2, direction: 'backwards' }, [4n, 3n]],
  [{ limit: 9, direction: 'backwards' }, [4n, 3n, 2n, 1n, 0n]],
  [{ from: 3n, limit: 2, direction: 'backwards' }, [3n, 2n]],
  [{ from: 1n, limit: 9, direction: 'backwards' }, [1n, 0n]],
  [{ from: 0n, limit: 9, direction: 'backwards' }, [0n]],
]

export const reading: Lines = {
  'a read begins at its first revision and gives no more than its limit, in either direction':
    async ({ eventStore }) => {
      const { stream } = await written(eventStore, 5)
      for (const [options, expected] of reads) {
        const what = `from ${String(options.from)}, ${options.limit}, ${String(options.direction)}`
        equal(revisions(await readAll(eventStore, stream, options)), expected, what)
      }
    },

  'a stream that is not there reads as none': async ({ eventStore }) => {
    const stream = newStream()
    equal(await right(eventStore.read(stream, { limit: 1 })), O.none)
    equal(await right(eventStore.read(stream, { limit: 1, direction: 'backwards' })), O.none)
  },

  'a read of no events, of fewer, or of a part of one is refused': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 1)
    for (const limit of [0, -1, 1.5, NaN, Infinity])
      await invalid(eventStore.read(stream, { limit }), 'limit')
    await invalid(eventStore.read(stream, { limit: 1, from: -1n }), 'from')
  },
}
