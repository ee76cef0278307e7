/**
 * Opens a complaint where a visit finds somebody dissatisfied, or a survey does.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { Asked } from '../complaint/commands.js'
import type { About } from '../complaint/values.js'
import { findsDissatisfaction } from '../follow-up/events.js'
import { Actor } from '../shared/actor.js'
import { data } from '../shared/message.js'
import { misfits, type Problem } from '../shared/problem.js'
import type { NonEmptyText } from '../shared/text.js'
import { policyId } from '../store/event-ids.js'
import { type Answers, Csat, Nps, Seven, Ten } from '../survey/answers.js'
import { lookAsked, lookVisited } from './complained-about.js'
import type { Happening, Policy, Reaction } from './policy.js'
import { ignore, look, send } from './reaction.js'

const name = 'openComplaints'

/** Which answers show somebody to be dissatisfied: any one of those that are given here. */
export interface Dissatisfied {
  /** This much satisfaction or less, 1 to 5. */
  readonly csat?: number
  /** So likely to recommend us or less, 0 to 10. */
  readonly nps?: number
  /** At most where he is asked whether it was made easy for him, at least where he is asked for his effort, 1 to 7. */
  readonly effort?: { readonly atMost: number } | { readonly atLeast: number }
  /** This much satisfaction overall, of the index, or less, 1 to 10. */
  readonly overall?: number
}

export interface OpenedComplaints {
  /** In whose name a complaint is opened after a survey: he is the first responsible. After a visit it is who made it. */
  readonly owner: Actor
  readonly dissatisfied: Dissatisfied
}

const Rules: t.Mixed = data(
  {
    owner: Actor,
    dissatisfied: data(
      {},
      {
        csat: Csat,
        nps: Nps,
        effort: t.union(
          [t.strict({ atMost: Seven }), t.strict({ atLeast: Seven })],
          'atMost or atLeast, a whole number from 1 to 7',
        ),
        overall: Ten,
      },
    ),
  },
  {},
)

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkOpenedComplaints = (rules: OpenedComplaints): ReadonlyArray<Problem> =>
  misfits(Rules)(rules)

const atMost = (answer: number | undefined, most: number | undefined): boolean =>
  answer !== undefined && most !== undefined && answer <= most

const muchEffort = (answer: number | undefined, limit: Dissatisfied['effort']): boolean => {
  if (answer === undefined || limit === undefined) return false
  return 'atMost' in limit ? answer <= limit.atMost : answer >= limit.atLeast
}

const isDissatisfied = ({ csat, nps, effort, overall }: Dissatisfied, answers: Answers): boolean =>
  atMost(answers.csat, csat) ||
  atMost(answers.nps, nps) ||
  atMost(answers.index?.overall, overall) ||
  muchEffort(answers.effort, effort)

const saidInVisit = 'he is not satisfied, as a visit found, and said no more' as NonEmptyText
const saidInSurvey =
  'he is not satisfied, as his answers to a survey show, and said no more' as NonEmptyText

/** Once it is on record it is not opened again, whatever finds him dissatisfied once more. */
const open = (
  id: string,
  about: About,
  intake: Omit<Asked<'RecordComplaint'>, 'kind' | 'about'>,
): Reaction<never> =>
  look('complaint', id, (state) =>
    state._tag === 'NotRecorded'
      ? send({
          to: 'complaint',
          id,
          command: { type: 'RecordComplaint', data: { kind: 'complaint', about, ...intake } },
        })
      : ignore,
  )

const afterVisit = ({ id, event, eventId }: Happening): Reaction<never> => {
  if (event.type !== 'VisitDone' || !findsDissatisfaction(event.data)) return ignore
  const { channel, dissatisfaction: demand = saidInVisit, at, by } = event.data
  return look('followUp', id, (state) =>
    state._tag === 'NotOpened'
      ? ignore
      : lookVisited(id, state.file, (about) =>
          open(policyId(name, eventId), about, {
            customer: state.file.customer,
            channel,
            demand,
            at,
            by,
          }),
        ),
  )
}

/** One complaint a survey, whether it is his answer or what he made of it later. */
const afterSurvey = (
  { id, event }: Happening,
  { owner: by, dissatisfied }: OpenedComplaints,
): Reaction<never> => {
  if (event.type !== 'SurveyAnswered' && event.type !== 'AnswerCorrected') return ignore
  const { answers, at } = event.data
  if (!isDissatisfied(dissatisfied, answers)) return ignore
  const { comment: demand = saidInSurvey } = answers
  return look('survey', id, (state) => {
    if (state._tag === 'NotIssued' || state._tag === 'Suppressed') return ignore
    const { customer, channel, about: asked } = state.file.terms
    return lookAsked(asked, (about) =>
      open(policyId(name, id), about, { customer, channel, demand, at, by }),
    )
  })
}

export const openComplaints = (rules: OpenedComplaints): Policy<never> => ({
  name,
  hears: ['followUp', 'survey'],
  react: (happening) => {
    if (!happening.triggers) return ignore
    return happening.category === 'followUp' ? afterVisit(happening) : afterSurvey(happening, rules)
  },
})
