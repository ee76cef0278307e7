/**
 * The compound values that a complaint's messages carry.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { ActorId, Role } from '../shared/actor.js'
import { EntryId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { data } from '../shared/message.js'
import { Money } from '../shared/money.js'
import { oneOf } from '../shared/one-of.js'
import { Name, NonEmptyText } from '../shared/text.js'
import { ClockName, PartyKind, RemedyKind, Topic } from './lists.js'

/** What the complaint is about, by the host's own reference (an order number, a serial number, a name of a service). */
export const About = t.readonly(t.strict({ topic: Topic, ref: Name }), 'About')
export type About = t.TypeOf<typeof About>

/** Who is in charge: a person, a department, or someone outside; and, of a person, the department he acts for. */
export const Party = data({ kind: PartyKind, id: ActorId }, { department: Name }, 'Party')
export type Party = t.TypeOf<typeof Party>

/** One way to put it right. `cost` is what it costs the business; of money given it is the sum itself. */
export const RemedyOption = data(
  { optionId: EntryId, remedy: RemedyKind, what: NonEmptyText },
  { cost: Money },
  'RemedyOption',
)
export type RemedyOption = t.TypeOf<typeof RemedyOption>

/** A remedy as proposed: with the roles one of which must approve it, none where the proposer himself may decide. */
export const ProposedOption = data(
  { optionId: EntryId, remedy: RemedyKind, what: NonEmptyText, approvers: t.readonlyArray(Role) },
  { cost: Money },
  'ProposedOption',
)
export type ProposedOption = t.TypeOf<typeof ProposedOption>

/** A clock, when it began to run, and the due instant that was applied when it was stopped or missed. */
export const AppliedClock = t.readonly(
  t.strict({ clock: ClockName, startedAt: Instant, dueAt: Instant }),
  'AppliedClock',
)
export type AppliedClock = t.TypeOf<typeof AppliedClock>

export const Verdict = oneOf('Verdict', ['met', 'missed'])
export type Verdict = t.TypeOf<typeof Verdict>

/** How often the complaint was taken up by then: 1 from its receipt on, one more from each reopening on. */
export const Cycle = t.refinement(
  t.number,
  (n) => Number.isSafeInteger(n) && n >= 1,
  'a whole number, at least 1',
)

/** What a close leaves behind for those who come after. */
export const Evaluation = data(
  { toCaseLibrary: t.boolean },
  { lesson: NonEmptyText, department: Name },
  'Evaluation',
)
export type Evaluation = t.TypeOf<typeof Evaluation>

/** How a complaint was closed. `unresolved` is known from elsewhere alone: here nothing closes so. */
export const Outcome = oneOf('Outcome', ['resolved', 'invalid', 'unanswered', 'unresolved'])
export type Outcome = t.TypeOf<typeof Outcome>
