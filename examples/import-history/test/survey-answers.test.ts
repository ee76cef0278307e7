import { memory } from '@troth/adapters/memory'
import { describe, expect, it } from 'vitest'

import { importContent } from '../src/histories.js'
import { satisfactionOf } from '../src/read-views.js'
import { factsOf } from '../src/survey-answers/facts.js'
import { onRecord } from '../src/views.js'
import { answersOf, header, line, logOf, silent } from './support.js'

const hour = (n: number) => `2026/03/02 ${String(n).padStart(2, '0')}:00:00.000`

/** A line that is well, but for what a test says otherwise. */
const survey = ({
  id = 'Survey 1',
  customer = 'Hotel Alba',
  about = '',
  channel = 'email',
  sent = hour(8),
  until = hour(20),
  answered = hour(9),
  scores = '4,9,6',
} = {}): string => [id, customer, about, channel, sent, until, answered, scores].join(',')

describe('a survey’s line is refused', () => {
  const time = 'a UTC time like 2026/03/02 08:00:00.000'
  const bad: ReadonlyArray<readonly [Parameters<typeof survey>[0], string, string]> = [
    [{ id: '' }, 'empty column', 'Survey ID'],
    [{ customer: ' ' }, 'empty column', 'customer'],
    [{ about: 'Ticket\t1' }, 'unusable text', 'Case ID: "Ticket\ufffd1"'],
    [{ channel: 'pigeon' }, 'unknown word', 'channel: "pigeon", expected one of phone, sms'],
    [{ sent: '2026/02/30 08:00:00.000' }, 'wrong date', `expected ${time}`],
    [{ until: hour(8) }, 'wrong date', `open until: "${hour(8)}", expected later than sent`],
    [{ answered: hour(7) }, 'wrong date', `answered: "${hour(7)}", expected not before sent`],
    [{ answered: 'soon' }, 'wrong date', `answered: "soon", expected ${time}`],
    [{ answered: '' }, 'wrong date', `answered: "", expected ${time}, for there are scores`],
    [{ scores: ',,' }, 'empty column', 'csat, nps, effort: answered, and nothing said'],
    [{ scores: '6,9,6' }, 'wrong number', 'csat: "6", expected a whole number from 1 to 5'],
    [{ scores: '0,9,6' }, 'wrong number', 'csat: "0"'],
    [{ scores: '4,11,6' }, 'wrong number', 'nps: "11", expected a whole number from 0 to 10'],
    [{ scores: '4,9,8' }, 'wrong number', 'effort: "8", expected a whole number from 1 to 7'],
    [{ scores: '4,9,6.5' }, 'wrong number', 'effort: "6.5"'],
    [{ scores: '4,-1,6' }, 'wrong number', 'nps: "-1"'],
  ]
  for (const [other, reason, detail] of bad)
    it(`for ${reason}: ${detail}`, async () => {
      const { refused, surveys } = await answersOf(survey(), survey(other), survey({ id: 'B' }))
      expect(refused).toEqual([
        { line: 3, reason, detail: expect.stringContaining(detail) as string },
      ])
      expect(surveys).toHaveLength(2)
    })
})

describe('what a survey’s line tells', () => {
  const factsIn = async (...lines: ReadonlyArray<string>) =>
    (await answersOf(...lines)).surveys.flatMap((each) => factsOf(each))

  it('is that it was sent, and what was answered of it', async () => {
    const [issued, answered] = await factsIn(survey({ scores: ',0,' }))
    expect(issued).toMatchObject({
      type: 'SurveyIssued',
      data: { about: { topic: 'relationship' }, mode: 'cumulative', channel: 'email' },
    })
    expect(answered).toMatchObject({
      type: 'SurveyAnswered',
      data: { at: Date.UTC(2026, 2, 2, 9), answers: { nps: 0 } },
    })
  })

  it('is no answer where there is none', async () => {
    const facts = await factsIn(survey({ answered: '', scores: ',,' }))
    expect(facts.map(({ type }) => type)).toEqual(['SurveyIssued'])
  })
})

it('answers about a case are joined to it, and those on the whole pair with what its customer said before', async () => {
  const { eventStore, ...stores } = memory()
  const history = ['Insert ticket', 'Take in charge ticket', 'Resolve ticket', 'Closed']
  const log = await logOf(
    [header, ...history.map((activity, i) => line({ activity, at: hour(i + 3) }))].join('\n'),
  )
  const { content } = await answersOf(
    survey({ id: 'before', sent: hour(1), answered: hour(2), scores: '3,8,' }),
    survey({ id: 'after', about: 'Ticket 1', scores: '5,,7' }),
    survey({ id: 'later', sent: hour(10), answered: hour(11), scores: '4,9,' }),
    survey({ id: 'never', customer: 'Bar', answered: '', scores: ',,' }),
  )
  await importContent(eventStore, log.content, silent)
  expect(await importContent(eventStore, content, silent)).toMatchObject({
    imported: 4,
    failed: [],
  })

  const on = await onRecord({ eventStore, ...stores }, () => silent)
  const { everyone, byDepartment } = satisfactionOf(on) ?? {}
  const { survey: said, desk } = everyone?.segments[0] ?? {}
  expect(said).toMatchObject({
    transaction: {
      csat: { value: { n: 1, satisfied: 1 } },
      effort: { mean: { value: { n: 1, value: 7 } } },
      complaintSatisfaction: { others: { value: { n: 1, satisfied: 1 } } },
      replyRate: { value: { count: 1, n: 1 } },
    },
    cumulative: {
      csat: { value: { n: 2, satisfied: 1 } },
      nps: { value: { n: 2, passives: 1, promoters: 1 } },
      recovery: { value: { n: 1, before: 3, after: 4, difference: 1 } },
      replyRate: { value: { count: 2, n: 3 } },
    },
    replyRate: { value: { count: 3, n: 4 } },
  })
  expect(desk).toMatchObject({ received: 1, closings: { value: { closings: 1 } } })
  const ovens = byDepartment?.segments.find(({ segment }) => 'value' in segment)
  expect(ovens).toMatchObject({
    segment: { value: 'Ovens' },
    survey: { transaction: { csat: { value: { n: 1 } } } },
  })
})
