/**
 * The fields of each message, named once: a command and the event it leads to share them.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { personal } from '../privacy/personal.js'
import { ActorId } from '../shared/actor.js'
import { Channel } from '../shared/channel.js'
import { ComplaintId, CustomerId, EntryId, FaultId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { Name, NonEmptyText } from '../shared/text.js'
import { FailedKind, OwnerKind } from './lists.js'

/** What failed, by the host's own reference (a type of product, a project, a name of a service). */
export const Failed = t.readonly(t.strict({ kind: FailedKind, ref: Name }), 'Failed')
export type Failed = t.TypeOf<typeof Failed>

/** Whose a fault is to put right. */
export const Owner = t.readonly(t.strict({ kind: OwnerKind, id: ActorId }), 'Owner')
export type Owner = t.TypeOf<typeof Owner>

/** What people write about people, and where they live and work. */
const words = personal(NonEmptyText)

/**
 * `seenAt`: the time of the fault, while `at` is when it was reported; `place`: where it was seen; `what`: what was seen;
 * `plan`: what is to be done about it. `contractSigner` and `manager` are who must be told first.
 */
export const report = {
  failed: Failed,
  seenAt: Instant,
  place: words,
  what: words,
  plan: words,
  contractSigner: ActorId,
  manager: ActorId,
}
/**
 * `item` and `project`: the host's own references of the single thing that failed, and of where it is in use;
 * `owner`: whose it is, where that is known already; `follows`: the fault that was cleared and has come again.
 */
export const reportMore = {
  customer: CustomerId,
  item: Name,
  project: Name,
  owner: Owner,
  follows: FaultId,
}

export const ownership = { owner: Owner, why: words }
export const channel = { channel: Channel }
/** Who was told. */
export const told = { told: ActorId }
/** The host's own reference of the file. */
export const filing = { file: Name }
/** `progress`: how far it has come. */
export const tracking = { trackingId: EntryId, progress: words }
/** The plan from now on, where it is another. */
export const trackingMore = { plan: words }
/** What cleared it. */
export const clearing = { how: words }
export const link = { complaint: ComplaintId }
export const why = { why: words }
