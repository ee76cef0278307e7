/**
 * What the business makes of a customer: his classes, who looks after him, and whether it will have him at all.
 * Lists and policies propose; people decide.
 *
 * @since 0.1.0
 */
import { isKnown, once } from '../../shared/entries.js'
import type { Actor } from '../../shared/actor.js'
import { type Matter, whoMayDecide } from '../../shared/authority.js'
import { asOf, present } from '../../shared/dated.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import { same } from '../../shared/same.js'
import { type Classification, Scheme } from '../classification.js'
import type { Asked } from '../commands.js'
import type { CustomerRules } from '../rules.js'
import { blacklistings, schemeKey, type CustomerFile, type Proposal } from '../state.js'
import type { CustomerDecision, Objection } from './answer.js'

/** What only whoever may clear a blacklisted customer may do for him. */
export const barred = (rules: CustomerRules, file: CustomerFile, by: Actor): Objection => {
  const [blacklisting] = blacklistings(file)
  const deciders = whoMayDecide(rules.authority, 'clearing')
  if (!blacklisting || deciders.includes(by.role)) return undefined
  const { since, decidedBy } = blacklisting
  return { _tag: 'Blacklisted', since, decidedBy: decidedBy.id, deciders }
}

const mayNot = ({ authority }: CustomerRules, by: Actor, matter: Matter): Objection => {
  const deciders = whoMayDecide(authority, matter)
  if (deciders.length === 0) return { _tag: 'NobodyMayDecide', matter }
  return deciders.includes(by.role) ? undefined : { _tag: 'OverAuthority', matter, deciders }
}

/** The library's own schemes are closed already, by their codec. */
const unknownClass = (
  { schemes = [] }: CustomerRules,
  { scheme, value }: Classification,
): Objection => {
  if (Scheme.is(scheme)) return undefined
  const rule = schemes.find((each) => each.scheme === scheme)
  if (!rule) return { _tag: 'UnknownScheme', scheme, known: schemes.map((each) => each.scheme) }
  const { values: known } = rule
  return known.includes(value) ? undefined : { _tag: 'UnknownClass', scheme, value, known }
}

export const classify = (
  file: CustomerFile,
  asked: Asked<'ClassifyCustomer'>,
  rules: CustomerRules,
): CustomerDecision => {
  const { classification, at, by } = asked
  const held = asOf(file.classes[schemeKey(classification.scheme)], at)
  if (same(held, classification)) return nothing
  return unless(
    [
      unknownClass(rules, classification),
      classification.scheme === 'tier' ? barred(rules, file, by) : undefined,
    ],
    { type: 'CustomerClassified', data: asked },
  )
}

export const declassify = (
  file: CustomerFile,
  { scheme, at, by }: Asked<'DeclassifyCustomer'>,
): CustomerDecision => {
  const classification = asOf(file.classes[schemeKey(scheme)], at)
  return classification
    ? emit({ type: 'CustomerDeclassified', data: { classification, at, by } })
    : nothing
}

/** The business owns the customer, not the salesperson: who had him before is on record. */
export const assignManager = (
  file: CustomerFile,
  asked: Asked<'AssignManager'>,
): CustomerDecision => {
  const from = asOf(file.manager, asked.at)
  if (from === asked.manager) return nothing
  return from === undefined
    ? emit({ type: 'ManagerAssigned', data: asked })
    : emit({ type: 'ManagerReassigned', data: { ...asked, from } })
}

const isProposed = ({ proposals }: CustomerFile, proposal: Proposal): boolean =>
  Object.values(proposals).some((each) => same(each, proposal))

export const proposeClassification = (
  file: CustomerFile,
  asked: Asked<'ProposeClassification'>,
  rules: CustomerRules,
): CustomerDecision =>
  once(file, 'proposal', asked.proposalId, () => {
    const { classification } = asked
    const held = present(file.classes[schemeKey(classification.scheme)])
    if (same(held, classification) || isProposed(file, { _tag: 'Classification', classification }))
      return nothing
    return unless([unknownClass(rules, classification)], {
      type: 'ClassificationProposed',
      data: asked,
    })
  })

export const proposeBlacklisting = (
  file: CustomerFile,
  asked: Asked<'ProposeBlacklisting'>,
): CustomerDecision =>
  once(file, 'proposal', asked.proposalId, () =>
    present(file.standing) || isProposed(file, { _tag: 'Blacklisting' })
      ? nothing
      : emit({ type: 'BlacklistingProposed', data: asked }),
  )

export const dismiss = (file: CustomerFile, asked: Asked<'DismissProposal'>): CustomerDecision => {
  if (file.proposals[asked.proposalId]) return emit({ type: 'ProposalDismissed', data: asked })
  return isKnown(file, 'proposal', asked.proposalId) ? nothing : reject({ _tag: 'NoSuchProposal' })
}

export const blacklist = (
  file: CustomerFile,
  asked: Asked<'BlacklistCustomer'>,
  rules: CustomerRules,
): CustomerDecision =>
  asOf(file.standing, asked.at)
    ? nothing
    : unless([mayNot(rules, asked.by, 'blacklisting')], {
        type: 'CustomerBlacklisted',
        data: asked,
      })

export const clear = (
  file: CustomerFile,
  asked: Asked<'ClearCustomer'>,
  rules: CustomerRules,
): CustomerDecision => {
  const absorbed = Object.values(file.absorbed).some(({ blacklisted }) => blacklisted)
  return asOf(file.standing, asked.at) || absorbed
    ? unless([mayNot(rules, asked.by, 'clearing')], { type: 'CustomerCleared', data: asked })
    : nothing
}
