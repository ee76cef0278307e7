/**
 * What is on record of a customer: the stored format. Add events and optional fields; never rename one.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { ActorId } from '../shared/actor.js'
import { message } from '../shared/message.js'
import * as f from './fields.js'
import { PartingGround, ProfileSection } from './lists.js'

const section = { section: ProfileSection }

export const CustomerEvent = t.union(
  [
    message('CustomerRegistered', f.registration),
    message('CustomerRegisteredAnew', f.registration),
    message('CustomerBecameBuyer', {}),
    message('CustomerRenamed', f.name),

    message('ProfileChanged', f.profileChange),
    message('ProfileChangeProposed', f.profileChange),
    message('ProfileChangeVerified', { ...f.change, ...section }),
    message('ProfileChangeRefused', { ...f.change, ...section, ...f.why }),
    message('ProfileSectionVerified', f.verification),

    message('ContactPersonAdded', f.contactPerson),
    message('ContactPersonChanged', f.contactPerson),
    message('ContactPersonRemoved', f.person),
    message('ContactPointAdded', f.contactPoint, f.contactPointMore),
    message('ContactPointRemoved', f.point),

    message('NeedRecorded', f.need),
    message('ExpectationRecorded', f.expectation),
    message('ExpectationsRanked', f.ranking),
    message('ExpectationFoundFeasible', f.feasible),
    message('ExpectationReleased', f.release),
    message('DemandPlanRecorded', f.demandPlan),
    message('ImportantDateAdded', f.importantDate, f.importantDateMore),
    message('ImportantDateRemoved', f.date),

    message('CustomerClassified', f.classification, f.why),
    message('CustomerDeclassified', f.classification),
    message('ManagerAssigned', f.manager),
    message('ManagerReassigned', { ...f.manager, from: ActorId }),
    message('ClassificationProposed', f.classProposal),
    message('BlacklistingProposed', f.proposal),
    message('ProposalDismissed', f.proposal),
    message('CustomerBlacklisted', f.why),
    message('CustomerCleared', f.why),

    message('ConsentGiven', f.consent),
    message('ConsentWithdrawn', f.consent),
    message('PersonalDataDisclosed', f.disclosure),

    message('CustomerLost', f.loss),
    message('CustomerWonBack', f.winBack),
    message('CustomerMerged', f.merge, f.standing),
    message('CustomerAbsorbed', f.absorption, f.standing),
    message('CustomersParted', { ...f.parting, ground: PartingGround }, f.why),
    message('CustomerErased', {}),
  ],
  'CustomerEvent',
)
export type CustomerEvent = t.TypeOf<typeof CustomerEvent>

/** The facts of one kind of event. */
export type FactsOf<T extends CustomerEvent['type']> = Extract<CustomerEvent, { type: T }>['data']
