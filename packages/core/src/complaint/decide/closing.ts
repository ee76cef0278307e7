/**
 * Step 8: what must be done before a complaint may close, and what its case is good for afterwards.
 *
 * @since 0.1.0
 */
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { ComplaintRules } from '../rules.js'
import { type CaseFile, openPromises } from '../state.js'
import type { Outcome } from '../values.js'
import { answered } from './reply.js'
import { atStep, type ComplaintDecision, type Objection, ofKind } from './answer.js'

/**
 * The rule that an apology alone is no answer: apology, explanation and thanks are courtesies, never a remedy,
 * so a valid complaint does not close over them while nothing was done to put it right.
 */
const apologyAloneIsNoAnswer = ({ judgement, step, courtesies }: CaseFile): Objection =>
  judgement?.valid && step !== 'resolved' && courtesies.length > 0
    ? { _tag: 'ApologyAlone', courtesies }
    : undefined

const promisesOpen = (file: CaseFile): Objection => {
  const promises = openPromises(file)
  return promises.length > 0 ? { _tag: 'PromisesOpen', promises } : undefined
}

const liaisonNoteOwed = ({ liaisonNote }: CaseFile): Objection =>
  liaisonNote === undefined || liaisonNote === 'filed'
    ? undefined
    : { _tag: 'LiaisonNoteOwed', dueAt: liaisonNote }

const writtenReplyOwed = ({ kind, intake, repliedInWriting }: CaseFile): Objection =>
  kind === 'complaint' && intake.channel === 'letter' && !repliedInWriting
    ? { _tag: 'WrittenReplyOwed' }
    : undefined

const thanksOwed = ({ kind, courtesies }: CaseFile): Objection =>
  kind === 'suggestion' && !courtesies.includes('thanks') ? { _tag: 'ThanksOwed' } : undefined

const stillOwed = (file: CaseFile): ReadonlyArray<Objection> => [
  promisesOpen(file),
  liaisonNoteOwed(file),
  writtenReplyOwed(file),
  thanksOwed(file),
]

const closed = (
  file: CaseFile,
  asked: Asked<'CloseComplaint'>,
  rules: ComplaintRules,
  outcome: Outcome,
  objections: ReadonlyArray<Objection>,
): ComplaintDecision =>
  unless(
    objections,
    ...answered(rules, file, asked, ['resolution'], (stopped) => ({
      type: 'ComplaintClosed',
      data: { ...asked, outcome, stopped },
    })),
  )

export const close = (
  file: CaseFile,
  asked: Asked<'CloseComplaint'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  closed(file, asked, rules, file.judgement?.valid === false ? 'invalid' : 'resolved', [
    apologyAloneIsNoAnswer(file),
    atStep(file, 'resolved'),
    ...stillOwed(file),
  ])

const triesLeft = ({ proposal }: CaseFile, needed: number): Objection => {
  const made = proposal?.notices.length ?? 0
  return made < needed ? { _tag: 'TriesLeft', made, needed } : undefined
}

/** Told as often as the host asks for, and the customer says nothing. */
export const closeUnanswered = (
  file: CaseFile,
  asked: Asked<'CloseUnanswered'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  closed(file, asked, rules, 'unanswered', [
    ofKind(file, 'complaint'),
    atStep(file, 'notified'),
    triesLeft(file, rules.noticeTries),
    ...stillOwed(file),
  ])

/** A case of the library is given to a project or department, so that it does not happen there. */
export const giveCase = (file: CaseFile, asked: Asked<'GiveCase'>): ComplaintDecision => {
  if (!file.toCaseLibrary) return reject({ _tag: 'NotInCaseLibrary' })
  return file.caseGivenTo === asked.to ? nothing : emit({ type: 'CaseGiven', data: asked })
}

export const confirmAvoidance = (
  file: CaseFile,
  asked: Asked<'ConfirmAvoidance'>,
): ComplaintDecision => {
  if (file.caseGivenTo === undefined) return reject({ _tag: 'CaseNotGiven' })
  return file.avoided === asked.avoided
    ? nothing
    : emit({ type: 'AvoidanceConfirmed', data: asked })
}
