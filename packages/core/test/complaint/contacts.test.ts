import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import type { ComplaintEvent } from '../../src/complaint/events.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  awaited,
  because,
  closed,
  command,
  complaintId,
  contacted,
  courtesy,
  days,
  entry,
  event,
  firstClock,
  li,
  monday,
  name,
  recorded,
  reply,
  resolved,
  rules,
  tuesday,
  words,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })

describe('a reply', () => {
  const give = (n: number, automatic = false, at = tuesday) =>
    command('GiveReply', { replyId: entry(n), channel: 'phone', text: words, automatic }, at)
  const bot = (n: number) => event('ReplyGiven', { ...reply(n).data, automatic: true })

  scenario('is the first by a person')
    .given([recorded])
    .when(give(1))
    .records([reply(1, tuesday, [firstClock])])
  scenario('is on record once')
    .given([recorded, reply(1)])
    .when(give(1))
    .recordsNothing()
  scenario('may be followed by another')
    .given([recorded, reply(1)])
    .when(give(2))
    .records([reply(2)])
  scenario('by a machine answers nobody')
    .given([recorded])
    .when(give(1, true))
    .records([bot(1)])
  scenario('by a machine is on record once')
    .given([recorded, bot(1)])
    .when(give(1, true))
    .recordsNothing()
  scenario('by a person is still the first after a machine’s')
    .given([recorded, bot(1)])
    .when(give(2))
    .records([reply(2, tuesday, [firstClock])])
  scenario('comes too late after the close')
    .given([...resolved, closed()])
    .when(give(1))
    .refuses({ _tag: 'AlreadyClosed', outcome: 'resolved', closedAt: tuesday })
})

describe('a customer’s message', () => {
  const say = (n: number, automatic = false, at = tuesday) =>
    command('RecordContact', { messageId: entry(n), channel: 'phone', text: words, automatic }, at)
  const lives: Readonly<Record<string, ReadonlyArray<ComplaintEvent>>> = {
    'while it is open': [recorded],
    'once it is closed': [...resolved, closed()],
    'once it is withdrawn': [recorded, event('ComplaintWithdrawn', { why: because })],
    'once it is referred outside': [
      recorded,
      event('ComplaintReferred', { body: 'court', name: name('court'), why: because }),
    ],
    'once it is merged': [
      recorded,
      event('ComplaintMerged', { survivor: complaintId(9), openPromises: [] }),
    ],
  }
  for (const [when, history] of Object.entries(lives)) {
    scenario(`is on record ${when}`)
      .given(history)
      .when(say(1))
      .records([contacted(1)])
    scenario(`is on record once ${when}`)
      .given([...history, contacted(1)])
      .when(say(1))
      .recordsNothing()
    scenario(`is not too old ${when}`)
      .given([...history, contacted(2, days(60))])
      .when(say(1, false, monday))
      .records([contacted(1, monday)])
    scenario(`may be older than the complaint ${when}`)
      .given(history)
      .when(say(1, false, days(-60)))
      .records([contacted(1, days(-60))])
  }
  scenario('says whether he chases or has new facts')
    .given([recorded])
    .when(command('RecordContact', { ...say(1).data, purpose: 'chasing' }))
    .records([event('CustomerContactedAgain', { ...contacted(1).data, purpose: 'chasing' })])
  scenario('after the close opens nothing')
    .given([...resolved, closed(), contacted(1)])
    .when(command('TakeNote', { noteId: entry(2), text: words }))
    .refuses({ _tag: 'AlreadyClosed', outcome: 'resolved', closedAt: tuesday })
})

describe('on record once', () => {
  const note = { noteId: entry(1), text: words }
  const fault = {
    staffFaultId: entry(1),
    staff: li.id,
    fault: 'rude',
    answeredBy: words,
  } as const
  scenario('is a courtesy')
    .given([recorded])
    .when(
      command('ExtendCourtesy', { courtesyId: entry(1), courtesy: 'apology', channel: 'phone' }),
    )
    .records([courtesy(1)])
  scenario('is a courtesy extended twice')
    .given([recorded, courtesy(1)])
    .when(
      command('ExtendCourtesy', { courtesyId: entry(1), courtesy: 'apology', channel: 'phone' }),
    )
    .recordsNothing()
  scenario('is a note')
    .given([recorded])
    .when(command('TakeNote', note))
    .records([event('NoteTaken', note)])
  scenario('is a note taken twice')
    .given([recorded, event('NoteTaken', note)])
    .when(command('TakeNote', note))
    .recordsNothing()
  scenario('is a fault of the staff, and how it was answered')
    .given([recorded])
    .when(command('VerifyStaffFault', fault))
    .records([event('StaffFaultVerified', fault)])
  scenario('is a fault of the staff verified twice')
    .given([recorded, event('StaffFaultVerified', fault)])
    .when(command('VerifyStaffFault', fault))
    .recordsNothing()
  scenario('is not mistaken for another thing of the same id')
    .given([recorded, courtesy(1), reply(1), contacted(1), event('StaffFaultVerified', fault)])
    .when(command('TakeNote', note))
    .records([event('NoteTaken', note)])
})

describe('waiting for the customer', () => {
  const wait = (n: number) => command('AwaitCustomer', { waitId: entry(n), what: words })
  const end = (n: number, at = tuesday) => command('EndWaiting', { waitId: entry(n) }, at)
  const ended = (n: number, at = tuesday) => event('WaitingEnded', { waitId: entry(n) }, at)

  scenario('begins')
    .given([recorded])
    .when(wait(1))
    .records([awaited(1)])
  scenario('begins once')
    .given([recorded, awaited(1)])
    .when(wait(1))
    .recordsNothing()
  scenario('begun is not begun again under another name')
    .given([recorded, awaited(1)])
    .when(wait(2))
    .refuses({ _tag: 'AlreadyWaiting' })
  scenario('ends')
    .given([recorded, awaited(1)])
    .when(end(1))
    .records([ended(1)])
  scenario('ends once')
    .given([recorded, awaited(1), ended(1)])
    .when(end(1))
    .recordsNothing()
  scenario('that never began does not end')
    .given([recorded])
    .when(end(1))
    .refuses({ _tag: 'NoSuchWait' })
  scenario('for one thing is not ended by the end of another')
    .given([recorded, awaited(1)])
    .when(end(2))
    .refuses({ _tag: 'NoSuchWait' })
  scenario('over is not ended by the end of the present one')
    .given([recorded, awaited(1), ended(1), awaited(2)])
    .when(end(1))
    .recordsNothing()
  scenario('begins again once it ended')
    .given([recorded, awaited(1), ended(1)])
    .when(wait(2))
    .records([awaited(2)])
  scenario('ended long ago is not begun again')
    .given([recorded, awaited(1), ended(1), awaited(2), ended(2)])
    .when(wait(1))
    .recordsNothing()

  scenario('is ended by what he says')
    .given([recorded, awaited(1), contacted(3)])
    .when(wait(2))
    .records([awaited(2)])
  scenario('is not ended by his machine')
    .given([recorded, awaited(1), contacted(3, tuesday, true)])
    .when(wait(2))
    .refuses({ _tag: 'AlreadyWaiting' })
  scenario('is not ended by what he said before it began')
    .given([recorded, awaited(1), contacted(3, monday)])
    .when(wait(2))
    .refuses({ _tag: 'AlreadyWaiting' })
  scenario('is not ended by our reply')
    .given([recorded, awaited(1), reply(3)])
    .when(wait(2))
    .refuses({ _tag: 'AlreadyWaiting' })
  for (const [what, out] of Object.entries({
    'a close': closed(),
    'a withdrawal': event('ComplaintWithdrawn', { why: because }),
  }))
    scenario(`is ended by ${what}`)
      .given([...resolved, awaited(1), out, event('ComplaintReopened', { why: because })])
      .when(wait(2))
      .records([awaited(2)])
})
