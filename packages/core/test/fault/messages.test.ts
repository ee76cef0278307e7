/** The words of a fault, and what its messages are called. */
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

import { FaultCommand } from '../../src/fault/commands.js'
import { FaultEvent } from '../../src/fault/events.js'
import { Failed, Owner } from '../../src/fault/fields.js'
import { FailedKind, FaultStep, OwnerKind } from '../../src/fault/lists.js'
import { typesOf } from '../../src/store/message-types.js'

describe('of the words of a fault', () => {
  it('the lists are closed, and say what they are', () => {
    expect([FailedKind.name, ...FailedKind.values]).toEqual([
      'FailedKind',
      'product',
      'project',
      'service',
    ])
    expect([OwnerKind.name, ...OwnerKind.values]).toEqual([
      'OwnerKind',
      'serviceCentre',
      'department',
      'partner',
      'vendor',
    ])
    expect([FaultStep.name, ...FaultStep.values]).toEqual([
      'FaultStep',
      'reported',
      'signerTold',
      'managerTold',
      'told',
      'filed',
      'leadershipTold',
      'tracked',
    ])
  })
  it('the codecs are called what they are', () => {
    const codecs: ReadonlyArray<t.Mixed> = [FaultCommand, FaultEvent, Failed, Owner]
    expect(codecs.map(({ name }) => name)).toEqual([
      'FaultCommand',
      'FaultEvent',
      'Failed',
      'Owner',
    ])
  })
  it('the commands and the events are these', () => {
    expect([...(typesOf(FaultCommand)?.keys() ?? [])]).toEqual([
      'ReportFault',
      'AssignFaultOwner',
      'TellContractSigner',
      'TellManager',
      'FileFault',
      'TellLeadership',
      'TrackFault',
      'ClearFault',
      'LinkComplaint',
      'DeclareCrisis',
    ])
    expect([...(typesOf(FaultEvent)?.keys() ?? [])]).toEqual([
      'FaultReported',
      'FaultOwnerAssigned',
      'ContractSignerTold',
      'ManagerTold',
      'FaultFiled',
      'LeadershipTold',
      'FaultTracked',
      'FaultCleared',
      'ComplaintLinked',
      'CrisisDeclared',
    ])
  })
})
