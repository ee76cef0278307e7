import { Channel, type Instant, type Name } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

import { columnsOf, wordsOf } from '../columns.js'
import type { Row } from '../csv.js'
import { notExpected, type Refused, refusing } from '../refused.js'
import { timeOf } from '../times.js'

/** The scales of the questions, both ends included. */
export const scales = { csat: [1, 5], nps: [0, 10], effort: [1, 7] } as const
export type Question = keyof typeof scales
const questions = ['csat', 'nps', 'effort'] as const satisfies ReadonlyArray<Question>

const always = ['Survey ID', 'customer', 'channel', 'sent', 'open until'] as const

/** The columns that the import reads, and a header must name; of the last five, what was not said is empty. */
export const columns = [...always, 'Case ID', 'answered', ...questions] as const
type Column = (typeof columns)[number]

/** What was answered, and when. */
export interface Answer {
  readonly at: Instant
  readonly scores: Readonly<Partial<Record<Question, number>>>
}

/** One line: a survey that a customer was sent, and his answer where he gave one. */
export interface SurveyLine {
  readonly number: number
  readonly surveyId: Name
  readonly customer: Name
  readonly channel: Channel
  readonly sent: Instant
  readonly openUntil: Instant
  /** The case that it is about; unless given, it is about all that he has had with the business. */
  readonly caseId?: Name
  readonly answer?: Answer
}

const timeIn = 'a UTC time like 2026/03/02 08:00:00.000'

/** Reads the lines below a header: the survey that each tells of, or why it was refused. */
export const lineOf = (
  header: ReadonlyArray<string>,
): ((row: Row) => E.Either<Refused, SurveyLine>) => {
  const read = columnsOf(header, columns)
  return (row) => {
    const refuse = refusing(row)
    const line = read(row)
    if (E.isLeft(line)) return line
    const said = line.right
    const must = wordsOf(row, said, always)
    if (E.isLeft(must)) return must
    const about = said['Case ID'].trim() === '' ? undefined : wordsOf(row, said, ['Case ID'])
    if (about !== undefined && E.isLeft(about)) return about

    const { channel } = must.right
    if (!Channel.is(channel))
      return refuse(
        'unknown word',
        notExpected('channel', channel, `one of ${Channel.values.join(', ')}`),
      )
    const notTime = (column: Column) =>
      refuse('wrong date', notExpected(column, said[column], timeIn))
    const sent = timeOf(said.sent)
    if (sent === undefined) return notTime('sent')
    const openUntil = timeOf(said['open until'])
    if (openUntil === undefined) return notTime('open until')
    if (openUntil <= sent)
      return refuse('wrong date', notExpected('open until', said['open until'], 'later than sent'))

    const answer = answerOf(said, sent, refuse, notTime)
    if (E.isLeft(answer)) return answer
    return E.right({
      number: row.number,
      surveyId: must.right['Survey ID'],
      customer: must.right.customer,
      channel,
      sent,
      openUntil,
      ...(about && { caseId: about.right['Case ID'] }),
      ...(answer.right && { answer: answer.right }),
    })
  }
}

const answerOf = (
  said: Readonly<Record<Column, string>>,
  sent: Instant,
  refuse: ReturnType<typeof refusing>,
  notTime: (column: Column) => E.Either<Refused, never>,
): E.Either<Refused, Answer | undefined> => {
  const scores: Partial<Record<Question, number>> = {}
  for (const question of questions) {
    const text = said[question]
    if (text === '') continue
    const [lowest, highest] = scales[question]
    const score = /^\d{1,2}$/.test(text) ? Number(text) : NaN
    if (!(score >= lowest && score <= highest))
      return refuse(
        'wrong number',
        notExpected(question, text, `a whole number from ${lowest} to ${highest}, or nothing`),
      )
    scores[question] = score
  }
  const hasScores = Object.keys(scores).length > 0
  if (said.answered === '')
    return hasScores
      ? refuse('wrong date', notExpected('answered', '', `${timeIn}, for there are scores`))
      : E.right(undefined)
  const at = timeOf(said.answered)
  if (at === undefined) return notTime('answered')
  if (at < sent)
    return refuse('wrong date', notExpected('answered', said.answered, 'not before sent'))
  return hasScores
    ? E.right({ at, scores })
    : refuse('empty column', `${questions.join(', ')}: answered, and nothing said`)
}
