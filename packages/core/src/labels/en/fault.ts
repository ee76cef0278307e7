/**
 * English: the lists of a fault, and why its command was refused.
 *
 * @since 0.1.0
 */
import type { FaultRejection } from '../../fault/rejections.js'
import type { FaultLists } from '../lists.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { lateMessages } from './phrases.js'
import { sharedLists } from './shared.js'

export const faultLists: FaultLists = {
  FailedKind: { product: 'product', project: 'project', service: 'service' },
  OwnerKind: {
    serviceCentre: 'service centre',
    department: 'department',
    partner: 'partner',
    vendor: 'vendor',
  },
  FaultStep: {
    reported: 'reported',
    signerTold: 'contract signer told',
    managerTold: 'manager in charge told',
    told: 'contract signer and manager told',
    filed: 'filed',
    leadershipTold: 'leadership told',
    tracked: 'tracked',
  },
}

export const faultMessages = (say: Say): Messages<FaultRejection> => {
  const { FaultStep: steps, OwnerKind: owners } = faultLists
  return {
    ...lateMessages(say, 'fault’s record'),
    NotReported: 'No such fault was reported.',
    AlreadyReported: 'This fault was reported already, with other details.',
    AlreadyCleared: ({ clearedAt }) => `This fault was cleared on ${say.instant(clearedAt)}.`,
    NotYetSeen: ({ seenAt }) =>
      `A fault is reported after it was seen; ${say.instant(seenAt)} is yet to come.`,
    StepOutOfOrder: ({ step, expected }) =>
      `It is too early for this: the fault stands at “${steps[step]}”, and would have to stand at ${say.any(expected.map((each) => `“${steps[each]}”`))}.`,
    AlreadyTold: ({ told }) => `Somebody else was told already: ${say.name(told)}.`,
    AlreadyFiled: ({ file }) => `This fault is filed already, as ${say.name(file)}.`,
    TrackedSince: ({ trackedAt }) =>
      `The fault can not have been cleared by then: it was still tracked on ${say.instant(trackedAt)}.`,
    NotServiceCentres: ({ owner }) =>
      `Only a fault that the service centre owns can be declared a crisis; ${
        owner
          ? `this one is with ${owners[owner.kind]} ${say.name(owner.id)}`
          : 'this one has no owner yet'
      }.`,
    NobodyMayDecide: ({ matter }) => `Nobody may decide this: ${sharedLists.Matter[matter]}.`,
    OverAuthority: ({ matter, deciders }) =>
      `This is beyond your authority: ${sharedLists.Matter[matter]}. It can be decided by ${say.any(deciders.map(say.name))}.`,
  }
}
