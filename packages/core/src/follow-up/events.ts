/**
 * What is on record of a follow-up: the stored format. Add events and optional fields; never rename one.
 *
 * `planned` holds the due instant and the window that were applied to a visit:
 * whether it was made in its window follows from the event's own `at`.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Instant } from '../shared/instant.js'
import { message } from '../shared/message.js'
import { listOf } from '../shared/one-of.js'
import { Cadence } from '../time/cadence.js'
import * as f from './fields.js'
import { DecemberTask } from './lists.js'
import { Planned, Window } from './values.js'

const applied = { planned: Planned }

export const FollowUpEvent = t.union(
  [
    message(
      'PlanOpened',
      { ...f.plan, ...f.channel, window: Window, december: listOf(DecemberTask) },
      { ...f.planMore, cadence: Cadence },
    ),
    message('CallBackScheduled', { ...f.callBack, ...f.channel, ...applied }, f.visitor),
    message('PlanClassChanged', { ...f.planClass, cadence: Cadence }),
    message('TouchesSubscribed', { cadence: Cadence }),
    message('TouchesUnsubscribed', {}),
    message('GreetingDateAdded', f.greeting),
    message('GreetingDateRemoved', f.greetingEnd),
    message('VisitorAssigned', f.reassignment),

    message('VisitDone', { ...f.visit, ...f.channel }, { ...f.findings, ...applied }),
    message('VisitMissed', applied),
    message('VisitRescheduled', { ...applied, ...f.why, from: Instant }),
    message('VisitSkipped', { ...applied, ...f.why }),
    message('VisitReminderSent', f.reminder),
    message('FollowUpClosed', f.why),
  ],
  'FollowUpEvent',
)
export type FollowUpEvent = t.TypeOf<typeof FollowUpEvent>

/** The facts of one kind of event. */
export type FactsOf<T extends FollowUpEvent['type']> = Extract<FollowUpEvent, { type: T }>['data']

/** Whether a visit found dissatisfaction, asked for or not: it is to become a complaint. */
export const findsDissatisfaction = ({
  satisfied,
  dissatisfaction,
}: FactsOf<'VisitDone'>): boolean => satisfied === false || dissatisfaction !== undefined
