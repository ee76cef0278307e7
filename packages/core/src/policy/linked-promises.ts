/**
 * A promise given in a complaint gets a stream of its own, and its settlement comes back: so that the complaint does not close over it.
 *
 * @since 0.1.0
 */
import type { Settlement as SettledBy } from '../promise/events.js'
import type { PromiseState } from '../promise/state.js'
import type { Settlement } from '../complaint/lists.js'
import type { ComplaintEvent } from '../complaint/events.js'
import type { ComplaintId, CustomerId, PromiseId } from '../shared/ids.js'
import { subjectOf } from '../complaint/state.js'
import type { Dispatch, Policy, Reaction, Stamp } from './policy.js'
import { all, ignore, look, send } from './reaction.js'

const settlement = (how: SettledBy): Settlement => {
  switch (how) {
    case 'PromiseKept':
      return 'kept'
    case 'PromiseBroken':
      return 'broken'
    case 'PromiseWithdrawn':
      return 'withdrawn'
    case 'TemporaryAgreementDeclined':
    case 'TemporaryAgreementLapsed':
      return 'declined'
  }
}

/** What the complaint is told, once the promise's own stream has settled it. */
const settled = (
  complaint: string,
  promiseId: PromiseId,
  state: PromiseState,
  stamp: Stamp,
): ReadonlyArray<Dispatch> =>
  state._tag === 'Settled'
    ? [
        {
          to: 'complaint',
          id: complaint,
          command: {
            type: 'SettlePromise',
            data: { promiseId, how: settlement(state.how), ...stamp },
          },
          because: promiseId,
        },
      ]
    : []

type Given = Extract<ComplaintEvent, { readonly type: 'PromiseGiven' }>['data']

/** The promise is his who gave it, as of when he gave it: his role is asked what it may promise. */
const make = (
  complaintId: ComplaintId,
  { promiseId, temporary, ...terms }: Given,
  customer: CustomerId,
): Dispatch => {
  const source = { origin: 'complaint', complaintId } as const
  const data = { ...terms, ...(temporary && { temporary }), customer, source }
  return { to: 'promise', id: promiseId, command: { type: 'MakePromise', data } }
}

const opened = (id: ComplaintId, given: Given, stamp: Stamp): Reaction<never> => {
  const { promiseId, customer } = given
  return look('promise', promiseId, (promise) => {
    // Given a second time, in a complaint that stands for the first, it may be settled by now.
    if (promise._tag !== 'NotMade') return send(...settled(id, promiseId, promise, stamp))
    if (customer !== undefined) return send(make(id, given, customer))
    // Of an event that does not say whose complaint it was then, he is whose it is now.
    return look('complaint', id, (complaint) => {
      const whose = subjectOf(complaint)
      return whose === undefined ? ignore : send(make(id, given, whose))
    })
  })
}

const backToComplaint = (id: string, stamp: Stamp): Reaction<never> =>
  look('promise', id, (state) =>
    state._tag === 'NotMade' || state.file.terms.source.origin !== 'complaint'
      ? ignore
      : send(...settled(state.file.terms.source.complaintId, id as PromiseId, state, stamp)),
  )

export const linkPromises: Policy<never> = {
  name: 'linkPromises',
  // No complaint waits for a promise that there never was.
  refused: ({ command, id }, _why, { at, by }) =>
    command.type === 'MakePromise' && command.data.source.origin === 'complaint'
      ? [
          {
            to: 'complaint',
            id: command.data.source.complaintId,
            command: {
              type: 'SettlePromise',
              data: { promiseId: id as PromiseId, how: 'declined', at, by },
            },
          },
        ]
      : [],
  hears: ['complaint', 'promise'],
  react: (happening, _, stamp) => {
    const { id, triggers } = happening
    if (!triggers) return ignore
    if (happening.category === 'promise') return backToComplaint(id, stamp)
    if (happening.category !== 'complaint') return ignore
    const { event } = happening
    switch (event.type) {
      case 'PromiseGiven':
        return opened(id as ComplaintId, event.data, stamp)
      case 'ComplaintAbsorbed':
        // Settled between the merge and its acceptance, neither complaint would hear of it.
        return all(
          [...new Set(event.data.openPromises)].map((promise) =>
            look('promise', promise, (state) => send(...settled(id, promise, state, stamp))),
          ),
        )
      default:
        return ignore
    }
  },
}
