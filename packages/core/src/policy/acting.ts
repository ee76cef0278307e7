/**
 * How a policy's reaction is carried out: streams looked at, commands sent, with patience where a store is away.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { policyId } from '../store/event-ids.js'
import type { StoreError } from '../store/event-store.js'
import type { JsonObject } from '../store/json.js'
import type { Undecodable } from '../store/registry.js'
import { type Steadiness, steady as untilItPasses } from '../store/steady.js'
import type { Dispatch, Done, Policy, Reaction, Refusal, Stamp } from './policy.js'
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
    stamp: Stamp,
    answered?: Set<string>,
  ) => Promise<Answer<void>>
}

export const acting = (
  policy: Policy,
  { desk, runtime, signal, onNotice }: Omit<Running, 'ticker'>,
): Acting => {
  const { name } = policy
  const patience: Steadiness = {
    runtime,
    signal,
    onWait: (why) => onNotice?.({ _tag: 'Waiting', policy: name, why }),
  }
  const steady: Acting['steady'] = (task) => untilItPasses(patience, task)
  const one = async (
    dispatch: Dispatch,
    commandId: string,
    { tenant, correlationId, causationId }: Cause,
  ): Promise<Answer<Refusal | undefined>> => {
    const handled = await steady(
      desk.send(dispatch, {
        commandId,
        ...(tenant !== undefined && { tenant }),
        ...(correlationId !== undefined && { correlationId }),
        ...(causationId !== undefined && { causationId }),
        ...(signal !== undefined && { signal }),
      }),
    )
    if (E.isLeft(handled)) return handled
    if (handled.right._tag !== 'Rejected') return E.right(undefined)
    const { why } = handled.right
    onNotice?.({ _tag: 'Refused', policy: name, dispatch, why })
    return E.right(why)
  }
  const dispatch: Acting['dispatch'] = async (commands, cause, stamp, answered) => {
    for (const each of commands) {
      const commandId = commandIdOf(name, cause, each)
      if (answered?.has(commandId) === true) continue
      const why = await one(each, commandId, cause)
      if (E.isLeft(why)) return why
      const instead =
        why.right === undefined ? [] : (policy.refused?.(each, why.right, stamp) ?? [])
      for (const other of instead) {
        const sent = await one(
          other,
          commandIdOf(name, { ...cause, trigger: commandId }, other),
          cause,
        )
        if (E.isLeft(sent)) return sent
      }
      answered?.add(commandId)
    }
    return E.right(undefined)
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
    dispatch,
  }
}
