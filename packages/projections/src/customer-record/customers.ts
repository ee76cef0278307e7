/**
 * What the record keeps of a customer himself: beside his state the words of it, until he is erased.
 *
 * @since 0.1.0
 */
import { customer } from '@troth/core'

import { evolving } from '../shared/evolving.js'
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

/** The words; what became of them the customer's state says. */
export interface Words {
  readonly sections: Readonly<Partial<Record<customer.ProfileSection, customer.ProfileChange>>>
  /** Changes proposed, by their ids. */
  readonly proposed: Readonly<Record<string, customer.ProfileChange>>
  readonly points: Readonly<Record<string, ContactPoint>>
  readonly needs: ReadonlyArray<Need>
  /** By the expectation's id. */
  readonly expectations: Readonly<Record<string, customer.FactsOf<'ExpectationRecorded'>['what']>>
}

export interface CustomerRow {
  readonly state: customer.CustomerState
  readonly words: Words
}

const noWords: Words = { sections: {}, proposed: {}, points: {}, needs: [], expectations: {} }

const inSection = (words: Words, change: customer.ProfileChange): Words => ({
  ...words,
  sections: { ...words.sections, [change.section]: change },
})

/** His state knows which of them are still there; a removed one's words are not kept. */
const without = <A>(record: Readonly<Record<string, A>>, id: string): Record<string, A> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id))

const afterEvent = (words: Words, { type, data }: customer.CustomerEvent): Words => {
  switch (type) {
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

const isErased = (state: customer.CustomerState): boolean =>
  state._tag !== 'NotRegistered' && customer.himself(state)._tag === 'Erased'

/** Customers as their record asks of them. Erased, nothing is left that was a person's own. */
export const customerRows = (
  rules: customer.CustomerRules,
): Projection<customer.CustomerEvent, CustomerRow> => {
  const decider = customer.customer(rules)
  const { initial, evolve } = evolving(decider)
  return {
    name: 'customer-record-customers',
    ...rowAStream(decider),
    initial: { state: initial, words: noWords },
    apply: ({ state, words }, { event: fact }) => {
      const next = evolve(state, fact)
      // Whatever is written down after it was forgotten is forgotten too.
      if (next._tag === 'NotRegistered' || isErased(next)) return { state: next, words: noWords }
      return { state: next, words: afterEvent(words, fact) }
    },
  }
}
