/** A desk that gives its word in a complaint, is not allowed to close over it, and keeps it. */
// #region desk
import { memory } from '@troth/adapters/memory'
import { systemRuntime } from '@troth/adapters/runtime'
import { makeTroth } from '@troth/core/plain'

const hour = 3_600_000
const open = [['08:00', '18:00']] as const

export const desk = makeTroth({
  stores: memory(),
  runtime: systemRuntime,
  authority: [
    { role: 'agent', matter: 'repair', upTo: [{ amount: 20_000, currency: 'EUR' }] },
    { role: 'headOfSales', matter: 'return' },
  ],
  calendars: {
    workshop: {
      timeZone: 'Europe/Rome',
      week: { mon: open, tue: open, wed: open, thu: open, fri: open },
    },
  },
  policies: {
    complaint: {
      clocks: [
        {
          policy: {
            firstReply: { within: 4 * hour, calendar: 'workshop' },
            resolution: { within: 5 * 24 * hour },
            pausedWhileWaiting: ['resolution'],
          },
        },
      ],
      noticeTries: 3,
      reopenWithin: 14 * 24 * hour,
      liaisonNote: { within: 24 * hour },
    },
  },
})

export const aWordGiven = async (): Promise<ReadonlyArray<string>> => {
  const running = desk.runPolicies({ start: 'now' })
  const [id, promiseId, customer] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const by = { by: { id: 'li', role: 'agent' } }
  const about = { topic: 'item', ref: 'SN 4711' } as const
  const request = { kind: 'complaint', customer, channel: 'phone', about } as const
  await desk.complaint.record(id, { ...request, demand: 'It leaks. Mend it.' }, by)
  const dueAt = new Date(Date.now() + 24 * hour).toISOString()
  const word = { promiseId, kind: 'callback', dueAt, temporary: false } as const
  const terms = { what: 'call with the day of the repair', basis: 'tomorrow’s workshop plan' }
  await desk.complaint.givePromise(id, { ...word, ...terms }, by)
  const option = { optionId: crypto.randomUUID(), remedy: 'repair', what: 'a new seal' } as const
  await desk.complaint.resolveAtOnce(id, { option }, by)
  await desk.complaint.fileLiaisonNote(id, { note: 'a new seal, on the spot' }, by)
  const summary = { summary: 'the seal was worn', evaluation: { toCaseLibrary: true } }
  const tooSoon = await desk.complaint.close(id, summary, by) // refused: PromisesOpen
  await running.settled() // by now a policy has opened the promise’s own stream
  await desk.promise.keep(promiseId, { evidence: ['call 17'] }, by)
  await running.settled() // and has told the complaint that it was kept
  const closed = await desk.complaint.close(id, summary, by)
  await running.stop()
  return [tooSoon, closed].map((answer) => (answer.ok ? 'closed' : answer.why._tag))
}
// #endregion desk
