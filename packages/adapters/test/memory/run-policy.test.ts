import type { policies } from '@troth/core'
import { policies as all } from '@troth/core'
import type { Position, StoreError, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { memory } from '../../src/memory/index.js'
import { at, day, type Desk, hour, openDesk, run, uuid } from './policy-desk.js'

const promiseOf = (desk: Desk, more: object = {}) => ({
  customer: uuid(1),
  kind: 'callback',
  what: 'a call with the refund date',
  basis: 'refunds are paid on Fridays',
  dueAt: at(desk.runtime.now() + day),
  source: { origin: 'conversation', ref: 'call 17' },
  ...more,
})
const make = (desk: Desk, n: number) => desk.ask('promise', uuid(n), 'MakePromise', promiseOf(desk))
const keep = (desk: Desk, n: number) =>
  desk.ask('promise', uuid(n), 'KeepPromise', { evidence: [] })
const breaking = all.breakOverduePromises({})

/** Reacts to each promise made with a call back, and counts how often it is asked. */
const echo = (react: () => void = () => undefined): policies.Policy => ({
  name: 'echo',
  hears: ['promise'],
  react: ({ category, event, id, triggers }, memory, { by }) => {
    react()
    if (category !== 'promise' || event.type !== 'PromiseMade' || !triggers) return all.ignore
    const n = Number(memory.get('count')?.['n'] ?? 0) + 1
    return all.all<{ n: number }>([
      all.send({
        to: 'followUp',
        id,
        command: {
          type: 'ScheduleCallBack',
          data: {
            customer: event.data.customer,
            reason: { after: 'promised' },
            dueAt: event.data.dueAt,
            at: event.data.at,
            by,
          },
        },
      }),
      all.put('count', { n }),
    ])
  },
})

describe('a policy that runs', () => {
  it('does something about what it hears, once', async () => {
    const desk = openDesk()
    const running = run(desk, echo())
    await make(desk, 1)
    await running.settled()
    expect(await desk.types(`followUp-${uuid(1)}`)).toEqual(['CallBackScheduled'])
    expect(await running.stop()).toMatchObject({ policy: 'echo', why: { _tag: 'Asked' } })
  })

  it('says what its commands belong to', async () => {
    const desk = openDesk()
    const running = run(desk, echo())
    const commandId = uuid(77)
    await desk.ask('promise', uuid(1), 'MakePromise', promiseOf(desk), commandId)
    await running.settled()
    const [made] = await desk.events(`promise-${uuid(1)}`)
    const [scheduled] = await desk.events(`followUp-${uuid(1)}`)
    expect(scheduled?.metadata).toMatchObject({
      $correlationId: commandId,
      $causationId: made?.id,
    })
    expect(scheduled?.data).toMatchObject({ by: { id: 'policy.echo', role: 'policy' } })
    await running.stop()
  })

  it('acts in the name that the host gives it', async () => {
    const desk = openDesk()
    const by = { id: 'night-shift', role: 'robot' } as never
    const running = run(desk, echo(), { by })
    await make(desk, 1)
    await running.settled()
    expect((await desk.events(`followUp-${uuid(1)}`))[0]?.data).toMatchObject({ by })
    await running.stop()
  })

  it('goes on behind what it has heard', async () => {
    const desk = openDesk()
    const first = run(desk, echo())
    await make(desk, 1)
    await first.settled()
    await first.stop()
    await make(desk, 2)
    let heard = 0
    const second = run(
      desk,
      echo(() => heard++),
    )
    await second.settled()
    expect(heard).toBe(1)
    expect(await desk.types(`followUp-${uuid(2)}`)).toEqual(['CallBackScheduled'])
    expect(await desk.stores.viewStore.get('policy.echo', '/count')()).toMatchObject(
      E.right({ value: { n: 2 } }),
    )
    await second.stop()
  })

  it('keeps tenants apart', async () => {
    const desk = openDesk()
    const running = run(desk, breaking)
    await make(desk, 1)
    const { handle } = await import('@troth/core/store')
    const { deciders } = await import('./policy-desk.js')
    const { promise } = await import('@troth/core')
    const command = promise.PromiseCommand.decode({
      type: 'MakePromise',
      data: promiseOf(desk, {
        at: at(desk.runtime.now()),
        by: { id: 'desk', role: 'agent' },
        dueAt: at(desk.runtime.now() + 3 * day),
      }),
    })
    if (E.isLeft(command)) throw new Error('no command')
    const send = handle(deciders.promise, {
      eventStore: desk.stores.eventStore,
      runtime: desk.runtime,
    })
    await send(uuid(1), command.right, { commandId: uuid(5), tenant: 'north' })()
    await running.settled()
    desk.runtime.advance(2 * day)
    await running.tick()
    expect(await desk.types(`promise-${uuid(1)}`)).toEqual(['PromiseMade', 'PromiseBroken'])
    expect(await desk.types(`promise-north.${uuid(1)}`)).toEqual(['PromiseMade'])
    desk.runtime.advance(2 * day)
    await running.tick()
    expect(await desk.types(`promise-north.${uuid(1)}`)).toEqual(['PromiseMade', 'PromiseBroken'])
    await running.stop()
  })
})

describe('a tick', () => {
  it('does what fell due, and nothing twice', async () => {
    const desk = openDesk()
    const running = run(desk, breaking)
    await make(desk, 1)
    await make(desk, 2)
    await keep(desk, 2)
    await running.settled()
    desk.runtime.advance(day)
    await running.tick()
    expect(await desk.types(`promise-${uuid(1)}`)).toEqual(['PromiseMade'])
    desk.runtime.advance(1)
    await running.tick()
    await running.tick()
    await running.settled()
    await running.tick()
    expect(await desk.types(`promise-${uuid(1)}`)).toEqual(['PromiseMade', 'PromiseBroken'])
    expect(await desk.types(`promise-${uuid(2)}`)).toEqual(['PromiseMade', 'PromiseKept'])
    await running.stop()
  })

  it('waits until all that is on record was heard', async () => {
    const desk = openDesk()
    for (let n = 1; n <= 20; n++) {
      await make(desk, n)
      await keep(desk, n)
    }
    await make(desk, 21)
    desk.runtime.advance(2 * day)
    let ticks = 0
    const counted: policies.Policy = {
      ...breaking,
      tick: (rows, stamp) => {
        ticks++
        expect([...rows.keys()]).toEqual([uuid(21)])
        return breaking.tick?.(rows, stamp) ?? all.ignore
      },
    }
    const running = run(desk, counted)
    await running.tick()
    await running.settled()
    expect(ticks).toBe(1)
    expect(await desk.types(`promise-${uuid(21)}`)).toEqual(['PromiseMade', 'PromiseBroken'])
    await running.stop()
  })

  it('reports a refusal once, however often it ticks', async () => {
    const desk = openDesk()
    const early: policies.Policy = {
      ...breaking,
      tick: (rows, { at: now, by }) =>
        all.send(
          ...[...rows.keys()].map((id) => ({
            to: 'promise' as const,
            id,
            command: { type: 'BreakPromise' as const, data: { why: 'no' as never, at: now, by } },
          })),
        ),
    }
    const running = run(desk, early)
    await make(desk, 1)
    await running.settled()
    await running.tick()
    await running.tick()
    const refused = running.notices.filter(({ _tag }) => _tag === 'Refused')
    expect(refused).toMatchObject([
      { policy: 'breakOverduePromises', why: { _tag: 'DueNotPassed' } },
    ])
    await running.stop()
  })

  it('is over at once for a policy that has stopped', async () => {
    const desk = openDesk()
    const running = run(desk, breaking)
    await running.settled()
    await running.stop()
    await running.tick()
  })

  it('comes every so often, until somebody says stop', async () => {
    const desk = openDesk()
    const hand = all.ticker()
    const seen: number[] = []
    const end = new AbortController()
    const began = desk.runtime.now()
    hand.subscribe((now) => {
      seen.push(now - began)
      if (seen.length === 3) end.abort()
      return Promise.resolve()
    })
    await all.everySoOften(hand, desk.runtime, hour, end.signal)
    expect(seen).toEqual([0, hour, 2 * hour])
  })
})

describe('where a policy begins', () => {
  it('now: what was before is remembered, and nothing is done about it', async () => {
    const desk = openDesk()
    await make(desk, 1)
    desk.runtime.advance(1)
    const running = run(desk, echo(), { start: 'now' })
    await running.settled()
    expect(await desk.types(`followUp-${uuid(1)}`)).toEqual([])
    await make(desk, 2)
    await running.settled()
    expect(await desk.types(`followUp-${uuid(2)}`)).toEqual(['CallBackScheduled'])
    await running.stop()
  })

  it('now, with nothing on record yet: a restart does not begin anew', async () => {
    const desk = openDesk()
    const first = run(desk, echo(), { start: 'now' })
    await first.settled()
    await first.stop()
    await make(desk, 1)
    desk.runtime.advance(day)
    const second = run(desk, echo(), { start: 'now' })
    await second.settled()
    expect(await desk.types(`followUp-${uuid(1)}`)).toEqual(['CallBackScheduled'])
    await second.stop()
  })

  it('behind a position: the first fact after it counts, and so does every later one', async () => {
    const desk = openDesk()
    await make(desk, 1)
    const [made] = await desk.events(`promise-${uuid(1)}`)
    await make(desk, 2)
    const running = run(desk, echo(), { start: made?.position ?? 'start' })
    await running.settled()
    await make(desk, 3)
    await running.settled()
    expect(await desk.types(`followUp-${uuid(1)}`)).toEqual([])
    expect(await desk.types(`followUp-${uuid(2)}`)).toEqual(['CallBackScheduled'])
    expect(await desk.types(`followUp-${uuid(3)}`)).toEqual(['CallBackScheduled'])
    await running.stop()
  })

  it('behind the last position there is: what comes next counts', async () => {
    const desk = openDesk()
    await make(desk, 1)
    const [made] = await desk.events(`promise-${uuid(1)}`)
    const running = run(desk, echo(), { start: made?.position ?? 'start' })
    await running.settled()
    await make(desk, 2)
    await running.settled()
    expect(await desk.types(`followUp-${uuid(1)}`)).toEqual([])
    expect(await desk.types(`followUp-${uuid(2)}`)).toEqual(['CallBackScheduled'])
    await running.stop()
  })

  it('a position that the store never gave stops it, and says so', async () => {
    const desk = openDesk()
    await make(desk, 1)
    const running = run(desk, echo(), { start: 'nowhere' as Position })
    expect(await running.stopped).toMatchObject({ why: { _tag: 'InvalidArgument', field: 'from' } })
  })
})

describe('facts from elsewhere', () => {
  const history = (now: number) => [
    {
      type: 'PromiseMade',
      data: {
        at: at(now - 400 * day),
        customer: uuid(1),
        kind: 'callback',
        what: 'a call',
        basis: 'the plan',
        dueAt: at(now - 399 * day),
        source: { origin: 'conversation', ref: 'call 1' },
      },
    },
  ]

  it('trigger nothing, neither when they are heard nor at a tick', async () => {
    const desk = openDesk()
    const [echoing, breaks] = [run(desk, echo()), run(desk, breaking)]
    await desk.bringIn(history(desk.runtime.now()), uuid(1))
    await echoing.settled()
    await breaks.tick()
    await breaks.settled()
    expect(await desk.types(`followUp-${uuid(1)}`)).toEqual([])
    expect(await desk.types(`promise-${uuid(1)}`)).toEqual(['PromiseMade'])
    await echoing.stop()
    await breaks.stop()
  })

  it('do, where the host says so', async () => {
    const desk = openDesk()
    const breaks = run(desk, breaking, { imported: true })
    await desk.bringIn(history(desk.runtime.now()), uuid(1))
    await breaks.settled()
    await breaks.tick()
    expect(await desk.types(`promise-${uuid(1)}`)).toEqual(['PromiseMade', 'PromiseBroken'])
    await breaks.stop()
  })
})

describe('what goes wrong', () => {
  it('a policy that throws stops alone, with position, event and reason', async () => {
    const desk = openDesk()
    const thrower: policies.Policy = {
      ...echo(),
      name: 'thrower',
      react: () => {
        throw new Error('not my day')
      },
    }
    const [bad, good] = [run(desk, thrower), run(desk, echo())]
    await make(desk, 1)
    expect(await bad.stopped).toEqual({
      policy: 'thrower',
      position: 'start',
      event: { stream: `promise-${uuid(1)}`, revision: 0n },
      why: { _tag: 'Threw', message: 'not my day' },
    })
    expect(bad.notices.at(-1)).toMatchObject({ _tag: 'Stopped' })
    await good.settled()
    expect(await desk.types(`followUp-${uuid(1)}`)).toEqual(['CallBackScheduled'])
    await good.stop()
  })

  it('an event that can not be read stops it: nothing is passed over', async () => {
    const desk = openDesk()
    await desk.stores.eventStore.append(`promise-${uuid(9)}`, 'noStream', [
      { id: uuid(9), type: 'PromiseForgotten', data: {}, metadata: {} },
    ])()
    await make(desk, 1)
    const running = run(desk, echo())
    expect(await running.stopped).toMatchObject({
      position: 'start',
      event: { stream: `promise-${uuid(9)}` },
      why: { _tag: 'Undecodable', type: 'PromiseForgotten' },
    })
    expect(await desk.types(`followUp-${uuid(1)}`)).toEqual([])
  })

  it('a refusal is told, and the policy goes on', async () => {
    const desk = openDesk()
    const running = run(desk, echo())
    // Taken by something else: a call back can not be scheduled there any more.
    await desk.ask('followUp', uuid(1), 'ScheduleCallBack', {
      customer: uuid(2),
      reason: { after: 'promised' },
      dueAt: at(desk.runtime.now() + day),
    })
    await make(desk, 1)
    await make(desk, 2)
    await running.settled()
    expect(running.notices.filter(({ _tag }) => _tag === 'Refused')).toMatchObject([
      { policy: 'echo', dispatch: { to: 'followUp', id: uuid(1) }, why: { _tag: 'AlreadyOpened' } },
    ])
    expect(await desk.types(`followUp-${uuid(2)}`)).toEqual(['CallBackScheduled'])
    await running.stop()
  })

  it('a policy may have something else to say where it was refused, once', async () => {
    const desk = openDesk()
    const insisting: policies.Policy = {
      ...echo(),
      refused: ({ id }, why, { at: now, by }) => [
        {
          to: 'promise',
          id,
          command: { type: 'BreakPromise', data: { why: why._tag as never, at: now, by } },
        },
      ],
    }
    await desk.ask('followUp', uuid(1), 'ScheduleCallBack', {
      customer: uuid(2),
      reason: { after: 'promised' },
      dueAt: at(desk.runtime.now() + day),
    })
    const running = run(desk, insisting)
    await make(desk, 1)
    await running.settled()
    const refusals = running.notices.flatMap((notice) =>
      notice._tag === 'Refused' ? [notice.dispatch.command.type, notice.why._tag] : [],
    )
    expect(refusals).toEqual(['ScheduleCallBack', 'AlreadyOpened', 'BreakPromise', 'DueNotPassed'])
    await running.stop()
  })

  it('a store that is away for a while is waited for', async () => {
    const stores = memory()
    let away = 3
    const unavailable: StoreError = { _tag: 'Unavailable', reason: 'a restart' }
    const viewStore: ViewStore = {
      ...stores.viewStore,
      commit: (...args) =>
        away-- > 0 ? () => Promise.resolve(E.left(unavailable)) : stores.viewStore.commit(...args),
    }
    const desk = openDesk({ viewStore })
    const running = run(desk, echo())
    await make(desk, 1)
    await running.settled()
    await running.settled()
    expect(running.notices.filter(({ _tag }) => _tag === 'Waiting')).toHaveLength(3)
    expect(await desk.types(`followUp-${uuid(1)}`)).toEqual(['CallBackScheduled'])
    expect(await running.stop()).toMatchObject({ why: { _tag: 'Asked' } })
  })

  it('a store that says no stops it', async () => {
    const stores = memory()
    const denied: StoreError = { _tag: 'AccessDenied', reason: 'no right' }
    const viewStore: ViewStore = {
      ...stores.viewStore,
      load: () => () => Promise.resolve(E.left(denied)),
    }
    const running = run(openDesk({ viewStore }), echo())
    expect(await running.stopped).toEqual({ policy: 'echo', position: 'start', why: denied })
  })

  it('a feed that ends stops it', async () => {
    const desk = openDesk()
    const running = run(desk, echo())
    await running.settled()
    await desk.stores.close()
    expect(await running.stopped).toMatchObject({ why: { _tag: 'Unavailable' } })
  })
})

describe('killed at any point', () => {
  /** Dies at the `n`th call to the store, before or after it was done: what was under way is lost. */
  const dying = (desk: Desk, n: number, after: boolean): Desk => {
    let calls = 0
    const death: StoreError = { _tag: 'AccessDenied', reason: 'killed' }
    const mortal =
      <Args extends ReadonlyArray<unknown>, A>(
        call: (...args: Args) => () => Promise<E.Either<StoreError, A>>,
      ) =>
      (...args: Args) =>
      async (): Promise<E.Either<StoreError, A>> => {
        calls++
        if (calls < n) return call(...args)()
        if (calls === n && after) await call(...args)()
        return E.left(death)
      }
    const { viewStore } = desk.stores
    const { send, look } = desk.desk
    return {
      ...desk,
      stores: { ...desk.stores, viewStore: { ...viewStore, commit: mortal(viewStore.commit) } },
      desk: { send: mortal(send as never), look },
    }
  }

  it('each effect happens once, and what is remembered is what it would have been', async () => {
    for (let n = 1; n <= 14; n++)
      for (const after of [false, true]) {
        const desk = openDesk()
        await make(desk, 1)
        await make(desk, 2)
        const doomed = run(dying(desk, n, after), echo())
        await make(desk, 3)
        await doomed.settled()
        await doomed.stop()
        const next = run(desk, echo())
        await make(desk, 4)
        await next.settled()
        for (const k of [1, 2, 3, 4])
          expect(await desk.types(`followUp-${uuid(k)}`)).toEqual(['CallBackScheduled'])
        expect(await desk.stores.viewStore.get('policy.echo', '/count')()).toMatchObject(
          E.right({ value: { n: 4 } }),
        )
        await next.stop()
      }
  })
})
