import { policies } from '@troth/core'
import { describe, expect, it } from 'vitest'

import { at, day, onRecord, openDesk, run, uuid } from './policy-desk.js'

const owner = { id: 'wang', role: 'supervisor' }
const opening = policies.openComplaints({
  owner,
  dissatisfied: { csat: 2 },
} as policies.OpenedComplaints) as policies.Policy

describe('complaints', () => {
  it('are opened where a visit finds somebody dissatisfied, in the name of who made it', async () => {
    const desk = openDesk()
    const running = run(desk, opening)
    await desk.ask('followUp', uuid(1), 'ScheduleCallBack', {
      customer: uuid(1),
      reason: { after: 'promised' },
      dueAt: at(desk.runtime.now() + day),
    })
    await desk.ask('followUp', uuid(1), 'CompleteVisit', {
      visitId: uuid(2),
      reached: true,
      satisfactionAsked: true,
      dissatisfaction: 'it leaks again',
    })
    await running.settled()
    const [opened] = await onRecord(desk, 'complaint')
    expect(opened).toMatchObject({
      type: 'ComplaintRecorded',
      data: { demand: 'it leaks again', by: { id: 'desk' }, firstResponsible: 'desk' },
    })
    await running.stop()
  })

  it('are opened once a survey, however often its answer is corrected', async () => {
    const desk = openDesk()
    const running = run(desk, opening)
    const ask = (type: string, data: object) => desk.ask('survey', uuid(1), type, data)
    const answer = (csat: number) => ({
      answers: { csat },
      confirmed: true,
      by: { id: 'wu', role: 'customer' },
    })
    await ask('IssueSurvey', {
      customer: uuid(1),
      about: { topic: 'relationship' },
      mode: 'cumulative',
      channel: 'email',
      answeredFor: [],
    })
    await ask('AnswerSurvey', answer(3))
    await running.settled()
    expect(await onRecord(desk, 'complaint')).toEqual([])
    await ask('CorrectAnswer', answer(2))
    await ask('CorrectAnswer', answer(1))
    await running.settled()
    expect(await onRecord(desk, 'complaint')).toMatchObject([
      { type: 'ComplaintRecorded', data: { by: owner } },
    ])
    expect(running.notices.filter(({ _tag }) => _tag === 'Refused')).toEqual([])
    await running.stop()
  })
})
