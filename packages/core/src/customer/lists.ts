/**
 * The closed lists of a customer: what may be said of him, in the desk's own words.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { Channel } from '../shared/channel.js'
import { oneOf } from '../shared/one-of.js'

export { Channel }

export const CustomerKind = oneOf('CustomerKind', ['person', 'organisation'])
export type CustomerKind = t.TypeOf<typeof CustomerKind>

/** `internal`: a department or colleague whom the business serves like any other customer. */
export const Relation = oneOf('Relation', ['external', 'internal'])
export type Relation = t.TypeOf<typeof Relation>

export const Stage = oneOf('Stage', ['prospect', 'buyer'])
export type Stage = t.TypeOf<typeof Stage>

export const ProfileSection = oneOf('ProfileSection', [
  'demographic',
  'psychographic',
  'purchasing',
])
export type ProfileSection = t.TypeOf<typeof ProfileSection>

/** In which part a contact person meets the business: the customer is not always the user. */
export const PersonRole = oneOf('PersonRole', ['buyer', 'user', 'recipient', 'payer'])
export type PersonRole = t.TypeOf<typeof PersonRole>

export const NeedKind = oneOf('NeedKind', [
  'information',
  'environment',
  'emotional',
  'convenience',
])
export type NeedKind = t.TypeOf<typeof NeedKind>

/** Whether a need was said, or lies behind what was said. */
export const Depth = oneOf('Depth', ['surface', 'inner'])
export type Depth = t.TypeOf<typeof Depth>

export const DateKind = oneOf('DateKind', ['birthday', 'familyBirthday', 'foundingDay', 'other'])
export type DateKind = t.TypeOf<typeof DateKind>

/** What of a person's own was shown to somebody. */
export const PersonalData = oneOf('PersonalData', [
  'names',
  'contactPoints',
  'birthDates',
  'freeText',
])
export type PersonalData = t.TypeOf<typeof PersonalData>

export const LossReason = oneOf('LossReason', [
  'unstableQuality',
  'noInnovation',
  'weakService',
  'staffTurnover',
  'competitorOffer',
  'neglected',
  'marketVolatility',
])
export type LossReason = t.TypeOf<typeof LossReason>

/** Why two customers are two again: the merge was wrong, or merges had come to lead back to where they began. */
export const PartingGround = oneOf('PartingGround', ['wrongMerge', 'circle'])
export type PartingGround = t.TypeOf<typeof PartingGround>
