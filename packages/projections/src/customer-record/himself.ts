/**
 * Who the customer is: one part of the page for each of those who are one by now.
 *
 * @since 0.1.0
 */
import {
  type ActorId,
  customer,
  type CustomerId,
  type Dated,
  type Instant,
  type Redacted,
  redacted,
} from '@troth/core'

import { customerOf } from '../customers/people.js'
import { type ContactPoint, type Need, noWords, type Words } from './words.js'

/** One section of the profile. */
export interface Section {
  readonly section: customer.ProfileSection
  readonly filled: boolean
  readonly content?: customer.ProfileChange
  readonly changedBy: ActorId
  readonly verifiedAt?: Instant
}

/** A purpose, a channel, and what he said of it last. */
export interface Consent {
  readonly purpose: string
  readonly channel: string
  readonly how: 'given' | 'withdrawn'
  readonly since: Instant
}

export interface ExpectationHeld extends customer.Expectation {
  readonly what?: string | Redacted
}

/** `erased`: all that was his own is gone, and every list is empty. */
export interface Himself {
  readonly customer: CustomerId
  readonly life: 'active' | 'lost' | 'erased'
  readonly lostFor?: customer.LossReason
  readonly name: customer.CustomerFile['name']
  readonly kind?: customer.CustomerKind
  readonly relation?: customer.Relation
  readonly stage?: customer.Stage
  readonly registeredAt: Instant
  /** Sections filled, of the three. */
  readonly completeness: number
  readonly profile: ReadonlyArray<Section>
  readonly persons: ReadonlyArray<customer.ContactPerson>
  readonly points: ReadonlyArray<ContactPoint>
  readonly needs: ReadonlyArray<Need>
  /** Best first. */
  readonly expectations: ReadonlyArray<ExpectationHeld>
  readonly dates: ReadonlyArray<customer.RememberedDay>
  /** One value a scheme. */
  readonly classes: ReadonlyArray<customer.Classification>
  readonly manager?: ActorId
  /** Oldest first: the history stays whole over a change. */
  readonly managers: Dated<ActorId>
  readonly consents: ReadonlyArray<Consent>
  /** All that stand against him, also of whom he absorbed. */
  readonly blacklistings: ReadonlyArray<customer.Blacklisting>
}

const profileOf = (file: customer.CustomerFile, words: Words): ReadonlyArray<Section> =>
  customer.ProfileSection.values.flatMap((section) => {
    const state = file.profile[section]
    const content = words.sections[section]
    return state === undefined ? [] : [{ section, ...state, ...(content && { content }) }]
  })

const consentsOf = ({ consents }: customer.CustomerFile): ReadonlyArray<Consent> =>
  Object.entries(consents)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, history]) => {
      const last = history.at(-1)
      const cut = key.indexOf('/')
      return last === undefined
        ? []
        : [
            {
              channel: key.slice(0, cut),
              purpose: key.slice(cut + 1),
              how: last.value,
              since: last.at,
            },
          ]
    })

const classesOf = ({ classes }: customer.CustomerFile): ReadonlyArray<customer.Classification> =>
  Object.entries(classes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, history]) => history.at(-1)?.value ?? [])

const byId = <A>(record: Readonly<Record<string, A>>): ReadonlyArray<A> =>
  Object.entries(record)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value)

/** What is known of one of them by his own rows; none before he was registered. */
export const himselfOf = (
  key: string,
  state: customer.CustomerState,
  words: Words = noWords,
): Himself | undefined => {
  if (state._tag === 'NotRegistered') return undefined
  const one = customer.himself(state)
  const nothing = {
    customer: customerOf(key),
    name: redacted,
    registeredAt: one.file.began,
    completeness: 0,
    profile: [],
    persons: [],
    points: [],
    needs: [],
    expectations: [],
    dates: [],
    classes: [],
    managers: [],
    consents: [],
    blacklistings: [],
  }
  if (one._tag === 'Erased') return { ...nothing, life: 'erased' }
  const { file } = one
  const { kind, relation } = file.registration
  const manager = file.manager.at(-1)?.value
  return {
    ...nothing,
    life: one._tag === 'Lost' ? 'lost' : 'active',
    ...(one._tag === 'Lost' && { lostFor: one.reason }),
    name: file.name,
    kind,
    relation,
    stage: file.stage,
    completeness: customer.completeness(file),
    profile: profileOf(file, words),
    persons: byId(file.persons),
    points: byId(words.points),
    needs: words.needs,
    expectations: file.expectations.map((each) => {
      const what = words.expectations[each.expectationId]
      return { ...each, ...(what !== undefined && { what }) }
    }),
    dates: byId(file.dates),
    classes: classesOf(file),
    ...(manager !== undefined && { manager }),
    managers: file.manager,
    consents: consentsOf(file),
    blacklistings: customer.blacklistings(file),
  }
}
