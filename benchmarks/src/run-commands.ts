/** One run, in a process of its own: `node --expose-gc run-commands.ts <contender> <order>` prints commands a second. */
import { contenders, type Name } from './contenders.ts'
import { type Order, orders } from './desk.ts'

const [name, order] = process.argv.slice(2) as [Name, Order]
const work = contenders[name]

const warmUp = orders[order]('warm-up', 500)
// By the clock: whoever is quick needs more rounds before the engine has done its best for him.
const warm = performance.now() + 1_500
while (performance.now() < warm) await work(warmUp)

const all = orders[order]('measured', 2_000)
globalThis.gc?.()
const start = process.hrtime.bigint()
const recorded = await work(all)
const seconds = Number(process.hrtime.bigint() - start) / 1e9
if (recorded !== all.length) throw new Error(`${name} recorded ${recorded} of ${all.length}`)
console.log(JSON.stringify(all.length / seconds))
