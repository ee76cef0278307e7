/**
 * Identities: lower-case UUIDs, one brand for each kind of thing, so that no id is taken for another's.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

export interface IdBrand<Thing extends string> {
  readonly Id: Thing
}

/** The identity of one thing of a kind: a lower-case UUID, not interchangeable with any other kind's. */
export type Id<Thing extends string> = t.Branded<string, IdBrand<Thing>>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type IdC<Thing extends string> = t.Type<Id<Thing>, string>

const id = <Thing extends string>(thing: Thing): IdC<Thing> => {
  const is = (u: unknown): u is Id<Thing> => typeof u === 'string' && uuid.test(u)
  return new t.Type<Id<Thing>, string>(
    `${thing}Id`,
    is,
    (u, context) => (is(u) ? t.success(u) : t.failure(u, context)),
    t.identity,
  )
}

export type CustomerId = Id<'Customer'>
export const CustomerId = id('Customer')

export type ComplaintId = Id<'Complaint'>
export const ComplaintId = id('Complaint')

export type PromiseId = Id<'Promise'>
export const PromiseId = id('Promise')

export type FollowUpId = Id<'FollowUp'>
export const FollowUpId = id('FollowUp')

export type FaultId = Id<'Fault'>
export const FaultId = id('Fault')

/** The identity of one entry in a list that a stream keeps (a reply, a hand-over, a notice). */
export type EntryId = Id<'Entry'>
export const EntryId = id('Entry')
