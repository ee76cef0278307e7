import { expect, it, test } from 'vitest'

import type { ComplaintEvent } from '../../src/complaint/events.js'
import { evolve } from '../../src/complaint/evolve.js'
import type { ComplaintRules } from '../../src/complaint/rules.js'
import type { ComplaintState } from '../../src/complaint/state.js'
import { checkComplaintClocks } from '../../src/policy/complaint-clocks.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { steps } from '../../src/policy/reaction.js'
import type { Instant } from '../../src/shared/instant.js'
import { after } from '../../src/shared/instant.js'
import { actorOf, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'

/** First replies within a day, next ones within two hours, resolved within three days; waiting stops the last two. */
const rules: ComplaintRules = {
  ...c.rules,
  clocks: [
    {
      policy: {
        nextReply: { within: 2 * c.hour },
        resolution: { within: 3 * c.day },
        pausedWhileWaiting: ['nextReply', 'resolution'],
      },
    },
  ],
}
const scenario = policyScenarios(checkComplaintClocks(rules), { test })

const by = actorOf('checkComplaintClocks')
const on = (event: ComplaintEvent, n = 1): Fact => ({
  category: 'complaint',
  id: c.complaintId(n),
  event,
})
const check = (at: Instant, due: Instant, n = 1): Dispatch => ({
  to: 'complaint',
  id: c.complaintId(n),
  command: { type: 'CheckClocks', data: { at, by } },
  because: String(due),
})
const missed = (
  clock: 'firstReply' | 'nextReply' | 'resolution',
  startedAt: Instant,
  dueAt: Instant,
) => c.event('ClockMissed', { clock: { clock, startedAt, dueAt } }, after(dueAt, 1), by)

const replyDue = c.tuesday
const resolutionDue = c.days(3)
const justAfter = (at: Instant) => after(at, 1)

scenario('a clock that nothing stopped is missed after its due instant')
  .given([on(c.recorded)])
  .when({ tick: justAfter(replyDue) })
  .sends([check(justAfter(replyDue), replyDue)])

scenario('at its due instant it may still be stopped')
  .given([on(c.recorded)])
  .when({ tick: replyDue })
  .sendsNothing()

scenario('stopped in time, it is not missed')
  .given([on(c.recorded), on(c.reply(1, c.hours(1)))])
  .when({ tick: justAfter(replyDue) })
  .sendsNothing()

scenario('with its verdict on record it is not asked about again')
  .given([on(c.recorded), on(missed('firstReply', c.monday, replyDue))])
  .when({ tick: resolutionDue })
  .sendsNothing()

scenario('but the next one that falls due is')
  .given([on(c.recorded), on(missed('firstReply', c.monday, replyDue))])
  .when({ tick: justAfter(resolutionDue) })
  .sends([check(justAfter(resolutionDue), resolutionDue)])

scenario('a message of the customer starts one that falls due first')
  .given([on(c.recorded), on(c.reply(1, c.hours(1))), on(c.contacted(1, c.hours(3)))])
  .when({ tick: justAfter(c.hours(5)) })
  .sends([check(justAfter(c.hours(5)), c.hours(5))])

scenario('and not before that')
  .given([on(c.recorded), on(c.reply(1, c.hours(1))), on(c.contacted(1, c.hours(3)))])
  .when({ tick: c.hours(5) })
  .sendsNothing()

scenario('answered and asked again at the same instant, it is another clock')
  .given([
    on(c.recorded),
    on(c.reply(1, c.hours(1))),
    on(c.contacted(1, c.hours(3))),
    on(c.reply(2, c.hours(3), [{ clock: 'nextReply', startedAt: c.hours(3), dueAt: c.hours(5) }])),
    on(c.contacted(3, c.hours(3))),
  ])
  .when({ tick: c.hours(6) })
  .sends([check(c.hours(6), c.hours(5))])

scenario('while the customer is waited for nothing falls due')
  .given([on(c.recorded), on(c.reply(1, c.hours(1))), on(c.awaited(2, c.hours(2)))])
  .when({ tick: c.days(30) })
  .sendsNothing()

scenario('once he has spoken, the clock runs on for what was left')
  .given([
    on(c.recorded),
    on(c.reply(1, c.hours(1))),
    on(c.awaited(2, c.hours(2))),
    on(c.contacted(3, c.hours(12))),
    on(c.reply(4, c.hours(13))),
  ])
  .when({ tick: after(resolutionDue, 10 * c.hour + 1) })
  .sends([check(after(resolutionDue, 10 * c.hour + 1), after(resolutionDue, 10 * c.hour))])

for (const [how, event] of c.leavings)
  scenario(`${how}, none of its clocks runs`)
    .given([on(c.recorded), on(event)])
    .when({ tick: c.days(30) })
    .sendsNothing()

scenario('reopened, it has a new one')
  .given([
    on(c.recorded),
    on(c.closed('resolved', c.hours(2))),
    on(c.event('ComplaintReopened', { why: c.because }, c.hours(10))),
  ])
  .when({ tick: after(resolutionDue, 10 * c.hour + 1) })
  .sends([check(after(resolutionDue, 10 * c.hour + 1), after(resolutionDue, 10 * c.hour))])

scenario('each complaint is asked for itself')
  .given([on(c.recorded), on(c.recorded, 2), on(c.reply(1, c.hours(1)), 2), on(c.recorded, 3)])
  .when({ tick: justAfter(replyDue) })
  .sends([check(justAfter(replyDue), replyDue), check(justAfter(replyDue), replyDue, 3)])

scenario('what was complained of elsewhere, or before the start, has no verdict here')
  .given([{ ...on(c.recorded), past: true }])
  .when({ tick: c.days(30) })
  .sendsNothing()

scenario('what is heard of it sends nothing')
  .given([on(c.recorded)])
  .when(on(c.contacted(1, c.days(30))))
  .sendsNothing()

const unlimited = policyScenarios(checkComplaintClocks(c.rules), { test })
unlimited('without a deadline there is none to miss')
  .given([on(c.recorded), on(c.reply(1, c.hours(1)))])
  .when({ tick: c.days(300) })
  .sendsNothing()

it('goes by the rules of now, where they were changed since it was heard', () => {
  const policy = checkComplaintClocks({
    ...rules,
    clocks: [
      {
        policy: {
          firstReply: { within: 2 * c.day },
          resolution: 'none',
          pausedWhileWaiting: [],
        },
      },
    ],
  })
  const memory = new Map<string, { due: number }>([[c.complaintId(1), { due: replyDue }]])
  const told = (state: ComplaintState, at: Instant) => {
    const walk = steps(policy.tick?.(memory, { at, by }) ?? { _tag: 'All', reactions: [] })
    walk.next()
    return walk.next(state)
  }
  const open = evolve({ _tag: 'NotRecorded' }, c.recorded)
  expect(told(open, c.wednesday)).toMatchObject({
    value: { commands: [], put: { [c.complaintId(1)]: { due: c.wednesday } } },
  })
  expect(told(open, justAfter(c.wednesday))).toMatchObject({
    value: { commands: [check(justAfter(c.wednesday), c.wednesday)], put: {} },
  })
  expect(told(evolve(open, c.closed()), justAfter(c.wednesday))).toMatchObject({
    value: { commands: [], forget: [c.complaintId(1)] },
  })
})
