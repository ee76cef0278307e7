/**
 * Which closed lists have labels: each by its own name, and a label for every word of it.
 *
 * @since 0.1.0
 */
import type {
  ClockName,
  ClocksFrom,
  ComplainantType,
  Cause,
  Content,
  Courtesy,
  InvalidGround,
  Kind,
  OutsideBody,
  PartyKind,
  RaisedMatter,
  RemedyKind,
  Ruling,
  ServiceTerms,
  Settlement as PromiseInComplaint,
  StaffFault,
  Stage as ComplaintStage,
  Topic,
} from '../complaint/lists.js'
import type { EscalationGround, Rung } from '../complaint/escalation-rules.js'
import type { ContactPurpose } from '../complaint/fields.js'
import type { NextReplyFrom } from '../complaint/rules.js'
import type { Step } from '../complaint/state.js'
import type { Outcome, Verdict } from '../complaint/values.js'
import type {
  Chain,
  Management,
  Marketing,
  PurchaseBehaviour,
  Scheme,
  Size,
  SocialStyle,
  Temperament,
  Tier,
} from '../customer/classification.js'
import type {
  CustomerKind,
  DateKind,
  Depth,
  LossReason,
  NeedKind,
  PartingGround,
  PersonalData,
  PersonRole,
  ProfileSection,
  Relation,
  Stage as CustomerStage,
} from '../customer/lists.js'
import type { BenefitKind, HandedOverKind, Ownership } from '../dealings/lists.js'
import type { Referred, Returned, Visited } from '../dealings/values.js'
import type { FailedKind, FaultStep, OwnerKind } from '../fault/lists.js'
import type {
  DecemberTask,
  FollowUpKind,
  GreetingDay,
  Occasion,
  PlanKind,
  VisitEnd,
  VisitKind,
} from '../follow-up/lists.js'
import type { CallBackReason } from '../follow-up/values.js'
import type { Settlement as PromiseSettlement } from '../promise/events.js'
import type { Source } from '../promise/fields.js'
import type { Matter } from '../shared/authority.js'
import type { Channel } from '../shared/channel.js'
import type { PromiseKind } from '../shared/commitment.js'
import type {
  Attribution,
  LoyaltyItem,
  SacrificeKind,
  SuppressionGround,
  SurveyMode,
  SurveyTopic,
} from '../survey/lists.js'
import type { CadenceUnit } from '../time/cadence.js'
import type { AtClosing } from '../time/deadline.js'

/** A label for each word of a closed list, as it stands in the middle of a sentence. */
export type Words<A extends string> = Readonly<Record<A, string>>

export interface SharedLists {
  readonly AtClosing: Words<AtClosing>
  readonly CadenceUnit: Words<CadenceUnit>
  readonly Channel: Words<Channel>
  readonly Matter: Words<Matter>
  readonly PromiseKind: Words<PromiseKind>
}

/** `quality subtype`, and the like: what is said of one category of content. */
export type Subtypes = {
  readonly [C in Content as `${C['category']} subtype`]: Words<C['subtype']>
}

/** `enterprise factor`, and the like: what is said of one origin of a cause. */
export type Factors = { readonly [C in Cause as `${C['origin']} factor`]: Words<C['factor']> }

export interface ComplaintLists extends Subtypes, Factors {
  readonly CauseOrigin: Words<Cause['origin']>
  readonly ClockName: Words<ClockName>
  readonly ClocksFrom: Words<ClocksFrom>
  readonly ComplainantType: Words<ComplainantType>
  readonly ContactPurpose: Words<ContactPurpose>
  readonly ContentCategory: Words<Content['category']>
  readonly Courtesy: Words<Courtesy>
  readonly EscalationGround: Words<EscalationGround>
  readonly InvalidGround: Words<InvalidGround>
  readonly Kind: Words<Kind>
  readonly NextReplyFrom: Words<NextReplyFrom>
  readonly Outcome: Words<Outcome>
  readonly OutsideBody: Words<OutsideBody>
  readonly PartyKind: Words<PartyKind>
  readonly RaisedMatter: Words<RaisedMatter>
  readonly RemedyKind: Words<RemedyKind>
  readonly Ruling: Words<Ruling>
  readonly Rung: Words<Rung>
  readonly ServiceTerms: Words<ServiceTerms>
  readonly Settlement: Words<PromiseInComplaint>
  readonly StaffFault: Words<StaffFault>
  readonly Stage: Words<ComplaintStage>
  readonly Step: Words<Step>
  readonly Topic: Words<Topic>
  readonly Verdict: Words<Verdict>
}

export interface CustomerLists {
  readonly Chain: Words<Chain>
  readonly CustomerKind: Words<CustomerKind>
  readonly DateKind: Words<DateKind>
  readonly Depth: Words<Depth>
  readonly LossReason: Words<LossReason>
  readonly Management: Words<Management>
  readonly Marketing: Words<Marketing>
  readonly NeedKind: Words<NeedKind>
  readonly PartingGround: Words<PartingGround>
  readonly PersonalData: Words<PersonalData>
  readonly PersonRole: Words<PersonRole>
  readonly ProfileSection: Words<ProfileSection>
  readonly PurchaseBehaviour: Words<PurchaseBehaviour>
  readonly Relation: Words<Relation>
  readonly Scheme: Words<Scheme>
  readonly Size: Words<Size>
  readonly SocialStyle: Words<SocialStyle>
  readonly Stage: Words<CustomerStage>
  readonly Temperament: Words<Temperament>
  readonly Tier: Words<Tier>
}

export interface PromiseLists {
  readonly Settlement: Words<PromiseSettlement>
  readonly SourceOrigin: Words<Source['origin']>
}

export interface FollowUpLists {
  readonly CallBackReason: Words<CallBackReason['after']>
  readonly DecemberTask: Words<DecemberTask>
  readonly FollowUpKind: Words<FollowUpKind>
  readonly GreetingDay: Words<GreetingDay>
  readonly Occasion: Words<Occasion>
  readonly PlanKind: Words<PlanKind>
  readonly VisitEnd: Words<VisitEnd>
  readonly VisitKind: Words<VisitKind>
}

export interface SurveyLists {
  readonly Attribution: Words<Attribution>
  readonly LoyaltyItem: Words<LoyaltyItem>
  readonly SacrificeKind: Words<SacrificeKind>
  readonly SuppressionGround: Words<SuppressionGround>
  readonly SurveyMode: Words<SurveyMode>
  readonly SurveyTopic: Words<SurveyTopic>
}

export interface DealingsLists {
  readonly BenefitKind: Words<BenefitKind>
  readonly HandedOverKind: Words<HandedOverKind>
  readonly Ownership: Words<Ownership>
  readonly ReferredKind: Words<Referred['kind']>
  readonly ReturnExtent: Words<Returned['extent']>
  readonly VisitedPlace: Words<Visited['whose']>
}

export interface FaultLists {
  readonly FailedKind: Words<FailedKind>
  readonly FaultStep: Words<FaultStep>
  readonly OwnerKind: Words<OwnerKind>
}

/**
 * Every closed list by name. Where two aggregates have a list of one name (`Stage`, `Settlement`), the
 * labels of both are under it: their words differ.
 */
export type Lists = SharedLists &
  ComplaintLists &
  CustomerLists &
  DealingsLists &
  FaultLists &
  FollowUpLists &
  PromiseLists &
  SurveyLists
