/**
 * Into which classes a customer falls: closed lists, each its own scheme, and those that the host adds.
 * Ownership is none of them: it follows from his dealings.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { oneOf } from '../shared/one-of.js'
import { Name } from '../shared/text.js'

export const Marketing = oneOf('Marketing', ['economic', 'ethical', 'personalised', 'convenience'])
export type Marketing = t.TypeOf<typeof Marketing>

export const Management = oneOf('Management', ['regular', 'potential', 'key', 'temporary'])
export type Management = t.TypeOf<typeof Management>

export const Chain = oneOf('Chain', ['intermediary', 'final'])
export type Chain = t.TypeOf<typeof Chain>

export const Tier = oneOf('Tier', ['ordinary', 'golden', 'vip'])
export type Tier = t.TypeOf<typeof Tier>

export const Size = oneOf('Size', ['large', 'medium', 'small'])
export type Size = t.TypeOf<typeof Size>

export const PurchaseBehaviour = oneOf('PurchaseBehaviour', [
  'fixedPurpose',
  'unclearGoal',
  'marketInformation',
  'noIntent',
  'needsAdvice',
  'undecided',
])
export type PurchaseBehaviour = t.TypeOf<typeof PurchaseBehaviour>

export const Temperament = oneOf('Temperament', [
  'friendly',
  'dictatorial',
  'analytical',
  'selfCentred',
])
export type Temperament = t.TypeOf<typeof Temperament>

export const SocialStyle = oneOf('SocialStyle', ['dominant', 'analytical', 'expressive', 'amiable'])
export type SocialStyle = t.TypeOf<typeof SocialStyle>

/** The schemes that every desk has. */
export const Scheme = oneOf('Scheme', [
  'marketing',
  'management',
  'chain',
  'tier',
  'size',
  'purchaseBehaviour',
  'temperament',
  'socialStyle',
])
export type Scheme = t.TypeOf<typeof Scheme>

export interface HostSchemeBrand {
  readonly HostScheme: unique symbol
}

/** What a host calls a scheme of his own: a name that is none of ours, nor `ownership`. */
export type HostScheme = t.Branded<string, HostSchemeBrand>

export const HostScheme: t.Type<HostScheme, string> = t.brand(
  t.string,
  (s): s is HostScheme => Name.is(s) && !Scheme.is(s) && s !== 'ownership',
  'HostScheme',
)

/** Any scheme, ours or the host's. */
export const AnyScheme = t.union([Scheme, HostScheme], 'AnyScheme')
export type AnyScheme = t.TypeOf<typeof AnyScheme>

const classOf = <S extends string, C extends t.Mixed>(scheme: S, value: C) =>
  t.readonly(t.strict({ scheme: t.literal(scheme), value }), `Classification<${scheme}>`)

/** A class of a host's scheme; which values there are, his rules say. */
export const HostClassification = t.readonly(
  t.strict({ scheme: HostScheme, value: Name }),
  'Classification<HostScheme>',
)
export type HostClassification = t.TypeOf<typeof HostClassification>

/** One value of one scheme. */
export const Classification = t.union(
  [
    classOf('marketing', Marketing),
    classOf('management', Management),
    classOf('chain', Chain),
    classOf('tier', Tier),
    classOf('size', Size),
    classOf('purchaseBehaviour', PurchaseBehaviour),
    classOf('temperament', Temperament),
    classOf('socialStyle', SocialStyle),
    HostClassification,
  ],
  'Classification',
)
export type Classification = t.TypeOf<typeof Classification>
