/**
 * Every command asked of every state of a fault's life.
 *
 * A cell says what is recorded, or `·` where it is so already and nothing is, or why not.
 * Reported on Monday, all else on Tuesday; asked on Wednesday.
 */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { FaultCommand } from '../../src/fault/commands.js'
import type { FaultEvent } from '../../src/fault/events.js'
import { fault } from '../../src/fault/fault.js'
import { fold } from '../../src/shared/decider.js'
import { typesOf } from '../../src/store/message-types.js'
import { tuesday, wednesday, zhao } from '../support/complaint.js'
import {
  assign,
  assigned,
  clear,
  crisis,
  declare,
  file,
  inHand,
  knownAbove,
  link,
  linked,
  managerTold,
  onFile,
  ours,
  over,
  report,
  reported,
  rules,
  serviceCentre,
  signerTold,
  tellLeadership,
  tellManager,
  tellSigner,
  told,
  track,
  vendor,
} from '../support/fault.js'

type History = ReadonlyArray<FaultEvent>
const way: Readonly<Record<string, History>> = {
  'not reported': [],
  reported: [reported],
  'signer told': [reported, signerTold],
  'manager told': [reported, managerTold],
  told,
  filed: onFile,
  'leadership told': knownAbove,
  tracked: inHand,
}
const others: Readonly<Record<string, History>> = {
  cleared: over,
  'cleared, asked late': over,
  'service centre’s': [ours],
  'a crisis': [ours, crisis],
  'a vendor’s': [ours, assigned(vendor)],
  'ours, tracked': [ours, ...inHand.slice(1)],
  'ours, cleared': [ours, ...over.slice(1)],
  'linked, cleared': [...over, linked(1)],
}

const asked: Readonly<Record<FaultCommand['type'], (at: typeof wednesday) => FaultCommand>> = {
  ReportFault: () => report({ owner: vendor }),
  AssignFaultOwner: (at) => assign(serviceCentre, at),
  TellContractSigner: tellSigner,
  TellManager: tellManager,
  FileFault: file,
  TellLeadership: tellLeadership,
  TrackFault: (at) => track(2, at),
  ClearFault: clear,
  LinkComplaint: (at) => link(1, at),
  DeclareCrisis: (at) => declare(zhao, at),
}

const decider = fault(rules)
const types = [...(typesOf(FaultCommand)?.keys() ?? [])] as ReadonlyArray<FaultCommand['type']>

const cell = (history: History, command: FaultCommand): string =>
  E.match(
    ({ _tag }: { _tag: string }) => _tag,
    (events: History) => events.map(({ type }) => type).join() || '·',
  )(decider.decide(command)(fold(decider)(history)))

/** The column that is asked late asks for what happened as it was cleared. */
const atOf = (column: string) => (column.endsWith('asked late') ? tuesday : wednesday)

const band = (columns: typeof way): string =>
  [
    ['', ...Object.keys(columns)],
    ...types.map((type) => [
      type,
      ...Object.entries(columns).map(([column, h]) => cell(h, asked[type](atOf(column)))),
    ]),
  ]
    .map((row) =>
      row
        .map((word) => word.padEnd(20))
        .join('')
        .trimEnd(),
    )
    .join('\n')

const table = `
                    not reported        reported            signer told         manager told        told                filed               leadership told     tracked
ReportFault         FaultReported       AlreadyReported     AlreadyReported     AlreadyReported     AlreadyReported     AlreadyReported     AlreadyReported     AlreadyReported
AssignFaultOwner    NotReported         FaultOwnerAssigned  FaultOwnerAssigned  FaultOwnerAssigned  FaultOwnerAssigned  FaultOwnerAssigned  FaultOwnerAssigned  FaultOwnerAssigned
TellContractSigner  NotReported         ContractSignerTold  ·                   ContractSignerTold  ·                   ·                   ·                   ·
TellManager         NotReported         ManagerTold         ManagerTold         ·                   ·                   ·                   ·                   ·
FileFault           NotReported         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      FaultFiled          ·                   ·                   ·
TellLeadership      NotReported         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      LeadershipTold      ·                   ·
TrackFault          NotReported         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      FaultTracked        FaultTracked
ClearFault          NotReported         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      FaultCleared
LinkComplaint       NotReported         ComplaintLinked     ComplaintLinked     ComplaintLinked     ComplaintLinked     ComplaintLinked     ComplaintLinked     ComplaintLinked
DeclareCrisis       NotReported         NotServiceCentres   NotServiceCentres   NotServiceCentres   NotServiceCentres   NotServiceCentres   NotServiceCentres   NotServiceCentres

                    cleared             cleared, asked late service centre’s    a crisis            a vendor’s          ours, tracked       ours, cleared       linked, cleared
ReportFault         AlreadyReported     AlreadyReported     AlreadyReported     AlreadyReported     AlreadyReported     AlreadyReported     AlreadyReported     AlreadyReported
AssignFaultOwner    AlreadyCleared      FaultOwnerAssigned  ·                   ·                   FaultOwnerAssigned  ·                   ·                   AlreadyCleared
TellContractSigner  ·                   ·                   ContractSignerTold  ContractSignerTold  ContractSignerTold  ·                   ·                   ·
TellManager         ·                   ·                   ManagerTold         ManagerTold         ManagerTold         ·                   ·                   ·
FileFault           ·                   ·                   StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      ·                   ·                   ·
TellLeadership      ·                   ·                   StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      ·                   ·                   ·
TrackFault          AlreadyCleared      FaultTracked        StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      FaultTracked        AlreadyCleared      AlreadyCleared
ClearFault          ·                   ·                   StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      FaultCleared        ·                   ·
LinkComplaint       ComplaintLinked     ComplaintLinked     ComplaintLinked     ComplaintLinked     ComplaintLinked     ComplaintLinked     ComplaintLinked     ·
DeclareCrisis       AlreadyCleared      NotServiceCentres   CrisisDeclared      ·                   NotServiceCentres   CrisisDeclared      AlreadyCleared      AlreadyCleared
`

describe('a fault, asked everything everywhere', () => {
  it('answers as the table says', () => {
    expect(`\n${band(way)}\n\n${band(others)}\n`).toBe(table)
  })
  it('is asked after the last of what is on record', () => {
    for (const history of [...Object.values(way), ...Object.values(others)])
      for (const { data } of history) expect(data.at).toBeLessThan(wednesday)
  })
})
