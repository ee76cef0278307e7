/**
 * Asks a customer how it went, after his complaint was closed and after work on site; or puts on record why he is not asked.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { blacklistings, consentTo } from '../customer/state.js'
import { Channel } from '../shared/channel.js'
import type { CustomerId } from '../shared/ids.js'
import { data } from '../shared/message.js'
import { misfits, type Problem } from '../shared/problem.js'
import { Name } from '../shared/text.js'
import { policyId } from '../store/event-ids.js'
import type { JsonObject } from '../store/json.js'
import { ServqualEdition } from '../survey/answers.js'
import { SurveyMode } from '../survey/lists.js'
import { Period, type Suppression, Surveys } from '../survey/values.js'
import { fileOf, isForgotten, lookSurvivor, lookTogether, type Together } from './customers.js'
import type { Happening, Memory, Policy, Reaction, Stamp } from './policy.js'
import { all, forget, ignore, look, put, remembering, send } from './reaction.js'
import { lookOccasion, type Occasion } from './survey-occasions.js'

const name = 'issueSurveys'

/** A survey that was sent: to whom, and when, in epoch milliseconds. It is kept for one period. */
interface Row extends JsonObject {
  readonly customer: CustomerId
  readonly at: number
}

/** How customers are asked. Until when they may answer is the surveys' own rule. */
export interface IssuedSurveys {
  readonly mode: SurveyMode
  readonly channel: Channel
  /** To what he must have consented, by that channel: one of the customers' purposes. */
  readonly purpose: Name
  /** So often one customer is asked in any `period`, about whatever and by whomever: from 0 to 1,000,000. */
  readonly cap: number
  /** Milliseconds, from 1 to 100 years. */
  readonly period: number
  /** The edition, where SERVQUAL is asked for. */
  readonly servqual?: ServqualEdition
}

const Rules: t.Mixed = data(
  { mode: SurveyMode, channel: Channel, purpose: Name, cap: Surveys, period: Period },
  { servqual: ServqualEdition },
)

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkIssuedSurveys = (rules: IssuedSurveys): ReadonlyArray<Problem> =>
  misfits(Rules)(rules)

/** Why he is not asked. Who he is by now decides, and how often he was asked under any of his names. */
const groundOf = (
  { cap, period, purpose, channel }: IssuedSurveys,
  { customer }: Occasion,
  together: Together,
  memory: Memory<Row>,
  { at }: Stamp,
): Suppression | undefined => {
  const [himself = { _tag: 'NotRegistered' as const }] = together.values()
  const own = together.get(customer) ?? himself
  if (isForgotten(himself) || isForgotten(own)) return { ground: 'erased' }
  const file = fileOf(himself)
  const [blacklisting] = file ? blacklistings(file) : []
  if (blacklisting) return { ground: 'blacklisted', since: blacklisting.since }
  if (!file || consentTo(file, purpose, channel) !== 'given')
    return { ground: 'noConsent', purpose, channel }
  const asked = [...memory.values()].filter((row) => together.has(row.customer))
  const count = asked.filter((row) => row.at > at - period).length
  return count >= cap ? { ground: 'aboveCap', cap, period, count } : undefined
}

const suppress = (
  id: string,
  { customer, about }: Occasion,
  why: Suppression,
  stamp: Stamp,
): Reaction<never> =>
  send({
    to: 'survey',
    id,
    command: { type: 'SuppressSurvey', data: { customer, about, why, ...stamp } },
  })

/** It counts from now on: the next one may be due before this one is heard of. */
const issue = (
  id: string,
  { customer, about, answeredFor }: Occasion,
  { mode, channel, purpose, servqual }: IssuedSurveys,
  stamp: Stamp,
): Reaction<Row> =>
  all<Row>([
    put(id, { customer, at: stamp.at }),
    send({
      to: 'survey',
      id,
      command: {
        type: 'IssueSurvey',
        data: {
          ...{ customer, about, mode, channel, answeredFor, purpose },
          ...(servqual !== undefined && { servqual }),
          ...stamp,
        },
      },
    }),
  ])

const decide = (
  id: string,
  occasion: Occasion,
  rules: IssuedSurveys,
  memory: Memory<Row>,
  stamp: Stamp,
): Reaction<Row> =>
  look<'survey', Row>('survey', id, (survey) => {
    // Killed and run again, it was decided before: what has changed since decides nothing anew.
    if (survey._tag === 'Suppressed') return ignore
    if (survey._tag !== 'NotIssued')
      return put(id, { customer: survey.file.terms.customer, at: survey.file.began })
    if (occasion.why) return suppress(id, occasion, occasion.why, stamp)
    return lookSurvivor(occasion.customer, (survivor) =>
      lookTogether(survivor, (together) => {
        const why = groundOf(rules, occasion, together, memory, stamp)
        return why ? suppress(id, occasion, why, stamp) : issue(id, occasion, rules, stamp)
      }),
    )
  })

/** Whoever sent it, and whether or not it may be acted on, the customer was asked. */
const counted = (
  { id, event }: Happening,
  { period }: IssuedSurveys,
  { at: now }: Stamp,
): Reaction<Row> => {
  if (event.type !== 'SurveyIssued') return ignore
  const { customer, at } = event.data
  return at > now - period ? put(id, { customer, at }) : ignore
}

export const issueSurveys = (rules: IssuedSurveys): Policy =>
  remembering<Row>({
    name,
    hears: ['complaint', 'followUp', 'survey'],
    react: (happening, memory, stamp) => {
      if (happening.category === 'survey') return counted(happening, rules, stamp)
      return happening.triggers
        ? lookOccasion(happening, (occasion) =>
            decide(policyId(name, happening.eventId), occasion, rules, memory, stamp),
          )
        : ignore
    },
    tick: (memory, { at }) =>
      forget(...[...memory].flatMap(([id, row]) => (row.at > at - rules.period ? [] : [id]))),
  })
