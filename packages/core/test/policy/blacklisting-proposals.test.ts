import { describe, expect, it, test } from 'vitest'

import type { ComplaintEvent } from '../../src/complaint/events.js'
import type { RemedyKind } from '../../src/complaint/lists.js'
import type { CustomerEvent } from '../../src/customer/events.js'
import { proposeBlacklisting } from '../../src/policy/blacklisting-proposals.js'
import {
  type BlacklistingProposals,
  checkBlacklistingProposals,
  type Row,
} from '../../src/policy/blacklisting-reasons.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { policyId } from '../../src/store/event-ids.js'
import { actorOf, factId, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'
import * as u from '../support/customer.js'
import * as d from '../support/dealings.js'

const within = 30 * c.day
const manyClaims = { within, atLeast: 2 }
/** More than one paid for two bought. */
const claimRatio = { within, above: 0.5 }
const name = 'proposeBlacklisting'
const counting = policyScenarios(proposeBlacklisting({ manyClaims, claimRatio: 'off' }), { test })
const comparing = policyScenarios(proposeBlacklisting({ manyClaims: 'off', claimRatio }), { test })
const both = policyScenarios(proposeBlacklisting({ manyClaims, claimRatio }), { test })
const by = actorOf(name)
const { tuesday } = c
const start = after(tuesday, -within)

const ofCustomer = (event: CustomerEvent, n = 1): Fact => ({
  category: 'customer',
  id: c.customer(n),
  event,
})
const inComplaint = (n: number, event: ComplaintEvent): Fact => ({
  category: 'complaint',
  id: c.complaintId(n),
  event,
})
const bought = (order: number, at: Instant = tuesday, n = 1): Fact => ({
  category: 'dealings',
  id: c.customer(n),
  event: d.bought(order, at),
})
const past = (fact: Fact): Fact => ({ ...fact, past: true })

const received = (n: number, customer = 1): Fact =>
  inComplaint(n, c.ofKind('complaint', { customer: c.customer(customer) }))
const offers = (
  n: number,
  at: Instant = tuesday,
  remedies: ReadonlyArray<RemedyKind> = ['compensation', 'repair'],
): Fact =>
  inComplaint(
    n,
    c.event(
      'RemediesProposed',
      {
        proposalId: c.entry(50),
        options: remedies.map((remedy, i) => c.proposedOption(51 + i, remedy)),
      },
      at,
    ),
  )
const atOnce = (n: number, at: Instant = tuesday, remedy: RemedyKind = 'compensation'): Fact =>
  inComplaint(
    n,
    c.event('ResolvedAtOnce', { option: c.option(51, remedy), noteDueAt: at, stopped: [] }, at),
  )
const accepts = (n: number, option = 51): Fact =>
  inComplaint(n, c.event('RemedyAccepted', { optionId: c.entry(option) }))
const carriedOut = (n: number, at: Instant = tuesday): Fact =>
  inComplaint(n, c.event('RemedyCarriedOut', { evidence: [], stopped: [] }, at))
const moved = (n: number, customer: number): Fact =>
  inComplaint(
    n,
    c.event('ComplaintMoved', {
      customer: c.customer(customer),
      from: c.customer(1),
      why: c.because,
    }),
  )

const claimed = c.text('compensation was claimed in too many of his complaints')
const paid = c.text('compensation was paid to him too often for what he buys')
/** By the fact at that place of the story. */
const propose = (place: number, why = claimed, n = 1, at: Instant = tuesday): Dispatch => ({
  to: 'customer',
  id: c.customer(n),
  command: {
    type: 'ProposeBlacklisting',
    data: {
      proposalId: policyId(name, c.customer(n), factId(place)) as never,
      why,
      at,
      by,
    },
  },
})
const known = ofCustomer(u.registered)
const here = [known, received(1), received(2), received(3)]

describe('who claims compensation often is proposed', () => {
  counting('when it is put on the table in as many complaints as the rules say')
    .given([...here, offers(1)])
    .when(offers(2))
    .sends([propose(5)])

  counting('but not in one less').given(here).when(offers(2)).sendsNothing()

  counting('with a claim from as long ago as the window goes')
    .given([...here, offers(1, start)])
    .when(offers(2))
    .sends([propose(5)])

  counting('but not one from before that')
    .given([...here, offers(1, after(start, -1))])
    .when(offers(2))
    .sendsNothing()

  counting('when it is given at once')
    .given([...here, offers(1)])
    .when(atOnce(2))
    .sends([propose(5)])

  counting('after it was given at once')
    .given([...here, atOnce(1)])
    .when(offers(2))
    .sends([propose(5)])

  counting('but not for other remedies')
    .given([...here, offers(1)])
    .when(offers(2, tuesday, ['repair', 'return']))
    .sendsNothing()

  counting('nor for other remedies at once')
    .given([...here, offers(1)])
    .when(atOnce(2, tuesday, 'repair'))
    .sendsNothing()

  counting('nor for the same complaint twice')
    .given([
      ...here,
      offers(1),
      inComplaint(1, c.event('RemediesRejected', { proposalId: c.entry(50), why: c.because })),
    ])
    .when(offers(1))
    .sendsNothing()

  counting('each claim is as old as it was first made')
    .given([...here, offers(1, after(start, -1)), offers(1, c.monday)])
    .when(offers(2))
    .sendsNothing()

  counting('written down later, as old as it was')
    .given([...here, offers(1, c.monday), offers(1, after(start, -1))])
    .when(offers(2))
    .sendsNothing()

  counting('with what was claimed elsewhere, or before the start')
    .given([...here, past(offers(1))])
    .when(offers(2))
    .sends([propose(5)])

  counting('but not by that alone')
    .given([...here, offers(1)])
    .when(past(offers(2)))
    .sendsNothing()

  counting('nobody for another’s claims')
    .given([...here.slice(0, 3), received(3, 2), offers(3)])
    .when(offers(2))
    .sendsNothing()

  counting('by whose it is that the complaint was moved to')
    .given([ofCustomer(u.registered, 2), received(1), received(2, 2), offers(1), moved(1, 2)])
    .when(offers(2))
    .sends([propose(5, claimed, 2)])

  counting('nor by a complaint that is not on record')
    .given([known, received(1), offers(1)])
    .when(offers(2))
    .sendsNothing()

  comparing('nor where claims are no matter')
    .given([...here, bought(1), offers(1)])
    .when(offers(2))
    .sendsNothing()
})

describe('who is paid often for what he buys is proposed', () => {
  /** One compensation that was accepted, for what will be paid. */
  const accepted = [...here, offers(1), accepts(1)]

  comparing('when more is paid than the ratio')
    .given([...accepted, bought(1)])
    .when(carriedOut(1))
    .sends([propose(7, paid)])

  comparing('but not at the ratio')
    .given([...accepted, bought(1), bought(2)])
    .when(carriedOut(1))
    .sendsNothing()

  comparing('with purchases from as long ago as the window goes')
    .given([...accepted, bought(1), bought(2, start)])
    .when(carriedOut(1))
    .sendsNothing()

  comparing('but not from before that')
    .given([...accepted, bought(1), bought(2, after(start, -1))])
    .when(carriedOut(1))
    .sends([propose(8, paid)])

  comparing('those given back count as bought')
    .given([
      ...accepted,
      bought(1),
      bought(2),
      { category: 'dealings', id: c.customer(1), event: d.gaveBack(1, d.full, tuesday, 2) },
    ])
    .when(carriedOut(1))
    .sendsNothing()

  comparing('nobody who bought nothing').given(accepted).when(carriedOut(1)).sendsNothing()

  comparing('when it is given at once')
    .given([...here, bought(1)])
    .when(atOnce(1))
    .sends([propose(5, paid)])

  comparing('with what was paid as long ago as the window goes')
    .given([...here, bought(1), bought(2), bought(3), atOnce(1, start)])
    .when(atOnce(2))
    .sends([propose(8, paid)])

  comparing('but not with what was paid before that')
    .given([...here, bought(1), bought(2), bought(3), atOnce(1, after(start, -1))])
    .when(atOnce(2))
    .sendsNothing()

  comparing('a claim of before that is paid when it is paid')
    .given([...here, offers(1, after(start, -1)), accepts(1), bought(1)])
    .when(carriedOut(1))
    .sends([propose(7, paid)])

  comparing('by what was paid last')
    .given([...here, bought(1), bought(2), bought(3), atOnce(1), atOnce(1, after(start, -1))])
    .when(atOnce(2))
    .sends([propose(9, paid)])

  comparing('one complaint is one, however often it was paid in it')
    .given([...here, bought(1), bought(2), atOnce(1)])
    .when(atOnce(1))
    .sendsNothing()

  comparing('not when it is claimed')
    .given([...here, bought(1)])
    .when(offers(1))
    .sendsNothing()

  comparing('nor when it is accepted')
    .given([...here, bought(1), offers(1)])
    .when(accepts(1))
    .sendsNothing()

  comparing('nor when another remedy is carried out')
    .given([...here, bought(1), offers(1), accepts(1, 52)])
    .when(carriedOut(1))
    .sendsNothing()

  comparing('nor when one is carried out that nobody accepted')
    .given([...here, bought(1), offers(1)])
    .when(carriedOut(1))
    .sendsNothing()

  comparing('nor when one is, of which nobody knows')
    .given([...here, bought(1)])
    .when(carriedOut(1))
    .sendsNothing()

  for (const [what, event] of [
    ['rejected', c.event('RemediesRejected', { proposalId: c.entry(50), why: c.because })],
    ['declined', c.event('RemediesDeclined', { noticeId: c.entry(60), why: c.because })],
  ] as const)
    comparing(`nor when it was ${what}, and something else came of it`)
      .given([...here, bought(1), offers(1), inComplaint(1, event), accepts(1)])
      .when(carriedOut(1))
      .sendsNothing()

  comparing('nor when it was off the table again')
    .given([...here, bought(1), offers(1), offers(1, tuesday, ['repair']), accepts(1)])
    .when(carriedOut(1))
    .sendsNothing()

  comparing('nor by what was paid elsewhere, or before the start')
    .given([...accepted, bought(1)])
    .when(past(carriedOut(1)))
    .sendsNothing()

  comparing('but with that')
    .given([...accepted, bought(1), bought(2), bought(3), past(carriedOut(1))])
    .when(atOnce(2))
    .sends([propose(10, paid)])

  counting('not where payments are no matter')
    .given([...here, bought(1)])
    .when(atOnce(1))
    .sendsNothing()

  const patient = proposeBlacklisting({
    manyClaims: 'off',
    claimRatio: { ...claimRatio, atLeast: 2 },
  })
  policyScenarios(patient, { test })('not before so many were paid as the rules want')
    .given([...here, bought(1)])
    .when(atOnce(1))
    .sendsNothing()
  policyScenarios(patient, { test })('once so many were')
    .given([...here, bought(1), atOnce(1)])
    .when(atOnce(2))
    .sends([propose(6, paid)])
})

describe('nobody is proposed', () => {
  const often = [...here, offers(1)]

  counting('who is blacklisted')
    .given([...often, ofCustomer(u.blacklisted(c.zhao))])
    .when(offers(2))
    .sendsNothing()

  counting('who is proposed already, by whomever')
    .given([
      ...often,
      ofCustomer(u.event('BlacklistingProposed', { proposalId: c.entry(1), ...u.why })),
    ])
    .when(offers(2))
    .sendsNothing()

  counting('unless it is for something else')
    .given([
      ...often,
      ofCustomer(
        u.event('ClassificationProposed', {
          proposalId: c.entry(1),
          classification: u.vip,
          ...u.why,
        }),
      ),
    ])
    .when(offers(2))
    .sends([propose(6)])

  counting('who is forgotten')
    .given([...often, ofCustomer(u.erased())])
    .when(offers(2))
    .sendsNothing()

  counting('who is not on record').given(often.slice(1)).when(offers(2)).sendsNothing()
})

describe('after a proposal', () => {
  const next = after(tuesday, 1)
  const decided = (place: number) => [
    ofCustomer(
      u.event('BlacklistingProposed', {
        proposalId: policyId(name, c.customer(1), factId(place)) as never,
        ...u.why,
      }),
    ),
    ofCustomer(
      u.event('ProposalDismissed', {
        proposalId: policyId(name, c.customer(1), factId(place)) as never,
        ...u.why,
      }),
    ),
  ]

  counting('that people dismissed, what they knew then counts no more')
    .given([...here, offers(1), offers(2), ...decided(5)])
    .when(offers(3, next))
    .sendsNothing()

  counting('what came after does')
    .given([...here, received(4), offers(1), offers(2), ...decided(6), offers(3, next)])
    .when(offers(4, next))
    .sends([propose(10, claimed, 1, next)])

  both('the other reason counts all the same')
    .given([...here, bought(1), bought(2), bought(3), atOnce(1), offers(2), ...decided(8)])
    .when(atOnce(3, next))
    .sends([propose(11, paid, 1, next)])

  both('and so it is the other way round')
    .given([...here, bought(1), atOnce(1), ...decided(5)])
    .when(offers(2))
    .sends([propose(8)])

  both('of two reasons at once one is named')
    .given([...here, bought(1), bought(2), bought(3), offers(1), accepts(1), carriedOut(1)])
    .when(atOnce(2))
    .sends([propose(10)])

  comparing('what was paid before it counts no more')
    .given([...here, bought(1), atOnce(1), ...decided(5), bought(2, next), bought(3, next)])
    .when(atOnce(2, next))
    .sendsNothing()
})

describe('a customer who was merged', () => {
  const merged = [
    ...here,
    ofCustomer(u.registered, 2),
    ofCustomer(u.merged(1, 2), 1),
    ofCustomer(u.absorbed(1, 1), 2),
    received(7, 2),
  ]
  counting('is proposed as who he is now, by what all of him has claimed')
    .given([...merged, offers(7)])
    .when(offers(1))
    .sends([propose(9, claimed, 2)])

  comparing('is compared with what all of him has bought')
    .given([...merged, bought(1), bought(2, tuesday, 2)])
    .when(atOnce(1))
    .sendsNothing()

  counting('is himself again once parted')
    .given([...merged, offers(7), ofCustomer(u.parted(1, 2), 1), ofCustomer(u.parted(1, 1), 2)])
    .when(offers(1))
    .sendsNothing()
})

describe('what the policy remembers', () => {
  const claim = (
    claimedAt: number,
    paidAt: number | null = null,
    pending: ReadonlyArray<string> | 'accepted' = [],
  ) => ({
    customer: c.customer(1),
    claimedAt,
    paidAt,
    pending,
  })
  const old = after(start, -1)
  const forgotten = (rules: BlacklistingProposals, rows: Readonly<Record<string, Row>>) => {
    const reaction = proposeBlacklisting(rules).tick?.(new Map(Object.entries(rows)), {
      at: tuesday,
      by,
    })
    return reaction?._tag === 'Done' ? reaction.forget : 'nothing'
  }
  const longer = { ...claimRatio, within: within + 1 }

  it('is forgotten once it is out of every window, and nothing more is to come of it', () => {
    const rows = {
      claimed: claim(old),
      lately: claim(start),
      paid: claim(old, old),
      paidLately: claim(old, start),
      offered: claim(old, null, [c.entry(51)]),
      accepted: claim(old, null, 'accepted'),
      'manyClaims/old': { until: old },
      'manyClaims/new': { until: start },
    }
    const gone = ['claimed', 'paid', 'manyClaims/old']
    expect(forgotten({ manyClaims, claimRatio }, rows)).toEqual(gone)
    expect(forgotten({ manyClaims, claimRatio: 'off' }, rows)).toEqual(gone)
    expect(forgotten({ manyClaims: 'off', claimRatio }, rows)).toEqual(gone)
    expect(forgotten({ manyClaims, claimRatio: longer }, rows)).toEqual([])
    expect(forgotten({ manyClaims: { ...manyClaims, ...longer }, claimRatio }, rows)).toEqual([])
  })

  const heard = (event: ComplaintEvent) => {
    const reaction = proposeBlacklisting({ manyClaims, claimRatio }).react(
      { ...inComplaint(1, event), eventId: factId(0), triggers: false },
      new Map([[c.complaintId(1), claim(tuesday, null, [c.entry(51)])]]),
      { at: tuesday, by },
    )
    return reaction
  }
  it.each([
    ['closed', c.closed()],
    ['withdrawn', c.event('ComplaintWithdrawn', { why: c.because })],
    ['merged', c.event('ComplaintMerged', { survivor: c.complaintId(2), openPromises: [] })],
    [
      'referred',
      c.event('ComplaintReferred', { body: 'court', name: c.name('court'), why: c.because }),
    ],
  ])('waits for nothing more of a complaint that was %s', (_, event) => {
    expect(heard(event)).toMatchObject({
      reactions: [{ put: { [c.complaintId(1)]: { claimedAt: tuesday, pending: [] } } }, {}],
    })
  })
  it('is left alone by what is about something else', () => {
    expect(heard(c.reply(1))).toEqual({ _tag: 'Done', commands: [] })
  })
})

describe('the rules', () => {
  it('are right as they should be', () => {
    expect(checkBlacklistingProposals({ manyClaims, claimRatio })).toEqual([])
    expect(checkBlacklistingProposals({ manyClaims: 'off', claimRatio: 'off' })).toEqual([])
    expect(
      checkBlacklistingProposals({
        manyClaims: { within: 1, atLeast: 1 },
        claimRatio: { within: 1, above: 0, atLeast: 1 },
      }),
    ).toEqual([])
  })
  const window = 'whole milliseconds from 1 to 100 years'
  it.each([
    [{ manyClaims: { within: 0, atLeast: 1 } }, 'manyClaims.within', window],
    [{ manyClaims: { within, atLeast: 0 } }, 'manyClaims.atLeast', 'a whole number, at least 1'],
    [{ claimRatio: { within: 0, above: 1 } }, 'claimRatio.within', window],
    [{ claimRatio: { within, above: -0.1 } }, 'claimRatio.above', 'a number, at least 0'],
    [{ claimRatio: { within, above: Infinity } }, 'claimRatio.above', 'a number, at least 0'],
    [
      { claimRatio: { within, above: 1, atLeast: 0 } },
      'claimRatio.atLeast',
      'a whole number, at least 1',
    ],
  ])('are refused as %j', (wrong, field, expected) => {
    expect(checkBlacklistingProposals({ manyClaims, claimRatio, ...wrong })).toEqual([
      { field, expected },
    ])
  })
})
