/**
 * How a follow-up's state follows from what is on record. Total, and free of rules:
 * what is on record cannot be refused, only folded in.
 *
 * @since 0.1.0
 */
import { from } from '../shared/dated.js'
import type { Instant } from '../shared/instant.js'
import { noKeys, withKey } from '../shared/key-set.js'
import type { Phase } from '../time/cadence.js'
import type { FactsOf, FollowUpEvent } from './events.js'
import type { VisitEnd } from './lists.js'
import type { FollowUpFile, FollowUpState, Opened, Plan } from './state.js'
import type { Planned } from './values.js'
import { callBackKey } from './visit-key.js'

const begin = (
  { at, customer, channel, visitor }: FactsOf<'PlanOpened' | 'CallBackScheduled'>,
  agenda: FollowUpFile['agenda'],
): Opened => ({
  _tag: 'Open',
  file: {
    began: at,
    latest: at,
    customer,
    channel,
    visitor: visitor === undefined ? [] : [{ at, value: visitor }],
    agenda,
    moved: {},
    over: {},
    entries: noKeys,
  },
})

const openPlan = (facts: FactsOf<'PlanOpened'>): Opened => {
  const { at, customer, kind, anchor, timeZone, item, window, december, cadence } = facts
  const { class: inClass } = facts
  return begin(facts, {
    _tag: 'Plan',
    terms: {
      customer,
      kind,
      anchor,
      timeZone,
      ...(inClass !== undefined && { class: inClass }),
      ...(item !== undefined && { item }),
      subscribed: kind === 'touch' && cadence !== undefined,
    },
    class: inClass === undefined ? [] : [{ at, value: inClass }],
    window,
    december,
    cadence: [{ at, value: cadence ?? [] }],
    greetings: [],
  })
}

const entered = (file: FollowUpFile, list: string, id: string): FollowUpFile => ({
  ...file,
  entries: withKey(file.entries, `${list}/${id}`),
})

const inPlan = (file: FollowUpFile, change: (plan: Plan) => Plan): FollowUpFile =>
  file.agenda._tag === 'Plan' ? { ...file, agenda: change(file.agenda) } : file

const paced =
  (at: Instant, cadence: ReadonlyArray<Phase>) =>
  (plan: Plan): Plan => ({ ...plan, cadence: from(plan.cadence, at, cadence) })

const over = (file: FollowUpFile, planned: Planned, how: VisitEnd, at: Instant): FollowUpFile => ({
  ...file,
  over: { ...file.over, [planned.visit]: { planned, how, at } },
})

const inFile = (file: FollowUpFile, { type, data }: FollowUpEvent): FollowUpFile => {
  switch (type) {
    case 'PlanOpened':
    case 'CallBackScheduled':
    case 'FollowUpClosed':
      return file
    case 'PlanClassChanged':
      return inPlan(file, (plan) => ({
        ...paced(data.at, data.cadence)(plan),
        class: from(plan.class, data.at, data.class),
      }))
    case 'TouchesSubscribed':
      return inPlan(file, paced(data.at, data.cadence))
    case 'TouchesUnsubscribed':
      return inPlan(file, paced(data.at, []))
    case 'GreetingDateAdded': {
      const { dateId, day, date, at } = data
      return inPlan(entered(file, 'greeting', dateId), (plan) => ({
        ...plan,
        greetings: [...plan.greetings, { dateId, day, date, from: at }],
      }))
    }
    case 'GreetingDateRemoved':
      return inPlan(file, (plan) => ({
        ...plan,
        greetings: plan.greetings.map((greeting) =>
          greeting.dateId === data.dateId && greeting.until === undefined
            ? { ...greeting, until: data.at }
            : greeting,
        ),
      }))
    case 'VisitorAssigned':
      return { ...file, visitor: from(file.visitor, data.at, data.visitor) }
    case 'VisitDone': {
      const made = entered(file, 'visit', data.visitId)
      return data.planned ? over(made, data.planned, 'done', data.at) : made
    }
    case 'VisitMissed':
      return over(file, data.planned, 'missed', data.at)
    case 'VisitSkipped':
      return over(file, data.planned, 'skipped', data.at)
    case 'VisitRescheduled':
      return { ...file, moved: { ...file.moved, [data.planned.visit]: data.planned } }
    case 'VisitReminderSent':
      return entered(file, 'reminder', data.reminderId)
  }
}

/** Where the event leaves the follow-up in its life; a single call back is over when its visit is. */
const inLife = (state: Opened, { type, data }: FollowUpEvent): Opened => {
  const { file } = state
  if (state._tag === 'Closed' && state.how === 'closed') return state
  if (type === 'FollowUpClosed') return { _tag: 'Closed', file, how: 'closed', at: data.at }
  const end = file.over[callBackKey]
  return file.agenda._tag === 'CallBack' && end !== undefined
    ? { _tag: 'Closed', file, how: end.how, at: end.at }
    : state
}

export const evolve = (state: FollowUpState, event: FollowUpEvent): FollowUpState => {
  if (state._tag === 'NotOpened') {
    if (event.type === 'PlanOpened') return openPlan(event.data)
    if (event.type !== 'CallBackScheduled') return state
    const { reason, planned } = event.data
    return begin(event.data, { _tag: 'CallBack', reason, planned })
  }
  const { at } = event.data
  const changed = inFile(state.file, event)
  const file = at > changed.latest ? { ...changed, latest: at } : changed
  return inLife({ ...state, file }, event)
}
