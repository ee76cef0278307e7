/** What a handler in Shanghai reads when the desk refuses something. */
// #region told
import { labels } from '@troth/core/labels'
import type { ComplaintAnswer } from '@troth/core/plain'

const names: Readonly<Record<string, string>> = { li: '李静', headOfSales: '销售主管' }

const chinese = labels('zh-CN', {
  timeZone: 'Asia/Shanghai',
  nameOf: (idOrRole) => names[idOrRole],
})

export const told = (answer: ComplaintAnswer): string =>
  answer.ok ? '已登记。' : chinese.rejection.complaint(answer.why)

export const channels = Object.entries(chinese.lists.Channel) // [['phone', '电话'], …]
// #endregion told
