/**
 * What a customer may answer: any part of it, whole numbers on the scale of each item.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { personal } from '../privacy/personal.js'
import { data, type DataC } from '../shared/message.js'
import { listOf } from '../shared/one-of.js'
import { NonEmptyText } from '../shared/text.js'
import { whole } from '../shared/whole.js'
import { Attribution, type LoyaltyItem, type SacrificeKind } from './lists.js'

/** How satisfied he is, 5 best. */
export const Csat = whole(1, 5)
/** How likely he is to recommend the business, 10 most. */
export const Nps = whole(0, 10)
/** Agreement, or effort, 7 most. */
export const Seven = whole(1, 7)
/** A degree, 10 highest. */
export const Ten = whole(1, 10)

const isSome = (u: object): boolean => Object.values(u).some((value) => value !== undefined)

/** Any part of these, and at least one. */
const someOf = <O extends t.Props>(
  props: O,
): t.RefinementC<DataC<Record<never, never>, O>, t.TypeOf<DataC<Record<never, never>, O>>> =>
  t.refinement(data({}, props), isSome, `at least one of ${Object.keys(props).join(', ')}`)

/** Of 1988 the items 10-13 and 18-22 are asked in reverse; of 1991 none is. Stored as answered, never turned round. */
export const ServqualEdition = t.union([t.literal(1988), t.literal(1991)], 'ServqualEdition')
export type ServqualEdition = t.TypeOf<typeof ServqualEdition>

/** One answer an item, in the order of the instrument. */
export const ServqualItems = t.refinement(
  listOf(Seven, 22),
  ({ length }) => length === 22,
  `a list of 22, each ${Seven.name}`,
)
export type ServqualItems = t.TypeOf<typeof ServqualItems>

/** What he expects, what he perceives, or both: each item by item, or not at all. */
export const Servqual = t.refinement(
  data({ edition: ServqualEdition }, { expectations: ServqualItems, perceptions: ServqualItems }),
  ({ expectations, perceptions }) => expectations !== undefined || perceptions !== undefined,
  'expectations, perceptions, or both',
)
export type Servqual = t.TypeOf<typeof Servqual>

/** The same three questions as national indices ask, and the first of them about the best rival. */
export const Index = someOf({ overall: Ten, expectation: Ten, ideal: Ten, rivalOverall: Ten })
export type Index = t.TypeOf<typeof Index>

const sacrifices = {
  money: Ten,
  time: Ten,
  effort: Ten,
  energy: Ten,
} satisfies Record<SacrificeKind, unknown>

/** What it cost him. */
export const Sacrifice = someOf(sacrifices)
export type Sacrifice = t.TypeOf<typeof Sacrifice>

const items = {
  firstThoughtOf: Seven,
  firstChosen: Seven,
  bearsPrice: Seven,
  preferred: Seven,
  positiveFeeling: Seven,
  negativeFeeling: Seven,
  keepIntent: Seven,
  seekIntent: Seven,
} satisfies Record<LoyaltyItem, unknown>

/** How far he agrees, item by item. */
export const Loyalty = someOf(items)
export type Loyalty = t.TypeOf<typeof Loyalty>

/** What he answered: any part of it, and at least one. `comment` is in his own words. */
export const Answers = someOf({
  csat: Csat,
  nps: Nps,
  effort: Seven,
  servqual: Servqual,
  index: Index,
  gain: Ten,
  sacrifice: Sacrifice,
  loyalty: Loyalty,
  attribution: Attribution,
  comment: personal(NonEmptyText),
})
export type Answers = t.TypeOf<typeof Answers>
