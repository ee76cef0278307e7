/**
 * The streams that policies hear and speak to: the only place where the aggregates meet.
 *
 * @since 0.1.0
 */
import type { Type } from 'io-ts'

import type { ComplaintCommand } from '../complaint/commands.js'
import { ComplaintEvent } from '../complaint/events.js'
import { evolve as evolveComplaint } from '../complaint/evolve.js'
import { type ComplaintState, initial as noComplaint } from '../complaint/state.js'
import type { CustomerCommand } from '../customer/commands.js'
import { CustomerEvent } from '../customer/events.js'
import { evolve as evolveCustomer } from '../customer/evolve.js'
import { type CustomerState, initial as noCustomer } from '../customer/state.js'
import type { DealingsCommand } from '../dealings/commands.js'
import { DealingsEvent } from '../dealings/events.js'
import { evolve as evolveDealings } from '../dealings/evolve.js'
import { type DealingsState, initial as noDealings } from '../dealings/state.js'
import type { FaultCommand } from '../fault/commands.js'
import { FaultEvent } from '../fault/events.js'
import { evolve as evolveFault } from '../fault/evolve.js'
import { type FaultState, initial as noFault } from '../fault/state.js'
import type { FollowUpCommand } from '../follow-up/commands.js'
import { FollowUpEvent } from '../follow-up/events.js'
import { evolve as evolveFollowUp } from '../follow-up/evolve.js'
import { type FollowUpState, initial as noFollowUp } from '../follow-up/state.js'
import type { PromiseCommand } from '../promise/commands.js'
import { PromiseEvent } from '../promise/events.js'
import { evolve as evolvePromise } from '../promise/evolve.js'
import { type PromiseState, initial as noPromise } from '../promise/state.js'
import type { SurveyCommand } from '../survey/commands.js'
import { SurveyEvent } from '../survey/events.js'
import { evolve as evolveSurvey } from '../survey/evolve.js'
import { type SurveyState, initial as noSurvey } from '../survey/state.js'

/** What may be asked of each kind of stream. */
export interface Commands {
  readonly complaint: ComplaintCommand
  readonly customer: CustomerCommand
  readonly dealings: DealingsCommand
  readonly fault: FaultCommand
  readonly followUp: FollowUpCommand
  readonly promise: PromiseCommand
  readonly survey: SurveyCommand
}

/** What is on record of each. */
export interface Events {
  readonly complaint: ComplaintEvent
  readonly customer: CustomerEvent
  readonly dealings: DealingsEvent
  readonly fault: FaultEvent
  readonly followUp: FollowUpEvent
  readonly promise: PromiseEvent
  readonly survey: SurveyEvent
}

/** Where each can stand. */
export interface States {
  readonly complaint: ComplaintState
  readonly customer: CustomerState
  readonly dealings: DealingsState
  readonly fault: FaultState
  readonly followUp: FollowUpState
  readonly promise: PromiseState
  readonly survey: SurveyState
}

/** A kind of stream, by the first part of its name. */
export type Category = keyof Events

/** How a stream is read: its fold asks no rules, so that whoever reads needs none. */
export interface Reading<State, Event> {
  readonly event: Type<Event, unknown>
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
}

/** How each kind of stream is read. */
export const readings: { readonly [C in Category]: Reading<States[C], Events[C]> } = {
  complaint: { event: ComplaintEvent, initial: noComplaint, evolve: evolveComplaint },
  customer: { event: CustomerEvent, initial: noCustomer, evolve: evolveCustomer },
  dealings: { event: DealingsEvent, initial: noDealings, evolve: evolveDealings },
  fault: { event: FaultEvent, initial: noFault, evolve: evolveFault },
  followUp: { event: FollowUpEvent, initial: noFollowUp, evolve: evolveFollowUp },
  promise: { event: PromiseEvent, initial: noPromise, evolve: evolvePromise },
  survey: { event: SurveyEvent, initial: noSurvey, evolve: evolveSurvey },
}
