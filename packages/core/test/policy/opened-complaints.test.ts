import { describe, expect, it, test } from 'vitest'

import type { ComplaintEvent } from '../../src/complaint/events.js'
import { About } from '../../src/complaint/values.js'
import type { FollowUpEvent } from '../../src/follow-up/events.js'
import {
  checkOpenedComplaints,
  openComplaints,
  type OpenedComplaints,
} from '../../src/policy/opened-complaints.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { redacted } from '../../src/privacy/personal.js'
import { policyId } from '../../src/store/event-ids.js'
import type { Answers } from '../../src/survey/answers.js'
import type { SurveyEvent } from '../../src/survey/events.js'
import type { SurveyAbout } from '../../src/survey/values.js'
import { factId, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'
import * as f from '../support/follow-up.js'
import { make } from '../support/make.js'
import * as s from '../support/survey.js'

const name = 'openComplaints'
const rules: OpenedComplaints = {
  owner: c.wang,
  dissatisfied: { csat: 2, nps: 6, overall: 4, effort: { atMost: 3 } },
}
const scenario = policyScenarios(openComplaints(rules), { test })

const visits = '70000000-0000-4000-8000-000000000001'
const survey = 'a0000000-0000-4000-8000-000000000001'
const inVisits = (event: FollowUpEvent): Fact => ({ category: 'followUp', id: visits, event })
const inSurvey = (event: SurveyEvent): Fact => ({ category: 'survey', id: survey, event })
const inComplaint = (event: ComplaintEvent, id: string = c.complaintId(1)): Fact => ({
  category: 'complaint',
  id,
  event,
})
const past = (fact: Fact): Fact => ({ ...fact, past: true })
const about = make(About)
const words = c.text('it leaks again')
type Recorded = Extract<Dispatch, { to: 'complaint' }>['command']['data']
const record = (id: string, data: object): Dispatch => ({
  to: 'complaint',
  id,
  command: {
    type: 'RecordComplaint',
    data: { kind: 'complaint', customer: c.customer(1), ...data } as Recorded as never,
  },
})

describe('a visit', () => {
  const made = (more: Parameters<typeof f.done>[3]) =>
    inVisits(f.done(1, undefined, f.tuesday, more))
  const unhappy = made({ dissatisfaction: words })
  const plan = inVisits(f.opened({ item: f.name('pump 7') }))
  /** About the fact at that place of the story. */
  const opens = (place: number, more: object = {}) =>
    record(policyId(name, factId(place)), {
      channel: 'phone',
      about: { topic: 'item', ref: 'pump 7' },
      demand: words,
      at: f.tuesday,
      by: f.desk,
      ...more,
    })

  scenario('that finds him dissatisfied opens a complaint, in the name of who made it')
    .given([plan])
    .when(unhappy)
    .sends([opens(1)])

  scenario('says by which channel')
    .given([plan])
    .when(made({ dissatisfaction: words, channel: 'siteVisit' }))
    .sends([opens(1, { channel: 'siteVisit' })])

  scenario('whose words are forgotten opens one without them')
    .given([plan])
    .when(made({ dissatisfaction: redacted }))
    .sends([opens(1, { demand: redacted })])

  scenario('that heard a no, and no more, says so')
    .given([plan])
    .when(made({ satisfactionAsked: true, satisfied: false }))
    .sends([
      opens(1, { demand: c.text('he is not satisfied, as a visit found, and said no more') }),
    ])

  scenario('that found him satisfied opens nothing')
    .given([plan])
    .when(made({ satisfactionAsked: true, satisfied: true }))
    .sendsNothing()

  scenario('that did not ask opens nothing').given([plan]).when(made({})).sendsNothing()

  scenario('that was missed opens nothing')
    .given([plan])
    .when(inVisits(f.missed(f.december)))
    .sendsNothing()

  scenario('of a plan that is not on record opens nothing').given([]).when(unhappy).sendsNothing()

  scenario('made elsewhere, or before the start, opens nothing')
    .given([plan])
    .when(past(unhappy))
    .sendsNothing()

  scenario('heard of a second time opens nothing anew')
    .given([plan, inComplaint(c.recorded, policyId(name, factId(2)))])
    .when(unhappy)
    .sendsNothing()

  scenario('opens a complaint of its own, whatever another one has opened')
    .given([plan, unhappy])
    .when(unhappy)
    .sends([opens(2)])

  scenario('of a plan without an item is about the service it was')
    .given([inVisits(f.opened())])
    .when(unhappy)
    .sends([opens(1, { about: { topic: 'service', ref: visits } })])

  scenario('after a complaint is about what the complaint was about')
    .given([
      inComplaint(c.ofKind('complaint', { about: about({ topic: 'order', ref: 'SO-7' }) })),
      inVisits(f.scheduled()),
    ])
    .when(unhappy)
    .sends([opens(2, { about: { topic: 'order', ref: 'SO-7' } })])

  scenario('after a complaint that is not on record is about that')
    .given([inVisits(f.scheduled())])
    .when(unhappy)
    .sends([opens(1, { about: { topic: 'service', ref: f.complaintId } })])

  scenario('after a broken promise is about the promise')
    .given([inVisits(f.scheduled(f.callBack, f.afterBroken))])
    .when(unhappy)
    .sends([opens(1, { about: { topic: 'service', ref: f.promiseId } })])

  scenario('that was promised without a promise on record is about itself')
    .given([inVisits(f.scheduled(f.callBack, f.reason({ after: 'promised' })))])
    .when(unhappy)
    .sends([opens(1, { about: { topic: 'service', ref: visits } })])
})

describe('a survey', () => {
  const id = policyId(name, survey)
  const sent = inSurvey(s.issued)
  const answered = (given: Answers) => inSurvey(s.answered(s.tuesday, given))
  const corrected = (given: Answers) => inSurvey(s.corrected(s.wednesday, given))
  const bad = s.answers({ csat: 2, comment: words })
  const good = s.answers({ csat: 3 })
  const opens = (more: object = {}) =>
    record(id, {
      channel: 'email',
      about: { topic: 'service', ref: c.complaintId(1) },
      demand: words,
      at: s.tuesday,
      by: rules.owner,
      ...more,
    })

  scenario('whose answer shows him dissatisfied opens a complaint, in the name of its owner')
    .given([sent])
    .when(answered(bad))
    .sends([opens()])

  const silent = c.text('he is not satisfied, as his answers to a survey show, and said no more')
  const effortless: OpenedComplaints = {
    owner: c.wang,
    dissatisfied: { effort: { atLeast: 5 } },
  }
  for (const [what, of, limit, beyond] of [
    ['satisfaction', rules, { csat: 2 }, { csat: 3 }],
    ['recommendation', rules, { nps: 6 }, { nps: 7 }],
    ['satisfaction overall', rules, { index: { overall: 4 } }, { index: { overall: 5 } }],
    ['ease', rules, { effort: 3 }, { effort: 4 }],
    ['effort', effortless, { effort: 5 }, { effort: 4 }],
  ] as const) {
    const told = policyScenarios(openComplaints(of), { test })
    told(`is dissatisfied at the limit of ${what}`)
      .given([sent])
      .when(answered(s.answers(limit)))
      .sends([opens({ demand: silent })])
    told(`is not, beyond the limit of ${what}`)
      .given([sent])
      .when(answered(s.answers(beyond)))
      .sendsNothing()
  }

  scenario('is dissatisfied by one answer among better ones')
    .given([sent])
    .when(answered(s.answers({ csat: 5, nps: 10, effort: 7, index: { overall: 4 } })))
    .sends([opens({ demand: silent })])

  const worst = s.answers({ csat: 1, nps: 0, effort: 1, index: { overall: 1 } })
  policyScenarios(openComplaints({ owner: c.wang, dissatisfied: {} }), { test })(
    'opens nothing where no limit is given',
  )
    .given([sent])
    .when(answered(worst))
    .sendsNothing()

  scenario('that answers nothing of it opens nothing')
    .given([sent])
    .when(answered(s.answers({ gain: 1, index: { ideal: 1 } })))
    .sendsNothing()

  scenario('whose comment is forgotten opens one without it')
    .given([sent])
    .when(answered({ ...bad, comment: redacted }))
    .sends([opens({ demand: redacted })])

  scenario('corrected into dissatisfaction opens one too')
    .given([sent, answered(good)])
    .when(corrected(bad))
    .sends([opens({ at: s.wednesday })])

  scenario('corrected, it opens no second one')
    .given([sent, answered(bad), inComplaint(c.recorded, id)])
    .when(corrected(s.answers({ csat: 1 })))
    .sendsNothing()

  scenario('corrected out of it opens nothing')
    .given([sent, answered(bad)])
    .when(corrected(good))
    .sendsNothing()

  scenario('is judged by what was answered then, whatever has been corrected since')
    .given([sent, answered(good), corrected(bad)])
    .when(answered(good))
    .sendsNothing()

  scenario('answered elsewhere, or before the start, opens nothing')
    .given([sent])
    .when(past(answered(bad)))
    .sendsNothing()

  for (const [how, event] of [
    ['sent', s.issued],
    ['opened', s.opened()],
    ['declined', s.declined()],
  ] as const)
    scenario(`that is ${how} opens nothing`).given([sent]).when(inSurvey(event)).sendsNothing()

  scenario('that is not on record opens nothing').given([]).when(answered(bad)).sendsNothing()

  scenario('that was held back opens nothing')
    .given([inSurvey(s.suppressed(s.suppression({ ground: 'withdrawn' })))])
    .when(answered(bad))
    .sendsNothing()

  describe('opens a complaint about', () => {
    const asked = (topic: SurveyAbout) =>
      inSurvey(s.event('SurveyIssued', { ...s.issued.data, about: topic }, s.monday))
    const order = about({ topic: 'order', ref: 'SO-7' })

    scenario('what the complaint was about that it asks about')
      .given([inComplaint(c.ofKind('complaint', { about: order })), sent])
      .when(answered(bad))
      .sends([opens({ about: order })])

    const visited = s.about({ topic: 'followUp', followUpId: visits })
    scenario('what was visited')
      .given([inVisits(f.opened({ item: f.name('pump 7') })), asked(visited)])
      .when(answered(bad))
      .sends([opens({ about: { topic: 'item', ref: 'pump 7' } })])

    for (const [topic, what] of [
      [visited, { topic: 'service', ref: visits }],
      [
        s.about({ topic: 'promise', promiseId: s.promiseId }),
        { topic: 'service', ref: s.promiseId },
      ],
      [s.about({ topic: 'purchase', orderId: 'SO-8' }), { topic: 'order', ref: 'SO-8' }],
      [s.about({ topic: 'siteWork', ref: 'pump 9' }), { topic: 'service', ref: 'pump 9' }],
      [s.about({ topic: 'relationship' }), { topic: 'service', ref: 'relationship' }],
    ] as const)
      scenario(`the ${what.topic} ${what.ref}, asked about ${topic.topic}`)
        .given([asked(topic)])
        .when(answered(bad))
        .sends([opens({ about: what })])
  })
})

describe('the rules', () => {
  const checked = (dissatisfied: object) =>
    checkOpenedComplaints({ owner: c.wang, dissatisfied: dissatisfied })
  it('are right as they should be', () => {
    expect(checkOpenedComplaints(rules)).toEqual([])
    expect(checked({})).toEqual([])
    expect(checked({ csat: 5, nps: 0, overall: 10, effort: { atLeast: 7 } })).toEqual([])
  })
  it.each([
    ['csat', 0, 'a whole number from 1 to 5'],
    ['csat', 6, 'a whole number from 1 to 5'],
    ['nps', 11, 'a whole number from 0 to 10'],
    ['overall', 0, 'a whole number from 1 to 10'],
    ['effort', 3, 'atMost or atLeast, a whole number from 1 to 7'],
    ['effort', { atLeast: 8 }, 'atMost or atLeast, a whole number from 1 to 7'],
    ['effort', { atMost: 0 }, 'atMost or atLeast, a whole number from 1 to 7'],
  ])('are refused by %s %j', (field, value, expected) => {
    expect(checked({ [field]: value })).toEqual([{ field: `dissatisfied.${field}`, expected }])
  })
  it('are refused without an owner', () => {
    const owner = { id: '', role: 'supervisor' } as never
    expect(checkOpenedComplaints({ ...rules, owner })).toEqual([
      { field: 'owner.id', expected: 'ActorId' },
    ])
  })
})
