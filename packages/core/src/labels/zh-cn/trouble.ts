/**
 * Simplified Chinese: what the plain door refuses, and what fails.
 *
 * @since 0.1.0
 */
import type { Problem } from '../../shared/problem.js'
import type { Tell } from '../problem.js'
import type { DoorRefusal, Messages, Trouble } from '../rejections.js'
import type { Say } from '../say.js'

/** What is the matter, and what is wrong with each field. */
const saying = (head: string, problems: ReadonlyArray<Problem>, tell: Tell): string =>
  [head, ...problems.map(tell)].join('')

export const doorMessages = (tell: Tell): Messages<DoorRefusal> => ({
  InvalidCommand: ({ problems }) => saying('填写有误，未予登记。', problems, tell),
})

const revision = (say: Say, at: bigint | 'any' | 'noStream' | 'streamExists'): string => {
  if (at === 'noStream') return '尚无记录'
  if (at === 'any') return '有无记录均可'
  if (at === 'streamExists') return '已有记录'
  return `第${say.number(at + 1n)}条`
}

export const troubleMessages = (say: Say, tell: Tell): Messages<Trouble> => ({
  Conflict: ({ expected, actual }) =>
    `其他人刚刚更改了该记录，本次未予登记，请重新查看后再试。（预期：${revision(say, expected)}；实际：${revision(say, actual)}。）`,
  Contended: ({ attempts }) =>
    `其他人正在频繁更改该记录，尝试${say.number(attempts)}次后仍未登记成功，请稍后再试。`,
  Unavailable: ({ reason }) => `暂时无法连接记录库，本次未予登记，请稍后再试。（${reason}）`,
  OutcomeUnknown: ({ reason }) =>
    `无法确定本次是否已登记成功，请原样重新提交，系统只会登记一次。（${reason}）`,
  TooLarge: ({ limit, size }) =>
    `内容过长，无法登记：共${say.number(size)}字节，最多${say.number(limit)}字节。`,
  StreamDeleted: ({ stream }) => `该记录已被永久删除：${stream}。`,
  AccessDenied: ({ reason }) => `系统无权访问记录库，请联系系统管理员。（${reason}）`,
  InvalidArgument: ({ field, expected }) => tell({ field, expected }),
  Undecodable: ({ stream, revision: at, type, errors }) =>
    saying(
      `已有记录中存在无法读取的条目，本次未予登记，请联系系统管理员：${stream}第${say.number(at + 1n)}条（${type}）。`,
      errors,
      tell,
    ),
  InvalidConfiguration: ({ problems }) => saying('服务台的设置有误，无法启用。', problems, tell),
  InvalidFact: ({ index, errors }) =>
    saying(`第${say.number(index + 1)}条资料无法导入，所有资料均未导入。`, errors, tell),
  BegunOtherwise: ({ revision: at }) =>
    `未予导入：已有历史记录，且其开头与本次导入的内容不同（${revision(say, at)}）。`,
  InvalidCalendar: ({ problems }) => saying('日历设置有误，无法使用。', problems, tell),
})
