/**
 * Simplified Chinese: what is said alike of several aggregates.
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
  cost ? `（${say.money(cost)}）` : ''

/** Why a fact of the past is not written down any more. */
export const tooLongAgo = (say: Say): Messages<TooLongAgo> => ({
  TooLongAgo: ({ earliest }) =>
    `补录时间过早：此处已不能再补录${say.instant(earliest)}之前发生的事项。`,
})

/** The same of what has a beginning. */
export const lateMessages = (say: Say, what: string): Messages<OutOfTime> => ({
  ...tooLongAgo(say),
  BeforeItBegan: ({ began }) => `所填时间早于该${what}的开始时间${say.instant(began)}。`,
})

/** The terms on which a promise is made, in a complaint or on its own. */
export const termsMessages = (say: Say): Messages<TermsRefusal> => ({
  DueNotInFuture: ({ dueAt }) => `承诺的到期时间须晚于作出承诺的时间，${say.instant(dueAt)}过早。`,
  ConfirmByNotInFuture: ({ confirmBy }) =>
    `临时约定的确认期限须晚于作出约定的时间，${say.instant(confirmBy)}过早。`,
  ConfirmByAfterDue: ({ confirmBy, dueAt }) =>
    `临时约定须在到期之前确认：确认期限为${say.instant(confirmBy)}，而到期时间为${say.instant(dueAt)}。`,
  MatterMissing: ({ cost }) => `请填写${say.money(cost)}用于何种事项：由谁决定取决于该事项。`,
})

/** A customer whom only some may do anything for. */
export const barredMessages = (say: Say): Messages<Blacklisted> => ({
  Blacklisted: ({ since, decidedBy, deciders }) =>
    `该客户自${say.instant(since)}起被${say.name(decidedBy)}列入黑名单，${
      deciders.length === 0
        ? '无人可以为其办理此事。'
        : `只有${say.any(deciders.map(say.name))}可以为其办理此事。`
    }`,
})

/** Which words the host's rules have. */
export const known = (say: Say, words: ReadonlyArray<string>): string =>
  words.length === 0
    ? '本服务台的规则中没有设置任何可选项。'
    : `可选项为${say.any(words.map((word) => `“${say.name(word)}”`))}。`
