/**
 * What may be asked of a customer's record. `at` is when, `by` is who: nothing in the domain reads a clock.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { message } from '../shared/message.js'
import * as f from './fields.js'

export const CustomerCommand = t.union(
  [
    message('RegisterCustomer', f.registration),
    message('BecomeBuyer', {}),
    message('RenameCustomer', f.name),

    message('ChangeProfile', f.profileChange),
    message('ProposeProfileChange', f.profileChange),
    message('VerifyProfileChange', f.change),
    message('RefuseProfileChange', { ...f.change, ...f.why }),
    message('VerifyProfileSection', f.verification),

    message('AddContactPerson', f.contactPerson),
    message('ChangeContactPerson', f.contactPerson),
    message('RemoveContactPerson', f.person),
    message('AddContactPoint', f.contactPoint, f.contactPointMore),
    message('RemoveContactPoint', f.point),

    message('RecordNeed', f.need),
    message('RecordExpectation', f.expectation),
    message('RankExpectations', f.ranking),
    message('FindExpectationFeasible', f.feasible),
    message('ReleaseExpectation', f.release),
    message('RecordDemandPlan', f.demandPlan),
    message('AddImportantDate', f.importantDate, f.importantDateMore),
    message('RemoveImportantDate', f.date),

    message('ClassifyCustomer', f.classification, f.why),
    message('DeclassifyCustomer', f.scheme),
    message('AssignManager', f.manager),
    message('ProposeClassification', f.classProposal),
    message('ProposeBlacklisting', f.proposal),
    message('DismissProposal', f.proposal),
    message('BlacklistCustomer', f.why),
    message('ClearCustomer', f.why),

    message('GiveConsent', f.consent),
    message('WithdrawConsent', f.consent),
    message('RecordDisclosure', f.disclosure),

    message('LoseCustomer', f.loss),
    message('WinBackCustomer', f.winBack),
    message('MergeCustomer', f.merge),
    message('AbsorbCustomer', f.absorption, f.standing),
    message('PartCustomers', { ...f.parting, ...f.why }),
    message('EraseCustomer', {}),
  ],
  'CustomerCommand',
)
export type CustomerCommand = t.TypeOf<typeof CustomerCommand>

/** What one kind of command carries. */
export type Asked<T extends CustomerCommand['type']> = Extract<CustomerCommand, { type: T }>['data']
