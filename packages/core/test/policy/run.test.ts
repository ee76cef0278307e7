import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { commandIdOf } from '../../src/policy/acting.js'
import type { Dispatch, Happening, Policy, Stamp } from '../../src/policy/policy.js'
import { all, forget, ignore, put, send } from '../../src/policy/reaction.js'
import { runPolicy } from '../../src/policy/run.js'
import { settled } from '../../src/policy/settled.js'
import type { Notice, Run, Running } from '../../src/policy/running.js'
import { ticker } from '../../src/policy/ticker.js'
import { PromiseEvent } from '../../src/promise/events.js'
import type { Instant } from '../../src/shared/instant.js'
import type { Position, StoreError } from '../../src/store/event-store.js'
import type { EventFeed } from '../../src/store/feed.js'
import type { JsonObject } from '../../src/store/json.js'
import { actorOf } from '../../src/testing/policy-scenarios.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import { wang } from '../support/complaint.js'
import { made, monday } from '../support/promise.js'
import { place, quiet, tinyDesk, tinyFeed, tinyViews } from '../support/tiny-run.js'

const id = (n: number) => `e0000000-0000-4000-8000-00000000000${String(n)}`
const { data } = PromiseEvent.encode(made) as { readonly data: JsonObject }
const away: StoreError = { _tag: 'Unavailable', reason: 'away' }
const denied: StoreError = { _tag: 'AccessDenied', reason: 'no right' }

const to = (n: number, stamp: Stamp, because?: string): Dispatch => ({
  to: 'promise',
  id: id(n),
  command: { type: 'LapseTemporaryAgreement', data: stamp },
  ...(because !== undefined && { because }),
})

interface Heard {
  readonly happening: Happening
  readonly stamp: Stamp
  readonly rows: ReadonlyArray<string>
}

/** Lapses each promise that it hears of, and keeps its id in mind. */
const setUp = (own: Partial<Policy> = {}) => {
  const [feed, viewStore, desk] = [tinyFeed(), tinyViews(), tinyDesk()]
  const runtime = simulatedRuntime({ start: (monday + 10) as Instant })
  const heard: Heard[] = []
  const policy: Policy = {
    name: 'lapse',
    hears: ['promise'],
    react: (happening, memory, stamp) => {
      heard.push({ happening, stamp, rows: [...memory.keys()] })
      return all<JsonObject>([
        put(happening.id, { known: true }),
        send({ ...to(1, stamp), id: happening.id }),
      ])
    },
    ...own,
  }
  const run = (how: Partial<Run & Running> = {}) => {
    const { start = 'start', imported, ...more } = how
    const stop = new AbortController()
    const notices: Notice[] = []
    const positions: string[] = []
    const hand = ticker()
    const stopped = runPolicy(
      { policy, start, ...(imported !== undefined && { imported }) },
      {
        feed,
        viewStore,
        desk,
        runtime,
        ticker: hand,
        signal: stop.signal,
        onNotice: (notice) => notices.push(notice),
        onHeard: (_, position) => positions.push(position),
        ...more,
      },
    )()
    return {
      stopped,
      notices,
      positions,
      tick: (at = runtime.now()) => hand.tick(at),
      stop: () => {
        stop.abort()
        return stopped
      },
    }
  }
  const record = (n: number, metadata: JsonObject = {}, recordedAt = 0) =>
    feed.record(`promise-${id(n)}`, 'PromiseMade', data, metadata, recordedAt)
  const sentTo = () => desk.sent.map(({ dispatch }) => dispatch.id)
  return { feed, viewStore, desk, runtime, heard, policy, run, record, sentTo }
}

describe('a policy that runs', () => {
  it('hears each fact once, from where it was', async () => {
    const on = setUp()
    on.record(1)
    const first = on.run()
    await quiet()
    on.record(2)
    await quiet()
    expect(await first.stop()).toEqual({
      policy: 'lapse',
      position: place(2),
      why: { _tag: 'Asked' },
    })
    on.record(3)
    const second = on.run()
    await quiet()
    await second.stop()
    expect(on.heard.map(({ happening }) => happening.id)).toEqual([id(1), id(2), id(3)])
    expect(on.feed.subscriptions).toEqual([
      { categories: ['promise'] },
      { categories: ['promise'], from: place(2) },
    ])
    expect(first.positions).toEqual([place(1), place(2)])
    expect(second.positions).toEqual([place(2), place(3)])
    expect(on.feed.left()).toBe(2)
  })

  it('does what it says, in its own name, as of now', async () => {
    const on = setUp()
    const { id: eventId } = on.record(1, { $correlationId: 'a call' })
    const running = on.run()
    await quiet()
    const stamp = { at: on.runtime.now(), by: actorOf('lapse') }
    expect(on.desk.sent).toMatchObject([
      {
        dispatch: to(1, stamp),
        context: {
          commandId: commandIdOf('lapse', { trigger: eventId, tenant: undefined }, to(1, stamp)),
          correlationId: 'a call',
          causationId: eventId,
        },
      },
    ])
    await running.stop()
  })

  it('never acts before what it reacts to', async () => {
    const on = setUp()
    const ahead = monday + 1_000
    on.feed.record(`promise-${id(1)}`, 'PromiseMade', {
      ...data,
      at: new Date(ahead).toISOString(),
    })
    const running = on.run()
    await quiet()
    expect(on.heard[0]?.stamp.at).toBe(ahead)
    await running.stop()
  })

  it('acts in the name that the host gives it', async () => {
    const on = setUp()
    on.record(1)
    const running = on.run({ by: wang })
    await quiet()
    expect(on.heard[0]?.stamp.by).toBe(wang)
    await running.stop()
  })

  it('remembers what it wrote, and saves it with what was sent', async () => {
    const on = setUp()
    const running = on.run()
    await quiet()
    on.record(1)
    on.record(2)
    await quiet()
    expect(on.heard.map(({ rows }) => rows)).toEqual([[], [id(1)]])
    expect(on.viewStore.rows('policy.lapse')).toEqual({
      [`/${id(1)}`]: { known: true },
      [`/${id(2)}`]: { known: true },
    })
    expect(on.viewStore.commits.slice(1)).toEqual(['policy.lapse 1', 'policy.lapse 2'])
    await running.stop()
  })

  it('keeps tenants apart', async () => {
    const on = setUp()
    on.feed.record(`promise-acme.${id(1)}`, 'PromiseMade', data)
    on.record(2)
    const running = on.run()
    await quiet()
    expect(on.heard.map(({ rows }) => rows)).toEqual([[], []])
    expect(on.desk.sent.map(({ context }) => context.tenant)).toEqual(['acme', undefined])
    await running.stop()
  })

  it('saves every two hundred facts that lead to nothing', async () => {
    const on = setUp({ react: () => ignore })
    const running = on.run()
    await quiet()
    for (let n = 0; n < 199; n++) on.record(1)
    await quiet()
    await quiet()
    expect(on.viewStore.checkpoint('policy.lapse')).toBeUndefined()
    on.record(1)
    await quiet()
    expect(on.viewStore.checkpoint('policy.lapse')?.position).toBe(place(200))
    await running.stop()
  })

  it('saves what it has heard when it is asked to stop', async () => {
    const on = setUp({ react: () => ignore })
    const running = on.run()
    await quiet()
    on.record(1)
    await quiet()
    await running.stop()
    expect(on.viewStore.checkpoint('policy.lapse')?.position).toBe(place(1))
  })

  it('is done with what the feed says is behind it', async () => {
    const on = setUp()
    const running = on.run()
    await quiet()
    on.feed.say({ _tag: 'Checkpoint', position: place(9) })
    await quiet()
    expect(running.positions).toEqual([place(9)])
    expect(await running.stop()).toMatchObject({ position: place(9) })
  })

  it('passes over what is no stream of ours, whatever the feed gives', async () => {
    const on = setUp()
    on.feed.record('promise-a b', 'PromiseMade', data)
    const running = on.run()
    await quiet()
    expect(on.heard).toEqual([])
    expect(await running.stop()).toMatchObject({ position: place(1) })
  })
})

describe('what is past', () => {
  it('is heard, and nothing is done about it', async () => {
    const on = setUp()
    on.record(1, {}, monday)
    const running = on.run({ start: 'now' })
    await quiet()
    expect(on.heard.map(({ happening }) => happening.triggers)).toEqual([false])
    expect(on.desk.sent).toEqual([])
    expect(on.viewStore.rows('policy.lapse')).toEqual({ [`/${id(1)}`]: { known: true } })
    on.record(2, {}, monday)
    await quiet()
    expect(on.sentTo()).toEqual([id(2)])
    await running.stop()
  })

  it('is what was imported, unless the host says otherwise', async () => {
    const imported = { importedFrom: { source: 'elsewhere', foreignId: '1' } }
    for (const says of [undefined, false, true]) {
      const on = setUp()
      on.record(1, imported)
      const running = on.run(says === undefined ? {} : { imported: says })
      await quiet()
      expect(on.heard.map(({ happening }) => happening.triggers)).toEqual([says === true])
      expect(on.desk.sent).toHaveLength(says === true ? 1 : 0)
      await running.stop()
    }
  })

  it('is not what was imported before the start, even so', async () => {
    const on = setUp()
    on.record(1, { importedFrom: { source: 'elsewhere', foreignId: '1' } }, monday)
    const running = on.run({ start: 'now', imported: true })
    await quiet()
    expect(on.desk.sent).toEqual([])
    await running.stop()
  })
})

describe('a tick', () => {
  const ticking = (tick: NonNullable<Policy['tick']>, own: Partial<Policy> = {}) =>
    setUp({ react: ({ id: key }) => put(key, { known: true }), tick, ...own })

  it('does what is asked for, once while it is asked for', async () => {
    const on = ticking((memory, stamp) =>
      send(...[...memory.keys()].map((key) => ({ ...to(1, stamp), id: key }))),
    )
    on.record(1)
    const running = on.run()
    await quiet()
    await running.tick(monday)
    expect(on.desk.sent[0]).toMatchObject({
      dispatch: to(1, { at: monday, by: actorOf('lapse') }),
      context: {
        commandId: commandIdOf('lapse', { trigger: 'tick', tenant: undefined }, to(1, {} as Stamp)),
      },
    })
    expect(on.desk.sent[0]?.context).not.toHaveProperty('causationId')
    on.record(2)
    await quiet()
    await running.tick()
    await running.tick()
    expect(on.sentTo()).toEqual([id(1), id(2)])
    await running.stop()
  })

  it('does it again once it was not asked for in between', async () => {
    let asks = true
    const on = ticking((_, stamp) => (asks ? send(to(1, stamp)) : ignore))
    on.record(1)
    const running = on.run()
    await quiet()
    await running.tick()
    asks = false
    await running.tick()
    asks = true
    await running.tick()
    expect(on.desk.sent).toHaveLength(2)
    await running.stop()
  })

  it('is for each tenant’s rows', async () => {
    const on = ticking((memory, stamp) => send({ ...to(1, stamp), id: [...memory.keys()].join() }))
    on.feed.record(`promise-acme.${id(1)}`, 'PromiseMade', data)
    on.record(2)
    const running = on.run()
    await quiet()
    await running.tick()
    expect(on.desk.sent.map(({ dispatch, context }) => [dispatch.id, context.tenant])).toEqual([
      [id(1), 'acme'],
      [id(2), undefined],
    ])
    await running.stop()
  })

  it('may change what is remembered', async () => {
    const seen: number[] = []
    const on = ticking((memory) => {
      seen.push(memory.size)
      return forget(...memory.keys())
    })
    on.record(1)
    const running = on.run()
    await quiet()
    await running.tick()
    await running.tick()
    expect(seen).toEqual([1, 0])
    await running.stop()
    expect(on.viewStore.rows('policy.lapse')).toEqual({})
  })

  it('waits until all was heard; of several the last counts', async () => {
    const seen: number[] = []
    const on = ticking((_, { at }) => {
      seen.push(at)
      return ignore
    })
    on.record(1)
    const running = on.run()
    await Promise.all([running.tick(monday), running.tick((monday + 1) as Instant)])
    await quiet()
    expect(seen).toEqual([monday + 1])
    on.feed.say({ _tag: 'FellBehind' })
    await quiet()
    await running.tick((monday + 2) as Instant)
    expect(seen).toHaveLength(1)
    on.feed.say({ _tag: 'CaughtUp' })
    await quiet()
    expect(seen).toEqual([monday + 1, monday + 2])
    on.feed.say({ _tag: 'CaughtUp' })
    await quiet()
    expect(seen).toHaveLength(2)
    await running.stop()
  })

  it('is nothing to a policy that asks for none', async () => {
    const on = setUp()
    on.record(1)
    const running = on.run()
    await quiet()
    await running.tick()
    expect(on.desk.sent).toHaveLength(1)
    expect(await running.stop()).toMatchObject({ why: { _tag: 'Asked' } })
    await running.tick()
  })

  it('stops it where a stream can not be looked at, or be asked', async () => {
    const on = ticking((_, stamp) => send(to(1, stamp)))
    on.record(1)
    const running = on.run()
    await quiet()
    on.desk.answers.push(denied)
    await running.tick()
    expect(await running.stopped).toEqual({ policy: 'lapse', position: place(1), why: denied })
    const looking = ticking(() => ({
      _tag: 'Look',
      category: 'promise',
      id: id(1),
      then: () => ignore,
    }))
    looking.record(1)
    const other = looking.run()
    await quiet()
    looking.desk.looks.push(denied)
    await other.tick()
    expect(await other.stopped).toMatchObject({ why: denied })
  })

  it('stops it where its own code throws', async () => {
    const on = ticking(() => {
      throw new Error('not my day')
    })
    on.record(1)
    const running = on.run()
    await quiet()
    await running.tick()
    expect(await running.stopped).toMatchObject({ why: { _tag: 'Threw', message: 'not my day' } })
  })
})

describe('what stops a policy', () => {
  const event = { stream: `promise-${id(1)}`, revision: 0n }

  it('its own code: with what it could not get past', async () => {
    for (const [thrown, message] of [
      [new Error('not my day'), 'not my day'],
      ['no', 'no'],
    ] as const) {
      const on = setUp({
        react: () => {
          throw thrown as Error
        },
      })
      on.record(1)
      const running = on.run()
      const stopped = await running.stopped
      expect(stopped).toEqual({
        policy: 'lapse',
        position: 'start',
        event,
        why: { _tag: 'Threw', message },
      })
      expect(running.notices).toEqual([{ _tag: 'Stopped', stopped }])
      expect(on.feed.left()).toBe(1)
    }
  })

  it('an event that it can not read', async () => {
    const on = setUp()
    on.feed.record(`promise-${id(1)}`, 'PromiseForgotten', {})
    expect(await on.run().stopped).toMatchObject({
      position: 'start',
      event,
      why: { _tag: 'Undecodable' },
    })
  })

  it('a store that says no, whatever it was asked', async () => {
    const sending = setUp()
    sending.desk.answers.push(denied)
    sending.record(1)
    expect(await sending.run().stopped).toMatchObject({ position: 'start', event, why: denied })

    const looking = setUp({
      react: () => ({ _tag: 'Look', category: 'promise', id: id(1), then: () => ignore }),
    })
    looking.desk.looks.push(denied)
    looking.record(1)
    expect(await looking.run().stopped).toMatchObject({ position: 'start', event, why: denied })

    const saving = setUp()
    saving.record(1)
    saving.viewStore.faults.push(undefined, denied)
    expect(await saving.run().stopped).toMatchObject({ event, why: denied })
  })

  it('a store that does not say what was remembered, or where it began', async () => {
    const on = setUp()
    const load = () => () => Promise.resolve(E.left(denied))
    expect(await on.run({ viewStore: { ...on.viewStore, load } }).stopped).toEqual({
      policy: 'lapse',
      position: 'start',
      why: denied,
    })
    on.viewStore.faults.push(denied)
    expect(await on.run().stopped).toEqual({ policy: 'lapse', position: 'start', why: denied })
    expect(on.feed.subscriptions).toEqual([])
  })

  it('a store that does not save when it has heard all, nor when it is asked to stop', async () => {
    const caught = setUp({ react: () => ignore })
    caught.record(1)
    caught.viewStore.faults.push(undefined, denied)
    expect(await caught.run().stopped).toMatchObject({ why: denied })
    const asked = setUp({ react: () => ignore })
    const running = asked.run()
    await quiet()
    asked.record(1)
    await quiet()
    asked.viewStore.faults.push(denied)
    expect(await running.stop()).toMatchObject({ why: denied })
  })

  it('the feed: failed, broken or ended', async () => {
    for (const [item, why] of [
      [{ _tag: 'Failed', error: denied }, denied],
      ['end', { _tag: 'Threw', message: 'the feed ended and did not say why' }],
      ['break', { _tag: 'Threw', message: 'Error: the line broke' }],
    ] as const) {
      const on = setUp()
      const running = on.run()
      await quiet()
      on.feed.say(item)
      expect(await running.stopped).toEqual({ policy: 'lapse', position: 'start', why })
    }
  })

  it('nothing that passes: it waits, and says so', async () => {
    const on = setUp()
    on.viewStore.faults.push(away, undefined, away)
    on.desk.answers.push(away)
    on.record(1)
    const running = on.run()
    await quiet()
    await quiet()
    expect(running.notices).toEqual([
      { _tag: 'Waiting', policy: 'lapse', why: away },
      { _tag: 'Waiting', policy: 'lapse', why: away },
      { _tag: 'Waiting', policy: 'lapse', why: away },
      { _tag: 'CaughtUp', policy: 'lapse' },
    ])
    on.feed.say({ _tag: 'Resubscribed', after: away })
    await quiet()
    expect(await running.stop()).toMatchObject({ position: place(1), why: { _tag: 'Asked' } })
  })

  it('who asked it to before it began', async () => {
    const on = setUp()
    on.record(1)
    const running = on.run({ signal: AbortSignal.abort() })
    expect(await running.stopped).toMatchObject({ why: { _tag: 'Asked' } })
  })
})

it('a position that the feed does not know is no start', async () => {
  const on = setUp()
  const feed = {
    subscribe: async function* () {
      await Promise.resolve()
      yield { _tag: 'Failed' as const, error: denied }
    },
  }
  expect(await on.run({ start: 'nowhere' as Position, feed }).stopped).toMatchObject({
    why: denied,
  })
})

it('a ticker that it has left rings no more', async () => {
  const on = setUp({ react: () => ignore, tick: () => ignore })
  let listeners = 0
  const running = on.run({
    ticker: {
      subscribe: () => {
        listeners++
        return () => {
          listeners--
        }
      },
    },
  })
  await quiet()
  expect(listeners).toBe(1)
  await running.stop()
  expect(listeners).toBe(0)
})

describe('a policy trusts nobody whom it only tells, leaves or asks:', () => {
  const broken = (): never => {
    throw new Error('broken')
  }
  const rejects = (): Promise<never> => Promise.reject(new Error('broken'))
  const asked = { policy: 'lapse', position: place(2), why: { _tag: 'Asked' } }

  it('a listener that throws, or rejects, changes nothing, whatever it is told', async () => {
    const listeners = [(): void => broken(), (): Promise<void> => rejects()]
    for (const listener of listeners) {
      const on = setUp()
      on.desk.answers.push(away, { _tag: 'NoSuchPromise' })
      on.record(1)
      const running = on.run({ onNotice: listener, onHeard: listener })
      await quiet()
      on.record(2)
      await quiet()
      expect(await running.stop()).toEqual(asked)
      expect(on.sentTo()).toEqual([id(1), id(1), id(2)])
      expect(on.viewStore.checkpoint('policy.lapse')?.position).toBe(place(2))
    }
  })

  /** Of one who can not be left without trouble. */
  const clinging = (feed: EventFeed, leave: () => Promise<never>): EventFeed => ({
    subscribe: (subscription) => ({
      [Symbol.asyncIterator]: () => {
        const items = feed.subscribe(subscription)[Symbol.asyncIterator]()
        return { next: () => items.next(), return: leave }
      },
    }),
  })
  it.each([
    ['throws', broken],
    ['rejects', rejects],
  ])('a subscription that %s when it is left, at the start or at the end', async (_, leave) => {
    const on = setUp()
    on.record(1)
    on.record(2)
    const feed = clinging(on.feed, leave)
    const running = on.run({ feed, start: place(1) })
    await quiet()
    expect(on.sentTo()).toEqual([id(2)])
    expect(await running.stop()).toEqual(asked)
    await settled([on.policy], feed, on.runtime, () => place(2))
    await settled([on.policy], feed, on.runtime, () => undefined)
  })

  it.each([
    ['a store that throws', { load: broken }],
    ['a store that rejects', { load: () => rejects }],
  ])('%s stops it, and its ticks are over', async (_, over) => {
    const on = setUp({ tick: () => ignore })
    const running = on.run({ viewStore: { ...on.viewStore, ...over } })
    const rung = running.tick()
    const stopped = {
      policy: 'lapse',
      position: 'start',
      why: { _tag: 'Threw', message: 'broken' },
    }
    expect(await running.stopped).toEqual(stopped)
    await rung
    expect(running.notices).toEqual([{ _tag: 'Stopped', stopped }])
  })

  it('a feed that throws stops it, where it was', async () => {
    const on = setUp()
    on.record(1)
    const first = on.run()
    await quiet()
    await first.stop()
    expect(await on.run({ feed: { subscribe: broken } }).stopped).toEqual({
      policy: 'lapse',
      position: place(1),
      why: { _tag: 'Threw', message: 'broken' },
    })
  })
})
