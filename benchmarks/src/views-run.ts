/**
 * One run, in a process of its own: `node --expose-gc views-run.ts <what> <customers> [together]` prints events a second by
 * the wall clock and by the processor's time, and how large the heap was at its most.
 *
 * What is not measured (making the events, or decoding them) is done for a lot of them before the clock goes on.
 */
import { memory } from '@troth/adapters/memory'
import { systemRuntime } from '@troth/adapters/runtime'
import { cancellable, type RecordedEvent } from '@troth/core/store'
import { runProjection } from '@troth/projections'

import { emptyTables, factFrom, decode, views } from './views-all.ts'
import { emptyByHand } from './views-by-hand.ts'
import { feedOf, lotsOf, recordOf } from './views-feed.ts'
import { eventsEach } from './views-stories.ts'
import { forgetful } from './views-store.ts'

/** So many events are made, and where folding is measured decoded, while the clock stands still. */
const lot = 10_000
/** The rows of more customers than these do not fit in a process: those of whoever is done with are let go. */
const most = 100_000

interface Spent {
  wall: number
  processor: number
}

const processor = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const clock = (spent: Spent) => {
  let [wall, cpu] = [0, 0]
  return {
    on: (): void => {
      wall = performance.now()
      cpu = processor()
    },
    off: (): void => {
      spent.wall += (performance.now() - wall) / 1e3
      spent.processor += processor() - cpu
    },
  }
}

let heap = 0
const watch = (): void => {
  heap = Math.max(heap, process.memoryUsage().heapUsed)
}

/** Makes a lot, prepares it, and times what is done with it. */
const byLots = <A>(
  customers: number,
  together: number,
  prepared: (event: RecordedEvent) => A,
  work: (each: A) => void,
): Spent => {
  const spent = { wall: 0, processor: 0 }
  const { on, off } = clock(spent)
  for (const events of lotsOf(recordOf(customers, together), lot)) {
    const ready = events.map(prepared)
    on()
    for (const each of ready) work(each)
    off()
    watch()
  }
  return spent
}

const folded =
  (empty: () => { readonly hear: (fact: ReturnType<typeof factFrom>) => void }) =>
  (customers: number, together: number): Spent => {
    let tables = empty()
    let heard = 0
    return byLots(customers, together, factFrom, (fact) => {
      tables.hear(fact)
      heard++
      if (heard % (most * eventsEach) === 0) tables = empty()
    })
  }

const endToEnd = async (customers: number, together: number): Promise<Spent> => {
  const spent = { wall: 0, processor: 0 }
  const { on, off } = clock(spent)
  /** While a lot is made, nobody is waited for. */
  function* lots(): Generator<ReadonlyArray<RecordedEvent>, void> {
    const all = lotsOf(recordOf(customers, together), lot)
    for (;;) {
      off()
      watch()
      const { value, done } = all.next()
      on()
      if (done === true) return
      yield value
    }
  }
  const asked = cancellable()
  const viewStore = customers > most ? forgetful(most) : memory().viewStore
  let behind = views.length
  on()
  const running = runProjection(
    views.map((projection) => ({ projection })),
    {
      feed: feedOf(lots()),
      viewStore,
      runtime: systemRuntime,
      signal: asked.signal,
      onNotice: ({ _tag }) => {
        if (_tag === 'CaughtUp' && --behind === 0) asked.cancel()
      },
    },
  )()
  const stopped = await Promise.all(running.map((view) => view.stopped))
  off()
  for (const { view, why } of stopped)
    if (why._tag !== 'Asked') throw new Error(`${view}: ${JSON.stringify(why)}`)
  return spent
}

const works = {
  decoding: (customers: number, together: number): Spent =>
    byLots(customers, together, (event) => event, decode),
  'all views': folded(emptyTables),
  'by hand': folded(emptyByHand),
  'end to end': endToEnd,
}

export type Work = keyof typeof works

const [what, many, crowd = '100'] = process.argv.slice(2)
const customers = Number(many)
const together = Number(crowd)
const work = works[what as Work]

// The same on a few, until the engine has done its best for it.
const warm = performance.now() + 2_000
while (performance.now() < warm) await work(1_000, together)
globalThis.gc?.()
heap = 0
const { wall, processor: cpu } = await work(customers, together)
const events = customers * eventsEach
console.log(JSON.stringify({ wall: events / wall, processor: events / cpu, heap }))
