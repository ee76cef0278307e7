/**
 * What is known of a customer, in three sections. All of it is his own.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { personal } from '../privacy/personal.js'
import { data } from '../shared/message.js'
import { Name, NonEmptyText } from '../shared/text.js'

const named = personal(Name)
const told = personal(NonEmptyText)

/** Who he is. Bands are the host's own. */
export const Demographic = data(
  {},
  {
    sex: named,
    ageBand: named,
    education: named,
    occupation: named,
    post: named,
    incomeBand: named,
    family: told,
    region: named,
    language: named,
  },
  'Demographic',
)
export type Demographic = t.TypeOf<typeof Demographic>

/** How he is. */
export const Psychographic = data(
  {},
  { personality: told, interests: told, attitudeToBuying: told },
  'Psychographic',
)
export type Psychographic = t.TypeOf<typeof Psychographic>

/** What he asks of what he buys, how he took it when he saw it, and what he will need of it in all its life. */
export const Purchasing = data(
  {},
  { requirements: told, reactionOnSite: told, wholeLifeNeeds: told },
  'Purchasing',
)
export type Purchasing = t.TypeOf<typeof Purchasing>

const sectionOf = <S extends string, C extends t.Mixed>(section: S, content: C) =>
  t.readonly(t.strict({ section: t.literal(section), content }), `ProfileChange<${section}>`)

/** A section as it is to stand from now on, whole: what is left out is said no more. */
export const ProfileChange = t.union(
  [
    sectionOf('demographic', Demographic),
    sectionOf('psychographic', Psychographic),
    sectionOf('purchasing', Purchasing),
  ],
  'ProfileChange',
)
export type ProfileChange = t.TypeOf<typeof ProfileChange>

/** A section is filled when it says anything at all. */
export const isFilled = ({ content }: ProfileChange): boolean => {
  const fields: Readonly<Record<string, unknown>> = content
  return Object.values(fields).some((field) => field !== undefined)
}
