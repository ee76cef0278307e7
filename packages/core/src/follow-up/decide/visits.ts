/**
 * What becomes of each visit: made, missed, moved to another time, left out; and the reminders of it.
 *
 * @since 0.1.0
 */
import { once } from '../../shared/entries.js'
import * as O from 'fp-ts/lib/Option.js'

import { emit, nothing, reject } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { VisitEnd } from '../lists.js'
import { plannedAs, windowed } from '../planned.js'
import type { FollowUpFile, Over } from '../state.js'
import type { Planned } from '../values.js'
import { callBackKey, type VisitKey } from '../visit-key.js'
import type { FollowUpDecision } from './answer.js'

const ofVisit = (
  file: FollowUpFile,
  visit: VisitKey,
  decide: (planned: Planned, over: Over | undefined) => FollowUpDecision,
): FollowUpDecision => {
  const planned = plannedAs(file, visit)
  return O.isNone(planned)
    ? reject({ _tag: 'NoSuchVisit', visit })
    : decide(planned.value, file.over[visit])
}

/** What ends a visit, once; asked for again it is so already, and nothing else may become of it. */
const unlessOver = (
  file: FollowUpFile,
  visit: VisitKey,
  how: VisitEnd | undefined,
  otherwise: (planned: Planned) => FollowUpDecision,
): FollowUpDecision =>
  ofVisit(file, visit, (planned, over) => {
    if (over === undefined) return otherwise(planned)
    return over.how === how
      ? nothing
      : reject({ _tag: 'VisitOver', visit, how: over.how, overAt: over.at })
  })

/** What can not have come of a visit at which nobody was reached. */
const contradictsItself = (asked: Asked<'CompleteVisit'>): boolean => {
  const { reached, satisfactionAsked, learned, newNeeds, satisfied, dissatisfaction } = asked
  const found = [learned, newNeeds, satisfied, dissatisfaction].some((each) => each !== undefined)
  return !reached && (satisfactionAsked || found)
}

/**
 * A visit is done whether somebody was reached or not. One that was missed may still be made, and is done late;
 * without the name of a planned one it is a visit of its own, and answers none of those that are due.
 */
export const complete = (
  file: FollowUpFile,
  { visit, ...asked }: Asked<'CompleteVisit'>,
): FollowUpDecision =>
  once(file, 'visit', asked.visitId, () => {
    if (contradictsItself(asked)) return reject({ _tag: 'NobodyReached' })
    const facts = { ...asked, channel: asked.channel ?? file.channel }
    const due = visit ?? (file.agenda._tag === 'CallBack' ? callBackKey : undefined)
    if (due === undefined) return emit({ type: 'VisitDone', data: facts })
    return ofVisit(file, due, (planned, over) => {
      const { opensAt } = planned
      if (over !== undefined && over.how !== 'missed')
        return reject({ _tag: 'VisitOver', visit: due, how: over.how, overAt: over.at })
      if (asked.at < opensAt) return reject({ _tag: 'NotYetOpen', opensAt })
      return emit({ type: 'VisitDone', data: { ...facts, planned } })
    })
  })

/** The verdict, once the window has passed. */
export const recordMissed = (
  file: FollowUpFile,
  { visit, at, by }: Asked<'RecordMissedVisit'>,
): FollowUpDecision =>
  unlessOver(file, visit, 'missed', (planned) =>
    at > planned.until
      ? emit({ type: 'VisitMissed', data: { planned, at, by } })
      : reject({ _tag: 'StillInWindow', until: planned.until }),
  )

/** Up to the end of its window, to any time to come. It keeps its name, and brings its window along. */
export const reschedule = (
  file: FollowUpFile,
  { visit, dueAt, why, at, by }: Asked<'RescheduleVisit'>,
): FollowUpDecision =>
  unlessOver(file, visit, undefined, (planned) => {
    const { dueAt: from, until } = planned
    if (dueAt === from) return nothing
    if (at > until) return reject({ _tag: 'WindowPassed', until })
    if (dueAt <= at) return reject({ _tag: 'DueNotInFuture', dueAt })
    return emit({
      type: 'VisitRescheduled',
      data: { planned: movedTo(file, planned, dueAt), from, why, at, by },
    })
  })

const movedTo = (
  { agenda }: FollowUpFile,
  { visit, opensAt, until, dueAt: from }: Planned,
  dueAt: Planned['dueAt'],
): Planned =>
  agenda._tag === 'Plan'
    ? windowed(visit, dueAt, agenda.window)
    : { ...windowed(visit, dueAt, { early: 0, late: until - from }), opensAt }

/** Up to the end of its window; a visit still to come may be left out too. */
export const skip = (
  file: FollowUpFile,
  { visit, why, at, by }: Asked<'SkipVisit'>,
): FollowUpDecision =>
  unlessOver(file, visit, 'skipped', (planned) =>
    at > planned.until
      ? reject({ _tag: 'WindowPassed', until: planned.until })
      : emit({ type: 'VisitSkipped', data: { planned, why, at, by } }),
  )

/** While a visit is to be made: whatever ends it ends its reminders. */
export const remind = (file: FollowUpFile, asked: Asked<'SendVisitReminder'>): FollowUpDecision =>
  once(file, 'reminder', asked.reminderId, () =>
    unlessOver(file, asked.visit, undefined, ({ opensAt, until }) => {
      if (asked.at < opensAt) return reject({ _tag: 'NotYetOpen', opensAt })
      if (asked.at > until) return reject({ _tag: 'WindowPassed', until })
      return emit({ type: 'VisitReminderSent', data: asked })
    }),
  )
