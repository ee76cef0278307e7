import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { after } from '../../src/shared/instant.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  accepted,
  because,
  carriedOut,
  close,
  closed,
  command,
  complaintId,
  day,
  entry,
  event,
  fault,
  foundInvalid,
  foundValid,
  inCharge,
  investigated,
  judged,
  li,
  liInCharge,
  name,
  notified,
  ofKind,
  onTheTable,
  option,
  promised,
  promiseId,
  proposedOption,
  recorded,
  resolved,
  rules,
  told,
  tuesday,
  wednesday,
  words,
  assigned,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })
const withdraw = command('WithdrawComplaint', { why: because })
const withdrawn = event('ComplaintWithdrawn', { why: because })
const toCourt = { body: 'court', name: name('county court'), why: because } as const
const refer = command('ReferOutside', toCourt)
const referred = event('ComplaintReferred', toCourt)
const ruling = (how: 'upheld' | 'dismissed' | 'settled') =>
  command('RecordOutsideDecision', { ruling: how, text: words })
const ruled = (how: 'upheld' | 'dismissed' | 'settled') =>
  event('OutsideDecisionRecorded', { ruling: how, text: words })
const reopen = (at = tuesday) => command('ReopenComplaint', { why: because }, at)
const reopened = (at = tuesday) => event('ComplaintReopened', { why: because }, at)
const merge = (n: number) => command('MergeComplaint', { survivor: complaintId(n) })
const merged = (n: number, openPromises: ReadonlyArray<ReturnType<typeof promiseId>> = []) =>
  event('ComplaintMerged', { survivor: complaintId(n), openPromises })
const absorb = (n: number, openPromises: ReadonlyArray<ReturnType<typeof promiseId>> = []) =>
  command('AbsorbComplaint', { absorbed: complaintId(n), openPromises })
const absorbed = (n: number, openPromises: ReadonlyArray<ReturnType<typeof promiseId>> = []) =>
  event('ComplaintAbsorbed', { absorbed: complaintId(n), openPromises })
const note = command('TakeNote', { noteId: entry(1), text: words })
const asClosed = { _tag: 'AlreadyClosed', outcome: 'resolved', closedAt: tuesday } as const

describe('a complaint split', () => {
  const part = { part: complaintId(5), what: words }
  scenario('names the part')
    .given([recorded])
    .when(command('SplitComplaint', part))
    .records([event('ComplaintSplit', part)])
  scenario('twice is on record once')
    .given([recorded, event('ComplaintSplit', part)])
    .when(command('SplitComplaint', part))
    .recordsNothing()
  scenario('again has another part')
    .given([recorded, event('ComplaintSplit', part)])
    .when(command('SplitComplaint', { ...part, part: complaintId(6) }))
    .records([event('ComplaintSplit', { ...part, part: complaintId(6) })])
})

describe('a complaint merged into another', () => {
  scenario('takes its open promises along')
    .given([
      recorded,
      promised(1),
      promised(2),
      event('PromiseSettled', { promiseId: promiseId(1), how: 'kept' }),
    ])
    .when(merge(9))
    .records([merged(9, [promiseId(2)])])
  scenario('twice is on record once')
    .given([recorded, merged(9)])
    .when(merge(9))
    .recordsNothing()
  scenario('is merged into one')
    .given([recorded, merged(9)])
    .when(merge(8))
    .refuses({ _tag: 'MergedInto', survivor: complaintId(9) })
  scenario('points on to the survivor')
    .given([recorded, merged(9)])
    .when(note)
    .refuses({ _tag: 'MergedInto', survivor: complaintId(9) })
  scenario('points on whoever is merged into it')
    .given([recorded, merged(9)])
    .when(absorb(7))
    .refuses({ _tag: 'MergedInto', survivor: complaintId(9) })
  scenario('has no note to file that it does not owe')
    .given([recorded, merged(9)])
    .when(command('FileLiaisonNote', { note: words }))
    .refuses({ _tag: 'MergedInto', survivor: complaintId(9) })
  scenario('is not merged into one that it absorbed')
    .given([recorded, absorbed(9)])
    .when(merge(9))
    .refuses({ _tag: 'WouldCircle', absorbed: complaintId(9) })
  scenario('may be merged after absorbing a third')
    .given([recorded, absorbed(8)])
    .when(merge(9))
    .records([merged(9)])

  scenario('is accepted by the survivor')
    .given([recorded])
    .when(absorb(2, [promiseId(1)]))
    .records([absorbed(2, [promiseId(1)])])
  scenario('is accepted once')
    .given([recorded, absorbed(2)])
    .when(absorb(2))
    .recordsNothing()
  scenario('leaves its promises to the survivor to settle')
    .given([recorded, absorbed(2, [promiseId(1)])])
    .when(command('SettlePromise', { promiseId: promiseId(1), how: 'broken' }))
    .records([event('PromiseSettled', { promiseId: promiseId(1), how: 'broken' })])
  scenario('does not open a promise that the survivor knows to be settled')
    .given([
      recorded,
      promised(1),
      event('PromiseSettled', { promiseId: promiseId(1), how: 'kept' }),
      absorbed(2, [promiseId(1)]),
    ])
    .when(command('SettlePromise', { promiseId: promiseId(1), how: 'kept' }))
    .recordsNothing()
  for (const [life, history] of Object.entries({
    closed: [...resolved, closed()],
    withdrawn: [recorded, withdrawn],
    referred: [recorded, referred],
  })) {
    scenario(`is accepted by a survivor that is ${life}, and not lost`)
      .given(history)
      .when(absorb(2, [promiseId(1)]))
      .records([absorbed(2, [promiseId(1)])])
    scenario(`has its promises settled by a survivor that is ${life}`)
      .given([...history, absorbed(2, [promiseId(1)])])
      .when(command('SettlePromise', { promiseId: promiseId(1), how: 'kept' }))
      .records([event('PromiseSettled', { promiseId: promiseId(1), how: 'kept' })])
  }
})

describe('a complaint withdrawn', () => {
  scenario('by the customer leaves the desk').given(told).when(withdraw).records([withdrawn])
  scenario('twice is on record once').given([recorded, withdrawn]).when(withdraw).recordsNothing()
  scenario('is handled no more')
    .given([recorded, withdrawn])
    .when(note)
    .refuses({ _tag: 'Withdrawn' })
  scenario('once closed comes too late')
    .given([...resolved, closed()])
    .when(withdraw)
    .refuses(asClosed)
  scenario('from an outside body comes back to nobody')
    .given([recorded, referred])
    .when(withdraw)
    .records([withdrawn])
  scenario('has no case to give')
    .given([recorded, withdrawn])
    .when(command('GiveCase', { to: name('parts') }))
    .refuses({ _tag: 'Withdrawn' })
  scenario('has no avoidance to confirm')
    .given([recorded, withdrawn])
    .when(command('ConfirmAvoidance', { avoided: true }))
    .refuses({ _tag: 'Withdrawn' })
  scenario('hears of no outside decision')
    .given([recorded, withdrawn])
    .when(ruling('upheld'))
    .refuses({ _tag: 'Withdrawn' })
})

describe('a complaint referred outside', () => {
  scenario('leaves the desk').given(told).when(refer).records([referred])
  scenario('twice is on record once').given([recorded, referred]).when(refer).recordsNothing()
  scenario('is with one body')
    .given([recorded, referred])
    .when(command('ReferOutside', { ...toCourt, body: 'ombudsman' }))
    .refuses({ _tag: 'ReferredOutside', body: 'court' })
  scenario('is with one body by name')
    .given([recorded, referred])
    .when(command('ReferOutside', { ...toCourt, name: name('high court') }))
    .refuses({ _tag: 'ReferredOutside', body: 'court' })
  scenario('is handled no more')
    .given([recorded, referred])
    .when(note)
    .refuses({ _tag: 'ReferredOutside', body: 'court' })
  scenario('is not reopened but decided')
    .given([recorded, referred])
    .when(reopen())
    .refuses({ _tag: 'ReferredOutside', body: 'court' })
  scenario('has no case to give')
    .given([...resolved, closed(), referred])
    .when(command('GiveCase', { to: name('parts') }))
    .refuses({ _tag: 'ReferredOutside', body: 'court' })
  scenario('has no avoidance to confirm')
    .given([...resolved, closed(), referred])
    .when(command('ConfirmAvoidance', { avoided: true }))
    .refuses({ _tag: 'ReferredOutside', body: 'court' })
  scenario('may have been closed here')
    .given([...resolved, closed()])
    .when(refer)
    .records([referred])
  scenario('may have been withdrawn here')
    .given([recorded, withdrawn])
    .when(refer)
    .records([referred])

  for (const how of ['upheld', 'dismissed', 'settled'] as const) {
    scenario(`is decided there: ${how}`)
      .given([...told, referred])
      .when(ruling(how))
      .records([ruled(how)])
    scenario(`is decided there once: ${how}`)
      .given([...told, referred, ruled(how)])
      .when(ruling(how))
      .recordsNothing()
  }
  scenario('is decided one way')
    .given([...told, referred, ruled('upheld')])
    .when(ruling('dismissed'))
    .refuses({ _tag: 'NotReferred' })
  scenario('or not, is decided outside only then')
    .given(told)
    .when(ruling('upheld'))
    .refuses({ _tag: 'NotReferred' })
  scenario('again is decided again')
    .given([...told, referred, ruled('settled'), referred])
    .when(ruling('settled'))
    .records([ruled('settled')])
  for (const how of ['dismissed', 'settled'] as const)
    scenario(`and ${how} is closed`)
      .given([...told, referred, ruled(how)])
      .when(close())
      .records([closed()])

  const propose = command('ProposeRemedies', { proposalId: entry(55), options: [option(56)] })
  const proposal = event('RemediesProposed', {
    proposalId: entry(55),
    options: [proposedOption(56)],
  })
  const told2 = event('CustomerNotified', { ...notified(62).data, options: [entry(56)] })
  for (const [before, history] of Object.entries({
    unjudged: [recorded],
    'found invalid': [recorded, foundInvalid, notified(61), closed('invalid')],
    'with remedies on the table': onTheTable,
    'carried out and closed': [...resolved, closed()],
  })) {
    const again = [...history, referred, ruled('upheld')]
    scenario(`and upheld (${before}) is for us to put right`)
      .given(again)
      .when(propose)
      .records([proposal])
    scenario(`and upheld (${before}) is valid`)
      .given([...again, proposal])
      .when(
        command('NotifyCustomer', {
          noticeId: entry(62),
          channel: 'phone',
          contactNext: li.id,
          text: words,
        }),
      )
      .records([told2])
    scenario(`and upheld (${before}) has a remedy carried out`)
      .given([...again, proposal, told2, event('RemedyAccepted', { optionId: entry(56) })])
      .when(command('CarryOutRemedy', { evidence: [] }))
      .records([carriedOut])
    scenario(`and upheld (${before}) is not judged against that`)
      .given(again)
      .when(
        command('FindInvalid', {
          ground: 'misunderstanding',
          content: fault,
          reasons: because,
        }),
      )
      .refuses({ _tag: 'AlreadyJudged', valid: true })
  }
  scenario('and upheld keeps the judgement that it had')
    .given([...judged, referred, ruled('upheld')])
    .when(command('FindValid', { content: fault, reasons: because }))
    .recordsNothing()
  scenario('and upheld as an inquiry is answered')
    .given([ofKind('inquiry'), referred, ruled('upheld')])
    .when(command('AnswerInquiry', { replyId: entry(90), channel: 'phone', text: words }))
    .records([
      event('InquiryAnswered', {
        replyId: entry(90),
        channel: 'phone',
        text: words,
        stopped: [],
      }),
    ])
  scenario('and upheld as a repair is decided again')
    .given([
      ofKind('repair'),
      assigned,
      event('ServiceDecided', { terms: 'refused', why: because, stopped: [] }),
      closed(),
      referred,
      ruled('upheld'),
    ])
    .when(command('DecideService', { terms: 'refused', why: because }))
    .records([event('ServiceDecided', { terms: 'refused', why: because, stopped: [] })])
  scenario('and upheld escalates anew')
    .given([
      recorded,
      event('ComplaintEscalated', {
        rule: name('late'),
        level: 1,
        to: liInCharge,
        why: because,
      }),
      referred,
      ruled('upheld'),
    ])
    .when(command('Escalate', { rule: name('late'), level: 1, to: liInCharge, why: because }))
    .records([
      event('ComplaintEscalated', {
        rule: name('late'),
        level: 1,
        to: liInCharge,
        why: because,
        cycle: 2,
      }),
    ])
})

describe('a complaint reopened', () => {
  const until = after(tuesday, 14 * day)
  scenario('goes on')
    .given([...resolved, closed()])
    .when(reopen())
    .records([reopened()])
  scenario('that was withdrawn goes on')
    .given([recorded, withdrawn])
    .when(reopen())
    .records([reopened()])
  scenario('within the window, to its last instant')
    .given([...resolved, closed()])
    .when(reopen(until))
    .records([reopened(until)])
  scenario('after the window is a new one')
    .given([...resolved, closed()])
    .when(reopen(after(until, 1)))
    .refuses({ _tag: 'ReopenWindowPassed', until })
  scenario('after it was withdrawn too long ago is a new one')
    .given([recorded, withdrawn])
    .when(reopen(after(until, 1)))
    .refuses({ _tag: 'ReopenWindowPassed', until })
  scenario('is open already')
    .given([...resolved, closed(), reopened()])
    .when(reopen())
    .recordsNothing()
  scenario('was never closed').given([recorded]).when(reopen()).recordsNothing()
  scenario('counts its window from its latest close')
    .given([
      ...resolved,
      closed(),
      reopened(),
      investigated,
      referred,
      ruled('settled'),
      closed('resolved', wednesday),
    ])
    .when(reopen(after(wednesday, 14 * day)))
    .records([reopened(after(wednesday, 14 * day))])
  scenario('stays as valid as it was found, in the same hands')
    .given([...resolved, closed(), reopened()])
    .when(command('RecordInvestigation', { cause: investigated.data.cause, evidence: [] }))
    .records([investigated])
  scenario('judged and in nobody’s hands is assigned')
    .given([...judged, withdrawn, reopened()])
    .when(command('AssignResponsibility', { to: liInCharge }))
    .records([assigned])
  scenario('unjudged is judged')
    .given([recorded, withdrawn, reopened()])
    .when(command('FindValid', { content: fault, reasons: because }))
    .records([foundValid])
  scenario('has nothing accepted any more')
    .given([...resolved, closed(), reopened()])
    .when(command('AcceptRemedy', { optionId: entry(51) }))
    .refuses({ _tag: 'StepOutOfOrder', step: 'assigned', expected: ['notified'] })
  scenario('has nothing carried out any more')
    .given([...inCharge, investigated, ...resolved.slice(4), closed(), reopened()])
    .when(command('CarryOutRemedy', { evidence: [] }))
    .refuses({ _tag: 'StepOutOfOrder', step: 'assigned', expected: ['accepted'] })
  scenario('has nothing on the table any more')
    .given([...told, accepted, carriedOut, closed(), reopened()])
    .when(command('ApproveRemedies', { proposalId: entry(50), options: [entry(51)] }))
    .refuses({ _tag: 'NoSuchProposal' })
})
