/**
 * What people read, in their own language.
 *
 * @since 0.1.0
 */
import { english } from './en.js'
import type { Fields } from './fields.js'
import type { Lists } from './lists.js'
import { type Tell, telling } from './problem.js'
import type { DoorRefusal, Rejections, Tagged, Trouble } from './rejections.js'
import { type LabelOptions, type Locale, sayIn } from './say.js'
import { chinese } from './zh-cn.js'

/** The labels and messages of one locale. Messages are whole sentences; a label stands in the middle of one. */
export interface Labels {
  /** `lists.Channel.siteVisit`: a label for each word of each closed list, by the list's name. */
  readonly lists: Lists
  /** What each field of a command is called. */
  readonly fields: Fields
  /** Why a command was refused, by the aggregate that was asked: `rejection.complaint(why)`. */
  readonly rejection: {
    readonly [A in keyof Rejections]: (why: Rejections[A] | DoorRefusal) => string
  }
  /** What is wrong with one field: for a form that says so beside it. */
  readonly problem: Tell
  /** Why no answer could be had, or what can not be imported or meant. */
  readonly failure: (failure: Trouble) => string
}

type Table = Readonly<Record<string, string | ((facts: never) => string)>>

/** The message for a tag; `unknown` for one that a later version of the library knows, and this one does not. */
const messageFrom =
  (unknown: (tag: string) => string, table: Table) =>
  (facts: Tagged): string => {
    const message = Object.hasOwn(table, facts._tag) ? table[facts._tag] : undefined
    if (message === undefined) return unknown(facts._tag)
    return typeof message === 'string' ? message : message(facts as never)
  }

/** Any locale but Simplified Chinese reads English. */
export const labels = (locale: Locale, options: LabelOptions = {}): Labels => {
  const { lists, fields, expectations, rejections, door, trouble, roles, unknown } =
    locale === 'zh-CN' ? chinese : english
  const say = sayIn(locale, options, roles)
  const problem = telling({ lists, fields, expectations })
  const messages = rejections(say, problem)
  const refusal = (own: Table) => messageFrom(unknown, { ...own, ...door(problem) })
  return {
    lists,
    fields,
    rejection: {
      complaint: refusal(messages.complaint),
      customer: refusal(messages.customer),
      dealings: refusal(messages.dealings),
      fault: refusal(messages.fault),
      followUp: refusal(messages.followUp),
      promise: refusal(messages.promise),
      survey: refusal(messages.survey),
    },
    problem,
    failure: messageFrom(unknown, trouble(say, problem)),
  }
}
