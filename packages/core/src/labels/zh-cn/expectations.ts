/**
 * Simplified Chinese: what should stand in a field.
 *
 * @since 0.1.0
 */
import type { Expectations } from '../problem.js'
import { checks } from './checks.js'
import { codecs } from './codecs.js'
import { fields } from './fields.js'

const called: Readonly<Record<string, string>> = fields

export const expectations: Expectations = {
  phrases: { ...codecs, ...checks },
  patterns: [
    [
      /^at least one of ([\w, ]+)$/,
      (names = '') =>
        `至少填写以下一项：${names
          .split(', ')
          .map((name) => `“${called[name] ?? name}”`)
          .join('、')}`,
    ],
    [
      /^(?:a whole number|an integer) from (\d+) to (\d+)$/,
      (least = '', most = '') => `${least} 至 ${most} 之间的整数`,
    ],
    [/^an interval that does not overlap (.+)$/, (other = '') => `不与 ${other} 重叠的时段`],
    [/^a list of at most (\d+)$/, (most = '') => `至多 ${most} 项的列表`],
    [/^data of version (\d+)$/, (version = '') => `第 ${version} 版的数据`],
    [/^a whole number,? (?:at least|from) (\d+)$/, (least = '') => `不小于 ${least} 的整数`],
  ],
  command: '已知的类型之一',
  oneOf: (choices) => `以下之一：${choices.map((choice) => `“${choice}”`).join('、')}`,
  listOf: (least, entries) =>
    `${least === 0 ? '至多 100 项' : `${String(least)} 至 100 项`}的列表，每项为${entries}`,
  json: (what) => `以 JSON 表示的${what}`,
  either: (given) => given.join('，或'),
  otherwise: (expected) => `符合程序要求的值（${expected}）`,
  entry: (n) => `第${String(n)}项`,
  problem: (field, expected, found) =>
    `${field === undefined ? '内容' : `“${field}”`}应为${expected}${found === undefined ? '' : `，实际为“${found}”`}。`,
}
