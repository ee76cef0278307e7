/**
 * How a customer's state follows from what is on record. Total, and free of rules:
 * what is on record cannot be refused, only folded in.
 *
 * @since 0.1.0
 */
import { from } from '../shared/dated.js'
import type { Instant } from '../shared/instant.js'
import { noKeys, withKey } from '../shared/key-set.js'
import { same } from '../shared/same.js'
import type { Classification } from './classification.js'
import type { CustomerEvent, FactsOf } from './events.js'
import type { ProfileSection } from './lists.js'
import { isFilled } from './profile.js'
import {
  consentKey,
  schemeKey,
  type Absorbed,
  type CustomerFile,
  type CustomerState,
  type Proposal,
  type ProposedChange,
  type Registration,
  type SectionState,
  type Single,
  type Trace,
} from './state.js'

const entered = <T extends Trace>(trace: T, list: string, id: string): T => ({
  ...trace,
  entries: withKey(trace.entries, `${list}/${id}`),
})

const without = <A>(record: Readonly<Record<string, A>>, id: string): Record<string, A> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id))

const registered = ({ at, by, ...facts }: FactsOf<'CustomerRegistered'>): Registration => ({
  ...facts,
  at,
  by: by.id,
})

const register = (facts: FactsOf<'CustomerRegistered'>): CustomerFile => ({
  began: facts.at,
  latest: facts.at,
  entries: noKeys,
  absorbed: {},
  registration: registered(facts),
  name: facts.name,
  stage: facts.stage,
  profile: {},
  changes: {},
  persons: {},
  points: {},
  dates: {},
  expectations: [],
  classes: {},
  manager: [],
  standing: [],
  proposals: {},
  consents: {},
})

const later = (a: Instant | undefined, b: Instant): Instant => (a === undefined || b > a ? b : a)

const inSection = (
  file: CustomerFile,
  section: ProfileSection,
  change: (before: SectionState | undefined) => SectionState,
): CustomerFile => ({
  ...file,
  profile: { ...file.profile, [section]: change(file.profile[section]) },
})

const changed = (file: CustomerFile, facts: FactsOf<'ProfileChanged'>): CustomerFile => {
  const { changeId, change, by } = facts
  return inSection(entered(file, 'change', changeId), change.section, (before) => ({
    ...before,
    filled: isFilled(change),
    changedBy: by.id,
  }))
}

const inChange = (file: CustomerFile, changeId: string, change: ProposedChange): CustomerFile => ({
  ...file,
  changes: { ...file.changes, [changeId]: change },
})

const changeVerified = (
  file: CustomerFile,
  { changeId, at }: FactsOf<'ProfileChangeVerified'>,
): CustomerFile => {
  const change = file.changes[changeId]
  if (!change) return file
  const { section, filled, by } = change
  return inSection(inChange(file, changeId, { ...change, how: 'verified' }), section, (before) => ({
    filled,
    changedBy: by,
    verifiedAt: later(before?.verifiedAt, at),
  }))
}

const changeRefused = (
  file: CustomerFile,
  { changeId }: FactsOf<'ProfileChangeRefused'>,
): CustomerFile => {
  const change = file.changes[changeId]
  return change ? inChange(file, changeId, { ...change, how: 'refused' }) : file
}

const sectionVerified = (
  file: CustomerFile,
  { verificationId, section, by, at }: FactsOf<'ProfileSectionVerified'>,
): CustomerFile =>
  inSection(entered(file, 'verification', verificationId), section, (before) => ({
    ...(before ?? { filled: false, changedBy: by.id }),
    verifiedAt: later(before?.verifiedAt, at),
  }))

/** Whoever is gone is reached nowhere. */
const personRemoved = (file: CustomerFile, personId: string): CustomerFile => ({
  ...file,
  persons: without(file.persons, personId),
  points: Object.fromEntries(Object.entries(file.points).filter(([, whose]) => whose !== personId)),
})

const ranked = (
  file: CustomerFile,
  { order }: FactsOf<'ExpectationsRanked'>,
): CustomerFile['expectations'] => {
  const place = (id: string): number => {
    const i = order.findIndex((each) => each === id)
    return i < 0 ? order.length : i
  }
  return [...file.expectations].sort((a, b) => place(a.expectationId) - place(b.expectationId))
}

/** What is so now need not be proposed any more. */
const decided = (file: CustomerFile, proposal: Proposal): CustomerFile => ({
  ...file,
  proposals: Object.fromEntries(
    Object.entries(file.proposals).filter(([, each]) => !same(each, proposal)),
  ),
})

const classed = (
  file: CustomerFile,
  { classification, at }: FactsOf<'CustomerClassified'>,
  held: Classification | null,
): CustomerFile => {
  const key = schemeKey(classification.scheme)
  return { ...file, classes: { ...file.classes, [key]: from(file.classes[key], at, held) } }
}

const proposed = (file: CustomerFile, proposalId: string, proposal: Proposal): CustomerFile => ({
  ...entered(file, 'proposal', proposalId),
  proposals: { ...file.proposals, [proposalId]: proposal },
})

const consented = (
  file: CustomerFile,
  { purpose, channel, at }: FactsOf<'ConsentGiven'>,
  how: 'given' | 'withdrawn',
): CustomerFile => {
  const key = consentKey(purpose, channel)
  return { ...file, consents: { ...file.consents, [key]: from(file.consents[key], at, how) } }
}

/** Cleared, he is so of all that he was found in, himself and whom he absorbed. */
const cleared = (file: CustomerFile, at: Instant): CustomerFile => ({
  ...file,
  standing: from(file.standing, at, null),
  absorbed: Object.fromEntries(
    Object.entries(file.absorbed).map(([id, { blacklisted, ...absorbed }]) => [id, absorbed]),
  ),
})

const inFile = (file: CustomerFile, event: CustomerEvent): CustomerFile => {
  switch (event.type) {
    case 'CustomerRegistered':
    case 'CustomerLost':
    case 'CustomerWonBack':
    case 'CustomerErased':
      return file
    case 'CustomerRegisteredAnew': {
      const { name, stage } = event.data
      return { ...file, name, stage, registration: registered(event.data) }
    }
    case 'CustomerBecameBuyer':
      return { ...file, stage: 'buyer' }
    case 'CustomerRenamed':
      return { ...file, name: event.data.name }
    case 'ProfileChanged':
      return changed(file, event.data)
    case 'ProfileChangeProposed': {
      const { changeId, change, by } = event.data
      const { section } = change
      const open: ProposedChange = { section, filled: isFilled(change), by: by.id, how: 'open' }
      return inChange(entered(file, 'change', changeId), changeId, open)
    }
    case 'ProfileChangeVerified':
      return changeVerified(file, event.data)
    case 'ProfileChangeRefused':
      return changeRefused(file, event.data)
    case 'ProfileSectionVerified':
      return sectionVerified(file, event.data)
    case 'ContactPersonAdded':
    case 'ContactPersonChanged': {
      const { personId, name, roles } = event.data
      const persons = { ...file.persons, [personId]: { name, roles } }
      return { ...entered(file, 'person', personId), persons }
    }
    case 'ContactPersonRemoved':
      return personRemoved(file, event.data.personId)
    case 'ContactPointAdded': {
      const { pointId, personId } = event.data
      const points = { ...file.points, [pointId]: personId ?? ('own' as const) }
      return { ...entered(file, 'point', pointId), points }
    }
    case 'ContactPointRemoved':
      return { ...file, points: without(file.points, event.data.pointId) }
    case 'NeedRecorded':
      return entered(file, 'need', event.data.needId)
    case 'ExpectationRecorded': {
      const { expectationId } = event.data
      return {
        ...entered(file, 'expectation', expectationId),
        expectations: [...file.expectations, { expectationId, feasible: false }],
      }
    }
    case 'ExpectationsRanked':
      return { ...file, expectations: ranked(file, event.data) }
    case 'ExpectationFoundFeasible': {
      const { expectationId } = event.data
      const expectations = file.expectations.map((each) =>
        each.expectationId === expectationId ? { ...each, feasible: true } : each,
      )
      return { ...file, expectations }
    }
    case 'ExpectationReleased': {
      const { expectationId: released } = event.data
      const expectations = file.expectations.filter((each) => each.expectationId !== released)
      return { ...entered(file, 'released', released), expectations }
    }
    case 'DemandPlanRecorded':
      return entered(file, 'plan', event.data.planId)
    case 'ImportantDateAdded': {
      const { dateId, kind, day } = event.data
      const dates = { ...file.dates, [dateId]: { kind, day } }
      return { ...entered(file, 'date', dateId), dates }
    }
    case 'ImportantDateRemoved':
      return { ...file, dates: without(file.dates, event.data.dateId) }
    case 'CustomerClassified': {
      const { classification } = event.data
      const on = decided(file, { _tag: 'Classification', classification })
      return classed(on, event.data, classification)
    }
    case 'CustomerDeclassified':
      return classed(file, event.data, null)
    case 'ManagerAssigned':
    case 'ManagerReassigned': {
      const { manager, at } = event.data
      return { ...file, manager: from(file.manager, at, manager) }
    }
    case 'ClassificationProposed': {
      const { proposalId, classification } = event.data
      return proposed(file, proposalId, { _tag: 'Classification', classification })
    }
    case 'BlacklistingProposed':
      return proposed(file, event.data.proposalId, { _tag: 'Blacklisting' })
    case 'ProposalDismissed':
      return { ...file, proposals: without(file.proposals, event.data.proposalId) }
    case 'CustomerBlacklisted': {
      const { at, by } = event.data
      const on = decided(file, { _tag: 'Blacklisting' })
      return { ...on, standing: from(on.standing, at, { since: at, decidedBy: by }) }
    }
    case 'CustomerCleared':
      return cleared(file, event.data.at)
    case 'ConsentGiven':
      return consented(file, event.data, 'given')
    case 'ConsentWithdrawn':
      return consented(file, event.data, 'withdrawn')
    case 'PersonalDataDisclosed':
      return entered(file, 'disclosure', event.data.disclosureId)
    case 'CustomerMerged':
    case 'CustomerAbsorbed':
    case 'CustomersParted':
      return linked(file, event)
  }
}

/** Whoever came through him goes with him. */
const lessOne = (absorbed: Trace['absorbed'], mergeId: string): Trace['absorbed'] => {
  const gone = absorbed[mergeId]
  if (!gone) return absorbed
  const rest = Object.entries(without(absorbed, mergeId))
  return Object.fromEntries(rest.filter(([, { through }]) => !through.includes(gone.customer)))
}

/** Whom he was merged with is nobody's own: it is kept of the erased too. */
const linked = <T extends Trace>(trace: T, event: CustomerEvent): T => {
  switch (event.type) {
    case 'CustomerMerged':
      return entered(trace, 'merged', event.data.mergeId)
    case 'CustomerAbsorbed': {
      const { mergeId, absorbed: customer, through, blacklisted } = event.data
      const absorbed: Absorbed = { customer, through, ...(blacklisted && { blacklisted }) }
      return { ...trace, absorbed: { ...trace.absorbed, [mergeId]: absorbed } }
    }
    case 'CustomersParted': {
      const { mergeId } = event.data
      return { ...entered(trace, 'parted', mergeId), absorbed: lessOne(trace.absorbed, mergeId) }
    }
    default:
      return trace
  }
}

const dated = <T extends Trace>(trace: T, at: Instant): T =>
  at > trace.latest ? { ...trace, latest: at } : trace

const traceOf = ({ began, latest, entries, absorbed }: Trace): Trace => ({
  began,
  latest,
  entries,
  absorbed,
})

/** Where the event leaves him in his life; most leave him where he is. */
const single = (state: Single, event: CustomerEvent): Single => {
  const { at } = event.data
  if (state._tag === 'Erased') return { ...state, file: dated(linked(state.file, event), at) }
  const file = dated(inFile(state.file, event), at)
  switch (event.type) {
    case 'CustomerErased':
      return { _tag: 'Erased', file: traceOf(file), at }
    case 'CustomerLost':
      return { _tag: 'Lost', file, reason: event.data.reason, at }
    case 'CustomerWonBack':
    case 'CustomerRegisteredAnew':
      return { _tag: 'Active', file }
    default:
      return { ...state, file }
  }
}

export const evolve = (state: CustomerState, event: CustomerEvent): CustomerState => {
  if (state._tag === 'NotRegistered')
    return event.type === 'CustomerRegistered'
      ? { _tag: 'Active', file: register(event.data) }
      : state
  const before = single(state._tag === 'Merged' ? state.before : state, event)
  if (event.type === 'CustomerMerged') {
    const { mergeId, survivor } = event.data
    return { _tag: 'Merged', mergeId, survivor, before }
  }
  if (state._tag !== 'Merged') return before
  const parted = event.type === 'CustomersParted' && event.data.mergeId === state.mergeId
  return parted ? before : { ...state, before }
}
