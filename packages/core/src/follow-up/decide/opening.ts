/**
 * How a follow-up begins: as a plan of visits, or as a single call back.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'

import type { Channel } from '../../shared/channel.js'
import { emit, nothing, reject } from '../../shared/decider.js'
import type { Instant } from '../../shared/instant.js'
import { same } from '../../shared/same.js'
import type { Cadence } from '../../time/cadence.js'
import { workingDayAfter } from '../../time/working-days.js'
import type { Asked } from '../commands.js'
import type { FollowUpKind } from '../lists.js'
import type { FollowUpRejection } from '../rejections.js'
import { cadenceFor, type FollowUpRules, touchCadence } from '../rules.js'
import type { FollowUpFile, PlanTerms } from '../state.js'
import { windowed } from '../planned.js'
import { callBackKey } from '../visit-key.js'
import type { FollowUpDecision } from './answer.js'

/** By phone unless said otherwise; to look at a thing or a site one goes there. */
const usualChannel = (kind: FollowUpKind): Channel =>
  kind === 'inspection' || kind === 'fieldVisit' ? 'siteVisit' : 'phone'

const cadenceOf = (
  rules: FollowUpRules,
  { kind, class: inClass }: Pick<Asked<'OpenPlan'>, 'kind' | 'class'>,
  subscribed: boolean | undefined,
): Cadence | undefined => {
  if (kind !== 'touch') return cadenceFor(rules, kind, inClass)
  return subscribed ? touchCadence(rules) : undefined
}

/** Whoever is subscribed hears from us of himself: there is nothing to subscribe to in any other plan. */
export const openPlan = (
  { subscribed, ...asked }: Asked<'OpenPlan'>,
  rules: FollowUpRules,
): FollowUpDecision => {
  const { kind, channel = usualChannel(kind) } = asked
  if (subscribed !== undefined && kind !== 'touch')
    return reject({ _tag: 'WrongKind', kind, expected: ['touch'] })
  const cadence = cadenceOf(rules, asked, subscribed)
  return emit({
    type: 'PlanOpened',
    data: {
      ...asked,
      channel,
      window: rules.windows[kind],
      december: kind === 'touch' ? (rules.december ?? ['gift', 'demandPlan']) : [],
      ...(cadence && { cadence }),
    },
  })
}

export const openAgain = (
  { agenda }: FollowUpFile,
  { customer, kind, anchor, timeZone, class: inClass, item, subscribed = false }: Asked<'OpenPlan'>,
): FollowUpDecision => {
  const again: Omit<PlanTerms, 'class' | 'item'> = { customer, kind, anchor, timeZone, subscribed }
  return agenda._tag === 'Plan' && same(agenda.terms, { ...again, class: inClass, item })
    ? nothing
    : reject({ _tag: 'AlreadyOpened' })
}

/** When a call back is due: as was said, or so many working days after what it follows. */
const dueOf = (
  { at, dueAt, reason }: Asked<'ScheduleCallBack'>,
  { calendar, callBack }: FollowUpRules,
): E.Either<FollowUpRejection, Instant> => {
  if (dueAt !== undefined)
    return dueAt <= at ? E.left({ _tag: 'DueNotInFuture', dueAt }) : E.right(dueAt)
  switch (reason.after) {
    case 'complaintClosed':
      return workingDayAfter(calendar, at, callBack.afterComplaint ?? 3)
    case 'promiseBroken':
      return workingDayAfter(calendar, at, callBack.afterBrokenPromise ?? 1)
    case 'promised':
      return E.left({ _tag: 'DueMissing' })
  }
}

/** It may be made at once, and once made it is over. */
export const scheduleCallBack = (
  asked: Asked<'ScheduleCallBack'>,
  rules: FollowUpRules,
): FollowUpDecision =>
  pipe(
    dueOf(asked, rules),
    E.flatMap((due) => {
      const { dueAt, channel = usualChannel('callBack'), ...facts } = asked
      const planned = {
        ...windowed(callBackKey, due, { early: 0, late: rules.callBack.late }),
        opensAt: asked.at,
      }
      return emit({ type: 'CallBackScheduled', data: { ...facts, channel, planned } })
    }),
  )

export const scheduleAgain = (
  { agenda, customer }: FollowUpFile,
  asked: Asked<'ScheduleCallBack'>,
): FollowUpDecision =>
  agenda._tag === 'CallBack' &&
  customer === asked.customer &&
  same(agenda.reason, asked.reason) &&
  (asked.dueAt ?? agenda.planned.dueAt) === agenda.planned.dueAt
    ? nothing
    : reject({ _tag: 'AlreadyOpened' })
