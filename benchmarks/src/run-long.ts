/**
 * One more command on a long stream and on short ones, in turn: `node run-long.ts <what> <length> <times> <how>`
 * prints the median microseconds of each. `what` is said on the streams: `replies` (each message is answered) or `unanswered`; `how`: `cached` or `uncached`.
 */
import { troth } from './contenders.ts'
import { contact, long, replyOrContact } from './desk.ts'
import { median } from './statistics.ts'

const [what, length, times, how] = process.argv.slice(2)
const next = what === 'unanswered' ? contact : replyOrContact
const { cached, uncached } = troth()
const ask = how === 'cached' ? cached : uncached
const many = Number(length)
const pairs = Number(times)
const few = 10

const one = long('long', many + pairs, next)
const others = Array.from({ length: pairs }, (_, n) => long(`short ${n}`, few + 1, next))
for (const asked of one.slice(0, many)) await cached(asked)
for (const other of others) for (const asked of other.slice(0, few)) await cached(asked)

const timed = async (asked: (typeof one)[number] | undefined): Promise<number> => {
  if (asked === undefined) throw new Error('nothing to ask')
  const start = process.hrtime.bigint()
  const recorded = await ask(asked)
  const micros = Number(process.hrtime.bigint() - start) / 1e3
  if (recorded !== 1) throw new Error(`recorded ${recorded}`)
  return micros
}

const onLong: number[] = []
const onShort: number[] = []
for (let i = 0; i < pairs; i++) {
  onLong.push(await timed(one[many + i]))
  onShort.push(await timed(others[i]?.[few]))
}
console.log(JSON.stringify({ long: median(onLong), short: median(onShort) }))
