import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  because,
  carriedOut,
  chosen,
  close,
  closed,
  closing,
  command,
  courtesy,
  complaintId,
  defect,
  entry,
  evaluation,
  event,
  foundInvalid,
  hours,
  judged,
  name,
  notified,
  ofKind,
  option,
  promised,
  promiseId,
  recorded,
  reply,
  resolved,
  rules,
  told,
  tuesday,
  wednesday,
  words,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })
const unanswered = (at = tuesday) => command('CloseUnanswered', closing, at)
const twice = [...told, notified(61)]
const byLetter = (events: ReadonlyArray<(typeof resolved)[number]>) => [
  ofKind('complaint', { channel: 'letter' }),
  ...events.slice(1),
]
const atOnce = event('ResolvedAtOnce', {
  option: option(51),
  noteDueAt: hours(26),
  stopped: [],
})
const settled = event('PromiseSettled', { promiseId: promiseId(1), how: 'kept' })

describe('a complaint closed', () => {
  scenario('leaves a summary and an evaluation').given(resolved).when(close()).records([closed()])
  scenario('twice is on record once')
    .given([...resolved, closed()])
    .when(close())
    .recordsNothing()
  scenario('over an apology alone is refused: something is to be put right')
    .given([...judged, courtesy(90)])
    .when(close())
    .refuses({ _tag: 'ApologyAlone', courtesies: ['apology'] })
  scenario('over courtesies alone is refused, and says which')
    .given([...judged, courtesy(90), courtesy(91, 'thanks'), courtesy(92)])
    .when(close())
    .refuses({ _tag: 'ApologyAlone', courtesies: ['apology', 'thanks'] })
  scenario('after an apology and a remedy is closed')
    .given([...resolved, courtesy(90)])
    .when(close())
    .records([closed()])
  scenario('before the remedy was carried out is refused')
    .given(chosen)
    .when(close())
    .refuses({ _tag: 'StepOutOfOrder', step: 'accepted', expected: ['resolved'] })
  scenario('unjudged is refused, courtesies or not')
    .given([recorded, courtesy(90)])
    .when(close())
    .refuses({ _tag: 'StepOutOfOrder', step: 'recorded', expected: ['resolved'] })

  const invalid = [recorded, foundInvalid, notified()]
  scenario('as invalid was told the customer')
    .given(invalid)
    .when(close())
    .records([closed('invalid')])
  scenario('as invalid, untold, is refused')
    .given(invalid.slice(0, 2))
    .when(close())
    .refuses({ _tag: 'StepOutOfOrder', step: 'judged', expected: ['resolved'] })
  scenario('as invalid needs no more than courtesies')
    .given([...invalid, courtesy(90)])
    .when(close())
    .records([closed('invalid')])
  scenario('as invalid too early is no matter of courtesies')
    .given([recorded, foundInvalid, courtesy(90)])
    .when(close())
    .refuses({ _tag: 'StepOutOfOrder', step: 'judged', expected: ['resolved'] })

  scenario('over an open promise is refused')
    .given([...resolved, promised(1), promised(2), settled])
    .when(close())
    .refuses({ _tag: 'PromisesOpen', promises: [promiseId(2)] })
  scenario('after its promises were settled is closed')
    .given([...resolved, promised(1), settled])
    .when(close())
    .records([closed()])
  scenario('over a promise it took over in a merge is refused')
    .given([
      ...resolved,
      event('ComplaintAbsorbed', {
        absorbed: complaintId(2),
        openPromises: [promiseId(3)],
      }),
    ])
    .when(close())
    .refuses({ _tag: 'PromisesOpen', promises: [promiseId(3)] })

  scenario('while a liaison note is owed is refused')
    .given([recorded, atOnce])
    .when(close())
    .refuses({ _tag: 'LiaisonNoteOwed', dueAt: hours(26) })
  scenario('once the liaison note is filed is closed')
    .given([recorded, atOnce, event('LiaisonNoteFiled', { note: words })])
    .when(close())
    .records([closed()])

  scenario('that came by letter is owed a written reply')
    .given(byLetter(resolved))
    .when(close())
    .refuses({ _tag: 'WrittenReplyOwed' })
  for (const channel of ['letter', 'email', 'fax'] as const)
    scenario(`that came by letter and was answered by ${channel} is closed`)
      .given([...byLetter(resolved), event('ReplyGiven', { ...reply(91).data, channel })])
      .when(close())
      .records([closed()])
  for (const channel of ['sms', 'chat', 'webForm'] as const)
    scenario(`that came by letter is not answered in writing by ${channel}`)
      .given([...byLetter(resolved), event('ReplyGiven', { ...reply(91).data, channel })])
      .when(close())
      .refuses({ _tag: 'WrittenReplyOwed' })
  scenario('that came by letter is not answered by a machine')
    .given([
      ...byLetter(resolved),
      event('ReplyGiven', { ...reply(91).data, channel: 'letter', automatic: true }),
    ])
    .when(close())
    .refuses({ _tag: 'WrittenReplyOwed' })
  scenario('that came by letter may have its notice in writing')
    .given([
      ...byLetter(chosen.filter(({ type }) => type !== 'CustomerNotified')).slice(0, -1),
      event('CustomerNotified', { ...notified().data, channel: 'letter' }),
      ...chosen.slice(-1),
      carriedOut,
    ])
    .when(close())
    .records([closed()])
  scenario('by letter later answered in writing stays so when called again')
    .given([
      ...byLetter(resolved),
      event('ReplyGiven', { ...reply(91).data, channel: 'letter' }),
      reply(92),
    ])
    .when(close())
    .records([closed()])
  scenario('that came as an inquiry by letter is owed none')
    .given([
      ofKind('inquiry', { channel: 'letter' }),
      event('InquiryAnswered', {
        replyId: entry(91),
        channel: 'phone',
        text: words,
        stopped: [],
      }),
    ])
    .when(close())
    .records([closed()])
})

describe('a complaint nobody answers', () => {
  scenario('closes after as many notices as the host asks for')
    .given(twice)
    .when(unanswered())
    .records([closed('unanswered')])
  scenario('does not close after fewer')
    .given(told)
    .when(unanswered())
    .refuses({ _tag: 'TriesLeft', made: 1, needed: 2 })
  scenario('closes once')
    .given([...twice, closed('unanswered')])
    .when(unanswered())
    .recordsNothing()
  scenario('closed so was not resolved')
    .given([...twice, closed('unanswered')])
    .when(close())
    .refuses({ _tag: 'AlreadyClosed', outcome: 'unanswered', closedAt: tuesday })
  scenario('closed as resolved was answered')
    .given([...resolved, closed()])
    .when(unanswered())
    .refuses({ _tag: 'AlreadyClosed', outcome: 'resolved', closedAt: tuesday })
  scenario('counts the notices of what is on the table')
    .given([
      ...twice,
      event('RemediesDeclined', { noticeId: entry(60), why: because }),
      event('RemediesProposed', {
        proposalId: entry(55),
        options: [{ ...option(56), approvers: [] }],
      }),
      notified(62),
    ])
    .when(unanswered())
    .refuses({ _tag: 'TriesLeft', made: 1, needed: 2 })
  scenario('is still owed a written reply')
    .given([ofKind('complaint', { channel: 'letter' }), ...twice.slice(1)])
    .when(unanswered())
    .refuses({ _tag: 'WrittenReplyOwed' })
  scenario('does not close over a promise')
    .given([...twice, promised(1)])
    .when(unanswered())
    .refuses({ _tag: 'PromisesOpen', promises: [promiseId(1)] })
  scenario('is waited for once he was told')
    .given(resolved)
    .when(unanswered())
    .refuses({ _tag: 'StepOutOfOrder', step: 'resolved', expected: ['notified'] })
  scenario('is a complaint')
    .given([ofKind('inquiry')])
    .when(unanswered())
    .refuses({ _tag: 'WrongKind', kind: 'inquiry', expected: ['complaint'] })
  scenario('may be opened again')
    .given([...twice, closed('unanswered')])
    .when(command('ReopenComplaint', { why: because }, wednesday))
    .records([event('ComplaintReopened', { why: because }, wednesday)])
  scenario('and opened again goes on in the same hands')
    .given([...twice, closed('unanswered'), event('ComplaintReopened', { why: because })])
    .when(command('RecordInvestigation', { cause: defect, evidence: [] }))
    .records([event('ComplaintInvestigated', { cause: defect, evidence: [] })])
})

describe('a case for the library', () => {
  const give = (to: string) => command('GiveCase', { to: name(to) })
  const given = (to: string) => event('CaseGiven', { to: name(to) })
  const confirm = (avoided: boolean) => command('ConfirmAvoidance', { avoided })
  const confirmed = (avoided: boolean) => event('AvoidanceConfirmed', { avoided })
  const done = [...resolved, closed()]

  scenario('is given to a department')
    .given(done)
    .when(give('parts'))
    .records([given('parts')])
  scenario('is given once')
    .given([...done, given('parts')])
    .when(give('parts'))
    .recordsNothing()
  scenario('may be given to another')
    .given([...done, given('parts')])
    .when(give('sales'))
    .records([given('sales')])
  scenario('is one that the close put there')
    .given([...resolved, closed('resolved', tuesday, false)])
    .when(give('parts'))
    .refuses({ _tag: 'NotInCaseLibrary' })
  scenario('is given after the close')
    .given(resolved)
    .when(give('parts'))
    .refuses({ _tag: 'NotClosed' })
  scenario('is confirmed avoided')
    .given([...done, given('parts')])
    .when(confirm(true))
    .records([confirmed(true)])
  scenario('is confirmed not avoided')
    .given([...done, given('parts')])
    .when(confirm(false))
    .records([confirmed(false)])
  scenario('is confirmed once')
    .given([...done, given('parts'), confirmed(false)])
    .when(confirm(false))
    .recordsNothing()
  scenario('is avoided after all')
    .given([...done, given('parts'), confirmed(false)])
    .when(confirm(true))
    .records([confirmed(true)])
  scenario('is given before it is confirmed')
    .given(done)
    .when(confirm(true))
    .refuses({ _tag: 'CaseNotGiven' })
  scenario('is confirmed after the close')
    .given(resolved)
    .when(confirm(true))
    .refuses({ _tag: 'NotClosed' })
  scenario('has its lesson and department with it')
    .given(resolved)
    .when(
      command('CloseComplaint', {
        summary: words,
        evaluation: evaluation({
          toCaseLibrary: true,
          lesson: 'seal it twice',
          department: 'parts',
        }),
      }),
    )
    .records([
      event('ComplaintClosed', {
        ...closed().data,
        evaluation: evaluation({
          toCaseLibrary: true,
          lesson: 'seal it twice',
          department: 'parts',
        }),
      }),
    ])
})
