import * as E from 'fp-ts/lib/Either.js'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Type } from 'io-ts'
import { describe, expect } from 'vitest'

import { ComplaintCommand } from '../../src/complaint/commands.js'
import { CustomerCommand } from '../../src/customer/commands.js'
import { DealingsCommand } from '../../src/dealings/commands.js'
import { FaultCommand } from '../../src/fault/commands.js'
import { FollowUpCommand } from '../../src/follow-up/commands.js'
import { scheduleCallBacks } from '../../src/policy/call-backs.js'
import { checkComplaintClocks } from '../../src/policy/complaint-clocks.js'
import { endFollowUps } from '../../src/policy/ended-follow-ups.js'
import { escalateComplaints } from '../../src/policy/escalations.js'
import { followMerges } from '../../src/policy/followed-merges.js'
import { greetOnImportantDates } from '../../src/policy/greetings.js'
import { linkPromises } from '../../src/policy/linked-promises.js'
import { breakOverduePromises } from '../../src/policy/overdue-promises.js'
import { openComplaints } from '../../src/policy/opened-complaints.js'
import type { Policy } from '../../src/policy/policy.js'
import { expireSurveys } from '../../src/policy/survey-expiry.js'
import { issueSurveys } from '../../src/policy/surveys.js'
import { openVisitPlans } from '../../src/policy/visit-plans.js'
import { remindOfVisits } from '../../src/policy/visit-reminders.js'
import { PromiseCommand } from '../../src/promise/commands.js'
import type { JsonObject } from '../../src/store/json.js'
import { SurveyCommand } from '../../src/survey/commands.js'
import { complaintRules } from '../../src/testing/complaint/rules.js'
import { businessCalendar } from '../../src/time/business-calendar.js'
import { day, name, wang } from '../support/complaint.js'
import { escalationRules, level } from '../support/escalation.js'
import { zone } from '../support/follow-up.js'
import { law, same, throughJson } from '../support/laws.js'
import {
  allPast,
  idsIn,
  stories,
  type StoryDesk,
  tallStories,
  tell,
} from '../support/policy-stories.js'

const calendar = businessCalendar({
  timeZone: 'Europe/Berlin',
  week: { mon: [['09:00', '17:00']] },
  holidays: ['2026-12-25', '2020-12-25'],
  annualHolidays: ['01-01'],
})
if (isLeft(calendar)) throw new Error('no calendar')

const levels = [
  level({ on: 'replyOverdue', pastDue: 0 }),
  level({ on: 'unsolvedInTime', pastDue: day }, { level: 2, to: 'top' }),
  level({ on: 'undecided', after: { within: day } }),
  level({ on: 'majorMatter' }, { level: 9, to: 'top' }),
  level({ on: 'departmentDispute' }, { level: 2, to: 'arbiter' }),
  level({ on: 'reopenedTimes', times: 1 }),
]

type Lasts = (key: string, desk: StoryDesk) => boolean

const isOpenFollowUp: Lasts = (id, { stateOf }) => stateOf('followUp', id)._tag === 'Open'
const isOpenComplaint: Lasts = (id, { stateOf }) => stateOf('complaint', id)._tag === 'Open'
const isPending: Lasts = (id, { stateOf }) =>
  ['Temporary', 'Open'].includes(stateOf('promise', id)._tag)
const isAwaited: Lasts = (id, { stateOf }) => stateOf('survey', id)._tag === 'Awaited'
const isStanding: Lasts = (merge, { all }) =>
  all('customer').some((state) => state._tag === 'Merged' && state.mergeId === merge)
const never: Lasts = () => false
/** It counts for one period, whatever has become of it. */
const forAWhile: Lasts = () => true

/** Its rows are its own: nobody else reads or writes them. */
const one = <Row extends JsonObject>(policy: Policy<Row>, lasts: Lasts) =>
  [policy as unknown as Policy, lasts] as const

/** Each policy, and whether what it remembers under a key is not over. */
const every = [
  one(breakOverduePromises({}), isPending),
  one(checkComplaintClocks(complaintRules), isOpenComplaint),
  one(endFollowUps, isOpenFollowUp),
  one(escalateComplaints(escalationRules(levels, { complaint: complaintRules })), isOpenComplaint),
  one(expireSurveys, isAwaited),
  one(followMerges, isStanding),
  one(greetOnImportantDates({ calendar: calendar.right }), isOpenFollowUp),
  one(
    issueSurveys({
      mode: 'transaction',
      channel: 'email',
      purpose: name('survey'),
      cap: 1,
      period: 5 * day,
    }),
    forAWhile,
  ),
  one(linkPromises, never),
  one(
    openComplaints({
      owner: wang,
      dissatisfied: { csat: 2, nps: 6, overall: 4, effort: { atMost: 3 } },
    }),
    never,
  ),
  one(openVisitPlans({ timeZone: zone('Asia/Shanghai') }), never),
  one(remindOfVisits, isOpenFollowUp),
  one(scheduleCallBacks, never),
]

const codecs = {
  complaint: ComplaintCommand,
  customer: CustomerCommand,
  dealings: DealingsCommand,
  fault: FaultCommand,
  followUp: FollowUpCommand,
  promise: PromiseCommand,
  survey: SurveyCommand,
} as unknown as Readonly<Record<string, Type<unknown, unknown>>>

describe('every policy', () => {
  law('does nothing about what is past, neither at once nor later', stories, (story) => {
    for (const [policy] of every)
      for (const { commands } of tell(policy, allPast(story)).said) expect(commands).toEqual([])
  })

  law('does nothing at once about what is past among what is not', tallStories, (story) => {
    for (const [policy] of every)
      for (const { on, commands } of tell(policy, story).said)
        if ('fact' in on && on.fact.past === true) expect(commands).toEqual([])
  })

  law('answers whatever it is told, and the same to the same', tallStories, (story) => {
    for (const [policy] of every) {
      const { said, memory } = tell(policy, story)
      const again = tell(policy, story)
      same(again.said, said)
      same([...again.memory], [...memory])
    }
  })

  law('asks for what can be asked, each thing once', tallStories, (story) => {
    for (const [policy] of every)
      for (const each of tell(policy, story).said) {
        for (const { to, command } of each.commands) {
          const decoded = codecs[to]?.decode(throughJson(codecs[to].encode(command)))
          same(decoded && E.isRight(decoded) ? decoded.right : decoded, command)
        }
        const ids = idsIn(policy, each)
        expect(new Set(ids).size).toBe(ids.length)
      }
  })

  law('remembers plain values, and nothing of what is over', stories, (story) => {
    for (const [policy, lasts] of every) {
      const { said, memory, desk } = tell(policy, story)
      for (const { put } of said) same(throughJson(put), put)
      for (const key of memory.keys()) expect([policy.name, lasts(key, desk)]).toContain(true)
    }
  })
})
