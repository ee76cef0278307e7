/**
 * Every command asked of every state of a follow-up's life.
 *
 * A cell says what is recorded, or `·` where it is so already and nothing is, or why not.
 * A plan is opened on 23 November and asked about its visit of 23 December, on that day and once its window has passed;
 * a touch plan about the gift of December, in it and after it; a call back, due on 26 November, on the 25th and on the 28th.
 */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { FollowUpCommand } from '../../src/follow-up/commands.js'
import type { FollowUpEvent } from '../../src/follow-up/events.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import type { VisitKey } from '../../src/follow-up/visit-key.js'
import { fold } from '../../src/shared/decider.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { typesOf } from '../../src/store/message-types.js'
import {
  afterComplaint,
  because,
  callBack,
  callBackKey,
  birthday,
  closed,
  close,
  command,
  complete,
  days,
  december,
  done,
  greet,
  greeted,
  key,
  miss,
  missed,
  move,
  moved,
  movedTo,
  name,
  opened,
  openPlan,
  quietTouch,
  remind,
  rules,
  schedule,
  scheduled,
  skip,
  skipped,
  staff,
  touch,
  tuesday,
  utc,
} from '../support/follow-up.js'

type Columns = Readonly<Record<string, ReadonlyArray<FollowUpEvent>>>

const sooner = days(-1, december.dueAt)
const plans: Columns = {
  'not opened': [],
  open: [opened()],
  moved: [opened(), moved(movedTo(december, days(5, december.dueAt)), december.dueAt, tuesday)],
  done: [opened(), done(1, december, sooner)],
  skipped: [opened(), skipped(december, sooner)],
  closed: [opened(), closed(sooner)],
}
const neglected: Columns = {
  open: [opened()],
  moved: plans['moved'] ?? [],
  missed: [opened(), missed(december)],
  'missed, then done': [opened(), missed(december), done(1, december, after(december.until, 2))],
  closed: [opened(), closed(december.until)],
}
const touches: Columns = {
  quiet: [quietTouch],
  greeted: [quietTouch, greeted],
  subscribed: [touch],
  closed: [touch, closed(tuesday)],
}
const callBacks: Columns = {
  open: [scheduled()],
  done: [scheduled(), done(1, callBack, tuesday)],
  skipped: [scheduled(), skipped(callBack, tuesday)],
  closed: [scheduled(), closed(tuesday)],
}
const lateCallBacks: Columns = {
  open: [scheduled()],
  moved: [
    scheduled(),
    moved({ ...callBack, dueAt: days(6), until: days(7) }, callBack.dueAt, tuesday),
  ],
  missed: [scheduled(), missed(callBack)],
  'missed, then done': [scheduled(), missed(callBack), done(1, callBack, after(callBack.until, 2))],
}

const decider = followUp(rules)
const types = [...(typesOf(FollowUpCommand)?.keys() ?? [])] as ReadonlyArray<
  FollowUpCommand['type']
>

const asked: Readonly<
  Record<FollowUpCommand['type'], (visit: VisitKey, at: Instant) => FollowUpCommand>
> = {
  OpenPlan: (_, at) => openPlan({}, at),
  ScheduleCallBack: (_, at) => schedule(afterComplaint, {}, at),
  ChangePlanClass: (_, at) => command('ChangePlanClass', { class: name('vip') }, at),
  SubscribeTouches: (_, at) => command('SubscribeTouches', {}, at),
  UnsubscribeTouches: (_, at) => command('UnsubscribeTouches', {}, at),
  AddGreetingDate: (_, at) => greet(at),
  RemoveGreetingDate: (_, at) => command('RemoveGreetingDate', { dateId: birthday.dateId }, at),
  AssignVisitor: (_, at) => command('AssignVisitor', { visitor: staff('li'), why: because }, at),
  CompleteVisit: (visit, at) => complete(2, visit, at),
  RecordMissedVisit: miss,
  RescheduleVisit: (visit, at) => move(visit, days(30, at), at),
  SkipVisit: skip,
  SendVisitReminder: (visit, at) => remind(9, visit, at),
  CloseFollowUp: (_, at) => close(at),
}

const cell = (history: ReadonlyArray<FollowUpEvent>, each: FollowUpCommand): string =>
  E.match(
    ({ _tag }: { _tag: string }) => _tag,
    (events: ReadonlyArray<FollowUpEvent>) => events.map(({ type }) => type).join() || '·',
  )(decider.decide(each)(fold(decider)(history)))

const band = (title: string, columns: Columns, visit: VisitKey, at: Instant): string =>
  [
    [title, ...Object.keys(columns)],
    ...types.map((type) => [
      type,
      ...Object.values(columns).map((history) => cell(history, asked[type](visit, at))),
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
its visit due       not opened          open                moved               done                skipped             closed
OpenPlan            PlanOpened          ·                   ·                   ·                   ·                   ·
ScheduleCallBack    CallBackScheduled   AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened
ChangePlanClass     NotOpened           PlanClassChanged    PlanClassChanged    PlanClassChanged    PlanClassChanged    AlreadyClosed
SubscribeTouches    NotOpened           WrongKind           WrongKind           WrongKind           WrongKind           AlreadyClosed
UnsubscribeTouches  NotOpened           WrongKind           WrongKind           WrongKind           WrongKind           AlreadyClosed
AddGreetingDate     NotOpened           WrongKind           WrongKind           WrongKind           WrongKind           AlreadyClosed
RemoveGreetingDate  NotOpened           WrongKind           WrongKind           WrongKind           WrongKind           AlreadyClosed
AssignVisitor       NotOpened           VisitorAssigned     VisitorAssigned     VisitorAssigned     VisitorAssigned     AlreadyClosed
CompleteVisit       NotOpened           VisitDone           VisitDone           VisitOver           VisitOver           AlreadyClosed
RecordMissedVisit   NotOpened           StillInWindow       StillInWindow       VisitOver           VisitOver           AlreadyClosed
RescheduleVisit     NotOpened           VisitRescheduled    VisitRescheduled    VisitOver           VisitOver           AlreadyClosed
SkipVisit           NotOpened           VisitSkipped        VisitSkipped        VisitOver           ·                   AlreadyClosed
SendVisitReminder   NotOpened           VisitReminderSent   VisitReminderSent   VisitOver           VisitOver           AlreadyClosed
CloseFollowUp       NotOpened           FollowUpClosed      FollowUpClosed      FollowUpClosed      FollowUpClosed      ·

its visit past      open                moved               missed              missed, then done   closed
OpenPlan            ·                   ·                   ·                   ·                   ·
ScheduleCallBack    AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened
ChangePlanClass     PlanClassChanged    PlanClassChanged    PlanClassChanged    PlanClassChanged    AlreadyClosed
SubscribeTouches    WrongKind           WrongKind           WrongKind           WrongKind           AlreadyClosed
UnsubscribeTouches  WrongKind           WrongKind           WrongKind           WrongKind           AlreadyClosed
AddGreetingDate     WrongKind           WrongKind           WrongKind           WrongKind           AlreadyClosed
RemoveGreetingDate  WrongKind           WrongKind           WrongKind           WrongKind           AlreadyClosed
AssignVisitor       VisitorAssigned     VisitorAssigned     VisitorAssigned     VisitorAssigned     AlreadyClosed
CompleteVisit       VisitDone           VisitDone           VisitDone           VisitOver           AlreadyClosed
RecordMissedVisit   VisitMissed         StillInWindow       ·                   VisitOver           AlreadyClosed
RescheduleVisit     WindowPassed        VisitRescheduled    VisitOver           VisitOver           AlreadyClosed
SkipVisit           WindowPassed        VisitSkipped        VisitOver           VisitOver           AlreadyClosed
SendVisitReminder   WindowPassed        VisitReminderSent   VisitOver           VisitOver           AlreadyClosed
CloseFollowUp       FollowUpClosed      FollowUpClosed      FollowUpClosed      FollowUpClosed      ·

in December         quiet               greeted             subscribed          closed
OpenPlan            AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened
ScheduleCallBack    AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened
ChangePlanClass     WrongKind           WrongKind           WrongKind           AlreadyClosed
SubscribeTouches    TouchesSubscribed   TouchesSubscribed   ·                   AlreadyClosed
UnsubscribeTouches  ·                   ·                   TouchesUnsubscribed AlreadyClosed
AddGreetingDate     GreetingDateAdded   ·                   GreetingDateAdded   AlreadyClosed
RemoveGreetingDate  NoSuchDate          GreetingDateRemoved NoSuchDate          AlreadyClosed
AssignVisitor       VisitorAssigned     VisitorAssigned     VisitorAssigned     AlreadyClosed
CompleteVisit       VisitDone           VisitDone           VisitDone           AlreadyClosed
RecordMissedVisit   StillInWindow       StillInWindow       StillInWindow       AlreadyClosed
RescheduleVisit     VisitRescheduled    VisitRescheduled    VisitRescheduled    AlreadyClosed
SkipVisit           VisitSkipped        VisitSkipped        VisitSkipped        AlreadyClosed
SendVisitReminder   VisitReminderSent   VisitReminderSent   VisitReminderSent   AlreadyClosed
CloseFollowUp       FollowUpClosed      FollowUpClosed      FollowUpClosed      ·

in January          quiet               greeted             subscribed          closed
OpenPlan            AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened
ScheduleCallBack    AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened
ChangePlanClass     WrongKind           WrongKind           WrongKind           AlreadyClosed
SubscribeTouches    TouchesSubscribed   TouchesSubscribed   ·                   AlreadyClosed
UnsubscribeTouches  ·                   ·                   TouchesUnsubscribed AlreadyClosed
AddGreetingDate     GreetingDateAdded   ·                   GreetingDateAdded   AlreadyClosed
RemoveGreetingDate  NoSuchDate          GreetingDateRemoved NoSuchDate          AlreadyClosed
AssignVisitor       VisitorAssigned     VisitorAssigned     VisitorAssigned     AlreadyClosed
CompleteVisit       VisitDone           VisitDone           VisitDone           AlreadyClosed
RecordMissedVisit   VisitMissed         VisitMissed         VisitMissed         AlreadyClosed
RescheduleVisit     WindowPassed        WindowPassed        WindowPassed        AlreadyClosed
SkipVisit           WindowPassed        WindowPassed        WindowPassed        AlreadyClosed
SendVisitReminder   WindowPassed        WindowPassed        WindowPassed        AlreadyClosed
CloseFollowUp       FollowUpClosed      FollowUpClosed      FollowUpClosed      ·

call back due       open                done                skipped             closed
OpenPlan            AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened
ScheduleCallBack    ·                   ·                   ·                   ·
ChangePlanClass     WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed
SubscribeTouches    WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed
UnsubscribeTouches  WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed
AddGreetingDate     WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed
RemoveGreetingDate  WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed
AssignVisitor       VisitorAssigned     AlreadyClosed       AlreadyClosed       AlreadyClosed
CompleteVisit       VisitDone           AlreadyClosed       AlreadyClosed       AlreadyClosed
RecordMissedVisit   StillInWindow       AlreadyClosed       AlreadyClosed       AlreadyClosed
RescheduleVisit     VisitRescheduled    AlreadyClosed       AlreadyClosed       AlreadyClosed
SkipVisit           VisitSkipped        AlreadyClosed       ·                   AlreadyClosed
SendVisitReminder   VisitReminderSent   AlreadyClosed       AlreadyClosed       AlreadyClosed
CloseFollowUp       FollowUpClosed      AlreadyClosed       AlreadyClosed       ·

call back past      open                moved               missed              missed, then done
OpenPlan            AlreadyOpened       AlreadyOpened       AlreadyOpened       AlreadyOpened
ScheduleCallBack    ·                   ·                   ·                   ·
ChangePlanClass     WrongKind           WrongKind           AlreadyClosed       AlreadyClosed
SubscribeTouches    WrongKind           WrongKind           AlreadyClosed       AlreadyClosed
UnsubscribeTouches  WrongKind           WrongKind           AlreadyClosed       AlreadyClosed
AddGreetingDate     WrongKind           WrongKind           AlreadyClosed       AlreadyClosed
RemoveGreetingDate  WrongKind           WrongKind           AlreadyClosed       AlreadyClosed
AssignVisitor       VisitorAssigned     VisitorAssigned     AlreadyClosed       AlreadyClosed
CompleteVisit       VisitDone           VisitDone           VisitDone           AlreadyClosed
RecordMissedVisit   VisitMissed         StillInWindow       ·                   AlreadyClosed
RescheduleVisit     WindowPassed        VisitRescheduled    AlreadyClosed       AlreadyClosed
SkipVisit           WindowPassed        VisitSkipped        AlreadyClosed       AlreadyClosed
SendVisitReminder   WindowPassed        VisitReminderSent   AlreadyClosed       AlreadyClosed
CloseFollowUp       FollowUpClosed      FollowUpClosed      AlreadyClosed       AlreadyClosed
`

describe('a follow-up, asked everything everywhere', () => {
  it('answers as the table says', () => {
    const gift = key('gift/2026-12-31')
    const bands = [
      band('its visit due', plans, december.visit, december.dueAt),
      band('its visit past', neglected, december.visit, days(2, december.until)),
      band('in December', touches, gift, utc('2026-12-24 09:00')),
      band('in January', touches, gift, utc('2027-01-01 09:00')),
      band('call back due', callBacks, callBackKey, days(2)),
      band('call back past', lateCallBacks, callBackKey, days(5)),
    ]
    expect(`\n${bands.join('\n\n')}\n`).toBe(table)
  })
})
