/** A desk that takes in a complaint, and is not allowed to close it over its own promise. */
// #region desk
import { memory } from '@troth/adapters/memory'
import { systemRuntime } from '@troth/adapters/runtime'
import { makeTroth } from '@troth/core/plain'

const hour = 3_600_000

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
      week: { mon: [['08:00', '18:00']], tue: [['08:00', '18:00']], wed: [['08:00', '18:00']] },
      annualHolidays: ['12-25', '01-01'],
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

export const aWordGiven = async (): Promise<string> => {
  const by = { id: 'li', role: 'agent' }
  const complaint = crypto.randomUUID()
  await desk.complaint.record(
    complaint,
    {
      kind: 'complaint',
      customer: crypto.randomUUID(),
      channel: 'phone',
      about: { topic: 'item', ref: 'SN 4711' },
      demand: 'It leaks again. Mend it or take it back.',
    },
    { by },
  )
  await desk.complaint.givePromise(
    complaint,
    {
      promiseId: crypto.randomUUID(),
      kind: 'callback',
      what: 'call with the day of the repair',
      basis: 'the workshop plans tomorrow',
      dueAt: new Date(Date.now() + 24 * hour).toISOString(),
      temporary: false,
    },
    { by },
  )
  const item = { optionId: crypto.randomUUID(), remedy: 'repair', what: 'a new seal' } as const
  await desk.complaint.resolveAtOnce(complaint, { option: item }, { by })
  await desk.complaint.fileLiaisonNote(complaint, { note: 'seal changed on the spot' }, { by })

  const closed = await desk.complaint.close(
    complaint,
    { summary: 'the seal was worn', evaluation: { toCaseLibrary: true } },
    { by },
  )
  return closed.ok ? 'closed' : closed.why._tag // 'PromisesOpen'
}
// #endregion desk
