/**
 * Customers: the parties whom the business serves.
 *
 * @since 0.1.0
 */
export {
  AnyScheme,
  Chain,
  Classification,
  HostClassification,
  HostScheme,
  type HostSchemeBrand,
  Management,
  Marketing,
  PurchaseBehaviour,
  Scheme,
  Size,
  SocialStyle,
  Temperament,
  Tier,
} from './classification.js'
export { CustomerCommand, type Asked } from './commands.js'
export { barred, customer, type CustomerDecider } from './customer.js'
export { CustomerEvent, type FactsOf } from './events.js'
export {
  Channel,
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
  Stage,
} from './lists.js'
export { Demographic, isFilled, ProfileChange, Psychographic, Purchasing } from './profile.js'
export type {
  AuthorityRejection,
  CustomerRejection,
  LifeRejection,
  ProfileRejection,
  RecordRejection,
  WordRejection,
} from './rejections.js'
export { checkRules, type CustomerRules, type SchemeRule } from './rules.js'
export {
  blacklistings,
  completeness,
  consentTo,
  himself,
  type Absorbed,
  type ContactPerson,
  type CustomerFile,
  type CustomerState,
  type Expectation,
  type Proposal,
  type ProposedChange,
  type Registered,
  type Registration,
  type RememberedDay,
  type SectionState,
  type Single,
  type Trace,
} from './state.js'
export {
  Blacklisting,
  DemandLine,
  ImportantDay,
  Quantity,
  Year,
  YearlyDate,
  type YearBrand,
  type YearlyDateBrand,
} from './values.js'
