/**
 * What may be asked of a follow-up. `at` is when, `by` is who: nothing in the domain reads a clock.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { message } from '../shared/message.js'
import * as f from './fields.js'

export const FollowUpCommand = t.union(
  [
    message('OpenPlan', f.plan, { ...f.planMore, ...f.channel, ...f.subscription }),
    message('ScheduleCallBack', f.callBack, { ...f.due, ...f.channel, ...f.visitor }),
    message('ChangePlanClass', f.planClass),
    message('SubscribeTouches', {}),
    message('UnsubscribeTouches', {}),
    message('AddGreetingDate', f.greeting),
    message('RemoveGreetingDate', f.greetingEnd),
    message('AssignVisitor', f.reassignment),

    message('CompleteVisit', f.visit, { ...f.planned, ...f.channel, ...f.findings }),
    message('RecordMissedVisit', f.planned),
    message('RescheduleVisit', { ...f.planned, ...f.due, ...f.why }),
    message('SkipVisit', { ...f.planned, ...f.why }),
    message('SendVisitReminder', f.reminder),
    message('CloseFollowUp', f.why),
  ],
  'FollowUpCommand',
)
export type FollowUpCommand = t.TypeOf<typeof FollowUpCommand>

/** What one kind of command carries. */
export type Asked<T extends FollowUpCommand['type']> = Extract<FollowUpCommand, { type: T }>['data']
