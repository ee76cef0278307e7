import { once } from 'node:events'

import { systemRuntime } from '@troth/adapters/runtime'
import { expect, it } from 'vitest'

import { factOf, type FactOf, foldRows, rebuild, rowsOf, runProjection } from '../../src/index.js'
import { codecs, type Events, everyView, log, openDesk, views } from './desk.js'
import type { Task } from './host.js'
import { bundled, killsOr, load, serverUrl } from './processes.js'

const kills = killsOr(8)

/** A process is killed so many steps after it began, at most; a step is right before or right after it writes. */
const steps = 40
/** One that has nothing more to write is killed after so many milliseconds. */
const idle = 1_500

const by = { by: { id: 'li', role: 'agent' } }

it(`the views are the fold, whichever of two processes is killed, ${kills} times: the one that follows, the one that rebuilds`, async () => {
  const place = { url: await serverUrl(), run: crypto.randomUUID() }
  const desk = await openDesk(place)
  const own = new Set<string>()
  const write = async (): Promise<void> => {
    const [complaintId, promiseId, customer] = [
      crypto.randomUUID(),
      crypto.randomUUID(),
      crypto.randomUUID(),
    ] as const
    const about = { topic: 'item', ref: 'SN 4711' } as const
    const request = { kind: 'complaint', customer, channel: 'phone', about } as const
    const dueAt = new Date(Date.now() + 86_400_000).toISOString()
    const source = { origin: 'sale', ref: '4711' } as const
    const word = {
      customer,
      kind: 'callback',
      what: 'a call',
      dueAt,
      source,
      basis: 'plan',
    } as const
    const answers = [
      await desk.troth.complaint.record(complaintId, { ...request, demand: 'It leaks.' }, by),
      await desk.troth.promise.make(promiseId, word, by),
      await desk.troth.promise.keep(promiseId, { evidence: ['call 17'] }, by),
    ]
    for (const answer of answers) expect(answer).toMatchObject({ ok: true })
    own.add(`complaint-${complaintId}`).add(`promise-${promiseId}`)
  }

  const file = await bundled('rebuilt-and-killed')
  const begin = (does: Task['does']) => {
    const { child, loaded } = load(file)
    const started = loaded.then(() => child.send({ place, does } satisfies Task))
    return { child, started, exited: once(child, 'exit') }
  }
  const running = { follow: begin('follow'), rebuild: begin('rebuild') }
  const killed = { follow: 0, rebuild: 0 }
  for (let i = 0; i < kills; i++) {
    const who = i % 2 === 0 ? 'follow' : 'rebuild'
    const { child, started, exited } = running[who]
    await started
    await write()
    let left = 1 + Math.floor(Math.random() * steps)
    const kill = (): void => {
      child.kill('SIGKILL')
    }
    child.on('message', () => {
      if (--left === 0) kill()
    })
    const tooLong = setTimeout(kill, idle)
    await write()
    expect(await exited).toEqual([null, 'SIGKILL'])
    clearTimeout(tooLong)
    killed[who]++
    running[who] = begin(who)
  }
  for (const { child, exited } of Object.values(running)) {
    child.kill('SIGKILL')
    await exited
  }

  const facts = (await log(desk)).flatMap((event) => {
    if (!own.has(event.stream)) return []
    const category = event.stream.slice(0, event.stream.indexOf('-')) as keyof typeof codecs
    const read = codecs[category].decode({ type: event.type, data: event.data })
    if (read._tag === 'Left') throw new Error(`${event.type} can not be read`)
    return [{ ...factOf(event, read.right), category } as FactOf<Events>]
  })
  const folded = {
    heard: foldRows(views.heard)(facts),
    ledger: foldRows(views.ledger)(
      facts.flatMap((fact) => (fact.category === 'promise' ? [fact] : [])),
    ),
  }
  /** Whoever else writes here is heard by the views too. */
  const hold = async (): Promise<void> => {
    for (const [view, streamOf] of [
      ['heard', (key: string) => key],
      ['ledger', (key: string) => `promise-${key}`],
    ] as const) {
      const kept = await rowsOf(desk.viewStore)({
        projection: { name: views[view].name, initial: null },
      })()
      if (kept._tag === 'Left') throw new Error(kept.left._tag)
      const its = [...kept.right].filter(([key]) => own.has(streamOf(key)))
      expect(Object.fromEntries(its)).toEqual(
        JSON.parse(JSON.stringify(Object.fromEntries<unknown>(folded[view]))) as object,
      )
    }
  }
  const stopping = new AbortController()
  const last = runProjection(everyView, {
    ...desk,
    runtime: systemRuntime,
    signal: stopping.signal,
  })()
  while (!last.every((view) => view.standing().live))
    await new Promise((resolve) => setTimeout(resolve, 20))
  stopping.abort()
  for (const { stopped } of last) expect((await stopped).why).toEqual({ _tag: 'Asked' })
  await hold()
  for (const view of everyView) {
    await systemRuntime.pause(250)()
    const rebuilt = await rebuild(view, { ...desk, runtime: systemRuntime })()
    expect(rebuilt).toMatchObject({ right: { view: view.projection.name } })
    if (rebuilt._tag === 'Right' && kills >= 20) expect(rebuilt.right.generation).toBeGreaterThan(3)
  }
  await hold()
  await desk.close()
}, 3_600_000)
