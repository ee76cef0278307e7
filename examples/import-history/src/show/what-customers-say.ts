import type { satisfaction } from '@troth/projections'
import * as O from 'fp-ts/lib/Option.js'

import { type Line, none, shareOf, two, within } from './figures.js'
import { counted, number, percent, time } from './text.js'

type Said = satisfaction.view.AnswerFigures

const signed = (n: number): string => `${n > 0 ? '+' : ''}${(100 * n).toFixed(0)}`

const unanswered = 'no answer is on record'

const csat = (name: string, figure: O.Option<satisfaction.Csat>, what: string): Line =>
  shareOf(
    name,
    O.map(({ satisfied, ...rest }: satisfaction.Csat) => ({ count: satisfied, ...rest }))(figure),
    what,
    unanswered,
  )

const nps = (figure: Said['nps']): Line => {
  if (O.isNone(figure)) return none('NPS', unanswered)
  const { n, score, promoters, passives, detractors, adjustedWald } = figure.value
  return [
    'NPS',
    signed(score),
    `n = ${number(n)}: ${number(promoters)} promote, ${number(passives)} passive, ${number(detractors)} detract; adjusted Wald ${within(adjustedWald, signed)}`,
  ]
}

const effort = ({ mean, agreement, index }: Said['effort']): ReadonlyArray<Line> => [
  O.isNone(mean)
    ? none('Effort, mean 1-7', unanswered)
    : [
        'Effort, mean 1-7',
        two(mean.value.value),
        `n = ${number(mean.value.n)}; ${O.isNone(mean.value.interval) ? 'one answer has no interval' : within(mean.value.interval.value, two)}`,
      ],
  O.isNone(agreement)
    ? none('  say it was easy', unanswered)
    : [
        '  say it was easy',
        percent(agreement.value.value),
        `${number(agreement.value.agreeing)} of ${number(agreement.value.n)} say 5-7; ${within(agreement.value.interval, percent)}`,
      ],
  O.isNone(index)
    ? none('  easy less hard', unanswered)
    : [
        '  easy less hard',
        signed(index.value.value),
        `n = ${number(index.value.n)}: ${number(index.value.easy)} say 6-7, ${number(index.value.hard)} say 1-3; adjusted Wald ${within(index.value.adjustedWald, signed)}`,
      ],
]

const more = (n: number): string => `${n > 0 ? '+' : ''}${two(n)}`

const recovery = (figure: Said['recovery']): Line => {
  if (O.isNone(figure)) return none('Recovery', 'nobody answered before a complaint and after it')
  const { n, before, after, difference, interval } = figure.value
  const off = O.isNone(interval) ? 'one has no interval' : within(interval.value, more)
  return [
    'Recovery',
    more(difference),
    `csat ${two(after)} after a complaint, ${two(before)} before, n = ${number(n)}; ${off}`,
  ]
}

const series = (name: string, figure: O.Option<satisfaction.Series>): Line => {
  const points = O.isNone(figure) ? [] : figure.value.points
  const last = points.at(-1)
  return last === undefined
    ? none(name, unanswered)
    : [
        name,
        two(last.value),
        `csat, the last of ${counted(points.length, 'point')} in time, ${time(last.at)}; n = ${number(last.n)}`,
      ]
}

/** What their answers of one mode come to, at the end of the time and over it. */
export const whatTheySay = (
  said: Said,
  over: O.Option<satisfaction.Series>,
): ReadonlyArray<Line> => [
  csat('CSAT, 4-5 of 1-5', said.csat, 'answers'),
  nps(said.nps),
  ...effort(said.effort),
  csat('About closed cases', said.complaintSatisfaction.others, 'surveyed'),
  csat('  large customers', said.complaintSatisfaction.large, 'surveyed'),
  recovery(said.recovery),
  series('Over time', over),
  shareOf('Surveys answered', said.replyRate, 'sent', 'no survey is on record'),
]
