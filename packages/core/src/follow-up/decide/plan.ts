/**
 * What changes about a plan while it runs: the customer's class, what he subscribed to, the days on which
 * he is greeted, and who visits him.
 *
 * @since 0.1.0
 */
import { once } from '../../shared/entries.js'
import { asOf } from '../../shared/dated.js'
import { emit, nothing, reject } from '../../shared/decider.js'
import type { Instant } from '../../shared/instant.js'
import type { Asked } from '../commands.js'
import { VisitKind } from '../lists.js'
import { cadenceFor, type FollowUpRules, touchCadence } from '../rules.js'
import type { FollowUpFile, Plan } from '../state.js'
import { type FollowUpDecision, ofKind } from './answer.js'

/** Visits due from then on are those of the new class's cadence, counted from the same anchor. */
export const changeClass = (
  file: FollowUpFile,
  asked: Asked<'ChangePlanClass'>,
  rules: FollowUpRules,
): FollowUpDecision =>
  ofKind(file, VisitKind.values, (plan) => {
    const { kind } = plan.terms
    if (kind === 'touch' || asOf(plan.class, asked.at) === asked.class) return nothing
    const cadence = cadenceFor(rules, kind, asked.class)
    return emit({ type: 'PlanClassChanged', data: { ...asked, cadence } })
  })

const isSubscribed = ({ cadence }: Plan, at: Instant): boolean =>
  (asOf(cadence, at) ?? []).length > 0

export const subscribe = (
  file: FollowUpFile,
  asked: Asked<'SubscribeTouches'>,
  rules: FollowUpRules,
): FollowUpDecision =>
  ofKind(file, ['touch'], (plan) =>
    isSubscribed(plan, asked.at)
      ? nothing
      : emit({ type: 'TouchesSubscribed', data: { ...asked, cadence: touchCadence(rules) } }),
  )

/** Greetings and December stay: they were never subscribed to. */
export const unsubscribe = (
  file: FollowUpFile,
  asked: Asked<'UnsubscribeTouches'>,
): FollowUpDecision =>
  ofKind(file, ['touch'], (plan) =>
    isSubscribed(plan, asked.at) ? emit({ type: 'TouchesUnsubscribed', data: asked }) : nothing,
  )

export const addGreeting = (
  file: FollowUpFile,
  asked: Asked<'AddGreetingDate'>,
): FollowUpDecision =>
  ofKind(file, ['touch'], () =>
    once(file, 'greeting', asked.dateId, () => emit({ type: 'GreetingDateAdded', data: asked })),
  )

export const removeGreeting = (
  file: FollowUpFile,
  asked: Asked<'RemoveGreetingDate'>,
): FollowUpDecision =>
  ofKind(file, ['touch'], ({ greetings }) => {
    const { dateId } = asked
    const greeting = greetings.find((each) => each.dateId === dateId)
    if (greeting === undefined) return reject({ _tag: 'NoSuchDate', dateId })
    return greeting.until === undefined
      ? emit({ type: 'GreetingDateRemoved', data: asked })
      : nothing
  })

export const assignVisitor = (
  { visitor }: FollowUpFile,
  asked: Asked<'AssignVisitor'>,
): FollowUpDecision =>
  asOf(visitor, asked.at) === asked.visitor
    ? nothing
    : emit({ type: 'VisitorAssigned', data: asked })
