import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import type { AppendFault } from './fault-server/server.js'
import { opened } from './support.js'

/** A host of its own process: Node ends it at an exception or rejection that nobody handles. */
const host = (
  port: number,
  body: string,
): Promise<{ readonly code: number | null; readonly out: string }> =>
  new Promise((resolve, reject) => {
    const program = `
      import { EventStoreDBClient } from '@eventstore/db-client'
      import { eventStoreDB } from './src/eventstoredb/index.ts'
      const connect = () => EventStoreDBClient.connectionString('esdb://127.0.0.1:${port}?tls=false')
      const { eventStore, feed, viewStore, close } = eventStoreDB(connect, { timeout: 400, patience: 2000 })
      const event = { id: crypto.randomUUID(), type: 'Noted', data: {}, metadata: {} }
      const show = (answer) => answer._tag === 'Left' ? answer.left._tag : 'ok'
      ${body}
    `
    const child = spawn(
      process.execPath,
      [
        ...['--import', import.meta.resolve('tsx'), '--conditions=@troth/source'],
        ...['--input-type=module', '--eval', program],
      ],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let out = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (out += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, out })
    })
  })

describe('a host’s process', () => {
  it('ends by itself after the close, whatever was open', async () => {
    const { server } = await opened()
    const ran = await host(
      server.port,
      `
      await eventStore.append('a-1', 'noStream', [event])()
      await eventStore.read('a-1', { limit: 1 })()
      const items = feed.subscribe({})[Symbol.asyncIterator]()
      await items.next()
      void feed.subscribe({})[Symbol.asyncIterator]().next()
      await close()
      console.log('closed')
      `,
    )
    expect(ran).toEqual({ code: 0, out: 'closed\n' })
  })

  it('ends by itself, though an append was given up before its client had connected', async () => {
    const { server } = await opened()
    const ran = await host(
      server.port,
      `
      const hasty = eventStoreDB(connect, { timeout: 1, onWarning: () => undefined })
      console.log(show(await hasty.eventStore.append('a-1', 'noStream', [event])()))
      await hasty.close()
      await close()
      `,
    )
    expect(ran).toEqual({ code: 0, out: 'OutcomeUnknown\n' })
  })

  it('ends by itself, though nobody listens, or a delivery is unanswered', async () => {
    const { server } = await opened()
    server.put('work-1', {})
    const ran = await host(
      server.port,
      `
      import { persistentSubscription } from './src/eventstoredb/index.ts'
      const nobody = eventStoreDB(() => EventStoreDBClient.connectionString('esdb://127.0.0.1:1?tls=false'), { patience: 300 })
      process.on('warning', ({ name }) => console.log(name))
      console.log(show(await nobody.eventStore.read('a-1', { limit: 1 })()))
      const following = nobody.feed.subscribe({})[Symbol.asyncIterator]().next()
      await nobody.close()
      console.log((await following).value._tag)
      const work = persistentSubscription(connect, { stream: 'work-1', group: 'desk' })
      console.log(show(await work.create()()))
      const item = await work.deliveries()[Symbol.asyncIterator]().next()
      console.log(item.value._tag)
      await work.close()
      await close()
      `,
    )
    expect(ran.out.replace(/^\(.*\n/gm, '')).toBe('TrothWarning\nUnavailable\nFailed\nok\nRight\n')
    expect(ran.code).toBe(0)
  })

  const faults: ReadonlyArray<AppendFault> = [
    'cutBefore',
    'cutDuring',
    'cutAfter',
    'silence',
    'keptSilence',
    'twice',
    'timeout',
    'internal',
    'notLeader',
    'unavailable',
    { lateBy: 600 },
  ]
  it('lives on through every fault of an append, and ends by itself', async () => {
    const { server } = await opened()
    server.onAppend.push(...faults)
    const ran = await host(
      server.port,
      `
      for (let i = 0; i < ${faults.length}; i++)
        await eventStore.append('a-' + i, 'noStream', [{ ...event, id: crypto.randomUUID() }])()
      await new Promise((resolve) => setTimeout(resolve, 1000))
      console.log(show(await eventStore.append('b-1', 'noStream', [event])()))
      await close()
      `,
    )
    expect(ran).toEqual({ code: 0, out: 'ok\n' })
    expect(server.onAppend).toEqual([])
  })

  it('lives on when it is given what no store takes, and nothing of it is written', async () => {
    const { server } = await opened()
    const ran = await host(
      server.port,
      `
      const wrong = [
        ['', 'any', [event]], ['$all', 'any', [event]],
        ['a-1', -1n, [event]], ['a-1', 1.5, [event]], ['a-1', 'any', []],
        ...[{ type: '' }, { type: '$metadata' }, { id: 'one' }, { data: 1n }, { data: new Date(0) },
          { data: NaN }, { data: undefined }, { data: 'x'.repeat(1048577) }, { metadata: { n: 1n } }]
          .map((part) => ['a-1', 'any', [{ ...event, ...part }]]),
      ]
      const answers = []
      for (const [stream, expected, events] of wrong)
        answers.push(show(await eventStore.append(stream, expected, events)()))
      console.log(answers.join())
      // The server would answer a wrong id a second time, two seconds later.
      await new Promise((resolve) => setTimeout(resolve, 2500))
      console.log(show(await eventStore.append('a-1', 'noStream', [event])()))
      await close()
      `,
    )
    const refused = [...Array<string>(12).fill('InvalidArgument'), 'TooLarge', 'InvalidArgument']
    expect(ran).toEqual({ code: 0, out: `${refused.join()}\nok\n` })
    expect(server.log.all).toHaveLength(1)
  })
})
