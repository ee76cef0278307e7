import { describe, expect, it, test } from 'vitest'

import type { ComplaintEvent } from '../../src/complaint/events.js'
import type { CustomerEvent } from '../../src/customer/events.js'
import type { FollowUpEvent } from '../../src/follow-up/events.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { checkIssuedSurveys, type IssuedSurveys, issueSurveys } from '../../src/policy/surveys.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { policyId } from '../../src/store/event-ids.js'
import type { FactsOf, SurveyEvent } from '../../src/survey/events.js'
import type { Suppression, SurveyAbout } from '../../src/survey/values.js'
import { actorOf, factId, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'
import * as u from '../support/customer.js'
import * as f from '../support/follow-up.js'

/** At most two surveys in thirty days. */
const rules: IssuedSurveys = {
  mode: 'transaction',
  channel: 'email',
  purpose: c.name('survey'),
  cap: 2,
  period: 30 * c.day,
}
const name = 'issueSurveys'
const scenario = policyScenarios(issueSurveys(rules), { test })
const by = actorOf(name)
const { tuesday } = c

const visits = '70000000-0000-4000-8000-000000000001'
const surveyId = (n: number) => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const ofCustomer = (event: CustomerEvent, n = 1): Fact => ({
  category: 'customer',
  id: c.customer(n),
  event,
})
const inComplaint = (event: ComplaintEvent): Fact => ({
  category: 'complaint',
  id: c.complaintId(1),
  event,
})
const inVisits = (event: FollowUpEvent): Fact => ({ category: 'followUp', id: visits, event })
const inSurvey = (n: number, event: SurveyEvent): Fact => ({
  category: 'survey',
  id: surveyId(n),
  event,
})
const past = (fact: Fact): Fact => ({ ...fact, past: true })

const consent = { purpose: rules.purpose, channel: rules.channel }
const consented = u.event('ConsentGiven', consent, c.monday)
const known = (n = 1): ReadonlyArray<Fact> => [
  ofCustomer(u.registered, n),
  ofCustomer(consented, n),
]
const complaint = inComplaint(c.recorded)
const byLi = inComplaint(c.event('ReplyGiven', c.reply(1).data, tuesday, c.li))
const closed = (at: Instant = tuesday) => inComplaint(c.closed('resolved', at))

const aboutIt: SurveyAbout = { topic: 'complaint', complaintId: c.complaintId(1) }
const siteWork = (ref: string): SurveyAbout => ({ topic: 'siteWork', ref: c.name(ref) })
const sent = (more: Partial<FactsOf<'SurveyIssued'>> = {}) => ({
  customer: c.customer(1),
  about: aboutIt,
  mode: rules.mode,
  channel: rules.channel,
  purpose: rules.purpose,
  answeredFor: [c.desk],
  at: tuesday,
  by,
  ...more,
})
/** About the fact at that place of the story. */
const issue = (place: number, more: Partial<FactsOf<'SurveyIssued'>> = {}): Dispatch => ({
  to: 'survey',
  id: policyId(name, factId(place)),
  command: { type: 'IssueSurvey', data: sent(more) },
})
const suppress = (
  place: number,
  why: Suppression,
  more: Partial<FactsOf<'SurveySuppressed'>> = {},
): Dispatch => ({
  to: 'survey',
  id: policyId(name, factId(place)),
  command: {
    type: 'SuppressSurvey',
    data: { customer: c.customer(1), about: aboutIt, why, at: tuesday, by, ...more },
  },
})
const issuedTo = (customer: number, at: Instant): SurveyEvent => ({
  type: 'SurveyIssued',
  data: sent({ customer: c.customer(customer), expiresAt: after(at, c.day), at }) as never,
})

const here = [...known(), complaint, byLi]

scenario('a complaint that was closed is asked about: who answered in it is named')
  .given([...here, inComplaint(c.reply(2))])
  .when(closed())
  .sends([issue(5, { answeredFor: [c.li, c.desk] })])

const servqual = { ...rules, servqual: 1991 } as const
policyScenarios(issueSurveys(servqual), { test })('SERVQUAL is asked for by its edition')
  .given(here)
  .when(closed())
  .sends([issue(4, { answeredFor: [c.li], servqual: 1991 })])

for (const kind of ['inquiry', 'suggestion', 'repair', 'return'] as const) {
  const other = [...known(), inComplaint(c.ofKind(kind))]
  scenario(`the close of a request that is ${kind} is nothing to ask about`)
    .given(other)
    .when(closed())
    .sendsNothing()
  scenario(`nor is ${kind} withdrawn`)
    .given(other)
    .when(inComplaint(c.event('ComplaintWithdrawn', { why: c.because })))
    .sendsNothing()
  scenario(`nor is ${kind} merged`)
    .given(other)
    .when(inComplaint(c.event('ComplaintMerged', { survivor: c.complaintId(2), openPromises: [] })))
    .sendsNothing()
}

scenario('what else happens in a complaint is nothing to ask about')
  .given(here)
  .when(inComplaint(c.reply(2)))
  .sendsNothing()

scenario('a complaint that is not on record is nobody’s to be asked about')
  .given(known())
  .when(closed())
  .sendsNothing()

const repaired = inComplaint(c.event('ServiceDone', { evidence: [], stopped: [] }, tuesday, c.li))
scenario('a repair that is done is work on site')
  .given([...known(), inComplaint(c.ofKind('repair'))])
  .when(repaired)
  .sends([issue(3, { about: siteWork('pump 7'), answeredFor: [c.li] })])

scenario('a return that is done is not')
  .given([...known(), inComplaint(c.ofKind('return'))])
  .when(repaired)
  .sendsNothing()

const visit = (more: Partial<Parameters<typeof f.done>[3]> = {}) =>
  inVisits(f.done(1, undefined, tuesday, { channel: 'siteVisit', ...more }))
const plan = (item?: string) => inVisits(f.opened(item === undefined ? {} : { item: f.name(item) }))

scenario('a visit on site is asked about by what was visited')
  .given([...known(), plan('pump 9')])
  .when(visit())
  .sends([issue(3, { about: siteWork('pump 9') })])

scenario('without a name of that, by the plan')
  .given([...known(), plan()])
  .when(visit())
  .sends([issue(3, { about: siteWork(visits) })])

scenario('a call back that was made on site is asked about too')
  .given([...known(), inVisits(f.scheduled())])
  .when(visit())
  .sends([issue(3, { about: siteWork(visits) })])

scenario('a visit at which nobody was reached is nothing to ask about')
  .given([...known(), plan()])
  .when(visit({ reached: false }))
  .sendsNothing()

scenario('nor is a call')
  .given([...known(), plan()])
  .when(visit({ channel: 'phone' }))
  .sendsNothing()

scenario('nor a visit that was missed')
  .given([...known(), plan()])
  .when(inVisits(f.missed(f.december)))
  .sendsNothing()

scenario('nor one of a plan that is not on record').given(known()).when(visit()).sendsNothing()

scenario('a complaint withdrawn is not asked about, and that is on record')
  .given(here)
  .when(inComplaint(c.event('ComplaintWithdrawn', { why: c.because })))
  .sends([suppress(4, { ground: 'withdrawn' })])

scenario('nor is one that was merged into another')
  .given(here)
  .when(inComplaint(c.event('ComplaintMerged', { survivor: c.complaintId(2), openPromises: [] })))
  .sends([suppress(4, { ground: 'merged', intoComplaint: c.complaintId(2) })])

scenario('whoever was forgotten is not asked')
  .given([...here, ofCustomer(u.erased())])
  .when(closed())
  .sends([suppress(5, { ground: 'erased' })])

scenario('whoever is blacklisted is not, since when is said')
  .given([...here, ofCustomer(u.blacklisted(c.zhao, c.hours(3)))])
  .when(closed())
  .sends([suppress(5, { ground: 'blacklisted', since: c.hours(3) })])

scenario('cleared, he is')
  .given([...here, ofCustomer(u.blacklisted(c.zhao)), ofCustomer(u.cleared(c.zhao))])
  .when(closed())
  .sends([issue(6, { answeredFor: [c.li] })])

scenario('lost, he is')
  .given([...here, ofCustomer(u.lost())])
  .when(closed())
  .sends([issue(5, { answeredFor: [c.li] })])

const noConsent: Suppression = { ground: 'noConsent', ...consent }
scenario('whoever is not known has consented to nothing')
  .given([complaint])
  .when(closed())
  .sends([suppress(1, noConsent)])

scenario('nor has he who was never asked')
  .given([ofCustomer(u.registered), complaint])
  .when(closed())
  .sends([suppress(2, noConsent)])

for (const [what, other] of [
  ['for another purpose', { ...consent, purpose: c.name('greetings') }],
  ['by another channel', { ...consent, channel: 'phone' }],
] as const)
  scenario(`nor does it help that he consented ${what}`)
    .given([ofCustomer(u.registered), ofCustomer(u.event('ConsentGiven', other)), complaint])
    .when(closed())
    .sends([suppress(3, noConsent)])

scenario('nor that he once did')
  .given([...here, ofCustomer(u.event('ConsentWithdrawn', consent))])
  .when(closed())
  .sends([suppress(5, noConsent)])

describe('the cap', () => {
  const start = after(tuesday, -rules.period)
  const above = (count: number): Suppression => ({
    ground: 'aboveCap',
    cap: 2,
    period: rules.period,
    count,
  })
  const justIn = after(start, 1)
  const first = inSurvey(1, issuedTo(1, justIn))

  scenario('is not reached by one survey less')
    .given([...here, first])
    .when(closed())
    .sends([issue(5, { answeredFor: [c.li] })])

  scenario('is reached by as many as it says')
    .given([...here, first, inSurvey(2, issuedTo(1, c.monday))])
    .when(closed())
    .sends([suppress(6, above(2))])

  scenario('counts each survey once')
    .given([...here, first, first])
    .when(closed())
    .sends([issue(6, { answeredFor: [c.li] })])

  scenario('forgets a survey that was sent one period ago')
    .given([...here, inSurvey(1, issuedTo(1, start)), inSurvey(2, issuedTo(1, c.monday))])
    .when(closed())
    .sends([issue(6, { answeredFor: [c.li] })])

  scenario('counts those from elsewhere, and from before the start')
    .given([...here, past(first), past(inSurvey(2, issuedTo(1, c.monday)))])
    .when(closed())
    .sends([suppress(6, above(2))])

  scenario('counts those that this policy has sent and not yet heard of')
    .given([...here, closed(), closed(), inSurvey(9, issuedTo(2, c.monday))])
    .when(closed())
    .sends([suppress(7, above(2))])

  scenario('does not count what was held back')
    .given([
      ...here,
      first,
      inSurvey(2, {
        type: 'SurveySuppressed',
        data: {
          customer: c.customer(1),
          about: aboutIt,
          why: { ground: 'withdrawn' },
          at: tuesday,
          by,
        },
      }),
    ])
    .when(closed())
    .sends([issue(6, { answeredFor: [c.li] })])

  scenario('counts nobody else’s')
    .given([...here, first, inSurvey(2, issuedTo(2, c.monday))])
    .when(closed())
    .sends([issue(6, { answeredFor: [c.li] })])

  scenario('of none is above from the first')
    .given(here)
    .when(closed())
    .sends([issue(4, { answeredFor: [c.li] })])

  policyScenarios(issueSurveys({ ...rules, cap: 0 }), { test })('of none lets nobody be asked')
    .given(here)
    .when(closed())
    .sends([suppress(4, { ...above(0), cap: 0 } as Suppression)])

  describe('through merges', () => {
    /** The complainant was merged into the second, and he into the third. */
    const merged = [
      ...here,
      ofCustomer(u.registered, 2),
      ...known(3),
      ofCustomer(u.merged(1, 2), 1),
      ofCustomer(u.absorbed(1, 1), 2),
      ofCustomer(u.merged(2, 3), 2),
      ofCustomer(u.absorbed(2, 2), 3),
    ]

    scenario('the survivor is asked, by his own consent, about what was the complainant’s')
      .given([...merged, ofCustomer(u.event('ConsentWithdrawn', consent), 1)])
      .when(closed())
      .sends([issue(12, { answeredFor: [c.li] })])

    scenario('the survivor’s no holds')
      .given([...merged, ofCustomer(u.event('ConsentWithdrawn', consent), 3)])
      .when(closed())
      .sends([suppress(12, noConsent)])

    scenario('the survivor blacklisted, nobody is asked')
      .given([...merged, ofCustomer(u.blacklisted(c.zhao), 3)])
      .when(closed())
      .sends([suppress(12, { ground: 'blacklisted', since: tuesday })])

    scenario('the survivor forgotten, nobody is asked')
      .given([...merged, ofCustomer(u.erased(), 3)])
      .when(closed())
      .sends([suppress(12, { ground: 'erased' })])

    scenario('the complainant forgotten, nobody is asked in his matter')
      .given([...merged, ofCustomer(u.erased(), 1)])
      .when(closed())
      .sends([suppress(12, { ground: 'erased' })])

    scenario('the cap is one for all of them')
      .given([...merged, inSurvey(1, issuedTo(2, c.monday)), inSurvey(2, issuedTo(3, c.monday))])
      .when(closed())
      .sends([suppress(13, above(2))])

    scenario('parted, each has his own')
      .given([
        ...merged,
        inSurvey(1, issuedTo(2, c.monday)),
        inSurvey(2, issuedTo(3, c.monday)),
        ofCustomer(u.parted(1, 2), 1),
        ofCustomer(u.parted(1, 1), 2),
      ])
      .when(closed())
      .sends([issue(15, { answeredFor: [c.li] })])
  })
})

describe('decided before, and heard again', () => {
  const id = policyId(name, factId(5))
  const ahead = (event: SurveyEvent): Fact => ({ category: 'survey', id, event })

  scenario('it is not sent a second time')
    .given([...here, ahead(issuedTo(1, tuesday))])
    .when(closed())
    .sendsNothing()

  scenario('nor held back, whatever has come between')
    .given([...known(), complaint, ahead(issuedTo(1, tuesday)), ofCustomer(u.erased())])
    .when(closed())
    .sendsNothing()

  const suppressed: SurveyEvent = {
    type: 'SurveySuppressed',
    data: { customer: c.customer(1), about: aboutIt, why: noConsent, at: tuesday, by },
  }
  scenario('held back, it is not sent')
    .given([...here, ahead(suppressed)])
    .when(closed())
    .sendsNothing()
})

scenario('what was closed elsewhere, or before the start, is asked of nobody')
  .given(here)
  .when(past(closed()))
  .sendsNothing()

scenario('what is heard of surveys sends nothing')
  .given(here)
  .when(inSurvey(1, issuedTo(1, tuesday)))
  .sendsNothing()

describe('what the policy remembers', () => {
  const policy = issueSurveys(rules)
  const rowsAfter = (at: Instant) => {
    const memory = new Map([
      ['old', { customer: c.customer(1), at: after(at, -rules.period) }],
      ['new', { customer: c.customer(1), at: after(at, 1 - rules.period) }],
    ])
    return policy.tick?.(memory, { at, by })
  }
  it('is forgotten at the tick that comes one period later', () => {
    expect(rowsAfter(tuesday)).toEqual({ _tag: 'Done', commands: [], forget: ['old'] })
  })

  const hear = (issuedAt: Instant) =>
    policy.react(
      { ...inSurvey(1, issuedTo(1, issuedAt)), eventId: factId(0), triggers: false },
      new Map(),
      { at: tuesday, by },
    )
  it('is nothing of what was sent a period ago, when it is heard so late', () => {
    expect(hear(after(tuesday, -rules.period))).toMatchObject({ _tag: 'Done' })
    expect(hear(after(tuesday, -rules.period))).not.toHaveProperty('put')
    const at = after(tuesday, 1 - rules.period)
    expect(hear(at)).toHaveProperty('put', { [surveyId(1)]: { customer: c.customer(1), at } })
  })
})

describe('the rules', () => {
  it('are right as they should be', () => {
    expect(checkIssuedSurveys(rules)).toEqual([])
    expect(checkIssuedSurveys(servqual)).toEqual([])
    expect(checkIssuedSurveys({ ...rules, cap: 0, period: 1 })).toEqual([])
  })
  it.each([
    ['mode', 'sometimes', 'SurveyMode'],
    ['channel', 'pigeon', 'Channel'],
    ['purpose', ' ', 'Name'],
    ['cap', -1, 'a whole number from 0 to 1000000'],
    ['cap', 1.5, 'a whole number from 0 to 1000000'],
    ['period', 0, 'a whole number from 1 to 3155760000000'],
    ['servqual', 1990, 'ServqualEdition'],
  ])('are refused by %s %s', (field, value, expected) => {
    const wrong = { ...rules, [field]: value }
    expect(checkIssuedSurveys(wrong)).toEqual([{ field, expected }])
  })
})
