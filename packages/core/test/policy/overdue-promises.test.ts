import { test } from 'vitest'

import { breakOverduePromises } from '../../src/policy/overdue-promises.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { actorOf, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import type { PromiseEvent } from '../../src/promise/events.js'
import type { Instant } from '../../src/shared/instant.js'
import type { NonEmptyText } from '../../src/shared/text.js'
import {
  agreed,
  confirmed,
  declined,
  friday,
  hour,
  kept,
  later,
  lapsed,
  made,
  moved,
  saturday,
  sunday,
  tuesday,
  wednesday,
  withdrawn,
} from '../support/promise.js'

const scenario = policyScenarios(breakOverduePromises({}), { test })
const patient = policyScenarios(breakOverduePromises({ grace: hour }), { test })

const id = 'e0000000-0000-4000-8000-000000000001'
const other = 'e0000000-0000-4000-8000-000000000002'
const on = (event: PromiseEvent, of = id): Fact => ({ category: 'promise', id: of, event })
const past = (event: PromiseEvent): Fact => ({ category: 'promise', id, event, past: true })

const by = actorOf('breakOverduePromises')
const why = 'it fell due, and nobody had kept it' as NonEmptyText
const broken = (at: Instant, due: Instant, of = id): Dispatch => ({
  to: 'promise',
  id: of,
  command: { type: 'BreakPromise', data: { why, at, by } },
  because: String(due),
})
const lapse = (at: Instant): Dispatch => ({
  to: 'promise',
  id,
  command: { type: 'LapseTemporaryAgreement', data: { at, by } },
  because: String(wednesday),
})

// #region story
scenario('a promise nobody kept is broken after it fell due')
  .given([on(made)])
  .when({ tick: later(friday, 1) })
  .sends([broken(later(friday, 1), friday)])
// #endregion story

scenario('at its due instant it may still be kept')
  .given([on(made)])
  .when({ tick: friday })
  .sendsNothing()

patient('the grace is waited for')
  .given([on(made)])
  .when({ tick: later(friday, hour) })
  .sendsNothing()

patient('and not a moment longer')
  .given([on(made)])
  .when({ tick: later(friday, hour + 1) })
  .sends([broken(later(friday, hour + 1), friday)])

scenario('moved, it is broken after the new due instant')
  .given([on(made), on(moved(saturday))])
  .when({ tick: sunday })
  .sends([broken(sunday, saturday)])

scenario('moved, it is left alone until then')
  .given([on(made), on(moved(saturday))])
  .when({ tick: saturday })
  .sendsNothing()

for (const [how, event] of [
  ['kept', kept()],
  ['withdrawn', withdrawn()],
] as const)
  scenario(`${how}, it is left alone`)
    .given([on(made), on(event)])
    .when({ tick: sunday })
    .sendsNothing()

scenario('a temporary agreement lapses after its last instant')
  .given([on(agreed)])
  .when({ tick: later(wednesday, 1) })
  .sends([lapse(later(wednesday, 1))])

scenario('until then it may be confirmed')
  .given([on(agreed)])
  .when({ tick: wednesday })
  .sendsNothing()

patient('an agreement that nobody confirmed knows no grace')
  .given([on(agreed)])
  .when({ tick: later(wednesday, 1) })
  .sends([lapse(later(wednesday, 1))])

scenario('confirmed, it is a promise like any other')
  .given([on(agreed), on(confirmed)])
  .when({ tick: saturday })
  .sends([broken(saturday, friday)])

for (const [how, event] of [
  ['declined', declined()],
  ['lapsed', lapsed(saturday)],
] as const)
  scenario(`${how}, it is left alone`)
    .given([on(agreed), on(event)])
    .when({ tick: sunday })
    .sendsNothing()

scenario('each promise is broken for itself')
  .given([on(made), on(made, other), on(moved(saturday), other)])
  .when({ tick: sunday })
  .sends([broken(sunday, friday), broken(sunday, saturday, other)])

scenario('what was promised elsewhere, or before the start, is not broken here')
  .given([past(made)])
  .when({ tick: sunday })
  .sendsNothing()

scenario('moved here, it is')
  .given([past(made), on(moved(saturday))])
  .when({ tick: sunday })
  .sends([broken(sunday, saturday)])

scenario('what is heard of it sends nothing')
  .given([on(made)])
  .when(on(moved(saturday, tuesday)))
  .sendsNothing()
