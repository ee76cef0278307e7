/**
 * What is looked at elsewhere before a complaint decides.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import type { Asked, ComplaintCommand } from '../complaint/commands.js'
import type { ComplaintEvent } from '../complaint/events.js'
import type { ComplaintRejection } from '../complaint/rejections.js'
import type { CaseFile, ComplaintState } from '../complaint/state.js'
import type { ReadState } from '../store/state-reader.js'
import type { Blacklisted, MayPromise } from './barred.js'
import { type Check, noObjection, type Objection } from './checked.js'
import type { Stream } from './stream.js'

export type Complaints = Stream<
  ComplaintCommand,
  ComplaintState,
  ComplaintEvent,
  ComplaintRejection
>

/** Why two complaints can not become one: merges of complaints are never undone, and both would be lost. */
export type ComplaintMergeRejection =
  /** A complaint can not be merged with itself. */
  | { readonly _tag: 'SameComplaint'; readonly id: string }
  /** There is no complaint to go on with. */
  | { readonly _tag: 'SurvivorNotRecorded'; readonly survivor: string }
  /** The one to go on with was itself merged, into `mergedInto`. */
  | { readonly _tag: 'SurvivorMerged'; readonly survivor: string; readonly mergedInto: string }

type Look = ReadState<ComplaintState>
type Tenant = string | undefined

/** What is open is looked at; what is not answers for itself, as it did to the same command before. */
const whenOpen = async <R>(
  look: Look,
  id: string,
  tenant: Tenant,
  then: (file: CaseFile) => Objection<R> | Promise<Objection<R>>,
): Promise<Objection<R>> => {
  const own = await look(id, tenant)()
  if (E.isLeft(own)) return own
  return own.right._tag === 'Open' ? then(own.right.file) : noObjection
}

/** Of two merged into each other at the same moment neither is refused: no rule spans two streams. */
const survivorOf = async (
  look: Look,
  { survivor }: Asked<'MergeComplaint'>,
  tenant: Tenant,
): Promise<Objection<ComplaintMergeRejection>> => {
  const other = await look(survivor, tenant)()
  if (E.isLeft(other)) return other
  const { right: state } = other
  if (state._tag === 'NotRecorded') return E.right({ _tag: 'SurvivorNotRecorded', survivor })
  return state._tag === 'Merged'
    ? E.right({ _tag: 'SurvivorMerged', survivor, mergedInto: state.survivor })
    : noObjection
}

/** What speaks against a complaint's command, by its own stream, another complaint's and the customer's. */
export const objectionTo =
  (
    look: Look,
    mayPromise: MayPromise,
  ): Check<ComplaintCommand, ComplaintMergeRejection | Blacklisted> =>
  (id, { type, data }, { tenant }) => {
    switch (type) {
      case 'MergeComplaint':
        return data.survivor === id
          ? E.right({ _tag: 'SameComplaint', id })
          : whenOpen(look, id, tenant, () => survivorOf(look, data, tenant))
      case 'AbsorbComplaint':
        return data.absorbed === id ? E.right({ _tag: 'SameComplaint', id }) : noObjection
      case 'GivePromise':
        return whenOpen(look, id, tenant, ({ customer, promises }) =>
          promises[data.promiseId] === undefined
            ? mayPromise(customer, data.by, tenant)
            : noObjection,
        )
      default:
        return noObjection
    }
  }
