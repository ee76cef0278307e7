/**
 * English: what is said alike of several aggregates.
 *
 * @since 0.1.0
 */
import type { Blacklisted } from '../../plain/barred.js'
import type { PromiseRejection } from '../../promise/rejections.js'
import type { Money } from '../../shared/money.js'
import type { OutOfTime, TooLongAgo } from '../../shared/written-later.js'
import type { Carrying, Messages } from '../rejections.js'
import type { Say } from '../say.js'

type TermsRefusal = Carrying<
  PromiseRejection,
  'DueNotInFuture' | 'ConfirmByNotInFuture' | 'ConfirmByAfterDue' | 'MatterMissing'
>

export const costing = (say: Say, cost: Money | undefined): string =>
  cost ? ` (${say.money(cost)})` : ''

/** Why a fact of the past is not written down any more. */
export const tooLongAgo = (say: Say): Messages<TooLongAgo> => ({
  TooLongAgo: ({ earliest }) =>
    `This lies too far back: what happened before ${say.instant(earliest)} can no longer be written down here.`,
})

/** The same of what has a beginning. */
export const lateMessages = (say: Say, what: string): Messages<OutOfTime> => ({
  ...tooLongAgo(say),
  BeforeItBegan: ({ began }) =>
    `This lies before the beginning of this ${what}, on ${say.instant(began)}.`,
})

/** The terms on which a promise is made, in a complaint or on its own. */
export const termsMessages = (say: Say): Messages<TermsRefusal> => ({
  DueNotInFuture: ({ dueAt }) =>
    `A promise is due after it is made; ${say.instant(dueAt)} is too early.`,
  ConfirmByNotInFuture: ({ confirmBy }) =>
    `A temporary agreement is confirmed after it is made; ${say.instant(confirmBy)} is too early.`,
  ConfirmByAfterDue: ({ confirmBy, dueAt }) =>
    `A temporary agreement is confirmed before it is due: it would be confirmed by ${say.instant(confirmBy)}, and is due on ${say.instant(dueAt)}.`,
  MatterMissing: ({ cost }) =>
    `Please say what the ${say.money(cost)} are for: whose it is to decide depends on it.`,
})

/** A customer whom only some may do anything for. */
export const barredMessages = (say: Say): Messages<Blacklisted> => ({
  Blacklisted: ({ since, decidedBy, deciders }) =>
    `This customer has been blacklisted since ${say.instant(since)}, by decision of ${say.name(decidedBy)}. ${
      deciders.length === 0
        ? 'Nobody may do this for a blacklisted customer.'
        : `Only ${say.any(deciders.map(say.name))} may do this for a blacklisted customer.`
    }`,
})

/** Which words the host's rules have. */
export const known = (say: Say, words: ReadonlyArray<string>): string =>
  words.length === 0
    ? 'The rules of this desk name none.'
    : `Possible here: ${say.any(words.map((word) => `“${say.name(word)}”`))}.`
