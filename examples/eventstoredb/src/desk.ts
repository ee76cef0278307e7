/** The desk of the quickstart, on a server that outlives it. */
import type { EventStoreDBStores } from '@troth/adapters/eventstoredb'
import { systemRuntime } from '@troth/adapters/runtime'
import { makeTroth } from '@troth/core/plain'

const hour = 3_600_000

/** Gives a callback promise in a complaint, keeps it, and answers what closing said before and after. */
export const aWordGiven = async (stores: EventStoreDBStores): Promise<ReadonlyArray<string>> => {
  const desk = makeTroth({
    stores,
    runtime: systemRuntime,
    authority: [
      { role: 'agent', matter: 'repair', upTo: [{ amount: 20_000, currency: 'EUR' }] },
      { role: 'headOfSales', matter: 'return' },
    ],
    calendars: {},
    policies: {
      complaint: {
        clocks: [
          {
            policy: {
              firstReply: { within: 24 * hour },
              resolution: 'none',
              pausedWhileWaiting: [],
            },
          },
        ],
        noticeTries: 3,
        reopenWithin: 14 * 24 * hour,
        liaisonNote: { within: 24 * hour },
      },
    },
  })
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
  const tooSoon = await desk.complaint.close(id, summary, by)
  await running.settled()
  await desk.promise.keep(promiseId, { evidence: ['call 17'] }, by)
  await running.settled()
  const closed = await desk.complaint.close(id, summary, by)
  await running.stop()
  return [tooSoon, closed].map((answer) => (answer.ok ? 'closed' : answer.why._tag))
}
