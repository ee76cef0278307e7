import { beforeAll, describe, expect, it } from 'vitest'

import { type Labels, labels, type Locale } from '../../src/labels/index.js'
import { readRejections, type Sample, type Words } from '../support/rejection-types.js'

type Tagged = Readonly<{ _tag: string }>
type Tell = (facts: Tagged) => string

/** In words of ours that are in neither language, so that what the language itself says can be looked at. */
const foreign: Readonly<Record<Locale, Words>> = {
  en: { some: '7-11', other: '8-12' },
  'zh-CN': { some: '7-11', other: '8-12' },
}
const zones: Readonly<Record<Locale, string>> = { en: 'Europe/Berlin', 'zh-CN': 'Asia/Shanghai' }
const locales: ReadonlyArray<Locale> = ['en', 'zh-CN']

const types = { read: undefined as ReturnType<typeof readRejections> | undefined }
beforeAll(() => {
  types.read = readRejections()
}, 60_000)

interface Asked extends Sample {
  readonly of: string
  readonly tell: Tell
}

/** Every tag of every union, with made-up facts, and who is to say it. */
const everything = (locale: Locale, from: Labels): ReadonlyArray<Asked> => {
  const { refusals, troubles } = types.read ?? readRejections()
  const tellers = from.rejection as unknown as Readonly<Record<string, Tell | undefined>>
  const words = foreign[locale]
  return [
    ...[...refusals(words)].flatMap(([of, samples]) =>
      samples.map((sample) => ({ ...sample, of, tell: tellers[of] ?? (() => '') })),
    ),
    ...troubles(words).map((sample) => ({
      ...sample,
      of: 'failure',
      tell: from.failure as unknown as Tell,
    })),
  ]
}

/** What is said of a tag that no language knows. */
const isUnknown = (said: string, tag: string, tell: Tell): boolean =>
  said === tell({ _tag: `${tag}Else` }).replace(`${tag}Else`, tag)

/** The tags that nothing is said of. */
const untold = (asked: ReadonlyArray<Asked>): ReadonlyArray<string> =>
  asked
    .filter(({ tag, cases, tell }) =>
      cases.some((facts) => {
        const said = tell(facts)
        return said.trim() === '' || isUnknown(said, tag, tell)
      }),
    )
    .map(({ of, tag }) => `${of}.${tag}`)

const said = (locale: Locale): ReadonlyArray<readonly [string, string]> =>
  everything(locale, labels(locale, { timeZone: zones[locale] })).flatMap(
    ({ of, tag, cases, tell }) => cases.map((facts) => [`${of}.${tag}`, tell(facts)] as const),
  )

describe('every refusal and failure', () => {
  it('is read from the unions of every aggregate', () => {
    const tags = everything('en', labels('en')).map(({ of, tag }) => `${of}.${tag}`)
    for (const known of [
      'complaint.PromisesOpen',
      'complaint.TooLongAgo',
      'complaint.SameComplaint',
      'complaint.InvalidCommand',
      'customer.MergedInto',
      'promise.ConfirmByNotPassed',
      'promise.Blacklisted',
      'followUp.InvalidTime',
      'survey.CapNotReached',
      'dealings.MoreThanLeft',
      'fault.NotServiceCentres',
      'failure.Conflict',
      'failure.Undecodable',
      'failure.InvalidConfiguration',
    ])
      expect(tags).toContain(known)
  })

  it.each(locales)('has a message: %s', (locale) => {
    expect(untold(everything(locale, labels(locale)))).toEqual([])
  })

  it('is missed when it has none', () => {
    const { tell, ...asked } = everything('en', labels('en'))[0] ?? expect.fail('no tags')
    const newer = { ...asked, of: 'complaint', tag: 'Newer', cases: [{ _tag: 'Newer' }] }
    expect(untold([{ ...newer, tell }])).toEqual(['complaint.Newer'])
    expect(untold([{ ...newer, tell: () => ' ' }])).toEqual(['complaint.Newer'])
  })

  it.each(locales)('is said in whole, with nothing left open: %s', (locale) => {
    const whole = locale === 'en' ? /^[A-Z“\d].*[.)]$/su : /^[\p{Script=Han}“\d].*[。）]$/su
    const broken = /undefined|null|NaN|object|Invalid|^\s|\s$| {2}|\(\)|“”|（）|[,，：:] ?[.。]/
    expect(said(locale).filter(([, text]) => !whole.test(text) || broken.test(text))).toEqual([])
  })

  it('is said in English in English', () => {
    const other = /[^\x20-\x7e’“”›€¥–]/
    expect(said('en').filter(([, text]) => other.test(text))).toEqual([])
  })

  it('is said in Chinese in Chinese', () => {
    expect(said('zh-CN').filter(([, text]) => /[A-Za-z]/.test(text))).toEqual([])
  })

  /** How long a period is for which a cap holds is nothing that the handler asks for. */
  const leftOut: ReadonlyArray<string> = ['period']

  it.each(locales)('tells its facts: another fact, another message: %s', (locale) => {
    const facts = everything(locale, labels(locale, { timeZone: zones[locale] }))
    const silent = facts.flatMap(({ of, tag, cases: [base, ...others], tell }) =>
      base === undefined
        ? []
        : others
            .filter((other) => tell(other) === tell(base))
            .map((other) => `${of}.${tag} ${differing(base, other)}`)
            .filter((each) => !leftOut.some((field) => each.endsWith(field))),
    )
    expect(silent).toEqual([])
  })
})

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null

/** The path of the first field in which two differ. */
const differing = (a: unknown, b: unknown): string => {
  if (!isRecord(a) || !isRecord(b)) return ''
  const field = [...new Set([...Object.keys(a), ...Object.keys(b)])].find(
    (key) => shown(a[key]) !== shown(b[key]),
  )
  return field === undefined ? '' : `${field} ${differing(a[field], b[field])}`.trim()
}

const shown = (u: unknown): string =>
  JSON.stringify(u, (_, value: unknown) =>
    typeof value === 'bigint' ? `${String(value)}n` : value,
  )
