/**
 * What a customer's record answers to a command. Asking again for what is already so yields no events.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { reject } from '../shared/decider.js'
import { outOfTime } from '../shared/written-later.js'
import type { CustomerCommand } from './commands.js'
import * as contacts from './decide/contacts.js'
import * as merging from './decide/merging.js'
import * as profile from './decide/profile.js'
import * as registration from './decide/registration.js'
import * as standing from './decide/standing.js'
import * as wishes from './decide/wishes.js'
import type { CustomerRules } from './rules.js'
import { himself, type CustomerState, type Registered, type Single } from './state.js'
import type { CustomerDecision } from './decide/answer.js'

/** Lost, a customer is still known: all but his loss goes on as before. */
const whenKnown = (
  state: Extract<Single, { _tag: 'Active' | 'Lost' }>,
  command: CustomerCommand,
  rules: CustomerRules,
): CustomerDecision => {
  const { file } = state
  switch (command.type) {
    case 'RegisterCustomer':
      return registration.registerAgain(state, command.data, rules)
    case 'BecomeBuyer':
      return registration.becomeBuyer(file, command.data)
    case 'RenameCustomer':
      return registration.rename(file, command.data)
    case 'ChangeProfile':
      return profile.change(file, command.data)
    case 'ProposeProfileChange':
      return profile.propose(file, command.data)
    case 'VerifyProfileChange':
      return profile.verifyChange(file, command.data)
    case 'RefuseProfileChange':
      return profile.refuseChange(file, command.data)
    case 'VerifyProfileSection':
      return profile.verifySection(file, command.data)
    case 'AddContactPerson':
      return contacts.addPerson(file, command.data)
    case 'ChangeContactPerson':
      return contacts.changePerson(file, command.data)
    case 'RemoveContactPerson':
      return contacts.removePerson(file, command.data)
    case 'AddContactPoint':
      return contacts.addPoint(file, command.data)
    case 'RemoveContactPoint':
      return contacts.removePoint(file, command.data)
    case 'RecordNeed':
      return wishes.recordNeed(file, command.data)
    case 'RecordExpectation':
      return wishes.recordExpectation(file, command.data)
    case 'RankExpectations':
      return wishes.rank(file, command.data)
    case 'FindExpectationFeasible':
      return wishes.findFeasible(file, command.data)
    case 'ReleaseExpectation':
      return wishes.release(file, command.data)
    case 'RecordDemandPlan':
      return wishes.recordPlan(file, command.data)
    case 'AddImportantDate':
      return wishes.addDate(file, command.data)
    case 'RemoveImportantDate':
      return wishes.removeDate(file, command.data)
    case 'ClassifyCustomer':
      return standing.classify(file, command.data, rules)
    case 'DeclassifyCustomer':
      return standing.declassify(file, command.data)
    case 'AssignManager':
      return standing.assignManager(file, command.data)
    case 'ProposeClassification':
      return standing.proposeClassification(file, command.data, rules)
    case 'ProposeBlacklisting':
      return standing.proposeBlacklisting(file, command.data)
    case 'DismissProposal':
      return standing.dismiss(file, command.data)
    case 'BlacklistCustomer':
      return standing.blacklist(file, command.data, rules)
    case 'ClearCustomer':
      return standing.clear(file, command.data, rules)
    case 'GiveConsent':
      return contacts.giveConsent(file, command.data, rules)
    case 'WithdrawConsent':
      return contacts.withdrawConsent(file, command.data, rules)
    case 'RecordDisclosure':
      return contacts.disclose(file, command.data)
    case 'LoseCustomer':
      return registration.lose(state, command.data)
    case 'WinBackCustomer':
      return registration.winBack(state, command.data, rules)
    case 'MergeCustomer':
      return merging.merge(file, command.data)
    case 'AbsorbCustomer':
      return merging.absorb(state, command.data)
    case 'PartCustomers':
      return merging.part(state, command.data)
    case 'EraseCustomer':
      return merging.erase(state, command.data)
  }
}

const answer = (
  state: Registered,
  command: CustomerCommand,
  rules: CustomerRules,
): CustomerDecision => {
  if (state._tag === 'Active' || state._tag === 'Lost') return whenKnown(state, command, rules)
  switch (command.type) {
    case 'AbsorbCustomer':
      return merging.absorb(state, command.data)
    case 'PartCustomers':
      return merging.part(state, command.data)
    case 'EraseCustomer':
      return merging.erase(himself(state), command.data)
    case 'MergeCustomer':
      return merging.mergeAgain(state, command.data)
    default:
      return reject(merging.gone(state))
  }
}

/** The second step of what another stream has decided is not too late for this one. */
const anyTime: ReadonlyArray<CustomerCommand['type']> = ['AbsorbCustomer', 'PartCustomers']

/** What was written down later is welcome, within the host's limit. */
const inTime = (
  state: Registered,
  { type, data: { at } }: CustomerCommand,
  { lateBy }: CustomerRules,
  decision: CustomerDecision,
): CustomerDecision => {
  if (E.isLeft(decision) || decision.right.length === 0 || anyTime.includes(type)) return decision
  const late = outOfTime(himself(state).file, at, lateBy)
  return late ? reject(late) : decision
}

export const decide =
  (rules: CustomerRules) =>
  (command: CustomerCommand) =>
  (state: CustomerState): CustomerDecision => {
    if (state._tag !== 'NotRegistered')
      return inTime(state, command, rules, answer(state, command, rules))
    return command.type === 'RegisterCustomer'
      ? registration.register(command.data)
      : reject({ _tag: 'NotRegistered' })
  }
