/**
 * What was said of a customer in words, until he is erased; what became of it his state says.
 *
 * @since 0.1.0
 */
import { customer } from '@troth/core'

import { rowAStream, type Projection } from '../shared/projection.js'

/** A way to reach him, or one of his contact persons. */
export interface ContactPoint {
  readonly pointId: string
  readonly channel: customer.Channel
  readonly address: customer.FactsOf<'ContactPointAdded'>['address']
  readonly personId?: string
}

export interface Need {
  readonly needId: string
  readonly kind: customer.NeedKind
  readonly depth: customer.Depth
  readonly what: customer.FactsOf<'NeedRecorded'>['what']
}

export interface Words {
  readonly sections: Readonly<Partial<Record<customer.ProfileSection, customer.ProfileChange>>>
  /** Changes proposed, by their ids. */
  readonly proposed: Readonly<Record<string, customer.ProfileChange>>
  readonly points: Readonly<Record<string, ContactPoint>>
  readonly needs: ReadonlyArray<Need>
  /** By the expectation's id. */
  readonly expectations: Readonly<Record<string, customer.FactsOf<'ExpectationRecorded'>['what']>>
}

/** Erased he is `forgotten`, and so is whatever is written down of him after that. */
export interface WordsRow extends Words {
  readonly forgotten?: true
}

/** Nothing was said of him. */
export const noWords: WordsRow = {
  sections: {},
  proposed: {},
  points: {},
  needs: [],
  expectations: {},
}

const inSection = (words: WordsRow, change: customer.ProfileChange): WordsRow => ({
  ...words,
  sections: { ...words.sections, [change.section]: change },
})

/** His state knows which of them are still there; a removed one's words are not kept. */
const without = <A>(record: Readonly<Record<string, A>>, id: string): Record<string, A> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id))

const afterEvent = (words: WordsRow, { type, data }: customer.CustomerEvent): WordsRow => {
  switch (type) {
    case 'CustomerErased':
      return { ...noWords, forgotten: true }
    case 'ProfileChanged':
      return inSection(words, data.change)
    case 'ProfileChangeProposed':
      return { ...words, proposed: { ...words.proposed, [data.changeId]: data.change } }
    case 'ProfileChangeVerified': {
      const change = words.proposed[data.changeId]
      const rest = { ...words, proposed: without(words.proposed, data.changeId) }
      return change ? inSection(rest, change) : rest
    }
    case 'ProfileChangeRefused':
      return { ...words, proposed: without(words.proposed, data.changeId) }
    case 'ContactPointAdded': {
      const { pointId, channel, address, personId } = data
      const point = { pointId, channel, address, ...(personId && { personId }) }
      return { ...words, points: { ...words.points, [pointId]: point } }
    }
    case 'ContactPointRemoved':
      return { ...words, points: without(words.points, data.pointId) }
    case 'ContactPersonRemoved': {
      const left = Object.entries(words.points).filter(
        ([, { personId }]) => personId !== data.personId,
      )
      return { ...words, points: Object.fromEntries(left) }
    }
    case 'NeedRecorded': {
      const { needId, kind, depth, what } = data
      return words.needs.some((each) => each.needId === needId)
        ? words
        : { ...words, needs: [...words.needs, { needId, kind, depth, what }] }
    }
    case 'ExpectationRecorded':
      return {
        ...words,
        expectations: { ...words.expectations, [data.expectationId]: data.what },
      }
    case 'ExpectationReleased':
      return { ...words, expectations: without(words.expectations, data.expectationId) }
    default:
      return words
  }
}

const types: ReadonlyArray<customer.CustomerEvent['type']> = [
  'CustomerErased',
  'ProfileChanged',
  'ProfileChangeProposed',
  'ProfileChangeVerified',
  'ProfileChangeRefused',
  'ContactPointAdded',
  'ContactPointRemoved',
  'ContactPersonRemoved',
  'NeedRecorded',
  'ExpectationRecorded',
  'ExpectationReleased',
]

/** Rows by customer (`{tenant}.{id}` where there are tenants), of those of whom anything was said. */
export const words = (
  rules: customer.CustomerRules,
): Projection<customer.CustomerEvent, WordsRow> => ({
  name: 'customer-words',
  ...rowAStream(customer.customer(rules)),
  types,
  initial: noWords,
  apply: (row, { event }) => (row.forgotten ? row : afterEvent(row, event)),
})
