/**
 * English: the lists of a customer.
 *
 * @since 0.1.0
 */
import type { CustomerLists } from '../lists.js'

export const customerLists: CustomerLists = {
  CustomerKind: { person: 'person', organisation: 'organisation' },
  Relation: { external: 'external', internal: 'internal' },
  Stage: { prospect: 'prospect', buyer: 'buyer' },
  ProfileSection: {
    demographic: 'demographic profile',
    psychographic: 'psychographic profile',
    purchasing: 'purchasing profile',
  },
  PersonRole: { buyer: 'buyer', user: 'user', recipient: 'recipient', payer: 'payer' },
  NeedKind: {
    information: 'information',
    environment: 'environment',
    emotional: 'emotional',
    convenience: 'convenience',
  },
  Depth: { surface: 'surface need', inner: 'inner need' },
  DateKind: {
    birthday: 'birthday',
    familyBirthday: 'birthday in the family',
    foundingDay: 'founding day',
    other: 'other day',
  },
  PersonalData: {
    names: 'names',
    contactPoints: 'contact details',
    birthDates: 'dates of birth',
    freeText: 'what was written down',
  },
  LossReason: {
    unstableQuality: 'unstable quality',
    noInnovation: 'no innovation',
    weakService: 'weak service',
    staffTurnover: 'staff turnover',
    competitorOffer: 'a competitor’s offer',
    neglected: 'neglected by us',
    marketVolatility: 'a volatile market',
  },
  PartingGround: { wrongMerge: 'wrong merge', circle: 'merges in a circle' },
  Marketing: {
    economic: 'economic',
    ethical: 'ethical',
    personalised: 'personalised',
    convenience: 'convenience',
  },
  Management: { regular: 'regular', potential: 'potential', key: 'key', temporary: 'temporary' },
  Chain: { intermediary: 'intermediary', final: 'final customer' },
  Tier: { ordinary: 'ordinary', golden: 'golden', vip: 'VIP' },
  Size: { large: 'large', medium: 'medium', small: 'small' },
  PurchaseBehaviour: {
    fixedPurpose: 'knows what to buy',
    unclearGoal: 'has no clear goal',
    marketInformation: 'looks at the market',
    noIntent: 'does not mean to buy',
    needsAdvice: 'needs advice',
    undecided: 'is undecided',
  },
  Temperament: {
    friendly: 'friendly',
    dictatorial: 'dictatorial',
    analytical: 'analytical',
    selfCentred: 'self-centred',
  },
  SocialStyle: {
    dominant: 'dominant',
    analytical: 'analytical',
    expressive: 'expressive',
    amiable: 'amiable',
  },
  Scheme: {
    marketing: 'marketing class',
    management: 'management class',
    chain: 'place in the chain',
    tier: 'tier',
    size: 'size',
    purchaseBehaviour: 'purchase behaviour',
    temperament: 'temperament',
    socialStyle: 'social style',
  },
}
