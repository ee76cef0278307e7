/**
 * Two records of one customer become one, in two steps, and two again where that was wrong; and the end of all that is his own.
 *
 * @since 0.1.0
 */
import { isKnown } from '../../shared/entries.js'
import type { Actor } from '../../shared/actor.js'
import { emit, nothing, reject } from '../../shared/decider.js'
import type { Instant } from '../../shared/instant.js'
import type { Asked } from '../commands.js'
import type { CustomerEvent } from '../events.js'
import type { LifeRejection } from '../rejections.js'
import {
  blacklistings,
  himself,
  type CustomerFile,
  type Registered,
  type Single,
} from '../state.js'
import type { CustomerDecision } from './answer.js'

/** The absorbed one decides. A merge that was parted again does not come back by being asked late. */
export const merge = (file: CustomerFile, asked: Asked<'MergeCustomer'>): CustomerDecision => {
  const { mergeId, survivor: absorbed } = asked
  if (isKnown(file, 'merged', mergeId) || isKnown(file, 'parted', mergeId)) return nothing
  if (Object.values(file.absorbed).some(({ customer }) => customer === absorbed))
    return reject({ _tag: 'WouldCircle', absorbed })
  const [blacklisted] = blacklistings(file)
  const data = { ...asked, ...(blacklisted && { blacklisted }) }
  return emit({ type: 'CustomerMerged', data })
}

type Gone = Extract<Registered, { _tag: 'Merged' | 'Erased' }>

/** Why nothing more is asked of this record. */
export const gone = (state: Gone): LifeRejection =>
  state._tag === 'Merged'
    ? { _tag: 'MergedInto', survivor: state.survivor }
    : { _tag: 'Erased', erasedAt: state.at }

export const mergeAgain = (state: Gone, asked: Asked<'MergeCustomer'>): CustomerDecision => {
  const again = isKnown(himself(state).file, 'merged', asked.mergeId)
  const there = state._tag === 'Merged' && state.survivor === asked.survivor
  return again || there ? nothing : reject(gone(state))
}

const absorbed = (asked: Asked<'AbsorbCustomer'>): CustomerEvent => ({
  type: 'CustomerAbsorbed',
  data: asked,
})

const circle = (
  mergeId: Asked<'PartCustomers'>['mergeId'],
  other: Asked<'PartCustomers'>['other'],
  { at, by }: { readonly at: Instant; readonly by: Actor },
): CustomerEvent => ({
  type: 'CustomersParted',
  data: { mergeId, other, ground: 'circle', at, by },
})

/**
 * Merged himself, he points on to his survivor, unless that leads back to where it began. Then his own merge, which
 * closes the circle, is parted; so is the one he is asked about if it lies in the circle, and else he can accept it.
 */
const pointOn = (
  { mergeId, survivor }: Extract<Registered, { _tag: 'Merged' }>,
  asked: Asked<'AbsorbCustomer'>,
): CustomerDecision => {
  const own = circle(mergeId, survivor, asked)
  if (asked.mergeId === mergeId) return emit(own)
  if (asked.absorbed === survivor)
    return { _tag: 'Right', right: [own, circle(asked.mergeId, asked.absorbed, asked)] }
  return asked.through.includes(survivor)
    ? { _tag: 'Right', right: [own, absorbed(asked)] }
    : reject({ _tag: 'MergedInto', survivor })
}

/** The survivor accepts, or points on. Whoever went with him through whom he came may come again by another way. */
export const absorb = (state: Registered, asked: Asked<'AbsorbCustomer'>): CustomerDecision => {
  const { file } = himself(state)
  if (file.absorbed[asked.mergeId] !== undefined || isKnown(file, 'parted', asked.mergeId))
    return nothing
  if (state._tag === 'Merged') return pointOn(state, asked)
  return state._tag === 'Erased' ? reject(gone(state)) : emit(absorbed(asked))
}

/** Said of a merge not known here, it is kept in mind: the merge may come in after its undoing. */
export const part = (state: Registered, asked: Asked<'PartCustomers'>): CustomerDecision => {
  const { file } = himself(state)
  const { mergeId } = asked
  if (isKnown(file, 'parted', mergeId)) return nothing
  const accepted = file.absorbed[mergeId]?.customer
  const own = state._tag === 'Merged' && state.mergeId === mergeId ? state.survivor : undefined
  if (state._tag === 'Merged' && !accepted && !own)
    return reject({ _tag: 'MergedInto', survivor: state.survivor })
  const other = own ?? accepted ?? asked.other
  return emit({ type: 'CustomersParted', data: { ...asked, other, ground: 'wrongMerge' } })
}

/** Whoever was merged may still be forgotten: what is his own stands in his own stream. */
export const erase = (customer: Single, asked: Asked<'EraseCustomer'>): CustomerDecision =>
  customer._tag === 'Erased' ? nothing : emit({ type: 'CustomerErased', data: asked })
