import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { acting, commandIdOf } from '../../src/policy/acting.js'
import type { Dispatch, Policy, Stamp } from '../../src/policy/policy.js'
import { ignore, look, put, send } from '../../src/policy/reaction.js'
import type { Notice } from '../../src/policy/running.js'
import type { StoreError } from '../../src/store/event-store.js'
import { policyId } from '../../src/store/event-ids.js'
import { actorOf } from '../../src/testing/policy-scenarios.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import { customer, tuesday } from '../support/complaint.js'
import { register } from '../support/customer.js'
import { tinyDesk } from '../support/tiny-run.js'

const away: StoreError = { _tag: 'Unavailable', reason: 'away' }
const denied: StoreError = { _tag: 'AccessDenied', reason: 'no right' }
const stamp: Stamp = { at: tuesday, by: actorOf('greet') }
const to = (n: number, because?: string): Dispatch => ({
  to: 'customer',
  id: customer(n),
  command: register,
  ...(because !== undefined && { because }),
})
const cause = { trigger: 'an event', tenant: undefined }

const setUp = (more: Partial<Policy> = {}, signal?: AbortSignal) => {
  const desk = tinyDesk()
  const runtime = simulatedRuntime()
  const notices: Notice[] = []
  const began = runtime.now()
  const policy: Policy = { name: 'greet', hears: ['promise'], react: () => ignore, ...more }
  const act = acting(policy, {
    desk,
    runtime,
    feed: { subscribe: () => ({ [Symbol.asyncIterator]: () => ({}) as never }) },
    viewStore: {} as never,
    onNotice: (notice) => notices.push(notice),
    ...(signal && { signal }),
  })
  return { act, desk, notices, passed: () => runtime.now() - began }
}

describe('the id of a policy’s command', () => {
  it('is made of its name, its cause, whose it is, where it goes, what it is and because of what', () => {
    expect(commandIdOf('greet', { trigger: 't', tenant: 'acme' }, to(1, 'a date'))).toBe(
      policyId('greet', 't', 'acme', 'customer', customer(1), 'RegisterCustomer', 'a date'),
    )
    expect(commandIdOf('greet', cause, to(1))).toBe(
      policyId('greet', 'an event', '', 'customer', customer(1), 'RegisterCustomer', ''),
    )
  })
})

describe('sending', () => {
  it('sends one after another, each with what it belongs to', async () => {
    const { act, desk } = setUp()
    const from = { ...cause, tenant: 'acme', correlationId: 'c', causationId: 'e' }
    expect(await act.dispatch([to(1), to(2)], from, stamp)).toEqual(E.right(undefined))
    expect(desk.sent).toEqual(
      [to(1), to(2)].map((dispatch) => ({
        dispatch,
        context: {
          commandId: commandIdOf('greet', from, dispatch),
          tenant: 'acme',
          correlationId: 'c',
          causationId: 'e',
        },
      })),
    )
  })

  it('says nothing of what it does not know', async () => {
    const { act, desk } = setUp()
    await act.dispatch([to(1)], { ...cause, correlationId: undefined }, stamp)
    expect(desk.sent[0]?.context).toEqual({ commandId: commandIdOf('greet', cause, to(1)) })
  })

  it('gives the signal along', async () => {
    const { signal } = new AbortController()
    const { act, desk } = setUp({}, signal)
    await act.dispatch([to(1)], cause, stamp)
    expect(desk.sent[0]?.context.signal).toBe(signal)
  })

  it('passes over what has its answer, and remembers what has one now', async () => {
    const { act, desk } = setUp()
    const answered = new Set([commandIdOf('greet', cause, to(1))])
    await act.dispatch([to(1), to(2)], cause, stamp, answered)
    await act.dispatch([to(1), to(2), to(3)], cause, stamp, answered)
    expect(desk.sent.map(({ dispatch }) => dispatch)).toEqual([to(2), to(3)])
  })

  it('goes on after a refusal, and tells of it', async () => {
    const { act, desk, notices } = setUp()
    const why = { _tag: 'NotRegistered' }
    desk.answers.push(why)
    const answered = new Set<string>()
    expect(await act.dispatch([to(1), to(2)], cause, stamp, answered)).toEqual(E.right(undefined))
    expect(notices).toEqual([{ _tag: 'Refused', policy: 'greet', dispatch: to(1), why }])
    expect(desk.sent).toHaveLength(2)
    expect(answered.size).toBe(2)
  })

  it('sends what is to be sent instead, once, as of its own cause', async () => {
    const asked: unknown[] = []
    const { act, desk, notices } = setUp({
      refused: (...why) => {
        asked.push(why)
        return [to(8), to(9)]
      },
    })
    const why = { _tag: 'NotRegistered' }
    desk.answers.push(why, why)
    await act.dispatch([to(1), to(2)], { ...cause, tenant: 'acme' }, stamp)
    expect(asked).toEqual([[to(1), why, stamp]])
    expect(desk.sent.map(({ dispatch }) => dispatch)).toEqual([to(1), to(8), to(9), to(2)])
    const trigger = commandIdOf('greet', { ...cause, tenant: 'acme' }, to(1))
    expect(desk.sent[1]?.context).toEqual({
      commandId: commandIdOf('greet', { trigger, tenant: 'acme' }, to(8)),
      tenant: 'acme',
    })
    expect(notices).toHaveLength(2)
  })

  it('ends where the store does not', async () => {
    const { act, desk } = setUp({ refused: () => [to(9)] })
    desk.answers.push(denied)
    const answered = new Set<string>()
    expect(await act.dispatch([to(1), to(2)], cause, stamp, answered)).toEqual(E.left(denied))
    expect(desk.sent).toHaveLength(1)
    expect(answered.size).toBe(0)
    desk.answers.push({ _tag: 'NotRegistered' }, denied)
    expect(await act.dispatch([to(1), to(2)], cause, stamp, answered)).toEqual(E.left(denied))
    expect(desk.sent).toHaveLength(3)
    expect(answered.size).toBe(0)
  })
})

describe('looking', () => {
  it('looks where a reaction does, in the streams of the same tenant', async () => {
    const { act, desk } = setUp()
    const reaction = look<'customer', { n: number }>('customer', 'x', ({ _tag }) =>
      put(_tag, { n: 1 }),
    )
    expect(await act.finish(reaction, 'acme')).toMatchObject(
      E.right({ put: { NotRegistered: { n: 1 } } }),
    )
    expect(desk.looked).toEqual(['customer/acme/x'])
    expect(await act.finish(send(to(1)), undefined)).toMatchObject(E.right({ commands: [to(1)] }))
  })

  it('waits for a store that is away, and ends where it says no', async () => {
    const { act, desk, notices } = setUp()
    desk.looks.push(away)
    expect(
      await act.finish(
        look('customer', 'x', () => ignore),
        undefined,
      ),
    ).toMatchObject(E.right({ commands: [] }))
    expect(notices).toEqual([{ _tag: 'Waiting', policy: 'greet', why: away }])
    desk.looks.push(denied)
    expect(
      await act.finish(
        look('customer', 'x', () => ignore),
        undefined,
      ),
    ).toEqual(E.left(denied))
  })
})

describe('patience', () => {
  it('tries again what may pass, each time a little later, and up to half a minute', async () => {
    const { act, desk, notices, passed } = setUp()
    const passing: ReadonlyArray<StoreError> = [
      away,
      { _tag: 'OutcomeUnknown', reason: 'silent' },
      { _tag: 'Contended', attempts: 3 },
    ]
    desk.answers.push(...passing)
    await act.dispatch([to(1)], cause, stamp)
    expect(desk.sent).toHaveLength(4)
    expect(notices.map((each) => each._tag === 'Waiting' && each.why)).toEqual(passing)
    // Half of 50, 100 and 200 milliseconds, and up to as much again by chance.
    expect(passed()).toBeGreaterThanOrEqual(175)
    expect(passed()).toBeLessThanOrEqual(350)
    const before = passed()
    desk.answers.push(...Array.from({ length: 11 }, () => away))
    await act.dispatch([to(2)], cause, stamp)
    const doubled = [50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000]
    const most = doubled.reduce((a, b) => a + b, 0)
    expect(passed() - before).toBeGreaterThanOrEqual(most / 2)
    expect(passed() - before).toBeLessThanOrEqual(most)
  })

  it('ends when somebody says stop', async () => {
    const { act, desk } = setUp({}, AbortSignal.abort())
    desk.answers.push(away)
    expect(await act.dispatch([to(1)], cause, stamp)).toEqual(E.left(away))
    expect(desk.sent).toHaveLength(1)
  })
})
