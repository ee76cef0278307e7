/**
 * One run, in a process of its own: `node --expose-gc run-commands.ts <contender> <order>` prints commands a second
 * by the wall clock, and a second of the processor, which others who share the machine disturb less.
 */
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
const cpu = process.cpuUsage()
const start = process.hrtime.bigint()
const recorded = await work(all)
const wall = Number(process.hrtime.bigint() - start) / 1e9
const { user, system } = process.cpuUsage(cpu)
const processor = (user + system) / 1e6
if (recorded !== all.length) throw new Error(`${name} recorded ${recorded} of ${all.length}`)
console.log(JSON.stringify({ wall: all.length / wall, processor: all.length / processor }))
