/** A process of a desk that does one thing from when it is told to, until it is killed. */
import { followAll, openDesk, type Place, rebuildAll, runAll } from './desk.js'

const works = { all: runAll, follow: followAll, rebuild: rebuildAll }

/** What a process is told: where, and what. */
export interface Task {
  readonly place: Place
  readonly does: keyof typeof works
}

process.once('message', ({ place, does }: Task) => {
  void openDesk(place, () => process.send?.('step')).then((desk) =>
    works[does](desk, (what) => {
      console.error(what)
      process.exit(3)
    }),
  )
})
process.send?.('loaded')
