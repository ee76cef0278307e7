/**
 * What a promise is made of, and what a customer was told of it.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { personal } from '../privacy/personal.js'
import { Matter } from '../shared/authority.js'
import { Channel } from '../shared/channel.js'
import { PromiseKind } from '../shared/commitment.js'
import { ComplaintId, CustomerId, EntryId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { data } from '../shared/message.js'
import { Money } from '../shared/money.js'
import { listOf } from '../shared/one-of.js'
import { Name, NonEmptyText } from '../shared/text.js'
import { TimeZone } from '../time/time-zone.js'

const by = <O extends string>(origin: O) =>
  t.readonly(t.strict({ origin: t.literal(origin), ref: Name }), `Source<${origin}>`)

/**
 * Where it was made. `ref` is the host's own reference: the order of a sale, the contract, the published page,
 * the visit or call back, the call or chat, the fault.
 */
export const Source = t.union(
  [
    t.readonly(
      t.strict({ origin: t.literal('complaint'), complaintId: ComplaintId }),
      'Source<complaint>',
    ),
    by('sale'),
    by('contract'),
    by('publication'),
    by('followUp'),
    by('conversation'),
    by('fault'),
  ],
  'Source',
)
export type Source = t.TypeOf<typeof Source>

/** What people write about people. */
const words = personal(NonEmptyText)

/** What is always said; beside it stands the basis. */
export const said = {
  customer: CustomerId,
  kind: PromiseKind,
  what: words,
  dueAt: Instant,
  source: Source,
}

/** `timeZone` is the customer's; `matter` and `cost` are what the promise decides, where it decides anything. */
export const saidMore = { timeZone: TimeZone, matter: Matter, cost: Money }

/** `basis` is the plan or knowledge the promise rests on: without one it would be a blind promise. */
export const basis = { basis: NonEmptyText }

export const Terms = data({ ...said, ...basis }, saidMore, 'Terms')
export type Terms = t.TypeOf<typeof Terms>

/** That the customer was told: when, by which way, and whether he agreed. */
export const Informed = t.readonly(
  t.strict({ at: Instant, channel: Channel, agreed: t.boolean }),
  'Informed',
)
export type Informed = t.TypeOf<typeof Informed>

/** What the customer was told to expect of a promise that is late, and whether he had understanding for it. */
export const delay = {
  explanationId: EntryId,
  expectedAt: Instant,
  channel: Channel,
  understood: t.boolean,
}
export const evidence = { evidence: listOf(Name) }
export const why = { why: words }
