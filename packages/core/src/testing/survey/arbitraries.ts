/**
 * Surveys as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import type { Instant } from '../../shared/instant.js'
import { SurveyCommand } from '../../survey/commands.js'
import { SurveyEvent } from '../../survey/events.js'
import type { SurveyRules } from '../../survey/rules.js'
import type { SurveyState } from '../../survey/state.js'
import { survey } from '../../survey/survey.js'
import { fromCodec } from '../from-codec.js'
import { instants } from '../pools.js'
import { type Arbitraries, reachable } from '../reachable.js'
import { surveyPools } from './pools.js'
import { surveyRules } from './rules.js'

export type SurveyArbitraries = Arbitraries<SurveyCommand, SurveyState, SurveyEvent, SurveyRules>

const command = fromCodec(SurveyCommand, surveyPools)
const event = fromCodec(SurveyEvent, surveyPools)
const issue = command.filter(({ type }) => type === 'IssueSurvey')
/** What comes late in its life: were it as rare as any other command, few would get there. */
const lateInLife = command.filter(({ type }) => type === 'CorrectAnswer' || type === 'ExpireSurvey')

interface Turn {
  readonly asked: SurveyCommand
  readonly first: SurveyCommand
  /** In the order of time; written down later; or as it comes, though it may be far too late. */
  readonly how: 'onward' | 'later' | 'asItComes'
  /** How many instants on, or back. */
  readonly step: number
}

const turn: fc.Arbitrary<Turn> = fc.record(
  {
    asked: fc.oneof({ arbitrary: command, weight: 3 }, { arbitrary: lateInLife, weight: 1 }),
    first: fc.oneof({ arbitrary: issue, weight: 8 }, { arbitrary: command, weight: 1 }),
    how: fc.constantFrom('onward', 'onward', 'onward', 'later', 'asItComes'),
    step: fc.nat({ max: 6 }),
  },
  { noNullPrototype: true },
)

const asked = ({ type, data }: SurveyCommand, at: Instant): SurveyCommand =>
  ({ type, data: { ...data, at } }) as SurveyCommand

/** The instant that stands so many places from another: never before the survey was issued, nor beyond the last. */
const standing = (from: Instant, places: number): Instant => {
  const place = instants.filter((each) => each <= from).length - 1 + places
  return instants[Math.min(instants.length - 1, Math.max(1, place))] ?? from
}

/** Most is asked in the order of time, of a survey that was issued at the beginning of it. */
const onward = (state: SurveyState, { asked: each, first, how, step }: Turn): SurveyCommand => {
  if (how === 'asItComes') return each
  if (state._tag === 'NotIssued') return asked(first, instants[1] ?? first.data.at)
  if (state._tag === 'Suppressed') return each
  return asked(each, standing(state.file.latest, how === 'later' ? -step : step))
}

const commandIn = (state: SurveyState): fc.Arbitrary<SurveyCommand> =>
  turn.map((each) => onward(state, each))

const turns = fc.array(turn, { maxLength: 12, size: 'max' })

/** For surveys under rules of one's own. */
export const surveyArbitraries = (rules: SurveyRules): SurveyArbitraries => ({
  command,
  commandIn,
  event,
  ...reachable(survey(rules), turns, onward),
  rules,
})

/** Surveys under the example rules. */
export const anySurvey: SurveyArbitraries = surveyArbitraries(surveyRules)
