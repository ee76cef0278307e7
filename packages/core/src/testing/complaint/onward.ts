/**
 * What a desk would do next with a complaint, so that deep states are reached as often as shallow ones.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import type { ComplaintCommand } from '../../complaint/commands.js'
import {
  Cause,
  Channel,
  ClocksFrom,
  Content,
  Kind,
  Ruling,
  ServiceTerms,
  Settlement,
} from '../../complaint/lists.js'
import { type CaseFile, type ComplaintState, openPromises } from '../../complaint/state.js'
import { openWait } from '../../complaint/timeline.js'
import { About, RemedyOption } from '../../complaint/values.js'
import type { Actor } from '../../shared/actor.js'
import { ComplaintId, CustomerId, EntryId, PromiseId } from '../../shared/ids.js'
import type { Instant } from '../../shared/instant.js'
import { hasKey } from '../../shared/key-set.js'
import { Money } from '../../shared/money.js'
import { Name, NonEmptyText } from '../../shared/text.js'
import { fromCodec } from '../from-codec.js'
import { actors, instants, made, pools } from '../pools.js'

const of = <A>(codec: Parameters<typeof fromCodec<A>>[0]) => fromCodec(codec, pools)

const entryId = of(EntryId)

/** All that the next command may need, whatever it turns out to be. */
export const material = fc.record(
  {
    /** Which of what could come next; mostly what leads furthest. */
    turn: fc.oneof(
      { arbitrary: fc.constant(0), weight: 4 },
      { arbitrary: fc.nat({ max: 2 }), weight: 3 },
      { arbitrary: fc.nat({ max: 12 }), weight: 2 },
    ),
    at: fc.oneof(fc.constantFrom(...instants.slice(1, 9)), fc.constantFrom(...instants)),
    late: fc.oneof({ arbitrary: fc.constant(false), weight: 6 }, fc.boolean()),
    by: fc.constantFrom(...actors),
    who: fc.constantFrom(...actors.map(({ id }) => id)),
    kind: fc.oneof({ arbitrary: fc.constant<Kind>('complaint'), weight: 3 }, of(Kind)),
    customer: of(CustomerId),
    other: of(ComplaintId),
    promise: of(PromiseId),
    channel: of(Channel),
    about: of(About),
    content: of(Content),
    cause: of(Cause),
    tier: of(Name),
    ruling: of(Ruling),
    how: of(Settlement),
    dueAt: fc.constantFrom(...instants),
    terms: of(ServiceTerms),
    charge: of(Money),
    from: of(ClocksFrom),
    yes: fc.boolean(),
    options: fc.uniqueArray(of(RemedyOption), {
      selector: ({ optionId }) => optionId,
      minLength: 1,
      maxLength: 2,
    }),
    id: entryId,
  },
  { noNullPrototype: true },
)

type Of<A> = A extends fc.Arbitrary<infer T> ? T : never
export type Material = Of<typeof material>

const words = made(NonEmptyText, 'a')

interface Moment {
  readonly at: Instant
  readonly by: Actor
}

type Next = ReadonlyArray<ComplaintCommand>

const record = (m: Material): ComplaintCommand => {
  const { kind, customer, channel, about, tier, by, who } = m
  const at = m.late ? m.at : (instants[1] ?? m.at)
  return {
    type: 'RecordComplaint',
    data: { kind, customer, channel, about, tier, demand: words, firstResponsible: who, at, by },
  }
}

const judge = ({ content }: Material, now: Moment): Next => [
  { type: 'FindValid', data: { content, reasons: words, ...now } },
  {
    type: 'FindInvalid',
    data: { content, ground: 'misunderstanding', reasons: words, ...now },
  },
]

const atOnce = (file: CaseFile, { options }: Material, now: Moment): Next =>
  options.slice(0, 1).map((option) => ({
    type: 'ResolveAtOnce',
    data: { option, ...now, by: { ...now.by, id: file.firstResponsible } },
  }))

const assign = ({ who }: Material, now: Moment): ComplaintCommand => ({
  type: 'AssignResponsibility',
  data: { to: { kind: 'person', id: who }, ...now },
})

const notice = ({ id, channel, who }: Material, now: Moment): ComplaintCommand => ({
  type: 'NotifyCustomer',
  data: { noticeId: id, channel, contactNext: who, text: words, ...now },
})

/** Whoever may approve what still waits, and the options that he may. */
const approval = (file: CaseFile, now: Moment): Next => {
  const { proposal } = file
  const [role] = proposal?.options.find(({ approved }) => !approved)?.approvers ?? []
  if (!proposal || !role) return []
  const { proposalId } = proposal
  const options = proposal.options.flatMap(({ optionId, approved, approvers }) =>
    !approved && approvers.includes(role) ? [optionId] : [],
  )
  const by = { ...now.by, role }
  return [
    { type: 'ApproveRemedies', data: { proposalId, options, ...now, by } },
    { type: 'RejectRemedies', data: { proposalId, why: words, ...now, by } },
  ]
}

const answer = ({ proposal }: CaseFile, m: Material, now: Moment): Next => [
  ...(proposal?.options ?? [])
    .slice(-1)
    .map(({ optionId }) => ({ type: 'AcceptRemedy', data: { optionId, ...now } }) as const),
  notice(m, now),
  ...(proposal?.notices ?? [])
    .slice(-1)
    .map(
      (id) => ({ type: 'DeclineRemedies', data: { noticeId: id, why: words, ...now } }) as const,
    ),
  close('CloseUnanswered', m, now),
]

const close = (
  type: 'CloseComplaint' | 'CloseUnanswered',
  { yes }: Material,
  now: Moment,
): ComplaintCommand => ({
  type,
  data: { summary: words, evaluation: { toCaseLibrary: yes }, ...now },
})

/** What is still owed is done first; then it can be closed. */
const finish = (file: CaseFile, m: Material, now: Moment): Next => {
  const { id, yes } = m
  const settled = openPromises(file).map(
    (promiseId) => ({ type: 'SettlePromise', data: { promiseId, how: 'kept', ...now } }) as const,
  )
  const noted =
    file.liaisonNote !== undefined && file.liaisonNote !== 'filed'
      ? [{ type: 'FileLiaisonNote', data: { note: words, ...now } } as const]
      : []
  const thanked =
    file.kind === 'suggestion' && !file.courtesies.includes('thanks')
      ? ([
          {
            type: 'ExtendCourtesy',
            data: { courtesyId: id, courtesy: 'thanks', channel: 'phone', ...now },
          },
        ] as const)
      : []
  const written =
    file.intake.channel === 'letter' && !file.repliedInWriting
      ? ([
          {
            type: 'GiveReply',
            data: { replyId: id, channel: 'letter', text: words, automatic: !yes, ...now },
          },
        ] as const)
      : []
  return [...settled, ...noted, ...thanked, ...written, close('CloseComplaint', m, now)]
}

const begin = (file: CaseFile, m: Material, now: Moment): Next => {
  const { id, channel, yes } = m
  switch (file.kind) {
    case 'complaint':
      return [...judge(m, now), ...atOnce(file, m, now)]
    case 'inquiry':
      return [{ type: 'AnswerInquiry', data: { replyId: id, channel, text: words, ...now } }]
    case 'suggestion':
      return [{ type: 'DecideSuggestion', data: { takenUp: yes, why: words, ...now } }]
    case 'repair':
    case 'return':
      return [assign(m, now)]
  }
}

const decideService = ({ terms, charge }: Material, now: Moment): ComplaintCommand => ({
  type: 'DecideService',
  data: { terms, why: words, ...(terms === 'charged' && { charge }), ...now },
})

/** By the step that it has reached. */
const step = (file: CaseFile, m: Material, now: Moment): Next => {
  switch (file.step) {
    case 'recorded':
      return begin(file, m, now)
    case 'judged':
      return file.judgement?.valid === false
        ? [notice(m, now)]
        : [assign(m, now), ...atOnce(file, m, now)]
    case 'assigned':
      return file.kind === 'complaint'
        ? [{ type: 'RecordInvestigation', data: { cause: m.cause, evidence: [], ...now } }]
        : [decideService(m, now)]
    case 'investigated':
      return [
        { type: 'ProposeRemedies', data: { proposalId: m.id, options: m.options, ...now } },
        ...atOnce(file, m, now),
      ]
    case 'proposed':
      return approval(file, now)
    case 'approved':
      return [notice(m, now)]
    case 'notified':
      return answer(file, m, now)
    case 'accepted':
      return [{ type: 'CarryOutRemedy', data: { evidence: [], ...now } }]
    case 'decided':
      return [{ type: 'FinishService', data: { evidence: [], ...now } }]
    case 'resolved':
      return finish(file, m, now)
  }
}

const heard = ({ id, yes }: Material, now: Moment): ComplaintCommand => ({
  type: 'RecordContact',
  data: { messageId: id, channel: 'phone', text: words, automatic: !yes, ...now },
})

/** What may be done at any step. */
const besides = (file: CaseFile, m: Material, now: Moment): Next => {
  const { id, channel, promise: promiseId, how, dueAt, yes, who } = m
  const wait = openWait(file.timeline)
  const remediesTaken = (file.proposal?.options ?? []).map(({ optionId }) => optionId)
  const visit = { visitId: id, visitor: who, time: dueAt }
  return [
    wait
      ? { type: 'EndWaiting', data: { waitId: wait.waitId, ...now } }
      : { type: 'AwaitCustomer', data: { waitId: id, what: words, ...now } },
    { type: 'CheckClocks', data: now },
    heard(m, now),
    { type: 'GiveReply', data: { replyId: id, channel, text: words, automatic: false, ...now } },
    {
      type: 'GivePromise',
      data: {
        promiseId,
        kind: 'callback',
        what: words,
        basis: words,
        dueAt,
        temporary: yes,
        ...now,
      },
    },
    { type: 'SettlePromise', data: { promiseId, how, ...now } },
    hasKey(file.entries, `visit/${id}`)
      ? { type: 'PayVisit', data: { visitId: id, remediesTaken, ...now } }
      : { type: 'AppointVisit', data: { ...visit, ...now } },
    {
      type: 'RaiseMatter',
      data: { matter: yes ? 'majorMatter' : 'departmentDispute', why: words, ...now },
    },
    { type: 'ChangeTier', data: { tier: m.tier, clocksFrom: m.from, ...now } },
    { type: 'ChangeKind', data: { kind: m.kind, clocksFrom: m.from, ...now } },
    {
      type: 'ReferOutside',
      data: { body: 'court', name: made(Name, 'court'), why: words, ...now },
    },
  ]
}

const possible = (state: ComplaintState, m: Material): Next => {
  if (state._tag === 'NotRecorded') return [record(m)]
  const { file } = state
  const at = m.late || m.at > file.latest ? m.at : file.latest
  const now = { at, by: m.by }
  const { other: survivor, ruling, yes } = m
  switch (state._tag) {
    case 'Open':
      return [...step(file, m, now), ...besides(file, m, now)]
    case 'Closed':
      return [
        { type: 'ReopenComplaint', data: { why: words, ...now } },
        { type: 'GiveCase', data: { to: m.tier, ...now } },
        { type: 'ConfirmAvoidance', data: { avoided: yes, ...now } },
        heard(m, now),
      ]
    case 'Withdrawn':
      return [heard(m, now), { type: 'ReopenComplaint', data: { why: words, ...now } }]
    case 'Referred':
      return [
        { type: 'RecordOutsideDecision', data: { ruling, text: words, ...now } },
        { type: 'WithdrawComplaint', data: { why: words, ...now } },
      ]
    case 'Merged':
      return [heard(m, now), { type: 'MergeComplaint', data: { survivor, ...now } }]
  }
}

/** A command that `state` calls for; mostly it is answered with a fact. */
export const onward = (state: ComplaintState, m: Material): ComplaintCommand => {
  const next = possible(state, m)
  return next[m.turn % next.length] ?? { type: 'CheckClocks', data: { at: m.at, by: m.by } }
}
