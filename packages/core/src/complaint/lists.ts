/**
 * The closed lists of a complaint: what may be said of it, in the desk's own words.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Channel } from '../shared/channel.js'
import { PromiseKind } from '../shared/commitment.js'
import { oneOf } from '../shared/one-of.js'

export { Channel, PromiseKind }

/** The kind decides the path; only a `complaint` is judged, and only it counts as one. */
export const Kind = oneOf('Kind', ['complaint', 'inquiry', 'suggestion', 'repair', 'return'])
export type Kind = t.TypeOf<typeof Kind>

/** Where the complainant stands before one: he is owed a choice. */
export const faceToFace: ReadonlyArray<Channel> = ['inPerson', 'siteVisit']

/** What a customer can hold in his hand afterwards. */
export const written: ReadonlyArray<Channel> = ['letter', 'email', 'fax']

export const Stage = oneOf('Stage', ['preSale', 'inSale', 'afterSale'])
export type Stage = t.TypeOf<typeof Stage>

export const Topic = oneOf('Topic', [
  'item',
  'order',
  'contract',
  'project',
  'service',
  'person',
  'publishedClaim',
])
export type Topic = t.TypeOf<typeof Topic>

const contentOf = <C extends string, const S extends string>(
  category: C,
  subtypes: ReadonlyArray<S>,
) =>
  t.readonly(
    t.strict({ category: t.literal(category), subtype: oneOf(`${category} subtype`, subtypes) }),
    `Content<${category}>`,
  )

/** What the complaint is about in kind: a category, and a subtype of that category. */
export const Content = t.union(
  [
    contentOf('contract', ['quantity', 'grade', 'specification', 'deliveryTime']),
    contentOf('quality', [
      'defect',
      'specMismatch',
      'fault',
      'missingPart',
      'wrongPart',
      'brokenPart',
      'workmanship',
      'appearance',
      'deformation',
      'discolouration',
      'cracking',
    ]),
    contentOf('transport', ['damage', 'loss', 'shortage', 'deterioration']),
    contentOf('service', ['quality', 'attitude', 'manner', 'skill']),
    contentOf('afterSales', [
      'priceChange',
      'lateDelivery',
      'poorInstallation',
      'promotionInfo',
      'paymentCredit',
      'training',
    ]),
  ],
  'Content',
)
export type Content = t.TypeOf<typeof Content>

export const ComplainantType = oneOf('ComplainantType', [
  'qualitySupervisor',
  'rational',
  'negotiator',
  'victim',
  'loyalSupporter',
])
export type ComplainantType = t.TypeOf<typeof ComplainantType>

/** Why a complaint is judged invalid. */
export const InvalidGround = oneOf('InvalidGround', [
  'unreasonableDemand',
  'deliberateDifficulty',
  'misunderstanding',
])
export type InvalidGround = t.TypeOf<typeof InvalidGround>

const causeOf = <O extends string, const F extends string>(origin: O, factors: ReadonlyArray<F>) =>
  t.readonly(
    t.strict({ origin: t.literal(origin), factor: oneOf(`${origin} factor`, factors) }),
    `Cause<${origin}>`,
  )

/** Where the complaint came from: the enterprise, the consumer, or society. */
export const Cause = t.union(
  [
    causeOf('enterprise', [
      'productDefect',
      'serviceQuality',
      'misleadingPublicity',
      'poorManagement',
    ]),
    causeOf('consumer', ['economicCapacity', 'leisureTime', 'personality', 'selfProtection']),
    causeOf('social', ['supervision', 'law', 'lackOfCredit']),
  ],
  'Cause',
)
export type Cause = t.TypeOf<typeof Cause>

/** What puts a wrong right. Courtesies are not among them. */
export const RemedyKind = oneOf('RemedyKind', [
  'return',
  'exchange',
  'repair',
  'parts',
  'priceReduction',
  'compensation',
  'redo',
])
export type RemedyKind = t.TypeOf<typeof RemedyKind>

export const Courtesy = oneOf('Courtesy', ['apology', 'explanation', 'thanks'])
export type Courtesy = t.TypeOf<typeof Courtesy>

export const PartyKind = oneOf('PartyKind', ['person', 'department', 'partner', 'vendor'])
export type PartyKind = t.TypeOf<typeof PartyKind>

/** How a promise's own stream settled it; `declined`: a temporary agreement that no approver confirmed. */
export const Settlement = oneOf('Settlement', ['kept', 'broken', 'withdrawn', 'declined'])
export type Settlement = t.TypeOf<typeof Settlement>

/** What may come up in a complaint and is somebody above's, whatever its remedies: an escalation rule may ask for it. */
export const RaisedMatter = oneOf('RaisedMatter', ['majorMatter', 'departmentDispute'])
export type RaisedMatter = t.TypeOf<typeof RaisedMatter>

export const StaffFault = oneOf('StaffFault', [
  'argued',
  'solicited',
  'shirked',
  'wrangled',
  'uncooperative',
  'rude',
  'blamedCustomer',
  'perfunctory',
])
export type StaffFault = t.TypeOf<typeof StaffFault>

export const OutsideBody = oneOf('OutsideBody', ['ombudsman', 'court'])
export type OutsideBody = t.TypeOf<typeof OutsideBody>

/** What an outside body decided: for the customer, against him, or both agreed there. */
export const Ruling = oneOf('Ruling', ['upheld', 'dismissed', 'settled'])
export type Ruling = t.TypeOf<typeof Ruling>

/** On what terms a repair or a return is done, or that it is not. */
export const ServiceTerms = oneOf('ServiceTerms', ['free', 'charged', 'refused'])
export type ServiceTerms = t.TypeOf<typeof ServiceTerms>

/** The three clocks of a complaint. */
export const ClockName = oneOf('ClockName', ['firstReply', 'nextReply', 'resolution'])
export type ClockName = t.TypeOf<typeof ClockName>

/** From when an open clock is counted after a change of kind or tier. */
export const ClocksFrom = oneOf('ClocksFrom', ['receipt', 'change'])
export type ClocksFrom = t.TypeOf<typeof ClocksFrom>
