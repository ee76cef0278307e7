/**
 * The shorter paths: an inquiry is answered, a suggestion decided and thanked for, a repair or return decided and done.
 *
 * @since 0.1.0
 */
import { once } from '../../shared/entries.js'
import { nothing, unless } from '../../shared/decider.js'
import { same } from '../../shared/same.js'
import type { Asked } from '../commands.js'
import type { ComplaintRules } from '../rules.js'
import type { CaseFile } from '../state.js'
import { answered, replyClocks } from './reply.js'
import { atStep, type ComplaintDecision, type Objection, ofKind } from './answer.js'

export const answerInquiry = (
  file: CaseFile,
  asked: Asked<'AnswerInquiry'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  once(file, 'reply', asked.replyId, () =>
    unless(
      [ofKind(file, 'inquiry'), atStep(file, 'recorded')],
      ...answered(rules, file, asked, [...replyClocks, 'resolution'], (stopped) => ({
        type: 'InquiryAnswered',
        data: { ...asked, stopped },
      })),
    ),
  )

export const decideSuggestion = (
  file: CaseFile,
  asked: Asked<'DecideSuggestion'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  file.takenUp === asked.takenUp
    ? nothing
    : unless(
        [ofKind(file, 'suggestion'), atStep(file, 'recorded')],
        ...answered(rules, file, asked, ['resolution'], (stopped) => ({
          type: 'SuggestionDecided',
          data: { ...asked, stopped },
        })),
      )

const chargeWrong = ({ terms, charge }: Asked<'DecideService'>): Objection => {
  if (terms === 'charged') return charge ? undefined : { _tag: 'ChargeMissing' }
  return charge ? { _tag: 'ChargeNotDue' } : undefined
}

/** Refused, there is nothing left to do, and the clock stops with the decision. */
export const decideService = (
  file: CaseFile,
  asked: Asked<'DecideService'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  same([file.terms, file.charge], [asked.terms, asked.charge])
    ? nothing
    : unless(
        [ofKind(file, 'repair', 'return'), atStep(file, 'assigned'), chargeWrong(asked)],
        ...answered(
          rules,
          file,
          asked,
          asked.terms === 'refused' ? ['resolution'] : [],
          (stopped) => ({ type: 'ServiceDecided', data: { ...asked, stopped } }),
        ),
      )

export const finishService = (
  file: CaseFile,
  asked: Asked<'FinishService'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  file.carriedOut && file.kind !== 'complaint'
    ? nothing
    : unless(
        [ofKind(file, 'repair', 'return'), atStep(file, 'decided')],
        ...answered(rules, file, asked, ['resolution'], (stopped) => ({
          type: 'ServiceDone',
          data: { ...asked, stopped },
        })),
      )
