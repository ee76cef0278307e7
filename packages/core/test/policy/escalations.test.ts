import { describe, expect, it, test } from 'vitest'

import type { ComplaintEvent } from '../../src/complaint/events.js'
import type { EscalationLevel } from '../../src/complaint/escalation-rules.js'
import type { ComplaintRules } from '../../src/complaint/rules.js'
import { escalateComplaints } from '../../src/policy/escalations.js'
import type { Dispatch, Happening } from '../../src/policy/policy.js'
import { steps } from '../../src/policy/reaction.js'
import { evolve } from '../../src/complaint/evolve.js'
import type { ComplaintState } from '../../src/complaint/state.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { actorOf, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'
import { arbiter, escalationRules, level, supervisor, top } from '../support/escalation.js'

/** Replies within a day, resolved within three; a next reply within two hours. */
const complaint: ComplaintRules = {
  ...c.rules,
  clocks: [
    {
      policy: {
        nextReply: { within: 2 * c.hour },
        resolution: { within: 3 * c.day },
        pausedWhileWaiting: ['resolution'],
      },
    },
  ],
}
const silent = level({ on: 'replyOverdue', pastDue: 0 })
const silentLong = level({ on: 'replyOverdue', pastDue: c.day }, { level: 2, to: 'top' })
const unsolved = level({ on: 'unsolvedInTime', pastDue: 0 })
const major = level({ on: 'majorMatter' }, { level: 9, to: 'top' })
const dispute = level({ on: 'departmentDispute' }, { level: 2, to: 'arbiter' })

const policyOf = (...levels: ReadonlyArray<EscalationLevel>) =>
  escalateComplaints(escalationRules(levels, { complaint }))
const scenarioOf = (...levels: ReadonlyArray<EscalationLevel>) =>
  policyScenarios(policyOf(...levels), { test })

const by = actorOf('escalateComplaints')
const on = (event: ComplaintEvent, n = 1): Fact => ({
  category: 'complaint',
  id: c.complaintId(n),
  event,
})
const past = (fact: Fact): Fact => ({ ...fact, past: true })
const escalate = (
  { when, level: n }: EscalationLevel,
  to: typeof supervisor,
  at: Instant,
  cycle = 1,
  which = 1,
): Dispatch => ({
  to: 'complaint',
  id: c.complaintId(which),
  command: c.command(
    'Escalate',
    { rule: c.name(when.on), level: n, cycle, to, why: c.text(when.on) },
    at,
    by,
  ),
  because: `${String(cycle)}/${String(n)}/${when.on}`,
})
const escalated = ({ when, level: n }: EscalationLevel, at: Instant, cycle = 1) =>
  c.event(
    'ComplaintEscalated',
    { rule: c.name(when.on), level: n, cycle, to: supervisor, why: c.text(when.on) },
    at,
    by,
  )
const raised = (matter: 'majorMatter' | 'departmentDispute', at: Instant = c.tuesday) =>
  c.event('MatterRaised', { matter, why: c.because }, at)
const justAfter = (at: Instant) => after(at, 1)
const replyDue = c.tuesday
const resolutionDue = c.days(3)

const scenario = scenarioOf(silent, silentLong, unsolved, major, dispute)

scenario('a complaint that nobody answers goes to the supervisor once its reply is overdue')
  .given([on(c.recorded)])
  .when({ tick: justAfter(replyDue) })
  .sends([escalate(silent, supervisor, justAfter(replyDue))])

scenario('a reply at the due instant is in time')
  .given([on(c.recorded)])
  .when({ tick: replyDue })
  .sendsNothing()

scenario('still silent a day later, it goes to the top')
  .given([on(c.recorded), on(escalated(silent, justAfter(replyDue)))])
  .when({ tick: justAfter(c.wednesday) })
  .sends([escalate(silentLong, top, justAfter(c.wednesday))])

scenario('and not before')
  .given([on(c.recorded), on(escalated(silent, justAfter(replyDue)))])
  .when({ tick: c.wednesday })
  .sendsNothing()

scenario('what nobody ticked for goes up all at once')
  .given([on(c.recorded)])
  .when({ tick: justAfter(resolutionDue) })
  .sends([
    escalate(silent, supervisor, justAfter(resolutionDue)),
    escalate(silentLong, top, justAfter(resolutionDue)),
    escalate(unsolved, supervisor, justAfter(resolutionDue)),
  ])

scenario('each level once, however often the clock ticks')
  .given([
    on(c.recorded),
    on(escalated(silent, justAfter(resolutionDue))),
    on(escalated(silentLong, justAfter(resolutionDue))),
    on(escalated(unsolved, justAfter(resolutionDue))),
  ])
  .when({ tick: c.days(30) })
  .sendsNothing()

scenario('answered, it is unsolved still')
  .given([on(c.recorded), on(c.reply(1, c.hours(1)))])
  .when({ tick: justAfter(resolutionDue) })
  .sends([escalate(unsolved, supervisor, justAfter(resolutionDue))])

scenario('asked again without an answer, it is overdue by the next reply')
  .given([on(c.recorded), on(c.reply(1, c.hours(1))), on(c.contacted(2, c.hours(3)))])
  .when({ tick: justAfter(c.hours(5)) })
  .sends([escalate(silent, supervisor, justAfter(c.hours(5)))])

scenario('while the customer is waited for it is nobody’s fault that it is unsolved')
  .given([on(c.recorded), on(c.reply(1, c.hours(1))), on(c.awaited(2, c.hours(2)))])
  .when({ tick: c.days(30) })
  .sendsNothing()

scenario('once he has spoken it goes up when the rest of its time is over')
  .given([
    on(c.recorded),
    on(c.reply(1, c.hours(1))),
    on(c.awaited(2, c.hours(2))),
    on(c.contacted(3, c.hours(12))),
    on(c.reply(4, c.hours(13))),
  ])
  .when({ tick: after(resolutionDue, 10 * c.hour + 1) })
  .sends([escalate(unsolved, supervisor, after(resolutionDue, 10 * c.hour + 1))])

for (const [how, event] of c.leavings)
  scenario(`${how}, it goes nowhere`)
    .given([on(c.recorded), on(raised('majorMatter', c.hours(1))), on(event)])
    .when({ tick: c.days(30) })
    .sendsNothing()

const reopened = c.event('ComplaintReopened', { why: c.because }, c.wednesday)
scenario('reopened, each level can fire again in the new cycle')
  .given([
    on(c.recorded),
    on(c.reply(1, c.hours(1))),
    on(escalated(unsolved, c.hours(2))),
    on(c.closed('resolved', c.hours(3))),
    on(reopened),
  ])
  .when({ tick: justAfter(c.days(5)) })
  .sends([escalate(unsolved, supervisor, justAfter(c.days(5)), 2)])

scenario('a major matter goes to the top at once')
  .given([on(c.recorded)])
  .when(on(raised('majorMatter')))
  .sends([escalate(major, top, c.tuesday)])

scenario('and is not sent up again by what is heard later')
  .given([on(c.recorded), on(raised('majorMatter')), on(escalated(major, c.tuesday))])
  .when(on(c.reply(1, c.tuesday)))
  .sendsNothing()

scenario('what could not be sent at once is sent at the next tick')
  .given([on(c.recorded), on(raised('majorMatter', c.hours(1)))])
  .when({ tick: c.hours(1) })
  .sends([escalate(major, top, c.hours(1))])

scenario('departments that disagree go to the arbiter')
  .given([on(c.recorded)])
  .when(on(raised('departmentDispute')))
  .sends([escalate(dispute, arbiter, c.tuesday)])

const again = level({ on: 'reopenedTimes', times: 1 })
scenarioOf(again)('a complaint that is reopened too often goes up at once')
  .given([on(c.recorded), on(c.closed('resolved', c.hours(3)))])
  .when(on(reopened))
  .sends([escalate(again, supervisor, c.wednesday, 2)])

scenario('each complaint goes up for itself')
  .given([on(c.recorded), on(c.recorded, 2), on(c.reply(1, c.hours(1)), 2), on(c.recorded, 3)])
  .when({ tick: justAfter(replyDue) })
  .sends([
    escalate(silent, supervisor, justAfter(replyDue)),
    escalate(silent, supervisor, justAfter(replyDue), 1, 3),
  ])

scenario('what was complained of elsewhere, or before the start, goes nowhere')
  .given([past(on(c.recorded)), past(on(raised('majorMatter')))])
  .when({ tick: c.days(30) })
  .sendsNothing()

scenario('taken up here, it does')
  .given([past(on(c.recorded)), on(c.reply(1, c.hours(1)))])
  .when({ tick: justAfter(resolutionDue) })
  .sends([escalate(unsolved, supervisor, justAfter(resolutionDue))])

scenario('a complaint that is not on record goes nowhere')
  .given([])
  .when(on(raised('majorMatter')))
  .sendsNothing()

describe('what is remembered of a complaint', () => {
  const stateOf = (...events: ReadonlyArray<ComplaintEvent>): ComplaintState =>
    events.reduce<ComplaintState>(evolve, { _tag: 'NotRecorded' })
  const heard = (event: ComplaintEvent, state: ComplaintState) => {
    const happening = { ...on(event), eventId: c.entry(9), triggers: true } as Happening
    const stamp = { at: event.data.at, by }
    const walk = steps(policyOf(silent, unsolved, major).react(happening, new Map(), stamp))
    walk.next()
    return walk.next(state).value
  }

  it('is when it can go up next', () => {
    expect(heard(c.recorded, stateOf(c.recorded))).toMatchObject({
      put: { [c.complaintId(1)]: { next: replyDue } },
    })
    const answered = stateOf(c.recorded, c.reply(1, c.hours(1)))
    expect(heard(c.recorded, answered)).toMatchObject({
      put: { [c.complaintId(1)]: { next: resolutionDue } },
    })
  })

  it('is nothing once nothing is to come', () => {
    expect(heard(c.closed(), stateOf(c.recorded, c.closed()))).toMatchObject({
      put: {},
      forget: [c.complaintId(1)],
    })
  })
})
