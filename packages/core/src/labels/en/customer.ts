/**
 * English: why a customer's command was refused.
 *
 * @since 0.1.0
 */
import type { PlainCustomerRejection } from '../../plain/customer.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { customerLists as lists } from './customer-lists.js'
import { barredMessages, known, lateMessages } from './phrases.js'
import { sharedLists } from './shared.js'

export const customerMessages = (say: Say): Messages<PlainCustomerRejection> => ({
  ...lateMessages(say, 'customer’s record'),
  NotRegistered: 'No such customer is registered.',
  AlreadyRegistered: ({ kind }) =>
    `This customer is registered already, as a ${lists.CustomerKind[kind]}, with other details.`,
  AlreadyLost: ({ reason, lostAt }) =>
    `This customer was recorded as lost on ${say.instant(lostAt)}, for another reason: ${lists.LossReason[reason]}.`,
  MergedInto: ({ survivor }) =>
    `This customer’s record was merged into that of customer ${say.name(survivor)}. Please go on there.`,
  WouldCircle: ({ absorbed }) =>
    `The record of customer ${say.name(absorbed)} was merged into this one, so this one can not be merged into it.`,
  SameCustomer: ({ id }) => `Customer ${say.name(id)} can not be merged with himself.`,
  SurvivorNotFound: ({ through }) =>
    `These customers’ records were merged into each other, and it is not clear which one to go on with: ${say.all(through.map(say.name))}.`,
  Erased: ({ erasedAt }) => `This customer’s record was erased on ${say.instant(erasedAt)}.`,

  ...barredMessages(say),
  NobodyMayDecide: ({ matter }) => `Nobody may decide this: ${sharedLists.Matter[matter]}.`,
  OverAuthority: ({ matter, deciders }) =>
    `This is beyond your authority: ${sharedLists.Matter[matter]}. It can be decided by ${say.any(deciders.map(say.name))}.`,

  NoSuchChange: 'No such change of the profile was proposed.',
  ChangeSettled: ({ how }) => `This change of the profile was ${how} already.`,
  OwnChange: ({ by }) =>
    `This was written by ${say.name(by)}; it has to be looked at by somebody else.`,
  NothingToVerify: ({ section }) =>
    `There is nothing to verify: the ${lists.ProfileSection[section]} is empty.`,

  NotAnOrganisation: 'Only an organisation has contact persons.',
  NoSuchContactPerson: 'This customer has no such contact person.',
  NoSuchContactPoint: 'This customer has no such contact details.',
  NoSuchExpectation: 'No such expectation is recorded for this customer.',
  NoSuchDate: 'No such date is recorded for this customer.',
  NoSuchProposal: 'No such proposal was made for this customer.',
  ExpectationReleased: 'The customer has given up this expectation.',
  NotTheHeldOnes: ({ held }) =>
    held.length === 0
      ? 'The customer holds no expectation that could be ranked.'
      : `A ranking names each expectation that the customer holds, once: ${say.all(held.map(say.name))}.`,
  BeforeDecember: ({ year, from }) =>
    `The demand plan for ${year} can be recorded from December on, ${say.instant(from)} at the earliest.`,
  YearOver: ({ year, ended }) =>
    `The demand plan for ${year} is of no use any more: that year was over on ${say.instant(ended)}.`,

  UnknownScheme: ({ scheme, known: words }) =>
    `There is no classification “${say.name(scheme)}”. ${known(say, words)}`,
  UnknownClass: ({ scheme, value, known: words }) =>
    `The classification “${say.name(scheme)}” has no class “${say.name(value)}”. ${known(say, words)}`,
  UnknownPurpose: ({ purpose, known: words }) =>
    `Customers are not asked to consent to “${say.name(purpose)}”. ${known(say, words)}`,
})
