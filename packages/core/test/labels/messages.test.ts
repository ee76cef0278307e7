import { describe, expect, it } from 'vitest'

import { Year } from '../../src/customer/values.js'
import { OrderId, Price } from '../../src/dealings/values.js'
import { VisitKey } from '../../src/follow-up/visit-key.js'
import { type LabelOptions, labels, type Locale } from '../../src/labels/index.js'
import type { ComplaintAnswer } from '../../src/plain/complaint.js'
import type { CustomerAnswer } from '../../src/plain/customer.js'
import type { DealingsAnswer } from '../../src/plain/dealings.js'
import type { FaultAnswer } from '../../src/plain/fault.js'
import type { FollowUpAnswer } from '../../src/plain/follow-up.js'
import type { PromiseAnswer } from '../../src/plain/promise.js'
import type { SurveyAnswer } from '../../src/plain/survey.js'
import { Currency } from '../../src/shared/money.js'
import {
  complaintId,
  customer,
  entry,
  instant,
  money,
  name,
  party,
  promiseId,
  role,
  staff,
} from '../support/complaint.js'
import { make } from '../support/make.js'

const monday = instant('2026-11-23T23:30:00.000Z')
const names: Readonly<Record<string, string>> = { head: 'Ms Zhao', [complaintId(1)]: 'C-17' }
const nameOf = (named: string) => names[named]
const berlin: LabelOptions = { timeZone: 'Europe/Berlin', nameOf }
const en = labels('en', berlin)
const zh = labels('zh-CN', { timeZone: 'Asia/Shanghai' })
/** Which space stands beside a sum is the platform's own. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('an instant', () => {
  const why = { _tag: 'AlreadyClosed', outcome: 'resolved', closedAt: monday } as const

  it('is told by the clock of whoever reads it', () => {
    expect(en.rejection.complaint(why)).toBe(
      'This complaint was closed on November 24, 2026 at 00:30, as resolved.',
    )
    expect(zh.rejection.complaint(why)).toBe('该投诉已于2026年11月24日 07:30结案，结果为“已解决”。')
  })

  it('is told in UTC, and says so, where nobody says by which clock, or by one that there is not', () => {
    for (const options of [undefined, {}, { timeZone: '' }, { timeZone: 'Mars/Olympus' }]) {
      expect(labels('en', options).rejection.complaint(why)).toContain(
        'November 23, 2026 at 23:30 UTC',
      )
      expect(labels('zh-CN', options).rejection.complaint(why)).toMatch(
        /2026年11月23日.*UTC.*23:30/,
      )
    }
  })
})

describe('money', () => {
  const orderId = make(OrderId)('7')
  const told = (locale: Locale, amount: number, currency: string) =>
    plain(
      labels(locale).rejection.dealings({
        _tag: 'MoreThanLeft',
        orderId,
        left: make(Price)({ amount, currency }),
      }),
    )

  it.each([
    ['EUR', '€12.50', '€12.50'],
    ['CNY', 'CN¥12.50', '¥12.50'],
    ['JPY', '¥1,250', 'JP¥1,250'],
    ['KWD', 'KWD 1.250', 'KWD 1.250'],
    // Of these, `Intl` itself would show no decimals, and tell a hundred or a thousand times as much.
    ['IQD', 'IQD 1.250', 'IQD 1.250'],
    ['HUF', 'HUF 12.50', 'HUF 12.50'],
  ])('is told in the units of its currency: %s', (currency, english, chinese) => {
    expect(told('en', 1250, currency)).toBe(`That is more than is left of order 7: ${english}.`)
    expect(told('zh-CN', 1250, currency)).toBe(`退款金额超出订单7的剩余金额${chinese}。`)
  })

  it('may be none', () => {
    expect(told('en', 0, 'EUR')).toContain('€0.00')
  })

  it('is told by its name where only the currency is meant', () => {
    const why = { _tag: 'OtherCurrency', orderId, currency: make(Currency)('EUR') } as const
    expect(en.rejection.dealings(why)).toBe('Order 7 was paid in another currency: Euro.')
    expect(zh.rejection.dealings(why)).toBe('订单7使用的是另一币种：欧元。')
  })

  it('is left out where none was named', () => {
    const why = { _tag: 'NobodyMayDecide', matter: 'redo' } as const
    expect(en.rejection.promise(why)).toBe('Nobody may decide this: doing the work again.')
    expect(en.rejection.complaint({ ...why, cost: money(5) })).toBe(
      'Nobody may decide this: doing the work again (€0.05).',
    )
    expect(zh.rejection.promise({ ...why, cost: money(5) })).toBe(
      '“返工重做”（€0.05）超出所有人的权限，无人可以批准。',
    )
  })
})

describe('names', () => {
  it('are those that people use, where the host says them', () => {
    expect(
      en.rejection.complaint({
        _tag: 'OverAuthority',
        matter: 'compensation',
        cost: money(12_000),
        deciders: [role('supervisor'), role('head')],
      }),
    ).toBe(
      'This is beyond your authority: compensation (€120.00). It can be decided by supervisor or Ms Zhao.',
    )
    expect(en.rejection.complaint({ _tag: 'MergedInto', survivor: complaintId(1) })).toBe(
      'This complaint was merged into complaint C-17. Please go on there.',
    )
  })

  it('of roles that ship are in the language; no name is taken from elsewhere', () => {
    const over = (locale: Locale, decider: string) =>
      labels(locale).rejection.customer({
        _tag: 'OverAuthority',
        matter: 'clearing',
        deciders: [role(decider)],
      })
    expect(over('zh-CN', 'generalManager')).toBe('“移出黑名单”超出您的权限，须由总经理决定。')
    expect(over('en', 'constructor')).toContain('decided by constructor.')
  })

  it('of a person come with the department that he acts for', () => {
    const to = party({ kind: 'person', id: 'li', department: 'parts' })
    expect(en.rejection.complaint({ _tag: 'AlreadyAssigned', to })).toBe(
      'Responsibility was assigned already, to person li (parts).',
    )
    expect(zh.rejection.complaint({ _tag: 'HeldAlready', by: to })).toBe(
      '该投诉已由个人li（parts）负责处理。',
    )
    const department = party({ kind: 'department', id: 'parts' })
    expect(en.rejection.complaint({ _tag: 'HeldAlready', by: department })).toBe(
      'This complaint is in these hands already: department parts.',
    )
  })
})

describe('a message', () => {
  it('lists what there is, and says when there is nothing', () => {
    const held = (...ids: ReadonlyArray<number>) =>
      ({ _tag: 'NotTheHeldOnes', held: ids.map(entry) }) as const
    expect(en.rejection.customer(held())).toBe(
      'The customer holds no expectation that could be ranked.',
    )
    expect(en.rejection.customer(held(1, 2))).toContain(`${entry(1)} and ${entry(2)}.`)
    expect(zh.rejection.customer(held(1, 2))).toContain(`${entry(1)}和${entry(2)}。`)
    const unknown = (known: ReadonlyArray<string>) =>
      ({ _tag: 'UnknownPurpose', purpose: 'gifts', known }) as const
    expect(en.rejection.customer(unknown([]))).toBe(
      'Customers are not asked to consent to “gifts”. The rules of this desk name none.',
    )
    expect(en.rejection.customer(unknown(['survey', 'greetings']))).toContain(
      'Possible here: “survey” or “greetings”.',
    )
    expect(en.rejection.complaint({ _tag: 'PromisesOpen', promises: [] })).toContain(' –.')
  })

  it('says who alone may do it for a blacklisted customer, if anybody', () => {
    const why = (...deciders: ReadonlyArray<string>) =>
      ({
        _tag: 'Blacklisted',
        since: monday,
        decidedBy: staff('head'),
        deciders: deciders.map(role),
      }) as const
    const since =
      'This customer has been blacklisted since November 24, 2026 at 00:30, by decision of Ms Zhao.'
    expect(en.rejection.promise(why())).toBe(
      `${since} Nobody may do this for a blacklisted customer.`,
    )
    expect(en.rejection.customer(why('head', 'office'))).toBe(
      `${since} Only Ms Zhao or the office may do this for a blacklisted customer.`,
    )
    expect(zh.rejection.complaint(why('office'))).toBe(
      '该客户自2026年11月24日 07:30起被head列入黑名单，只有办公室可以为其办理此事。',
    )
  })

  it.each([
    ['visit/2026-12-23', 'the visit of December 23, 2026', '2026年12月23日的回访'],
    ['gift/2026-12-31', 'the gift of December 31, 2026', '2026年12月31日的年终礼品'],
    ['demandPlan/2026-12-31', 'the demand plan of December 31, 2026', '2026年12月31日的需求计划'],
    [`${entry(1)}/2027-02-28`, 'the greeting of February 28, 2027', '2027年2月28日的问候'],
    ['callBack', 'the call back', '单次回访'],
  ])('calls a visit by what it is for: %s', (key, english, chinese) => {
    const why = { _tag: 'NoSuchVisit', visit: make(VisitKey)(key) } as const
    expect(en.rejection.followUp(why)).toBe(`The plan does not hold ${english}.`)
    expect(zh.rejection.followUp(why)).toBe(`计划中没有${chinese}。`)
  })

  it('says why a survey was held back, with what is known of it', () => {
    const held = (why: Parameters<typeof en.rejection.survey>[0]) => en.rejection.survey(why)
    const told = 'This survey was held back, and is not sent any more: '
    expect(held({ _tag: 'AlreadySuppressed', why: { ground: 'merged' } })).toBe(
      `${told}it was merged into another.`,
    )
    expect(
      held({
        _tag: 'AlreadySuppressed',
        why: { ground: 'merged', intoCustomer: customer(2) },
      }),
    ).toBe(`${told}it was merged into another (${customer(2)}).`)
    expect(held({ _tag: 'AlreadySuppressed', why: { ground: 'blacklisted' } })).toBe(
      `${told}the customer is blacklisted.`,
    )
    expect(
      zh.rejection.survey({
        _tag: 'AlreadySuppressed',
        why: { ground: 'noConsent', purpose: name('回访'), channel: 'sms' },
      }),
    ).toBe('该调查已决定不予发出，原因为“客户未同意”（回访，短信）。')
  })

  it('says years as years', () => {
    const why = { _tag: 'YearOver', year: make(Year)(2026), ended: monday } as const
    expect(en.rejection.customer(why)).toContain('The demand plan for 2026 is')
    expect(zh.rejection.customer(why)).toContain('2026年已于')
  })

  it('says what stands in the way of a close', () => {
    expect(
      en.rejection.complaint({ _tag: 'ApologyAlone', courtesies: ['apology', 'thanks'] }),
    ).toBe('The complaint is justified, and an apology and thanks alone does not put it right.')
    expect(zh.rejection.complaint({ _tag: 'PromisesOpen', promises: [promiseId(1)] })).toBe(
      `投诉中作出的承诺尚未了结，不能结案：${promiseId(1)}。`,
    )
    expect(zh.rejection.complaint({ _tag: 'AlreadyJudged', valid: false })).toContain('不成立')
    expect(
      zh.rejection.complaint({ _tag: 'StepOutOfOrder', step: 'recorded', expected: ['judged'] }),
    ).toBe('现在不能进行此项操作：投诉当前处于“已登记”，须处于“已判定”时方可进行。')
  })
})

describe('what fails', () => {
  it('is told to whoever waits for it, counting entries from one', () => {
    expect(en.failure({ _tag: 'Conflict', expected: 1n, actual: 'noStream' })).toBe(
      'Somebody else has changed this record in the meantime, so nothing was recorded. Please look at it again. ' +
        '(Expected: entry 2; found: no record yet.)',
    )
    expect(zh.failure({ _tag: 'Conflict', expected: 'streamExists', actual: 4n })).toContain(
      '（预期：已有记录；实际：第5条。）',
    )
    expect(zh.failure({ _tag: 'TooLarge', limit: 1000, size: 1_234_567 })).toBe(
      '内容过长，无法登记：共1,234,567字节，最多1,000字节。',
    )
    const errors = [{ field: 'data.channel', expected: 'boolean' }]
    expect(
      en.failure({ _tag: 'Undecodable', stream: 'complaint-1', revision: 0n, type: 'T', errors }),
    ).toContain('T, entry 1 of complaint-1. “channel” should be yes or no.')
    expect(zh.failure({ _tag: 'InvalidFact', index: 0, errors })).toBe(
      '第1条资料无法导入，所有资料均未导入。“渠道”应为“是”或“否”。',
    )
  })

  it('by settings that can not be meant is told setting by setting', () => {
    const problems = [{ field: 'calendars.shop.week', expected: 'at least one' }]
    expect(en.failure({ _tag: 'InvalidConfiguration', problems })).toBe(
      'The settings of this desk can not be used. “calendars.shop.week” should be at least one.',
    )
    expect(zh.failure({ _tag: 'InvalidCalendar', problems })).toBe(
      '日历设置有误，无法使用。“calendars.shop.week”应为至少一项。',
    )
  })
})

describe('what a later version refuses or fails with', () => {
  it('is named, and nothing breaks', () => {
    for (const _tag of ['Newer', 'constructor', '__proto__']) {
      expect(en.rejection.promise({ _tag } as never)).toBe(
        `This was not done, for a reason that is not known here (${_tag}).`,
      )
      expect(zh.failure({ _tag } as never)).toBe(`操作未完成，原因不明（${_tag}）。`)
    }
  })
})

type Why<Answer> =
  Extract<Answer, { readonly ok: false }> extends { readonly why: infer W }
    ? (why: W) => string
    : never

/** Fails the type check when a method of the plain door may refuse for a reason that has no message. */
const whatTheDoorSays: {
  readonly complaint: Why<ComplaintAnswer>
  readonly customer: Why<CustomerAnswer>
  readonly dealings: Why<DealingsAnswer>
  readonly fault: Why<FaultAnswer>
  readonly followUp: Why<FollowUpAnswer>
  readonly promise: Why<PromiseAnswer>
  readonly survey: Why<SurveyAnswer>
} = en.rejection

it('every answer of the plain door that says why not can be told', () => {
  expect(whatTheDoorSays.customer({ _tag: 'SameCustomer', id: customer(1) })).toBe(
    `Customer ${customer(1)} can not be merged with himself.`,
  )
})
