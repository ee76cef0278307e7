/**
 * How a policy's reaction is carried out: streams looked at, commands sent, with patience where a store is away.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { backOff, isCancelled } from '../store/append-again.js'
import { policyId } from '../store/event-ids.js'
import type { StoreError } from '../store/event-store.js'
import type { JsonObject } from '../store/json.js'
import type { Undecodable } from '../store/registry.js'
import type { Dispatch, Done, Reaction } from './policy.js'
import { steps } from './reaction.js'
import type { Running, Trouble } from './running.js'

export type Answer<A> = E.Either<Trouble, A>

/** Where commands come from: what is reacted to, and what they belong to. */
export interface Cause {
  readonly trigger: string
  readonly tenant: string | undefined
  readonly correlationId?: string | undefined
  readonly causationId?: string
}

/** Failures that pass: the network's, a restarting server's, too many writers'. */
const passes = (why: StoreError | Undecodable): why is StoreError =>
  why._tag === 'Unavailable' || why._tag === 'OutcomeUnknown' || why._tag === 'Contended'

/** The id of a policy's command: the same cause, stream and `because` give the same. */
export const commandIdOf = (
  policy: string,
  { trigger, tenant = '' }: Pick<Cause, 'trigger' | 'tenant'>,
  { to, id, command, because = '' }: Dispatch,
): string => policyId(policy, trigger, tenant, to, id, command.type, because)

export interface Acting {
  /** Tries again, with growing pauses, for as long as the failure may pass and nobody asked to stop. */
  readonly steady: <A>(
    task: () => Promise<E.Either<StoreError | Undecodable, A>>,
  ) => Promise<Answer<A>>
  readonly finish: (
    reaction: Reaction<JsonObject>,
    tenant: string | undefined,
  ) => Promise<Answer<Done<JsonObject>>>
  /** One after another, but those whose ids are among the `answered`, which grow. */
  readonly dispatch: (
    commands: ReadonlyArray<Dispatch>,
    cause: Cause,
    answered?: Set<string>,
  ) => Promise<Answer<void>>
}

export const acting = (
  policy: string,
  { desk, runtime, signal, onNotice }: Omit<Running, 'ticker'>,
): Acting => {
  const steady: Acting['steady'] = async (task) => {
    for (let failures = 1; ; failures++) {
      const answer = await task()
      if (E.isRight(answer) || !passes(answer.left) || isCancelled(signal)) return answer
      onNotice?.({ _tag: 'Waiting', policy, why: answer.left })
      await runtime.pause(backOff(runtime, failures, 50, 30_000), signal)()
    }
  }
  return {
    steady,
    finish: async (reaction, tenant) => {
      const walk = steps(reaction)
      let step = walk.next()
      while (step.done !== true) {
        const { category, id } = step.value
        const state = await steady(desk.look(category, id, tenant))
        if (E.isLeft(state)) return state
        step = walk.next(state.right)
      }
      return E.right(step.value)
    },
    dispatch: async (commands, cause, answered) => {
      const { tenant, correlationId, causationId } = cause
      for (const each of commands) {
        const commandId = commandIdOf(policy, cause, each)
        if (answered?.has(commandId) === true) continue
        const handled = await steady(
          desk.send(each, {
            commandId,
            ...(tenant !== undefined && { tenant }),
            ...(correlationId !== undefined && { correlationId }),
            ...(causationId !== undefined && { causationId }),
            ...(signal !== undefined && { signal }),
          }),
        )
        if (E.isLeft(handled)) return handled
        if (handled.right._tag === 'Rejected')
          onNotice?.({ _tag: 'Refused', policy, dispatch: each, why: handled.right.why })
        answered?.add(commandId)
      }
      return E.right(undefined)
    },
  }
}
