/**
 * Steps 5 and 6: what would put it right, and who must say yes to it.
 *
 * @since 0.1.0
 */
import { once } from '../../shared/entries.js'
import type { Role } from '../../shared/actor.js'
import { whoMayDecide } from '../../shared/authority.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import { due } from '../../time/deadline.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Asked } from '../commands.js'
import { faceToFace } from '../lists.js'
import type { RemedyRejection } from '../rejections.js'
import type { ComplaintRules } from '../rules.js'
import type { CaseFile, OpenOption } from '../state.js'
import type { RemedyOption } from '../values.js'
import { answered } from './reply.js'
import { atStep, type ComplaintDecision, type Objection, ofKind } from './answer.js'

type Costed = Pick<RemedyOption, 'remedy' | 'cost'>

const deciders = ({ authority }: ComplaintRules, { remedy, cost }: Costed): ReadonlyArray<Role> =>
  whoMayDecide(authority, remedy, cost)

const overAuthority = ({ remedy, cost }: Costed, roles: ReadonlyArray<Role>): RemedyRejection => ({
  ...(roles.length === 0
    ? { _tag: 'NobodyMayDecide' as const }
    : { _tag: 'OverAuthority' as const, deciders: roles }),
  matter: remedy,
  ...(cost && { cost }),
})

/** Money given must say how much: without the sum nobody can tell whose it is to grant. */
const costMissing = ({ remedy, cost }: Costed): Objection =>
  (remedy === 'compensation' || remedy === 'priceReduction') && !cost
    ? { _tag: 'CostMissing', remedy }
    : undefined

/** One at least; face to face, two at least to choose from. */
const tooFew = (file: CaseFile, given: number): Objection => {
  const { channel } = file.intake
  const needed = channel !== undefined && faceToFace.includes(channel) ? 2 : 1
  return given < needed ? { _tag: 'TooFewOptions', given, needed } : undefined
}

const sameTwice = (options: ReadonlyArray<RemedyOption>): Objection => {
  const twice = options.find(({ optionId }, i) =>
    options.slice(0, i).some((before) => before.optionId === optionId),
  )
  return twice && { _tag: 'SameOptionTwice', optionId: twice.optionId }
}

const undecidable = (rules: ComplaintRules, options: ReadonlyArray<RemedyOption>): Objection => {
  const stuck = options.find((option) => deciders(rules, option).length === 0)
  return stuck && overAuthority(stuck, [])
}

/** Within the proposer's own authority an option needs no approval. */
export const propose = (
  file: CaseFile,
  asked: Asked<'ProposeRemedies'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  once(file, 'proposal', asked.proposalId, () => {
    const { options, by } = asked
    return unless(
      [
        ofKind(file, 'complaint'),
        atStep(file, 'investigated'),
        tooFew(file, options.length),
        sameTwice(options),
        ...options.map(costMissing),
        undecidable(rules, options),
      ],
      {
        type: 'RemediesProposed',
        data: {
          ...asked,
          options: options.map((option) => {
            const roles = deciders(rules, option)
            return { ...option, approvers: roles.includes(by.role) ? [] : roles }
          }),
        },
      },
    )
  })

const noSuchProposal = ({ proposal }: CaseFile, proposalId: string): Objection =>
  proposal?.proposalId === proposalId ? undefined : { _tag: 'NoSuchProposal' }

/** Options may be talked over before approval; nothing said of them binds. */
export const talkOver = (file: CaseFile, asked: Asked<'TalkOptionsOver'>): ComplaintDecision =>
  once(file, 'talk', asked.talkId, () =>
    unless(
      [ofKind(file, 'complaint'), atStep(file, 'proposed'), noSuchProposal(file, asked.proposalId)],
      {
        type: 'OptionsTalkedOver',
        data: { ...asked, binding: false },
      },
    ),
  )

const optionsOf = (file: CaseFile): ReadonlyArray<OpenOption> => file.proposal?.options ?? []

const optionBy = (file: CaseFile, id: string): OpenOption | undefined =>
  optionsOf(file).find(({ optionId }) => optionId === id)

/** Each option is approved by one of the roles that the proposal found for it. */
export const approve = (file: CaseFile, asked: Asked<'ApproveRemedies'>): ComplaintDecision => {
  const named = asked.options.map((id) => optionBy(file, id))
  const waiting = named.filter((option) => option?.approved === false)
  const over = waiting.find((option) => option?.approvers.includes(asked.by.role) === false)
  if (noSuchProposal(file, asked.proposalId)) return reject({ _tag: 'NoSuchProposal' })
  if (named.includes(undefined)) return reject({ _tag: 'NoSuchOption' })
  if (over) return reject(overAuthority(over, over.approvers))
  const options = [...new Set(waiting.flatMap((option) => option?.optionId ?? []))]
  return options.length === 0
    ? nothing
    : unless([atStep(file, 'proposed')], { type: 'RemediesApproved', data: { ...asked, options } })
}

/** Whoever may approve one of the options may send the proposal back. */
export const rejectProposal = (file: CaseFile, asked: Asked<'RejectRemedies'>): ComplaintDecision =>
  once(file, 'rejected', asked.proposalId, () => {
    const waiting = optionsOf(file).filter(({ approved }) => !approved)
    const [first] = waiting
    const may = waiting.some(({ approvers }) => approvers.includes(asked.by.role))
    return unless(
      [
        noSuchProposal(file, asked.proposalId),
        atStep(file, 'proposed'),
        first && !may ? overAuthority(first, first.approvers) : undefined,
      ],
      { type: 'RemediesRejected', data: asked },
    )
  })

const notFirst = ({ firstResponsible }: CaseFile, id: string): Objection =>
  firstResponsible === id ? undefined : { _tag: 'NotFirstResponsible', firstResponsible }

const beyond = (rules: ComplaintRules, option: RemedyOption, role: Role): Objection => {
  const roles = deciders(rules, option)
  return roles.includes(role) ? undefined : overAuthority(option, roles)
}

/** Resolve first, file after: within his authority, by the first responsible, and a note is owed from then on. */
export const resolveAtOnce = (
  file: CaseFile,
  asked: Asked<'ResolveAtOnce'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  once(file, 'atOnce', asked.option.optionId, () => {
    const { option, at, by } = asked
    const noteDueAt = O.getOrElse(() => at)(due(rules.liaisonNote, at, []))
    return unless(
      [
        ofKind(file, 'complaint'),
        file.judgement?.valid === false ? { _tag: 'JudgedInvalid' } : undefined,
        atStep(file, 'recorded', 'judged', 'assigned', 'investigated'),
        notFirst(file, by.id),
        costMissing(option),
        beyond(rules, option, by.role),
      ],
      ...answered(rules, file, asked, ['resolution'], (stopped) => ({
        type: 'ResolvedAtOnce',
        data: { ...asked, noteDueAt, stopped },
      })),
    )
  })

export const fileLiaisonNote = (
  { liaisonNote }: CaseFile,
  asked: Asked<'FileLiaisonNote'>,
): ComplaintDecision => {
  if (liaisonNote === 'filed') return nothing
  return liaisonNote === undefined
    ? reject({ _tag: 'NoLiaisonNoteOwed' })
    : emit({ type: 'LiaisonNoteFiled', data: asked })
}
