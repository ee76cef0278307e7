import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { after } from '../../src/shared/instant.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  agreed,
  approved,
  because,
  closed,
  command,
  complaintId,
  desk,
  entry,
  event,
  foundInvalid,
  hour,
  hours,
  inCharge,
  judged,
  li,
  monday,
  money,
  name,
  ofKind,
  onTheTable,
  option,
  proposed,
  proposedOption,
  recorded,
  resolved,
  rules,
  told,
  toldWhy,
  tuesday,
  wang,
  words,
  zhao,
  minute,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })
const propose = (...options: ReadonlyArray<ReturnType<typeof option>>) =>
  command('ProposeRemedies', { proposalId: entry(50), options })
const compensation = (n: number, amount: number) => option(n, 'compensation', money(amount))

describe('remedies proposed', () => {
  scenario('are on record with whoever must approve them')
    .given(toldWhy)
    .when(propose(option(51), option(52, 'return')))
    .records([proposed])
  scenario('twice are on record once')
    .given(onTheTable)
    .when(propose(option(51)))
    .recordsNothing()
  scenario('are one at least, and one will do')
    .given(toldWhy)
    .when(propose(option(51)))
    .records([event('RemediesProposed', { proposalId: entry(50), options: [proposedOption(51)] })])
  for (const channel of ['inPerson', 'siteVisit'] as const) {
    const met = [ofKind('complaint', { channel }), ...toldWhy.slice(1)]
    scenario(`face to face (${channel}) are two at least`)
      .given(met)
      .when(propose(option(51)))
      .refuses({ _tag: 'TooFewOptions', given: 1, needed: 2 })
    scenario(`face to face (${channel}) are a choice of two`)
      .given(met)
      .when(propose(option(51), option(52)))
      .records([
        event('RemediesProposed', {
          proposalId: entry(50),
          options: [proposedOption(51), proposedOption(52)],
        }),
      ])
  }
  scenario('are all different')
    .given(toldWhy)
    .when(propose(option(51), option(52), option(51, 'return')))
    .refuses({ _tag: 'SameOptionTwice', optionId: entry(51) })
  scenario('wait for the investigation')
    .given(inCharge)
    .when(propose(option(51)))
    .refuses({ _tag: 'StepOutOfOrder', step: 'assigned', expected: ['investigated'] })
  scenario('are not joined by others')
    .given(onTheTable)
    .when(command('ProposeRemedies', { proposalId: entry(55), options: [option(56)] }))
    .refuses({ _tag: 'StepOutOfOrder', step: 'proposed', expected: ['investigated'] })
  scenario('are for complaints alone')
    .given([ofKind('return')])
    .when(propose(option(51)))
    .refuses({ _tag: 'WrongKind', kind: 'return', expected: ['complaint'] })

  for (const remedy of ['compensation', 'priceReduction'] as const)
    scenario(`of money (${remedy}) say how much`)
      .given(toldWhy)
      .when(propose(option(51), option(52, remedy)))
      .refuses({ _tag: 'CostMissing', remedy })
  scenario('that nobody may decide are refused')
    .given(toldWhy)
    .when(propose(option(51), option(52, 'exchange')))
    .refuses({ _tag: 'NobodyMayDecide', matter: 'exchange' })
  scenario('that cost more than anybody may decide are refused')
    .given(toldWhy)
    .when(propose(compensation(51, 50_001)))
    .refuses({ _tag: 'NobodyMayDecide', matter: 'compensation', cost: money(50_001) })
  scenario('in a currency without a limit are nobody’s to decide')
    .given(toldWhy)
    .when(propose(option(51, 'compensation', money(1, 'USD'))))
    .refuses({ _tag: 'NobodyMayDecide', matter: 'compensation', cost: money(1, 'USD') })
  scenario('within the proposer’s limit need no approval')
    .given(toldWhy)
    .when(propose(compensation(51, 5_000)))
    .records([
      event('RemediesProposed', {
        proposalId: entry(50),
        options: [proposedOption(51, 'compensation', [], money(5_000))],
      }),
    ])
  scenario('above the proposer’s limit need it')
    .given(toldWhy)
    .when(propose(compensation(51, 5_001)))
    .records([
      event('RemediesProposed', {
        proposalId: entry(50),
        options: [proposedOption(51, 'compensation', ['supervisor'], money(5_001))],
      }),
    ])
  scenario('are approved by whoever of several roles may')
    .given(toldWhy)
    .when(
      command(
        'ProposeRemedies',
        { proposalId: entry(50), options: [compensation(51, 5_000)] },
        tuesday,
        zhao,
      ),
    )
    .records([
      event(
        'RemediesProposed',
        {
          proposalId: entry(50),
          options: [proposedOption(51, 'compensation', ['agent', 'supervisor'], money(5_000))],
        },
        tuesday,
        zhao,
      ),
    ])
})

describe('options talked over', () => {
  const talk = (proposal = 50) => ({
    talkId: entry(57),
    proposalId: entry(proposal),
    channel: 'phone' as const,
  })
  const talked = event('OptionsTalkedOver', { ...talk(), binding: false })
  scenario('before approval are marked not binding')
    .given(onTheTable)
    .when(command('TalkOptionsOver', talk()))
    .records([talked])
  scenario('twice are on record once')
    .given([...onTheTable, talked])
    .when(command('TalkOptionsOver', talk()))
    .recordsNothing()
  scenario('once approved are notified instead')
    .given(agreed)
    .when(command('TalkOptionsOver', talk()))
    .refuses({ _tag: 'StepOutOfOrder', step: 'approved', expected: ['proposed'] })
  scenario('are those on the table')
    .given(onTheTable)
    .when(command('TalkOptionsOver', talk(49)))
    .refuses({ _tag: 'NoSuchProposal' })
})

describe('approval', () => {
  const approve = (ids: ReadonlyArray<number>, by = zhao, proposal = 50) =>
    command(
      'ApproveRemedies',
      { proposalId: entry(proposal), options: ids.map(entry) },
      tuesday,
      by,
    )

  scenario('is given by the role that may decide')
    .given(onTheTable)
    .when(approve([52]))
    .records([approved])
  scenario('names those options alone that waited for it')
    .given(onTheTable)
    .when(approve([51, 52, 52]))
    .records([approved])
  scenario('of what needs none is given already')
    .given(onTheTable)
    .when(approve([51]))
    .recordsNothing()
  scenario('given twice is on record once')
    .given(agreed)
    .when(approve([52]))
    .recordsNothing()
  scenario('given is not given again once the customer was told')
    .given(told)
    .when(approve([52]))
    .recordsNothing()
  scenario('is not a role’s to give that may not decide')
    .given(onTheTable)
    .when(approve([51, 52], wang))
    .refuses({
      _tag: 'OverAuthority',
      matter: 'return',
      deciders: [zhao.role],
    })
  scenario('says what it would have cost')
    .given([
      ...toldWhy,
      event('RemediesProposed', {
        proposalId: entry(50),
        options: [proposedOption(51, 'compensation', ['supervisor'], money(5_001))],
      }),
    ])
    .when(approve([51], desk))
    .refuses({
      _tag: 'OverAuthority',
      matter: 'compensation',
      cost: money(5_001),
      deciders: [wang.role],
    })
  scenario('is of what is on the table')
    .given(onTheTable)
    .when(approve([52], zhao, 49))
    .refuses({ _tag: 'NoSuchProposal' })
  scenario('is of options that are on the table')
    .given(onTheTable)
    .when(approve([52, 53]))
    .refuses({ _tag: 'NoSuchOption' })
  scenario('of nothing proposed there is none')
    .given(toldWhy)
    .when(approve([52]))
    .refuses({ _tag: 'NoSuchProposal' })
  scenario('covers each option before the customer is told of any')
    .given([
      ...toldWhy,
      event('RemediesProposed', {
        proposalId: entry(50),
        options: [proposedOption(51, 'return', ['head']), proposedOption(52, 'return', ['head'])],
      }),
      event('RemediesApproved', { proposalId: entry(50), options: [entry(51)] }, tuesday, zhao),
    ])
    .when(
      command('NotifyCustomer', {
        noticeId: entry(60),
        channel: 'phone',
        contactNext: li.id,
        text: words,
      }),
    )
    .refuses({ _tag: 'StepOutOfOrder', step: 'proposed', expected: ['approved', 'notified'] })
  scenario('comes too late once an outside body has decided')
    .given([
      ...onTheTable,
      event('ComplaintReferred', { body: 'court', name: name('court'), why: because }),
      event('OutsideDecisionRecorded', { ruling: 'dismissed', text: because }),
    ])
    .when(approve([52]))
    .refuses({ _tag: 'StepOutOfOrder', step: 'resolved', expected: ['proposed'] })

  const rejectIt = (by = zhao, proposal = 50) =>
    command('RejectRemedies', { proposalId: entry(proposal), why: because }, tuesday, by)
  const rejected = event('RemediesRejected', { proposalId: entry(50), why: because }, tuesday, zhao)
  scenario('refused sends the proposal back').given(onTheTable).when(rejectIt()).records([rejected])
  scenario('refused twice is on record once')
    .given([...onTheTable, rejected])
    .when(rejectIt())
    .recordsNothing()
  scenario('refused leads to other remedies')
    .given([...onTheTable, rejected])
    .when(command('ProposeRemedies', { proposalId: entry(55), options: [option(56)] }))
    .records([event('RemediesProposed', { proposalId: entry(55), options: [proposedOption(56)] })])
  scenario('refused is not the same proposal’s to be given')
    .given([...onTheTable, rejected])
    .when(approve([52]))
    .refuses({ _tag: 'NoSuchProposal' })
  scenario('is refused by whoever could give it')
    .given(onTheTable)
    .when(rejectIt(wang))
    .refuses({ _tag: 'OverAuthority', matter: 'return', deciders: [zhao.role] })
  scenario('is refused of what is on the table')
    .given(onTheTable)
    .when(rejectIt(zhao, 49))
    .refuses({ _tag: 'NoSuchProposal' })
  scenario('once given is not refused')
    .given(agreed)
    .when(rejectIt())
    .refuses({ _tag: 'StepOutOfOrder', step: 'approved', expected: ['proposed'] })
  scenario('is refused by whoever could give it to one of several')
    .given([
      ...toldWhy,
      event('RemediesProposed', {
        proposalId: entry(50),
        options: [
          proposedOption(51, 'return', ['head']),
          proposedOption(52, 'compensation', ['supervisor'], money(5_001)),
        ],
      }),
    ])
    .when(rejectIt(wang))
    .records([event('RemediesRejected', { proposalId: entry(50), why: because }, tuesday, wang)])
})

describe('resolved at once', () => {
  const at = hours(1)
  const resolve = (what = option(51), by = desk, when = at) =>
    command('ResolveAtOnce', { option: what }, when, by)
  const done = (what = option(51), when = at) =>
    event('ResolvedAtOnce', { option: what, noteDueAt: after(when, 2 * hour), stopped: [] }, when)

  for (const [step, history] of Object.entries({ recorded: [recorded], judged, inCharge, toldWhy }))
    scenario(`by the first responsible (${step}), a note is owed`)
      .given(history)
      .when(resolve())
      .records([done()])
  scenario('twice is on record once').given([recorded, done()]).when(resolve()).recordsNothing()
  scenario('is not resolved another way')
    .given([recorded, done()])
    .when(resolve(option(52)))
    .refuses({
      _tag: 'StepOutOfOrder',
      step: 'resolved',
      expected: ['recorded', 'judged', 'assigned', 'investigated'],
    })
  scenario('is not resolved past what is on the table')
    .given(onTheTable)
    .when(resolve(option(59)))
    .refuses({
      _tag: 'StepOutOfOrder',
      step: 'proposed',
      expected: ['recorded', 'judged', 'assigned', 'investigated'],
    })
  scenario('is the first responsible’s alone')
    .given([recorded])
    .when(resolve(option(51), li))
    .refuses({ _tag: 'NotFirstResponsible', firstResponsible: desk.id })
  scenario('is within his limit')
    .given([recorded])
    .when(resolve(option(51, 'compensation', money(5_000))))
    .records([done(option(51, 'compensation', money(5_000)))])
  scenario('is not above his limit')
    .given([recorded])
    .when(resolve(option(51, 'compensation', money(5_001))))
    .refuses({
      _tag: 'OverAuthority',
      matter: 'compensation',
      cost: money(5_001),
      deciders: [wang.role],
    })
  scenario('is not what nobody may decide')
    .given([recorded])
    .when(resolve(option(51, 'exchange')))
    .refuses({ _tag: 'NobodyMayDecide', matter: 'exchange' })
  scenario('with money says how much')
    .given([recorded])
    .when(resolve(option(51, 'compensation')))
    .refuses({ _tag: 'CostMissing', remedy: 'compensation' })
  scenario('is not what was found invalid')
    .given([recorded, foundInvalid])
    .when(resolve())
    .refuses({ _tag: 'JudgedInvalid' })
  scenario('is for complaints alone')
    .given([ofKind('repair')])
    .when(resolve())
    .refuses({ _tag: 'WrongKind', kind: 'repair', expected: ['complaint'] })

  const file = command('FileLiaisonNote', { note: words })
  const filed = event('LiaisonNoteFiled', { note: words })
  scenario('has its note filed after').given([recorded, done()]).when(file).records([filed])
  scenario('has its note filed once').given([recorded, done(), filed]).when(file).recordsNothing()
  scenario('or not, owes a note only then')
    .given(resolved)
    .when(file)
    .refuses({ _tag: 'NoLiaisonNoteOwed' })
  scenario('owes a new note each time')
    .given([
      recorded,
      done(),
      filed,
      closed(),
      event('ComplaintReopened', { why: because }),
      done(option(52)),
    ])
    .when(file)
    .records([filed])
  scenario('by one who was merged since still owes its note')
    .given([
      recorded,
      done(),
      event('ComplaintMerged', { survivor: complaintId(9), openPromises: [] }),
    ])
    .when(file)
    .records([filed])
  scenario('by one who withdrew since still owes its note')
    .given([recorded, done(), event('ComplaintWithdrawn', { why: because })])
    .when(file)
    .records([filed])

  const never = { ...rules, liaisonNote: { within: 1e15 } }
  scenarios(complaint(never), { test })('owes its note at once where it would never be due')
    .given([recorded])
    .when(resolve())
    .records([event('ResolvedAtOnce', { option: option(51), noteDueAt: at, stopped: [] }, at)])

  const timed = {
    ...rules,
    clocks: [{ policy: { resolution: { within: 90 * minute }, pausedWhileWaiting: [] } }],
  }
  const clock = {
    clock: 'resolution',
    startedAt: monday,
    dueAt: after(monday, 90 * minute),
  } as const
  const stop = scenarios(complaint(timed), { test })
  stop('stops the resolution clock')
    .given([recorded])
    .when(resolve())
    .records([event('ResolvedAtOnce', { ...done().data, stopped: [clock] }, at)])
  stop('and filed after it seemed late, corrects the verdict')
    .given([recorded, event('ClockMissed', { clock }, hours(2))])
    .when(resolve())
    .records([
      event('ResolvedAtOnce', { ...done().data, stopped: [clock] }, at),
      event('VerdictCorrected', { clock, verdict: 'met' }, at),
    ])
})
