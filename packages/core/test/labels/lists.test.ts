import { describe, expect, it } from 'vitest'

import * as core from '../../src/index.js'
import type { ClockPolicy } from '../../src/complaint/rules.js'
import { type Labels, labels, type Lists, type Locale } from '../../src/labels/index.js'
import { authorityPreset } from '../../src/shared/authority-preset.js'
import { closedLists } from '../support/codecs.js'

const locales: ReadonlyArray<Locale> = ['en', 'zh-CN']
const lists = closedLists(core)

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>
const tableOf = (given: Labels): Table => given.lists as unknown as Table

/** The words of closed lists that have no label, each as `list.word`. */
const unlabelled = (
  table: Table,
  words: ReadonlyMap<string, ReadonlySet<string>> = lists,
): ReadonlyArray<string> =>
  [...words].flatMap(([list, each]) =>
    [...each]
      .filter((word) => (table[list]?.[word] ?? '').trim() === '')
      .map((word) => `${list}.${word}`),
  )

const every = (given: Labels): ReadonlyArray<string> => [
  ...Object.values(tableOf(given)).flatMap((list) => Object.values(list)),
  ...Object.values(given.fields),
]

describe('the lists', () => {
  it('are found wherever a message or a rule has one', () => {
    for (const name of ['Channel', 'Matter', 'quality subtype', 'social factor', 'Outcome', 'Rung'])
      expect(lists.has(name), name).toBe(true)
    expect(lists.get('Stage')).toEqual(
      new Set(['preSale', 'inSale', 'afterSale', 'prospect', 'buyer']),
    )
  })

  it.each(locales)('have a label for every word: %s', (locale) => {
    expect(unlabelled(tableOf(labels(locale)))).toEqual([])
  })

  it('are missed when they are left out, or one of their words is', () => {
    const { Kind, Channel, ...rest } = tableOf(labels('en'))
    expect(Kind).toBeDefined()
    expect(unlabelled({ ...rest, Channel: { ...Channel, fax: ' ' } })).toEqual([
      ...['complaint', 'inquiry', 'suggestion', 'repair', 'return'].map((kind) => `Kind.${kind}`),
      'Channel.fax',
    ])
    expect(unlabelled({}, new Map([['New', new Set(['word'])]]))).toEqual(['New.word'])
  })

  it('are told by different labels, word by word', () => {
    for (const locale of locales) {
      // Two streams have a list of settlements, and tell the same things alike.
      const { Settlement, ...others } = tableOf(labels(locale))
      expect(Settlement?.['kept']).toBe(Settlement?.['PromiseKept'])
      for (const [name, list] of Object.entries(others))
        expect(new Set(Object.values(list)).size, `${locale} ${name}`).toBe(
          Object.keys(list).length,
        )
    }
  })

  it('read as the desk says it', () => {
    expect(labels('en').lists.Channel.siteVisit).toBe('site visit')
    expect(labels('zh-CN').lists.Channel.siteVisit).toBe('上门')
    expect(labels('zh-CN').lists.Kind.complaint).toBe('投诉')
    expect(labels('zh-CN').lists.ClockName.firstReply).toBe('首次回复')
    expect(labels('zh-CN').lists.RemedyKind.compensation).toBe('赔偿')
    expect(labels('zh-CN').lists['quality subtype'].missingPart).toBe('缺件')
  })
})

describe('a language', () => {
  it('is English where English is asked for, and where nothing else is known', () => {
    expect(every(labels('en')).filter((label) => /[^\x20-\x7e’]/.test(label))).toEqual([])
    expect(every(labels('de' as Locale))).toEqual(every(labels('en')))
  })

  it('is Chinese where Chinese is asked for, to the last word', () => {
    expect(every(labels('zh-CN')).filter((label) => !/^[\p{Script=Han}，]+$/u.test(label))).toEqual(
      [],
    )
  })

  it('names the roles of the matrix that ships, unless the host does', () => {
    for (const locale of locales)
      for (const { role, matter } of authorityPreset) {
        const why = { _tag: 'OverAuthority', matter, deciders: [role] } as const
        const bare = labels(locale, { nameOf: (name) => name }).rejection.customer(why)
        expect(bare).toContain(role)
        expect(labels(locale).rejection.customer(why)).not.toBe(bare)
      }
  })
})

/** The names of all lists that a module exports, and of those in its namespaces. */
type ListsIn<M> = {
  [K in keyof M]: M[K] extends { readonly values: ReadonlyArray<string> } ? K : never
}[keyof M]
type InNamespaces = ListsIn<
  typeof core.complaint &
    typeof core.customer &
    typeof core.dealings &
    typeof core.fault &
    typeof core.followUp &
    typeof core.promise &
    typeof core.survey
>
type Unlabelled<Labelled> = Exclude<ListsIn<typeof core> | InNamespaces, keyof Labelled>

/** Fails the type check when a list has no labels at all; that each word of it has one, `Words` says. */
const everyListHasLabels: [Unlabelled<Lists>] extends [never] ? true : false = true
const oneIsMissed: Unlabelled<Omit<Lists, 'Matter'>> = 'Matter'
const anotherIsMissed: Unlabelled<Omit<Lists, 'Rung'>> = 'Rung'

type NextReplyFrom = NonNullable<NonNullable<ClockPolicy['nextReply']>['from']>
const conventions: Readonly<Record<NextReplyFrom, string>> = labels('en').lists.NextReplyFrom

it('what is a type alone has its labels too', () => {
  expect([everyListHasLabels, oneIsMissed, anotherIsMissed]).toEqual([true, 'Matter', 'Rung'])
  expect(Object.keys(conventions)).toHaveLength(4)
})
