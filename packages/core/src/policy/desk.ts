/**
 * A desk as policies reach it, from its streams.
 *
 * @since 0.1.0
 */
import * as TE from 'fp-ts/lib/TaskEither.js'

import type { ComplaintRejection } from '../complaint/rejections.js'
import type { CustomerRejection } from '../customer/rejections.js'
import type { DealingsRejection } from '../dealings/rejections.js'
import type { FaultRejection } from '../fault/rejections.js'
import type { FollowUpRejection } from '../follow-up/rejections.js'
import type { PromiseRejection } from '../promise/rejections.js'
import type { SurveyRejection } from '../survey/rejections.js'
import type { CommandContext } from '../store/command-context.js'
import type { StoreError } from '../store/event-store.js'
import { followMerges, type Merges } from '../store/follow-merges.js'
import type { Handle, Handled } from '../store/handle.js'
import type { Undecodable } from '../store/registry.js'
import type { ReadState } from '../store/state-reader.js'
import { customerMerges } from './customer-merges.js'
import type { Dispatch, Refusal } from './policy.js'
import type { Desk } from './running.js'
import type { Category, Commands, Events, States } from './streams.js'

/** Why each kind of stream refuses. */
export interface Rejections {
  readonly complaint: ComplaintRejection
  readonly customer: CustomerRejection
  readonly dealings: DealingsRejection
  readonly fault: FaultRejection
  readonly followUp: FollowUpRejection
  readonly promise: PromiseRejection
  readonly survey: SurveyRejection
}

/** Each kind of stream: how it is looked at, and how it is asked, where the host has rules for it. */
export type Streams = {
  readonly [C in Category]: {
    readonly handle?: Handle<Commands[C], Events[C], Rejections[C]> | undefined
    readonly read: ReadState<States[C]>
  }
}

/** Complaints that were merged answer by the one that stands for them. */
const complaintMerges: Merges<Commands['complaint'], ComplaintRejection> = {
  mergedInto: (why) => (why._tag === 'MergedInto' ? why.survivor : undefined),
}

type Ask = (
  id: string,
  command: never,
  context: CommandContext,
) => TE.TaskEither<StoreError | Undecodable, Handled<Events[Category], Refusal>>

const followed =
  <Command, Event, Rejection extends Refusal>(
    handle: Handle<Command, Event, Rejection>,
    merges: Merges<Command, Rejection>,
  ): Handle<Command, Event, Refusal> =>
  (...asked) =>
    TE.map(({ handled }: { readonly handled: Handled<Event, Refusal> }) => handled)(
      followMerges(handle, merges)(...asked),
    )

const noRules =
  (category: Category): Ask =>
  () =>
    TE.left({
      _tag: 'InvalidArgument',
      field: `policies.${category}`,
      expected: 'rules for what a policy asks',
    })

/** Commands for what was merged go to the survivor. */
export const deskOf = (streams: Streams): Desk => {
  const { complaint, customer, dealings, fault, followUp, promise, survey } = streams
  const asks: Readonly<Record<Category, Ask | undefined>> = {
    complaint: complaint.handle && followed(complaint.handle, complaintMerges),
    customer: customer.handle && followed(customer.handle, customerMerges),
    dealings: dealings.handle,
    fault: fault.handle,
    followUp: followUp.handle,
    promise: promise.handle,
    survey: survey.handle,
  }
  return {
    send: ({ to, id, command }: Dispatch, context) => {
      const ask = asks[to] ?? noRules(to)
      // A dispatch names the stream of its own command.
      return ask(id, command as never, context)
    },
    look: (category, id, tenant) => streams[category].read(id, tenant),
  }
}
