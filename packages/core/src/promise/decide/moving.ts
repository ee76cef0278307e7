/**
 * What becomes of the due instant: moved before it has passed, with the customer informed; explained afterwards.
 *
 * @since 0.1.0
 */
import { nothing, reject, unless } from '../../shared/decider.js'
import { hasKey } from '../../shared/key-set.js'
import type { Asked } from '../commands.js'
import { dueAsOf, dueOf, type PromiseFile } from '../state.js'
import { dueNotInFuture, type Objection, type PromiseDecision, toldOutOfTime } from './answer.js'

type Moving = Asked<'RenegotiatePromise'>

/** A move written down later than one that came after it must have left that one something to move. */
const movedSince = ({ moves }: PromiseFile, { at, dueAt }: Moving): Objection => {
  const next = moves.find((move) => move.at > at)
  return next && dueAt < next.at
    ? { _tag: 'MovedSince', movedAt: next.at, dueAt: next.dueAt }
    : undefined
}

/** The customer is told of it, whether he agrees or not. */
export const renegotiate = (file: PromiseFile, { informed, ...asked }: Moving): PromiseDecision => {
  const from = dueAsOf(file, asked.at)
  if (asked.dueAt === from) return nothing
  if (asked.at > from) return reject({ _tag: 'DuePassed', dueAt: from })
  if (informed === undefined)
    return reject(dueNotInFuture(asked) ?? { _tag: 'CustomerNotInformed' })
  return unless(
    [dueNotInFuture(asked), toldOutOfTime(file, informed, asked.at), movedSince(file, asked)],
    { type: 'PromiseRenegotiated', data: { ...asked, from, informed } },
  )
}

/** Once it has fallen due nothing moves it: that the customer was told is put on record, and it stays late. */
export const explainDelay = (file: PromiseFile, asked: Asked<'ExplainDelay'>): PromiseDecision => {
  if (hasKey(file.explanations, asked.explanationId)) return nothing
  const { expectedAt, at } = asked
  const dueAt = dueOf(file)
  return unless(
    [
      at > dueAt ? undefined : { _tag: 'DueNotPassed', dueAt },
      expectedAt > at ? undefined : { _tag: 'ExpectedNotInFuture', expectedAt },
    ],
    { type: 'DelayExplained', data: asked },
  )
}
