import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { RecordedEvent } from '@troth/core/store'
import { build, defaultServerConditions } from 'vite'
import { expect, it, onTestFinished } from 'vitest'

import { realServer } from '../../../adapters/test/eventstoredb/real-server.js'
import { factOf, type FactOf, foldRows, type Rows, rowsOf } from '../../src/index.js'
import { codecs, type Desk, type Events, openDesk, runAll, views } from './desk.js'

const kills = Number(process.env['TROTH_KILLS'] ?? 20)
const perKill = Number(process.env['TROTH_KILLS_COMPLAINTS'] ?? 3)

/**
 * A process is killed so many steps after it began, at most, and so many milliseconds behind the last one; a step is right
 * before or right after it writes. One that has nothing more to write is killed after a while.
 */
const steps = 60
const behind = 10
const idle = 3_000

const by = { by: { id: 'li', role: 'agent' } }

/** The server that the tests of EventStoreDB are given, or the one that misbehaves on request. */
const serverUrl = async (): Promise<string> => {
  if (realServer !== undefined) return realServer
  // Made of the older client's code, which can not be loaded beside the newer one.
  const { faultServer } = await import('../../../adapters/test/eventstoredb/fault-server/server.js')
  const { port, stop } = await faultServer()
  onTestFinished(stop)
  return `esdb://127.0.0.1:${port}?tls=false`
}

/** The host as one file: to load its hundreds of modules takes longer than it may live. */
const bundled = async (): Promise<string> => {
  const conditions = ['@troth/source', ...defaultServerConditions]
  // Where the client of the adapter’s own tests is found.
  const outDir = fileURLToPath(
    new URL('../../../adapters/node_modules/.cache/killed', import.meta.url),
  )
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions },
    ssr: {
      resolve: { conditions },
      noExternal: true,
      external: ['@eventstore/db-client', '@kurrent/kurrentdb-client'],
    },
    build: { ssr: fileURLToPath(new URL('host.ts', import.meta.url)), outDir, emptyOutDir: true },
  })
  return join(outDir, 'host.js')
}

const load = (file: string) => {
  const child = fork(file, { execArgv: [] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { child, loaded: once(child, 'message') }
}

/** Three in a row: a word that is kept in time, one that is broken, and a complaint that is closed without any. */
const busy = (desk: Desk) => {
  const { complaint, promise } = desk.troth
  const said = {
    complaints: new Set<string>(),
    kept: new Set<string>(),
    broken: new Set<string>(),
    closed: new Set<string>(),
  }
  let n = 0
  const ok = (answer: { readonly ok: boolean; readonly why?: unknown }): void => {
    expect(answer.ok ? 'ok' : answer.why).toBe('ok')
  }
  const next = async (): Promise<void> => {
    const [id, promiseId, customer] = [
      crypto.randomUUID(),
      crypto.randomUUID(),
      crypto.randomUUID(),
    ] as const
    const about = { topic: 'item', ref: 'SN 4711' } as const
    const request = { kind: 'complaint', customer, channel: 'phone', about } as const
    ok(await complaint.record(id, { ...request, demand: 'It leaks.' }, by))
    said.complaints.add(id)
    const kind = n++ % 3
    if (kind === 2) {
      const option = {
        optionId: crypto.randomUUID(),
        remedy: 'repair',
        what: 'a new seal',
      } as const
      ok(await complaint.resolveAtOnce(id, { option }, by))
      ok(await complaint.fileLiaisonNote(id, { note: 'a new seal, on the spot' }, by))
      const evaluation = { toCaseLibrary: true }
      ok(await complaint.close(id, { summary: 'the seal was worn', evaluation }, by))
      said.closed.add(id)
      return
    }
    const dueAt = new Date(Date.now() + (kind === 0 ? 86_400_000 : 250)).toISOString()
    const word = { promiseId, kind: 'callback', dueAt, temporary: false } as const
    ok(await complaint.givePromise(id, { ...word, what: 'a call', basis: 'the plan' }, by))
    said[kind === 0 ? 'kept' : 'broken'].add(promiseId)
  }
  /** A word is kept once its stream stands, which is the policies' work. */
  const keep = async (): Promise<void> => {
    for (const id of said.kept) {
      const { right: read } = (await desk.eventStore.read(`promise-${id}`, { limit: 5 })()) as {
        right?: { _tag: string; value?: ReadonlyArray<RecordedEvent> }
      }
      if (read?.value?.length === 1) ok(await promise.keep(id, { evidence: ['call 17'] }, by))
    }
  }
  return { said, next, keep }
}

const log = async ({ feed }: Desk): Promise<ReadonlyArray<RecordedEvent>> => {
  const found: RecordedEvent[] = []
  for await (const item of feed.subscribe({ categories: Object.keys(codecs) })) {
    if (item._tag === 'CaughtUp') break
    if (item._tag === 'Event') found.push(item.event)
  }
  return found
}

it(`a process killed ${kills} times while it runs policies and views loses nothing and does nothing twice`, async () => {
  const place = { url: await serverUrl(), run: crypto.randomUUID() }
  const desk = await openDesk(place)
  const { said, next, keep } = busy(desk)

  // Each is loaded while the one before it runs: to begin takes longer than to be killed.
  const file = await bundled()
  let spare = load(file)
  for (let i = 0; i < kills; i++) {
    const { child, loaded } = spare
    await loaded
    if (i < kills - 1) spare = load(file)
    const exited = once(child, 'exit')
    const kill = (): void => {
      child.kill('SIGKILL')
    }
    let left = Math.floor(Math.random() * steps)
    child.on('message', () => {
      if (--left === 0) setTimeout(kill, Math.random() * behind)
    })
    const tooLong = setTimeout(kill, left === 0 ? Math.random() * 100 : idle)
    child.send(place)
    for (let each = 0; each < perKill; each++) await next()
    await keep()
    expect(await exited).toEqual([null, 'SIGKILL'])
    clearTimeout(tooLong)
  }

  const troubles: string[] = []
  const last = runAll(desk, (what) => troubles.push(what))
  await last.settled()
  await keep()
  const isOver = async (): Promise<boolean> => {
    const types = (await log(desk)).map(({ type, data }) =>
      type === 'PromiseSettled' ? (data as { promiseId: string }).promiseId : type,
    )
    return [...said.kept, ...said.broken].every((id) => types.includes(id))
  }
  while (!(await isOver()) && troubles.length === 0)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await last.settled()
  await last.stop()
  expect(troubles).toEqual([])

  const all = await log(desk)
  const own = new Set([...said.complaints, ...said.kept, ...said.broken])
  /** How often each of them met an event of this type. */
  const met = (type: string, idOf: (event: RecordedEvent) => string | undefined) => {
    const times: Record<string, number> = {}
    for (const event of all) {
      const id = event.type === type ? idOf(event) : undefined
      if (id !== undefined && own.has(id)) times[id] = (times[id] ?? 0) + 1
    }
    return times
  }
  const onceEach = (...sets: ReadonlyArray<ReadonlySet<string>>) =>
    Object.fromEntries(sets.flatMap((set) => [...set]).map((id) => [id, 1]))
  const ofStream = ({ stream }: RecordedEvent) => stream.slice(stream.indexOf('-') + 1)
  const follows = ({ data }: RecordedEvent) => {
    const { reason } = data as { reason: { promiseId?: string; complaintId?: string } }
    return reason.promiseId ?? reason.complaintId
  }
  expect(met('PromiseMade', ofStream)).toEqual(onceEach(said.kept, said.broken))
  expect(met('PromiseBroken', ofStream)).toEqual(onceEach(said.broken))
  expect(met('PromiseSettled', ({ data }) => (data as { promiseId: string }).promiseId)).toEqual(
    onceEach(said.kept, said.broken),
  )
  expect(met('CallBackScheduled', follows)).toEqual(onceEach(said.broken, said.closed))
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)

  // Whoever else writes here is heard by the views too, and may have written since.
  const ours = new Set(
    all
      .filter(
        (event) =>
          own.has(ofStream(event)) ||
          (event.type === 'CallBackScheduled' && own.has(follows(event) ?? '')),
      )
      .map(({ stream }) => stream),
  )
  const facts = all
    .filter(({ stream }) => ours.has(stream))
    .map((event) => {
      const category = event.stream.slice(0, event.stream.indexOf('-')) as keyof typeof codecs
      const read = codecs[category].decode({ type: event.type, data: event.data })
      if (read._tag === 'Left') throw new Error(`${event.type} can not be read`)
      return { ...factOf(event, read.right), category } as FactOf<Events>
    })
  const hears = async <Row>(
    projection: { readonly name: string; readonly initial: Row },
    streamOf: (key: string) => string,
    folded: Rows<Row>,
  ): Promise<void> => {
    const kept = await rowsOf(desk.viewStore)({ projection })()
    if (kept._tag === 'Left') throw new Error(kept.left._tag)
    const its = [...kept.right].filter(([key]) => ours.has(streamOf(key)))
    expect(Object.fromEntries(its)).toEqual(
      JSON.parse(JSON.stringify(Object.fromEntries(folded))) as object,
    )
  }
  await hears(views.heard, (key) => key, foldRows(views.heard)(facts))
  await hears(
    views.ledger,
    (key) => `promise-${key}`,
    foldRows(views.ledger)(facts.flatMap((fact) => (fact.category === 'promise' ? [fact] : []))),
  )
  await desk.close()
}, 3_600_000)
