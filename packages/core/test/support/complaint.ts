/** Words for stories about complaints: who, when, and each message in as few words as it can be told. */
import type { Asked, ComplaintCommand } from '../../src/complaint/commands.js'
import type { ComplaintEvent, FactsOf } from '../../src/complaint/events.js'
import type { ComplaintRules } from '../../src/complaint/rules.js'
import { Cause, Content, type Kind } from '../../src/complaint/lists.js'
import {
  About,
  type AppliedClock,
  Evaluation,
  Party,
  ProposedOption,
  RemedyOption,
} from '../../src/complaint/values.js'
import { Actor, ActorId, Role } from '../../src/shared/actor.js'
import { Authority } from '../../src/shared/authority.js'
import { ComplaintId, CustomerId, EntryId, PromiseId } from '../../src/shared/ids.js'
import { after, Instant } from '../../src/shared/instant.js'
import { Money } from '../../src/shared/money.js'
import { Name, NonEmptyText } from '../../src/shared/text.js'
import { make } from './make.js'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export const instant = make(Instant)
export const text = make(NonEmptyText)
export const name = make(Name)
export const actor = (id: string, role: string) => make(Actor)({ id, role })
export const money = (amount: number, currency = 'EUR') => make(Money)({ amount, currency })
export const content = make(Content)
export const cause = make(Cause)
export const party = make(Party)
export const evaluation = make(Evaluation)
export const staff = make(ActorId)
export const role = make(Role)

const id = (first: string, n: number) =>
  `${first}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const entry = (n: number) => make(EntryId)(id('1', n))
export const customer = (n: number) => make(CustomerId)(id('c', n))
export const complaintId = (n: number) => make(ComplaintId)(id('d', n))
export const promiseId = (n: number) => make(PromiseId)(id('e', n))

/** Monday morning, when it all begins, and so many hours later. */
export const monday = instant('2026-11-23T09:00:00.000Z')
export const hours = (n: number) => after(monday, n * hour)
export const days = (n: number) => hours(24 * n)
export const tuesday = days(1)
export const wednesday = days(2)

export const desk = actor('desk', 'agent')
export const li = actor('li', 'agent')
export const wang = actor('wang', 'supervisor')
export const zhao = actor('zhao', 'head')

export const because = text('because')
export const words = text('as was said')

export const command = <T extends ComplaintCommand['type']>(
  type: T,
  data: Omit<Asked<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<ComplaintCommand, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<ComplaintCommand, { type: T }>

export const event = <T extends ComplaintEvent['type']>(
  type: T,
  data: Omit<FactsOf<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<ComplaintEvent, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<ComplaintEvent, { type: T }>

/** No deadline but the default for a first reply; everyone may decide what his part allows. */
export const rules: ComplaintRules = {
  authority: make(Authority)([
    { role: 'agent', matter: 'repair' },
    { role: 'agent', matter: 'compensation', upTo: [{ amount: 5_000, currency: 'EUR' }] },
    { role: 'supervisor', matter: 'compensation', upTo: [{ amount: 50_000, currency: 'EUR' }] },
    { role: 'supervisor', matter: 'repair' },
    { role: 'head', matter: 'return' },
  ]),
  clocks: [{ policy: { resolution: 'none', pausedWhileWaiting: [] } }],
  noticeTries: 2,
  reopenWithin: 14 * day,
  liaisonNote: { within: 2 * hour },
}

export const fault = content({ category: 'quality', subtype: 'fault' })
export const damage = content({ category: 'transport', subtype: 'damage' })
export const defect = cause({ origin: 'enterprise', factor: 'productDefect' })
export const intake = {
  kind: 'complaint' as Kind,
  customer: customer(1),
  channel: 'phone' as const,
  about: make(About)({ topic: 'item', ref: 'pump 7' }),
  demand: text('a pump that pumps'),
}

export const ofKind = (
  kind: Kind,
  more: Partial<FactsOf<'ComplaintRecorded'>> = {},
  at: Instant = monday,
) =>
  event(
    'ComplaintRecorded',
    { ...intake, kind, firstResponsible: desk.id, stopped: [], ...more },
    at,
  )

export const recorded = ofKind('complaint')
export const foundValid = event('ComplaintFoundValid', { content: fault, reasons: because })
export const foundInvalid = event('ComplaintFoundInvalid', {
  ground: 'misunderstanding',
  content: fault,
  reasons: because,
})
export const liInCharge = party({ kind: 'person', id: 'li' })
export const partsDepartment = party({ kind: 'department', id: 'parts' })
export const assigned = event('ResponsibilityAssigned', { to: liInCharge, owner: li.id })
export const investigated = event('ComplaintInvestigated', { cause: defect, evidence: [] })

export const option = (
  n: number,
  remedy: RemedyOption['remedy'] = 'repair',
  cost?: Money,
): RemedyOption =>
  make(RemedyOption)({
    optionId: entry(n),
    remedy,
    what: 'a new seal',
    ...(cost && { cost }),
  })
export const proposedOption = (
  n: number,
  remedy: RemedyOption['remedy'] = 'repair',
  approvers: ReadonlyArray<string> = [],
  cost?: Money,
): ProposedOption =>
  make(ProposedOption)({
    optionId: entry(n),
    remedy,
    what: 'a new seal',
    approvers: approvers.map(role),
    ...(cost && { cost }),
  })

/** Repair needs no approval; taking it back is the head's to grant. */
export const proposed = event('RemediesProposed', {
  proposalId: entry(50),
  options: [proposedOption(51), proposedOption(52, 'return', ['head'])],
})
export const approved = event(
  'RemediesApproved',
  { proposalId: entry(50), options: [entry(52)] },
  tuesday,
  zhao,
)
export const notified = (n = 60, at: Instant = tuesday) =>
  event(
    'CustomerNotified',
    {
      noticeId: entry(n),
      channel: 'phone',
      contactNext: li.id,
      text: words,
      options: [entry(51), entry(52)],
      stopped: [],
    },
    at,
  )
export const accepted = event('RemedyAccepted', { optionId: entry(51) })
export const carriedOut = event('RemedyCarriedOut', { evidence: [], stopped: [] })
export const closed = (
  outcome: 'resolved' | 'invalid' | 'unanswered' = 'resolved',
  at: Instant = tuesday,
  toCaseLibrary = true,
) =>
  event(
    'ComplaintClosed',
    { summary: words, outcome, evaluation: evaluation({ toCaseLibrary }), stopped: [] },
    at,
  )

/** The path of a valid complaint, as far as each step. */
export const judged = [recorded, foundValid]
export const inCharge = [...judged, assigned]
export const toldWhy = [...inCharge, investigated]
export const onTheTable = [...toldWhy, proposed]
export const agreed = [...onTheTable, approved]
export const told = [...agreed, notified()]
export const chosen = [...told, accepted]
export const resolved = [...chosen, carriedOut]

export const promised = (
  n: number,
  more: Partial<FactsOf<'PromiseGiven'>> = {},
  at: Instant = tuesday,
) =>
  event(
    'PromiseGiven',
    {
      promiseId: promiseId(n),
      kind: 'callback',
      what: words,
      basis: because,
      dueAt: wednesday,
      temporary: false,
      customer: customer(1),
      ...more,
    },
    at,
  )

export const reply = (
  n: number,
  at: Instant = tuesday,
  stopped: ReadonlyArray<AppliedClock> = [],
) =>
  event(
    'ReplyGiven',
    { replyId: entry(n), channel: 'phone', text: words, automatic: false, stopped },
    at,
  )
export const contacted = (n: number, at: Instant = tuesday, automatic = false) =>
  event(
    'CustomerContactedAgain',
    { messageId: entry(n), channel: 'phone', text: words, automatic },
    at,
  )
export const awaited = (n: number, at: Instant = tuesday) =>
  event('CustomerAwaited', { waitId: entry(n), what: words }, at)
export const courtesy = (
  n: number,
  which: 'apology' | 'explanation' | 'thanks' = 'apology',
  at: Instant = tuesday,
) => event('CourtesyExtended', { courtesyId: entry(n), courtesy: which, channel: 'phone' }, at)

export const closing = { summary: words, evaluation: evaluation({ toCaseLibrary: true }) }
export const close = (at: Instant = tuesday) => command('CloseComplaint', closing, at)

/** The first-reply clock of a complaint under the default, which Tuesday morning just meets. */
export const firstClock: AppliedClock = { clock: 'firstReply', startedAt: monday, dueAt: tuesday }

/** Every way in which a complaint leaves the desk, two hours after it came. */
export const leavings = [
  ['closed', closed('resolved', hours(2))],
  ['withdrawn', event('ComplaintWithdrawn', { why: because }, hours(2))],
  ['merged', event('ComplaintMerged', { survivor: complaintId(2), openPromises: [] }, hours(2))],
  [
    'referred outside',
    event('ComplaintReferred', { body: 'court', name: name('the court'), why: because }, hours(2)),
  ],
] as const
