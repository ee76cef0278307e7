/**
 * The customer's commands, one method each. Those for a customer who was merged go to his survivor.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import type { OutputOf } from 'io-ts'

import { CustomerCommand } from '../customer/commands.js'
import { CustomerEvent } from '../customer/events.js'
import type { CustomerRejection } from '../customer/rejections.js'
import type { CustomerState } from '../customer/state.js'
import { customerMerges } from '../policy/customer-merges.js'
import { followMerges, type SurvivorNotFound } from '../store/follow-merges.js'
import type { Runtime } from '../store/runtime.js'
import type { Answer } from './answer.js'
import { type Check, checked, noObjection } from './checked.js'
import { type Door, door, type MethodNames } from './door.js'
import type { Stream } from './stream.js'

/** A customer's command as it is sent: plain values, instants as ISO text. */
export type PlainCustomerCommand = OutputOf<typeof CustomerCommand>

/** A customer's event as it is stored: plain values, instants as ISO text. */
export type PlainCustomerEvent = OutputOf<typeof CustomerEvent>

/** How each command is called at the door. */
export const customerMethods = {
  RegisterCustomer: 'register',
  BecomeBuyer: 'becomeBuyer',
  RenameCustomer: 'rename',
  ChangeProfile: 'changeProfile',
  ProposeProfileChange: 'proposeProfileChange',
  VerifyProfileChange: 'verifyProfileChange',
  RefuseProfileChange: 'refuseProfileChange',
  VerifyProfileSection: 'verifyProfileSection',
  AddContactPerson: 'addContactPerson',
  ChangeContactPerson: 'changeContactPerson',
  RemoveContactPerson: 'removeContactPerson',
  AddContactPoint: 'addContactPoint',
  RemoveContactPoint: 'removeContactPoint',
  RecordNeed: 'recordNeed',
  RecordExpectation: 'recordExpectation',
  RankExpectations: 'rankExpectations',
  FindExpectationFeasible: 'findExpectationFeasible',
  ReleaseExpectation: 'releaseExpectation',
  RecordDemandPlan: 'recordDemandPlan',
  AddImportantDate: 'addImportantDate',
  RemoveImportantDate: 'removeImportantDate',
  ClassifyCustomer: 'classify',
  DeclassifyCustomer: 'declassify',
  AssignManager: 'assignManager',
  ProposeClassification: 'proposeClassification',
  ProposeBlacklisting: 'proposeBlacklisting',
  DismissProposal: 'dismissProposal',
  BlacklistCustomer: 'blacklist',
  ClearCustomer: 'clear',
  GiveConsent: 'giveConsent',
  WithdrawConsent: 'withdrawConsent',
  RecordDisclosure: 'recordDisclosure',
  LoseCustomer: 'lose',
  WinBackCustomer: 'winBack',
  MergeCustomer: 'merge',
  AbsorbCustomer: 'absorb',
  PartCustomers: 'part',
  EraseCustomer: 'erase',
} as const satisfies MethodNames<PlainCustomerCommand>

/** A customer can not be merged with himself. */
export interface SameCustomer {
  readonly _tag: 'SameCustomer'
  readonly id: string
}

/** Why not, at this door. */
export type PlainCustomerRejection = CustomerRejection | SurvivorNotFound | SameCustomer

export type CustomerAnswer = Answer<PlainCustomerEvent, PlainCustomerRejection>

/** `await troth.customer.register(id, {…}, { by })` */
export type CustomerDoor = Door<
  PlainCustomerCommand,
  typeof customerMethods,
  PlainCustomerEvent,
  PlainCustomerRejection
>

const objectionTo: Check<CustomerCommand, SameCustomer> = (id, { type, data }) =>
  (type === 'MergeCustomer' && data.survivor === id) ||
  (type === 'AbsorbCustomer' && data.absorbed === id)
    ? E.right({ _tag: 'SameCustomer', id })
    : noObjection

export const customerDoor = (
  { handle, importFacts }: Stream<CustomerCommand, CustomerState, CustomerEvent, CustomerRejection>,
  runtime: Runtime,
): CustomerDoor =>
  door(customerMethods, {
    command: CustomerCommand,
    event: CustomerEvent,
    ask: followMerges(checked(handle, objectionTo), {
      ...customerMerges,
      mergedInto: (why) =>
        why._tag === 'SameCustomer' ? undefined : customerMerges.mergedInto(why),
    }),
    importFacts,
    runtime,
  })
