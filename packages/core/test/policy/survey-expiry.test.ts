import { test } from 'vitest'

import type { Dispatch } from '../../src/policy/policy.js'
import { expireSurveys } from '../../src/policy/survey-expiry.js'
import type { Instant } from '../../src/shared/instant.js'
import type { SurveyEvent } from '../../src/survey/events.js'
import { actorOf, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as s from '../support/survey.js'

const scenario = policyScenarios(expireSurveys, { test })

const id = 'a0000000-0000-4000-8000-000000000001'
const other = 'a0000000-0000-4000-8000-000000000002'
const on = (event: SurveyEvent, of = id): Fact => ({ category: 'survey', id: of, event })
const past = (event: SurveyEvent): Fact => ({ ...on(event), past: true })
const expire = (at: Instant, of = id): Dispatch => ({
  to: 'survey',
  id: of,
  command: { type: 'ExpireSurvey', data: { at, by: actorOf('expireSurveys') } },
})

scenario('a survey that nobody answered expires when its time is over')
  .given([on(s.issued)])
  .when({ tick: s.nextMonday })
  .sends([expire(s.nextMonday)])

scenario('until then it is waited for')
  .given([on(s.issued), on(s.opened())])
  .when({ tick: s.later(s.nextMonday, -1) })
  .sendsNothing()

scenario('opened, it expires all the same')
  .given([on(s.issued), on(s.opened())])
  .when({ tick: s.days(9) })
  .sends([expire(s.days(9))])

for (const [how, event] of [
  ['answered', s.answered()],
  ['declined', s.declined()],
  ['expired', s.expired()],
] as const)
  scenario(`${how}, it is left alone`)
    .given([on(s.issued), on(event)])
    .when({ tick: s.days(9) })
    .sendsNothing()

scenario('held back, there is nothing to expire')
  .given([on(s.suppressed(s.suppression({ ground: 'withdrawn' })))])
  .when({ tick: s.days(9) })
  .sendsNothing()

scenario('each survey expires for itself')
  .given([on(s.issued), on(s.issued, other), on(s.answered(), other)])
  .when({ tick: s.nextMonday })
  .sends([expire(s.nextMonday)])

scenario('what was sent elsewhere, or before the start, does not expire here')
  .given([past(s.issued)])
  .when({ tick: s.nextMonday })
  .sendsNothing()

scenario('opened here, it does')
  .given([past(s.issued), on(s.opened())])
  .when({ tick: s.nextMonday })
  .sends([expire(s.nextMonday)])

scenario('what is heard of it sends nothing')
  .given([on(s.issued)])
  .when(on(s.opened()))
  .sendsNothing()
