/**
 * The profile: proposed by one person, verified or refused by another.
 *
 * @since 0.1.0
 */
import { once } from '../../shared/entries.js'
import type { ActorId } from '../../shared/actor.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { CustomerFile, ProposedChange } from '../state.js'
import type { CustomerDecision, Objection } from './answer.js'

export const change = (file: CustomerFile, asked: Asked<'ChangeProfile'>): CustomerDecision =>
  once(file, 'change', asked.changeId, () => emit({ type: 'ProfileChanged', data: asked }))

export const propose = (
  file: CustomerFile,
  asked: Asked<'ProposeProfileChange'>,
): CustomerDecision =>
  once(file, 'change', asked.changeId, () => emit({ type: 'ProfileChangeProposed', data: asked }))

/** Four eyes: whoever says so does not also confirm it. */
const ownChange = (author: ActorId, by: ActorId): Objection =>
  author === by ? { _tag: 'OwnChange', by } : undefined

/** The change to settle as `wanted`, or the answer, where there is none to settle. */
const unsettled = (
  file: CustomerFile,
  changeId: string,
  wanted: 'verified' | 'refused',
  settle: (open: ProposedChange) => CustomerDecision,
): CustomerDecision => {
  const proposed = file.changes[changeId]
  if (!proposed) return reject({ _tag: 'NoSuchChange' })
  const { how } = proposed
  if (how === 'open') return settle(proposed)
  return how === wanted ? nothing : reject({ _tag: 'ChangeSettled', how })
}

export const verifyChange = (
  file: CustomerFile,
  asked: Asked<'VerifyProfileChange'>,
): CustomerDecision =>
  unsettled(file, asked.changeId, 'verified', ({ section, by }) =>
    unless([ownChange(by, asked.by.id)], {
      type: 'ProfileChangeVerified',
      data: { ...asked, section },
    }),
  )

export const refuseChange = (
  file: CustomerFile,
  asked: Asked<'RefuseProfileChange'>,
): CustomerDecision =>
  unsettled(file, asked.changeId, 'refused', ({ section, by }) =>
    unless([ownChange(by, asked.by.id)], {
      type: 'ProfileChangeRefused',
      data: { ...asked, section },
    }),
  )

/** What stands already, looked at again: found right, and by another than who wrote it. */
export const verifySection = (
  file: CustomerFile,
  asked: Asked<'VerifyProfileSection'>,
): CustomerDecision =>
  once(file, 'verification', asked.verificationId, () => {
    const { section, by } = asked
    const now = file.profile[section]
    return now?.filled
      ? unless([ownChange(now.changedBy, by.id)], { type: 'ProfileSectionVerified', data: asked })
      : reject({ _tag: 'NothingToVerify', section })
  })
