/** A process that runs policies and views from when it is told to, until it is killed. */
import { openDesk, type Place, runAll } from './desk.js'

process.once('message', (place: Place) => {
  void openDesk(place, () => process.send?.('step')).then((desk) => {
    runAll(desk, (what) => {
      console.error(what)
      process.exit(3)
    })
  })
})
process.send?.('loaded')
