/**
 * How a complaint's state follows from what is on record. Total, and free of rules:
 * what is on record cannot be refused, only folded in.
 *
 * @since 0.1.0
 */
import { type Instant, later } from '../shared/instant.js'
import { noKeys, withKey } from '../shared/key-set.js'
import { withAnswerer } from './answerers.js'
import type { ComplaintEvent, FactsOf } from './events.js'
import { written, type Channel, type Content, type Kind } from './lists.js'
import {
  type CaseFile,
  type ComplaintState,
  escalationId,
  type Judgement,
  type Recorded,
  type Step,
} from './state.js'
import * as line from './timeline.js'
import type { AppliedClock, Verdict } from './values.js'

type Timed = (timeline: line.Timeline) => line.Timeline

/** Its timeline after some changes. */
const timelineOf = ({ timeline }: CaseFile, ...changes: ReadonlyArray<Timed>): line.Timeline =>
  changes.reduce((changed, change) => change(changed), timeline)

const timed = (file: CaseFile, ...changes: ReadonlyArray<Timed>): CaseFile => ({
  ...file,
  timeline: timelineOf(file, ...changes),
})

/** Its entries with one more. */
const entriesOf = ({ entries }: CaseFile, list: string, id: string): CaseFile['entries'] =>
  withKey(entries, `${list}/${id}`)

const entered = (file: CaseFile, list: string, id: string): CaseFile => ({
  ...file,
  entries: entriesOf(file, list, id),
})

const verdictAt =
  (at: Instant) =>
  ({ dueAt }: AppliedClock): Verdict =>
    at <= dueAt ? 'met' : 'missed'

/** A clock stopped is a verdict on record. */
const stop = ({ stopped, at }: { stopped: ReadonlyArray<AppliedClock>; at: Instant }): Timed =>
  line.judged(stopped, verdictAt(at))

const isInWriting = (file: CaseFile, channel: Channel): boolean =>
  file.repliedInWriting || written.includes(channel)

const resolve = (
  file: CaseFile,
  facts: { stopped: ReadonlyArray<AppliedClock>; at: Instant },
): CaseFile => ({
  ...file,
  timeline: timelineOf(file, stop(facts), line.resolved(facts.at)),
  step: 'resolved',
})

const record = ({
  firstResponsible,
  stopped,
  ...facts
}: FactsOf<'ComplaintRecorded'>): CaseFile => {
  const { at, by, kind, customer, channel, about, content, tier, repeatOf, complainantType } = facts
  const answered = stopped.some(({ clock }) => clock === 'firstReply')
  const file: CaseFile = {
    intake: { at, by: by.id, kind, customer, about, ...(channel && { channel }) },
    kind,
    customer,
    ...(content && { content }),
    ...(tier !== undefined && { tier }),
    ...(repeatOf && { repeatOf }),
    ...(complainantType && { complainantType }),
    step: 'recorded',
    cycle: 1,
    firstResponsible,
    holder: { kind: 'person', id: firstResponsible },
    owner: firstResponsible,
    answeredBy: answered ? [by] : [],
    carriedOut: false,
    courtesies: [],
    repliedInWriting: false,
    promises: {},
    raised: {},
    timeline: line.begin(at),
    latest: at,
    entries: noKeys,
    toCaseLibrary: false,
  }
  return answered ? timed(file, stop({ stopped, at }), line.replied(at)) : file
}

const foundValid = ({ content }: CaseFile): Judgement => ({
  valid: true,
  ...(content !== undefined && { content }),
})

const judge = (file: CaseFile, judgement: Judgement, content: Content): CaseFile => ({
  ...file,
  judgement,
  content,
  step: 'judged',
})

/** Back to where remedies are proposed: what was on the table is off it. */
const backToProposing = ({ proposal, accepted, ...file }: CaseFile): CaseFile => ({
  ...file,
  step: 'investigated',
})

const approve = (file: CaseFile, { options }: FactsOf<'RemediesApproved'>): CaseFile => {
  if (!file.proposal) return file
  const all = file.proposal.options.map((option) =>
    options.includes(option.optionId) ? { ...option, approved: true } : option,
  )
  const step: Step = all.every(({ approved }) => approved) ? 'approved' : file.step
  return { ...file, step, proposal: { ...file.proposal, options: all } }
}

const propose = (file: CaseFile, facts: FactsOf<'RemediesProposed'>): CaseFile => {
  const options = facts.options.map(({ what, ...option }) => ({
    ...option,
    approved: option.approvers.length === 0,
  }))
  return {
    ...entered(file, 'proposal', facts.proposalId),
    step: options.every(({ approved }) => approved) ? 'approved' : 'proposed',
    proposal: { proposalId: facts.proposalId, options, notices: [] },
  }
}

const notify = (file: CaseFile, facts: FactsOf<'CustomerNotified'>): CaseFile => {
  const told: CaseFile = {
    ...file,
    entries: entriesOf(file, 'notice', facts.noticeId),
    timeline: timelineOf(file, stop(facts), line.replied(facts.at)),
    repliedInWriting: isInWriting(file, facts.channel),
  }
  if (file.judgement?.valid === false) return resolve(told, facts)
  const { proposal } = file
  return {
    ...told,
    step: 'notified',
    ...(proposal && {
      proposal: { ...proposal, notices: [...proposal.notices, facts.noticeId] },
    }),
  }
}

const resolveAtOnce = (file: CaseFile, facts: FactsOf<'ResolvedAtOnce'>): CaseFile => ({
  ...resolve(file, facts),
  entries: entriesOf(file, 'atOnce', facts.option.optionId),
  judgement: file.judgement ?? foundValid(file),
  accepted: facts.option.optionId,
  carriedOut: true,
  liaisonNote: facts.noteDueAt,
})

/** The step at which a path is taken up (again), in the hands where the complaint is. */
const entryStep = (kind: Kind, assigned: boolean, valid: boolean): Step => {
  switch (kind) {
    case 'inquiry':
    case 'suggestion':
      return 'recorded'
    case 'repair':
    case 'return':
      return assigned ? 'assigned' : 'recorded'
    case 'complaint':
      if (!valid) return 'recorded'
      return assigned ? 'assigned' : 'judged'
  }
}

/** A valid judgement stands; one of invalid may be made anew. What is major stays so; a dispute would be a new one. */
const restart = (file: CaseFile): CaseFile => {
  const { judgement, proposal, accepted, terms, charge, takenUp, ...rest } = file
  const valid = judgement?.valid === true
  const { departmentDispute, ...raised } = file.raised
  return {
    ...rest,
    raised,
    ...(valid && { judgement }),
    step: entryStep(file.kind, file.assignedTo !== undefined, valid),
    cycle: file.cycle + 1,
    carriedOut: false,
  }
}

/** For us to put right: whatever we found, it is valid, and the path goes on where remedies are proposed. */
const upheld = (file: CaseFile, at: Instant): CaseFile => {
  const again = restart(timed(file, line.restarted(at)))
  return file.kind === 'complaint'
    ? { judgement: foundValid(file), ...again, step: 'investigated' }
    : again
}

/** Another kind is another path, and it is taken from its beginning. */
const changeKind = (file: CaseFile, { kind, clocksFrom, at }: FactsOf<'KindChanged'>): CaseFile => {
  const { judgement, proposal, accepted, terms, charge, ...rest } = timed(
    file,
    line.recounted(clocksFrom, at),
  )
  return { ...rest, kind, step: entryStep(kind, file.assignedTo !== undefined, false) }
}

const settle = (
  file: CaseFile,
  promises: ReadonlyArray<string>,
  how: CaseFile['promises'][string],
): CaseFile => ({
  ...file,
  promises: { ...file.promises, ...Object.fromEntries(promises.map((id) => [id, how])) },
})

/** Whoever stood in for the one before stands in for nobody now. */
const withoutDeputy = (file: CaseFile): CaseFile => {
  // To leave a field out costs ten times as much as to copy them all, and most never had it.
  if (file.deputy === undefined) return file
  const { deputy, ...rest } = file
  return rest
}

const inFile = (file: CaseFile, event: ComplaintEvent): CaseFile => {
  switch (event.type) {
    case 'ComplaintRecorded':
      return file
    case 'KindChanged':
      return changeKind(file, event.data)
    case 'TierChanged': {
      const { tier, clocksFrom, at } = event.data
      return { ...timed(file, line.recounted(clocksFrom, at)), tier }
    }
    case 'ContentChanged':
      return { ...file, content: event.data.content }
    case 'ComplainantTypeChanged':
      return { ...file, complainantType: event.data.complainantType }
    case 'RepeatLinked':
      return { ...file, repeatOf: event.data.first }
    case 'ComplaintMoved':
      return { ...file, customer: event.data.customer }
    case 'ComplaintFoundValid': {
      const { content } = event.data
      return judge(file, { valid: true, content }, content)
    }
    case 'ComplaintFoundInvalid': {
      const { content, ground } = event.data
      return judge(file, { valid: false, ground, content }, content)
    }
    case 'ResponsibilityAssigned': {
      const { to, owner } = event.data
      return { ...withoutDeputy(file), step: 'assigned', assignedTo: to, holder: to, owner }
    }
    case 'ComplaintHandedOver': {
      const { handOverId, to, owner } = event.data
      const entries = entriesOf(file, 'handOver', handOverId)
      return { ...withoutDeputy(file), entries, holder: to, owner }
    }
    case 'DeputyNamed':
      return { ...file, deputy: event.data.deputy }
    case 'SettingChanged':
      return entered(file, 'setting', event.data.settingId)
    case 'ComplaintInvestigated': {
      const { cause, evidence } = event.data
      return { ...file, step: 'investigated', cause, evidence }
    }
    case 'RemediesProposed':
      return propose(file, event.data)
    case 'OptionsTalkedOver':
      return entered(file, 'talk', event.data.talkId)
    case 'RemediesApproved':
      return approve(file, event.data)
    case 'RemediesRejected':
      return backToProposing(entered(file, 'rejected', event.data.proposalId))
    case 'ResolvedAtOnce':
      return resolveAtOnce(file, event.data)
    case 'LiaisonNoteFiled':
      return { ...file, liaisonNote: 'filed' }
    case 'CustomerNotified':
      return notify(file, event.data)
    case 'RemedyAccepted':
      return { ...file, step: 'accepted', accepted: event.data.optionId }
    case 'RemediesDeclined':
      return backToProposing(entered(file, 'declined', event.data.noticeId))
    case 'RemedyCarriedOut':
      return { ...resolve(file, event.data), carriedOut: true }
    case 'VisitAppointed':
      return entered(file, 'visit', event.data.visitId)
    case 'VisitPaid':
      return entered(file, 'visitPaid', event.data.visitId)
    case 'InquiryAnswered': {
      const { replyId, channel, at } = event.data
      return {
        ...timed(resolve(file, event.data), line.replied(at)),
        entries: entriesOf(file, 'reply', replyId),
        repliedInWriting: isInWriting(file, channel),
      }
    }
    case 'SuggestionDecided':
      return { ...resolve(file, event.data), takenUp: event.data.takenUp }
    case 'ServiceDecided': {
      const { terms, charge } = event.data
      const decided: CaseFile = { ...file, step: 'decided', terms, ...(charge && { charge }) }
      return terms === 'refused' ? resolve(decided, event.data) : decided
    }
    case 'ServiceDone':
      return { ...resolve(file, event.data), carriedOut: true }
    case 'ReplyGiven': {
      const { replyId, channel, automatic, at } = event.data
      if (automatic) return entered(file, 'reply', replyId)
      return {
        ...file,
        entries: entriesOf(file, 'reply', replyId),
        timeline: timelineOf(file, stop(event.data), line.replied(at)),
        repliedInWriting: isInWriting(file, channel),
      }
    }
    case 'CustomerContactedAgain': {
      const { messageId, automatic, at } = event.data
      const entries = entriesOf(file, 'message', messageId)
      return automatic
        ? { ...file, entries }
        : { ...file, entries, timeline: timelineOf(file, line.heard(at)) }
    }
    case 'CourtesyExtended': {
      const { courtesyId, courtesy } = event.data
      return {
        ...entered(file, 'courtesy', courtesyId),
        courtesies: [...new Set([...file.courtesies, courtesy])],
      }
    }
    case 'NoteTaken':
      return entered(file, 'note', event.data.noteId)
    case 'StaffFaultVerified':
      return entered(file, 'staffFault', event.data.staffFaultId)
    case 'CustomerAwaited': {
      const { waitId, at } = event.data
      return timed(entered(file, 'wait', waitId), line.waited(waitId, at))
    }
    case 'WaitingEnded':
      return timed(file, line.waitEnded(event.data.at))
    case 'ComplaintEscalated': {
      const { rule, level, cycle = file.cycle } = event.data
      return entered(file, 'escalation', escalationId({ rule, level, cycle }))
    }
    case 'MatterRaised': {
      const { matter, at } = event.data
      return { ...file, raised: { ...file.raised, [matter]: file.raised[matter] ?? at } }
    }
    case 'PromiseGiven':
      return settle(file, [event.data.promiseId], 'open')
    case 'PromiseSettled':
      return settle(file, [event.data.promiseId], event.data.how)
    case 'ComplaintSplit':
      return entered(file, 'part', event.data.part)
    case 'ComplaintAbsorbed': {
      const { absorbed, openPromises } = event.data
      const unknown = openPromises.filter((id) => file.promises[id] === undefined)
      return settle(entered(file, 'absorbed', absorbed), unknown, 'open')
    }
    case 'ComplaintMerged':
    case 'ComplaintWithdrawn':
    case 'ComplaintReferred':
      return timed(file, line.ended(event.data.at))
    case 'OutsideDecisionRecorded': {
      const { ruling, at } = event.data
      const decided: CaseFile =
        ruling === 'upheld'
          ? upheld(file, at)
          : { ...timed(file, line.resolved(at)), step: 'resolved' }
      return { ...decided, outsideRuling: ruling }
    }
    case 'ComplaintClosed': {
      const { evaluation, at } = event.data
      return {
        ...file,
        timeline: timelineOf(file, stop(event.data), line.resolved(at), line.ended(at)),
        toCaseLibrary: evaluation.toCaseLibrary,
      }
    }
    case 'ComplaintReopened':
      return restart(timed(file, line.restarted(event.data.at)))
    case 'CaseGiven':
      return { ...file, caseGivenTo: event.data.to }
    case 'AvoidanceConfirmed':
      return { ...file, avoided: event.data.avoided }
    case 'ClockMissed':
      return timed(file, line.missed(event.data.clock))
    case 'VerdictCorrected': {
      const { clock, verdict } = event.data
      return timed(
        file,
        line.judged([clock], () => verdict),
      )
    }
  }
}

/** Where the event leaves the complaint in its life; most leave it where it is. */
const inLife = (state: Recorded, { type, data }: ComplaintEvent): Recorded => {
  const { file } = state
  if (type === 'ComplaintMerged') return { _tag: 'Merged', file, survivor: data.survivor }
  if (type === 'ComplaintWithdrawn') return { _tag: 'Withdrawn', file, at: data.at }
  if (type === 'ComplaintClosed')
    return { _tag: 'Closed', file, outcome: data.outcome, at: data.at }
  if (type === 'ComplaintReferred')
    return { _tag: 'Referred', file, body: data.body, name: data.name }
  return type === 'ComplaintReopened' || type === 'OutsideDecisionRecorded'
    ? { _tag: 'Open', file }
    : state
}

export const evolve = (state: ComplaintState, event: ComplaintEvent): ComplaintState => {
  if (state._tag === 'NotRecorded')
    return event.type === 'ComplaintRecorded' ? { _tag: 'Open', file: record(event.data) } : state
  const changed = inFile(state.file, event)
  const answeredBy = withAnswerer(state.file.answeredBy, event)
  const file = { ...changed, answeredBy, latest: later(changed.latest, event.data.at) }
  return inLife({ ...state, file }, event)
}
