/** Every command, asked of every state of life: `+` it is recorded, `=` it is so already, or why not. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { CustomerCommand } from '../../src/customer/commands.js'
import { customer as decider } from '../../src/customer/customer.js'
import type { CustomerEvent } from '../../src/customer/events.js'
import { fold } from '../../src/shared/decider.js'
import { typesOf } from '../../src/store/message-types.js'
import {
  because,
  customer,
  desk,
  entry,
  li,
  name,
  tuesday,
  wang,
  words,
} from '../support/complaint.js'
import {
  absorbed,
  blacklisted,
  command,
  contactPerson,
  contactPoint,
  day,
  demographic,
  erased,
  event,
  expectation,
  golden,
  lost,
  merged,
  proposed,
  registered,
  registration,
  rules,
  vip,
  why,
  year,
} from '../support/customer.js'
import { instant, zhao } from '../support/complaint.js'

const { decide } = decider(rules)
const state = fold(decider(rules))

/** A customer of whom there is one of everything. */
const known: ReadonlyArray<CustomerEvent> = [
  registered,
  proposed(1),
  event('ProfileChanged', { changeId: entry(2), change: demographic }),
  contactPerson(3),
  contactPoint(4),
  expectation(5),
  event('ImportantDateAdded', { dateId: entry(6), kind: 'other', day: day({ date: '02-29' }) }),
  event('CustomerClassified', { classification: golden }),
  event('BlacklistingProposed', { proposalId: entry(7), ...why }),
  absorbed(8),
]
const lives = {
  NotRegistered: [],
  Active: known,
  Lost: [...known, lost()],
  Blacklisted: [...known, blacklisted(wang)],
  Merged: [...known, merged(9, 3)],
  Erased: [...known, erased()],
} as const

const december = instant('2026-12-01T09:00:00.000Z')
const consent = { purpose: name('survey'), channel: 'phone' } as const
const person = { personId: entry(3), name: name('Mr Wu'), roles: ['buyer'] } as const

const commands: { readonly [T in CustomerCommand['type']]: Extract<CustomerCommand, { type: T }> } =
  {
    RegisterCustomer: command('RegisterCustomer', { ...registration, stage: 'buyer' }),
    BecomeBuyer: command('BecomeBuyer', {}),
    RenameCustomer: command('RenameCustomer', { name: name('Lotus & Sons') }),
    ChangeProfile: command('ChangeProfile', { changeId: entry(20), change: demographic }),
    ProposeProfileChange: command('ProposeProfileChange', {
      changeId: entry(20),
      change: demographic,
    }),
    VerifyProfileChange: command('VerifyProfileChange', { changeId: entry(1) }, tuesday, li),
    RefuseProfileChange: command(
      'RefuseProfileChange',
      { changeId: entry(1), ...why },
      tuesday,
      li,
    ),
    VerifyProfileSection: command(
      'VerifyProfileSection',
      { verificationId: entry(20), section: 'demographic' },
      tuesday,
      li,
    ),
    AddContactPerson: command('AddContactPerson', { ...person, personId: entry(20) }),
    ChangeContactPerson: command('ChangeContactPerson', person),
    RemoveContactPerson: command('RemoveContactPerson', { personId: entry(3) }),
    AddContactPoint: command('AddContactPoint', {
      pointId: entry(20),
      channel: 'email',
      address: words,
      personId: entry(3),
    }),
    RemoveContactPoint: command('RemoveContactPoint', { pointId: entry(4) }),
    RecordNeed: command('RecordNeed', {
      needId: entry(20),
      kind: 'emotional',
      depth: 'inner',
      what: words,
    }),
    RecordExpectation: command('RecordExpectation', { expectationId: entry(20), what: words }),
    RankExpectations: command('RankExpectations', { order: [entry(5)] }),
    FindExpectationFeasible: command('FindExpectationFeasible', {
      expectationId: entry(5),
      basis: because,
    }),
    ReleaseExpectation: command('ReleaseExpectation', { expectationId: entry(5), how: words }),
    RecordDemandPlan: command(
      'RecordDemandPlan',
      { planId: entry(20), year: year(2027), lines: [] },
      december,
    ),
    AddImportantDate: command('AddImportantDate', {
      dateId: entry(20),
      kind: 'foundingDay',
      day: day({ date: '05-01', year: 1999 }),
    }),
    RemoveImportantDate: command('RemoveImportantDate', { dateId: entry(6) }),
    ClassifyCustomer: command('ClassifyCustomer', { classification: vip }),
    DeclassifyCustomer: command('DeclassifyCustomer', { scheme: 'tier' }),
    AssignManager: command('AssignManager', { manager: li.id, ...why }),
    ProposeClassification: command('ProposeClassification', {
      proposalId: entry(20),
      classification: vip,
      ...why,
    }),
    ProposeBlacklisting: command('ProposeBlacklisting', { proposalId: entry(20), ...why }),
    DismissProposal: command('DismissProposal', { proposalId: entry(7), ...why }),
    BlacklistCustomer: command('BlacklistCustomer', why, tuesday, wang),
    ClearCustomer: command('ClearCustomer', why, tuesday, zhao),
    GiveConsent: command('GiveConsent', consent),
    WithdrawConsent: command('WithdrawConsent', consent),
    RecordDisclosure: command('RecordDisclosure', {
      disclosureId: entry(20),
      to: name('the carrier'),
      what: ['names'],
      ...why,
    }),
    LoseCustomer: command('LoseCustomer', { reason: 'neglected' }),
    WinBackCustomer: command('WinBackCustomer', { how: words }),
    MergeCustomer: command('MergeCustomer', { mergeId: entry(20), survivor: customer(4) }),
    AbsorbCustomer: command('AbsorbCustomer', {
      mergeId: entry(20),
      absorbed: customer(5),
      through: [],
    }),
    PartCustomers: command('PartCustomers', { mergeId: entry(8), other: customer(2), ...why }),
    EraseCustomer: command('EraseCustomer', {}),
  }

const cell = (asked: CustomerCommand, history: ReadonlyArray<CustomerEvent>): string => {
  const answer = decide(asked)(state(history))
  if (E.isLeft(answer)) return answer.left._tag
  return answer.right.length > 0 ? '+' : '='
}

/** Command, then: not registered, active, lost, blacklisted, merged, erased. */
const table = `
RegisterCustomer        + AlreadyRegistered + AlreadyRegistered MergedInto Erased
BecomeBuyer             NotRegistered + + + MergedInto Erased
RenameCustomer          NotRegistered + + + MergedInto Erased
ChangeProfile           NotRegistered + + + MergedInto Erased
ProposeProfileChange    NotRegistered + + + MergedInto Erased
VerifyProfileChange     NotRegistered + + + MergedInto Erased
RefuseProfileChange     NotRegistered + + + MergedInto Erased
VerifyProfileSection    NotRegistered + + + MergedInto Erased
AddContactPerson        NotRegistered + + + MergedInto Erased
ChangeContactPerson     NotRegistered + + + MergedInto Erased
RemoveContactPerson     NotRegistered + + + MergedInto Erased
AddContactPoint         NotRegistered + + + MergedInto Erased
RemoveContactPoint      NotRegistered + + + MergedInto Erased
RecordNeed              NotRegistered + + + MergedInto Erased
RecordExpectation       NotRegistered + + + MergedInto Erased
RankExpectations        NotRegistered = = = MergedInto Erased
FindExpectationFeasible NotRegistered + + + MergedInto Erased
ReleaseExpectation      NotRegistered + + + MergedInto Erased
RecordDemandPlan        NotRegistered + + + MergedInto Erased
AddImportantDate        NotRegistered + + + MergedInto Erased
RemoveImportantDate     NotRegistered + + + MergedInto Erased
ClassifyCustomer        NotRegistered + + Blacklisted MergedInto Erased
DeclassifyCustomer      NotRegistered + + + MergedInto Erased
AssignManager           NotRegistered + + + MergedInto Erased
ProposeClassification   NotRegistered + + + MergedInto Erased
ProposeBlacklisting     NotRegistered = = = MergedInto Erased
DismissProposal         NotRegistered + + = MergedInto Erased
BlacklistCustomer       NotRegistered + + = MergedInto Erased
ClearCustomer           NotRegistered = = + MergedInto Erased
GiveConsent             NotRegistered + + + MergedInto Erased
WithdrawConsent         NotRegistered + + + MergedInto Erased
RecordDisclosure        NotRegistered + + + MergedInto Erased
LoseCustomer            NotRegistered + = + MergedInto Erased
WinBackCustomer         NotRegistered = + = MergedInto Erased
MergeCustomer           NotRegistered + + + MergedInto Erased
AbsorbCustomer          NotRegistered + + + MergedInto Erased
PartCustomers           NotRegistered + + + + +
EraseCustomer           NotRegistered + + + + =
`

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.split(/ +/))

describe('the life of a customer', () => {
  it('has a row for every command', () => {
    expect(rows.map(([type]) => type)).toEqual([...(typesOf(CustomerCommand)?.keys() ?? [])])
  })
  it.each(rows)('%s', (type, ...cells) => {
    const asked = commands[type as CustomerCommand['type']]
    const answers = Object.values(lives).map((history) => cell(asked, history))
    expect(answers).toEqual(cells)
  })
  it('is asked by somebody who may decide nothing, but where the table says who', () => {
    const deciders = Object.values(commands).filter(({ data }) => data.by.role !== desk.role)
    expect(deciders.map(({ type }) => type)).toEqual(['BlacklistCustomer', 'ClearCustomer'])
  })
})
