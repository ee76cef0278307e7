import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

import * as core from '../../src/index.js'
import { type FieldName, labels, type Locale } from '../../src/labels/index.js'
import type { InvalidCommand } from '../../src/plain/answer.js'
import { decodeWith, type Problem } from '../../src/shared/problem.js'
import { codecsOf, expectedNames } from '../support/codecs.js'
import { readRejections } from '../support/rejection-types.js'

const en = labels('en')
const zh = labels('zh-CN')
/** By kind of stream. */
const commands: Readonly<Record<string, t.Mixed>> = {
  complaint: core.complaint.ComplaintCommand,
  customer: core.customer.CustomerCommand,
  dealings: core.dealings.DealingsCommand,
  fault: core.fault.FaultCommand,
  followUp: core.followUp.FollowUpCommand,
  promise: core.promise.PromiseCommand,
  survey: core.survey.SurveyCommand,
}

/** What is wrong with a command that was sent so. */
const wrongWith = (codec: t.Type<unknown>, type: string, data: object): ReadonlyArray<Problem> => {
  const answer = decodeWith<unknown>(codec)({ type, data })
  return E.isLeft(answer) ? answer.left : []
}

/** What `expected` is called in a sentence without a field. */
const phrase = (locale: Locale, expected: string): string =>
  labels(locale).problem({ field: '', expected })

describe('what is wrong with a field', () => {
  it('is told by its name and the words that may stand there', () => {
    const problem = { field: 'data.terms', expected: 'ServiceTerms' }
    expect(en.problem(problem)).toBe(
      '“terms” should be one of these: “free of charge”, “charged”, “refused”.',
    )
    expect(zh.problem(problem)).toBe('“处理条件”应为以下之一：“免费”、“收费”、“不予受理”。')
  })

  it('is told by its path, entries counted from one', () => {
    const problem = { field: 'options.0.cost.amount', expected: 'MinorUnits' }
    expect(en.problem(problem)).toBe(
      '“options › no. 1 › cost › amount” should be more than nothing, in whole minor units (cents).',
    )
    expect(zh.problem(problem)).toBe(
      '“可选方案 › 第1项 › 费用 › 金额”应为大于零的最小货币单位（分）整数。',
    )
  })

  it('names a setting of the host as he wrote it', () => {
    const problem = {
      field: 'policies.complaint.noticeTries',
      expected: 'a whole number, at least 1',
    }
    expect(en.problem(problem)).toBe(
      '“policies.complaint.noticeTries” should be a whole number, at least 1.',
    )
    expect(zh.problem(problem)).toBe('“policies.complaint.noticeTries”应为不小于 1 的整数。')
    for (const field of ['constructor', 'data.__proto__', 'options.x'])
      expect(en.problem({ field, expected: 'Name' })).toContain(`“${field.replace('data.', '')}”`)
  })

  it('is told of the whole where it is no field', () => {
    expect(en.problem({ field: '', expected: 'object' })).toBe('This should be a set of fields.')
    expect(en.problem({ field: 'data', expected: 'object' })).toBe(
      'This should be a set of fields.',
    )
    expect(zh.problem({ field: '', expected: 'object' })).toBe('内容应为一组字段。')
    expect(zh.problem({ field: 'database', expected: 'Name' })).toContain('database')
  })

  it('says what was found, where that is said', () => {
    const problem = { field: 'id', expected: 'a UUID', found: '7' }
    expect(en.problem(problem)).toBe('“id” should be a UUID, and is “7”.')
    expect(zh.problem(problem)).toBe('“编号”应为编号（UUID），实际为“7”。')
  })

  it('does not list a hundred commands', () => {
    for (const codec of Object.values(commands)) {
      const [problem] = wrongWith(codec, 'NoSuchCommand', {})
      expect(problem && en.problem(problem)).toBe('“type” should be one of the known types.')
      expect(problem && zh.problem(problem)).toBe('“命令类型”应为已知的类型之一。')
    }
  })

  it.each([
    ['Content<contract> | Content<quality>', '“contract”, “quality”', '“合同”、“质量”'],
    ['"marketing" | "tier"', '“marketing class”, “tier”', '“营销分类”、“客户等级”'],
    ['Cause<consumer> | Cause<social>', '“the consumer”, “society”', '“消费者原因”、“社会原因”'],
    ['Visited<own> | Visited<rival>', '“our place”, “a rival’s place”', '“本企业”、“竞争对手”'],
    [
      'OutsideBody | Ruling',
      '“an ombudsman”, “a court”, “decided',
      '“申诉调解机构”、“法院”、“支持',
    ],
    [
      'Readonly<{| after: "complaintClosed", complaintId: ComplaintId |}> | Readonly<Exact<({ after: "promised" } & Part…',
      '“a complaint was closed”, “a call was promised”',
      '“投诉已结案”、“曾承诺回电”',
    ],
  ])('names what may be chosen: %s', (expected, english, chinese) => {
    expect(phrase('en', expected)).toContain(`This should be one of these: ${english}`)
    expect(phrase('zh-CN', expected)).toContain(`内容应为以下之一：${chinese}`)
  })

  it.each([
    ['Scheme | HostScheme', 'or a classification of the desk’s own.', '，或本服务台自设的分类。'],
    ['Name | Instant | Name', 'a name of at most 200 characters, or a time', '名称，或世界协调时'],
    ['Name | Instan…', 'This should be a name of at most 200 characters.', '不超过 200 字的名称。'],
    [
      'a list of 0 to 100 EntryId',
      'a list of at most 100, each an id',
      '至多 100 项的列表，每项为编号',
    ],
    [
      'a list of 1 to 100 EntryId',
      'a list of 1 to 100, each an id',
      '1 至 100 项的列表，每项为编号',
    ],
    ['a list of 1 to 100 PersonRole', 'each one of these: “buyer”', '每项为以下之一：“购买者”'],
    [
      'ComplaintCommand, as JSON',
      'a command about a complaint, as JSON',
      '以 JSON 表示的针对投诉的操作',
    ],
    [
      'at least one of nps, gain',
      'one of these: “likelihood to recommend”, “gain”',
      '“推荐意愿评分”、“获得感”',
    ],
    ['a whole number from 1 to 7', 'a whole number from 1 to 7', '1 至 7 之间的整数'],
    ['an integer from 1 to 9', 'an integer from 1 to 9', '1 至 9 之间的整数'],
    ['a whole number, at least 0', 'a whole number, at least 0', '不小于 0 的整数'],
    ['a list of at most 366', 'a list of at most 366', '至多 366 项的列表'],
    ['data of version 2', 'data of version 2', '第 2 版的数据'],
    ['an interval that does not overlap week.mon[0]', 'week.mon[0]', '不与 week.mon[0] 重叠的时段'],
    ['constructor', 'This should be constructor.', '内容应为符合程序要求的值（constructor）。'],
  ])('says what is expected: %s', (expected, english, chinese) => {
    expect(phrase('en', expected)).toContain(english)
    expect(phrase('zh-CN', expected)).toContain(chinese)
  })
})

describe('everything that a field may expect', () => {
  const { expected } = readRejections()
  const asked = [...new Set([...expectedNames(core), ...expected()])]
  /** Members of a union are named together, and by the list that they are the words of. */
  const names = asked.filter((name) => !/^(?:ReadonlyArray|\w+<\w+>$)/.test(name))

  it('is found in codecs and checks', () => {
    expect(names).toEqual(
      expect.arrayContaining(['NonEmptyText', 'TimeZone', 'Target', 'no such setting']),
    )
    expect(names.length).toBeGreaterThan(100)
  })

  it('has words of its own in Chinese', () => {
    const without = names.filter((name) => phrase('zh-CN', name).includes('符合程序要求的值'))
    expect(without).toEqual([])
  })

  it('is no name of a codec in English', () => {
    const bare = names.filter((name) => /^This should be [A-Z]\w+\.$/.test(phrase('en', name)))
    expect(bare).toEqual([])
  })

  it('is missed when it has none', () => {
    expect(phrase('zh-CN', 'NewCodec')).toContain('符合程序要求的值')
    expect(phrase('en', 'NewCodec')).toBe('This should be NewCodec.')
  })

  it('is said in Chinese, but for what is to be typed as it stands', () => {
    const typed =
      /UUID|JSON|CNY|Asia\/Shanghai|2026-11-23T09:00:00.000Z|visit\/|none|closing|nextOpening|atMost|atLeast|start|now|mon|tue|wed|thu|fri|sat|sun|timeZone|week|holidays|annualHolidays/g
    const words = names.map((name) => phrase('zh-CN', name))
    expect(words.filter((word) => /[A-Za-z]/.test(word.replace(typed, '')))).toEqual([])
  })
})

describe('the fields', () => {
  it('are those of every command, each with a name', () => {
    const found = new Set<string>(
      [...codecsOf(commands)].flatMap(({ props = {} }) => Object.keys(props)),
    )
    const unnamed = (fields: Readonly<Record<string, string>>): ReadonlyArray<string> =>
      [...found].filter((name) => name !== 'data' && (fields[name] ?? '').trim() === '')
    expect(found.size).toBeGreaterThan(200)
    expect(unnamed(en.fields)).toEqual([])
    expect(unnamed(zh.fields)).toEqual([])
    const { demand, ...rest } = en.fields
    expect(demand).toBe('demand')
    expect(unnamed(rest)).toEqual(['demand'])
  })

  it('are named for the desk', () => {
    const field: FieldName = 'dueAt'
    expect(en.fields[field]).toBe('due')
    expect(zh.fields[field]).toBe('到期时间')
  })
})

describe('a command that is none', () => {
  const problems = wrongWith(core.complaint.ComplaintCommand as t.Mixed, 'DecideService', {
    terms: 'for nothing',
    why: ' ',
    at: '2026-11-23T09:00:00.000Z',
    by: { id: 'li', role: 'agent' },
  })
  const why = { _tag: 'InvalidCommand', problems } as const

  it('is refused by every aggregate, field by field', () => {
    const inEnglish: Readonly<Record<string, (why: InvalidCommand) => string>> = en.rejection
    const inChinese: Readonly<Record<string, (why: InvalidCommand) => string>> = zh.rejection
    for (const refuse of Object.values(inEnglish))
      expect(refuse(why)).toBe(
        'Nothing was recorded, since not all of it is filled in as it should be. ' +
          '“terms” should be one of these: “free of charge”, “charged”, “refused”. ' +
          '“why” should be text of at most 10,000 characters.',
      )
    for (const refuse of Object.values(inChinese))
      expect(refuse(why)).toBe(
        '填写有误，未予登记。“处理条件”应为以下之一：“免费”、“收费”、“不予受理”。' +
          '“原因说明”应为不超过 10000 字的文字。',
      )
  })
})
