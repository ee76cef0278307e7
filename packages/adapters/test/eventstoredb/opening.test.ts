import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { EventStoreDBClient } from '@eventstore/db-client'
import type { FeedItem } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'

import {
  eventStoreDB,
  type EventStoreDBOptions,
  type EventStoreDBStores,
} from '../../src/eventstoredb/index.js'
import { faultServer } from './fault-server/server.js'
import { opened, unasked } from './support.js'
import { event, right } from './written.js'

/** What each kind of a first call answers. */
const firstCalls = (
  stores: EventStoreDBStores,
): Readonly<Record<string, () => Promise<unknown>>> => ({
  append: stores.eventStore.append('a-1', 'noStream', [event()]),
  read: stores.eventStore.read('a-1', { limit: 1 }),
  fold: stores.eventStore.fold('a-1', 0n, 0, () => E.right(0)),
  truncate: stores.eventStore.truncateBefore('a-1', 1n),
  delete: stores.eventStore.delete('a-1', 'streamExists'),
  view: stores.viewStore.load('v'),
  retain: stores.retain('a-1', { maxCount: 1 }),
  probe: stores.probe,
  feed: async () => {
    const items: FeedItem[] = []
    for await (const item of stores.feed.subscribe({})) items.push(item)
    const [first] = items
    return first?._tag === 'Failed' ? E.left(first.error) : items
  },
})

const at = (
  connect: () => unknown,
  options: EventStoreDBOptions = {},
): { readonly stores: EventStoreDBStores; readonly warnings: ReadonlyArray<string> } => {
  const warnings: string[] = []
  const onWarning = (sentence: string) => warnings.push(sentence)
  const stores = eventStoreDB(connect as () => EventStoreDBClient, { onWarning, ...options })
  onTestFinished(stores.close)
  return { stores, warnings }
}

/** Each call, on stores of its own, ends with this error, long before any patience is over. */
const refuses = async (
  connect: () => unknown,
  error: object,
  options: EventStoreDBOptions = {},
): Promise<void> => {
  for (const name of Object.keys(firstCalls(at(connect).stores))) {
    const began = performance.now()
    const answer = await firstCalls(at(connect, options).stores)[name]?.()
    expect(answer, name).toMatchObject({ left: error })
    expect(performance.now() - began, name).toBeLessThan(3_000)
  }
}

const plain = (port: number) => `esdb://127.0.0.1:${port}?tls=false`
const to = (url: string) => () => EventStoreDBClient.connectionString(url)
const saying = (words: string) => expect.stringContaining(words) as string

/** A certificate that nobody signed, in PEM. */
const selfSigned = () => {
  const folder = mkdtempSync(join(tmpdir(), 'troth-'))
  const [key, cert] = [join(folder, 'key'), join(folder, 'crt')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const make = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject]
  execFileSync('openssl', [...make, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const made = { key: readFileSync(key), cert: readFileSync(cert), file: cert }
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  return made
}

describe('a store that can not be worked with says why in one sentence, whichever call is the first:', () => {
  it('a connect that throws', async () => {
    const connect = () => {
      throw new Error('no such protocol')
    }
    const expected = 'no such protocol'
    await refuses(connect, { _tag: 'InvalidArgument', field: 'connect', expected })
  })

  it('a connect that gives no client, or the promise of one', async () => {
    for (const garbage of [undefined, null, 7, 'esdb://a', {}, { appendToStream: 1 }, () => 1])
      await refuses(() => garbage, {
        _tag: 'InvalidArgument',
        field: 'connect',
        expected: saying('makes a client'),
      })
    await refuses(() => Promise.resolve({}), { field: 'connect', expected: saying('promise') })
  })

  it('a connection string that the client refuses', async () => {
    for (const url of ['', 'esdb//a', 'http://a', 'esdb://a?tls=maybe', 'esdb://a?tlsCAFile=/none'])
      await refuses(to(url), { _tag: 'InvalidArgument', field: 'connect' })
  })

  it('a client whose conflicts would pass for successes, though no string says so', async () => {
    await refuses(to('esdb://127.0.0.1:1?tls=false&throwOnAppendFailure=false'), {
      _tag: 'InvalidArgument',
      field: 'connect',
      expected: saying('throwOnAppendFailure'),
    })
  })

  it('an option that makes no sense', async () => {
    const { port, stop } = await faultServer()
    onTestFinished(stop)
    for (const [field, value] of [
      ['timeout', 0],
      ['patience', -1],
      ['maxAppendSize', 1.5],
      ['checkpointEvery', NaN],
      ['connectionString', 'esdb//a'],
    ] as const)
      await refuses(to(plain(port)), { _tag: 'InvalidArgument', field }, { [field]: value })
  })

  it('TLS against a server that speaks none', async () => {
    const { port, stop } = await faultServer()
    onTestFinished(stop)
    await refuses(to(`esdb://localhost:${port}`), {
      _tag: 'InvalidArgument',
      field: 'connect',
      expected: saying('TLS was tried on a server that speaks none'),
    })
  })

  it('a certificate that nobody knows', async () => {
    const { port, stop } = await faultServer(selfSigned())
    onTestFinished(stop)
    await refuses(to(`esdb://localhost:${port}`), {
      _tag: 'InvalidArgument',
      field: 'connect',
      expected: saying('tlsCAFile'),
    })
  })

  it('a wrong password, and no right', async () => {
    const { port, deny, stop } = await faultServer()
    onTestFinished(stop)
    for (const [denial, words] of [
      ['a wrong password', 'the password is wrong'],
      ['everything', 'no right'],
    ] as const) {
      deny(denial)
      await refuses(to(plain(port)), { _tag: 'AccessDenied', reason: saying(words) })
    }
  })

  it('nobody who listens, or a server that wants TLS: after patience, and at once by a warning', async () => {
    const { port, stop } = await faultServer(selfSigned())
    onTestFinished(stop)
    for (const [url, words] of [
      ['esdb://127.0.0.1:1?tls=false', 'nobody listens there'],
      [plain(port), 'wants TLS'],
    ] as const) {
      const { stores, warnings } = at(to(url), { patience: 800 })
      const answer = stores.eventStore.read('a-1', { limit: 1 })()
      await vi.waitFor(() => {
        expect(warnings).toEqual([saying(words)])
      }, 500)
      expect(await answer).toMatchObject({ left: { _tag: 'Unavailable', reason: saying(words) } })
      expect(warnings).toHaveLength(1)
    }
  })
})

describe('the first call', () => {
  it('waits no longer than five seconds for whom nobody ever met', async () => {
    const { stores } = at(to('esdb://127.0.0.1:1?tls=false'))
    const began = performance.now()
    expect(await stores.viewStore.load('v')()).toMatchObject({ left: { _tag: 'Unavailable' } })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('speaks TLS where both do, and what goes wrong later is an outage', async () => {
    const made = selfSigned()
    const server = await faultServer(made)
    onTestFinished(server.stop)
    const { stores } = at(to(`esdb://localhost:${server.port}?tlsCAFile=${made.file}`))
    expect(await stores.probe()).toEqual(E.right([]))
    right(await stores.eventStore.append('a-1', 'noStream', [event()])())
  })

  it('that failed is no reason for the next one to fail', async () => {
    const { server, stores } = await unasked({ patience: 300 })
    server.away(true)
    const read = stores.eventStore.read('a-1', { limit: 1 })
    expect(await read()).toMatchObject({ left: { _tag: 'Unavailable' } })
    server.away(false)
    await vi.waitFor(async () => {
      expect(await read()).toMatchObject({ _tag: 'Right' })
    }, 5_000)
  })

  it('asks the server once besides, and not where the host has asked', async () => {
    for (const [open, asked] of [
      [unasked, 1],
      [opened, 0],
    ] as const) {
      const { server, stores, warnings } = await open()
      const before = server.asked()
      for (let i = 0; i < 3; i++) await stores.eventStore.read('a-1', { limit: 1 })()
      await new Promise((resolve) => setTimeout(resolve, 100))
      expect(server.asked() - before).toBe(3 + asked)
      expect(warnings).toEqual([])
    }
  })

  it('warns of credentials that tls=false drops, though no string says so', async () => {
    const address = (port: number) => `esdb://admin:secret@127.0.0.1:${port}?tls=false`
    const { stores, warnings } = await unasked({}, address)
    right(await stores.eventStore.read('a-1', { limit: 1 })())
    await vi.waitFor(() => {
      expect(warnings).toEqual([saying('drops the user')])
    })
    const other = await unasked({}, address)
    expect(right(await other.stores.probe())).toEqual([saying('drops the user')])
    expect(other.warnings).toEqual([])
  })

  it('warns of what the connection string says', async () => {
    const connectionString = 'esdb://a:b@c,d?tls=false'
    const { stores, warnings } = await unasked({ connectionString })
    right(await stores.eventStore.read('a-1', { limit: 1 })())
    await vi.waitFor(() => {
      expect(warnings).toEqual([
        saying('drops the user'),
        saying('in the clear'),
        saying('maxDiscoverAttempts=100'),
      ])
    })
  })

  it('warns of a search that is too short when it fails, once, though no string says so', async () => {
    const address = (port: number) =>
      `esdb+discover://127.0.0.1:${port}?tls=false&discoveryInterval=10&maxDiscoverAttempts=3`
    const { server, stores, warnings } = await unasked({}, address)
    server.withoutLeader(true)
    setTimeout(() => {
      server.withoutLeader(false)
    }, 500)
    right(await stores.eventStore.read('a-1', { limit: 1 })())
    expect(warnings).toEqual([saying('maxDiscoverAttempts=100')])
  })

  it('warns of a missing right to follow, and writes and reads all the same', async () => {
    const { server, stores, warnings } = await unasked()
    server.deny('reading $all')
    right(await stores.eventStore.append('a-1', 'noStream', [event()])())
    right(await stores.eventStore.read('a-1', { limit: 1 })())
    await vi.waitFor(() => {
      expect(warnings).toEqual([saying('no right')])
    })
    const items = stores.feed.subscribe({})[Symbol.asyncIterator]()
    expect((await items.next()).value).toMatchObject({
      _tag: 'Failed',
      error: { _tag: 'AccessDenied' },
    })
  })

  it('is not harmed by a listener that throws', async () => {
    const { stores } = await unasked({
      connectionString: 'esdb://a,b',
      onWarning: () => {
        throw new Error('a mistake of the host')
      },
    })
    right(await stores.eventStore.read('a-1', { limit: 1 })())
  })
})

describe('without a listener', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('a warning is the process’s own', async () => {
    const emitted = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
    const { port, stop } = await faultServer()
    onTestFinished(stop)
    const stores = eventStoreDB(to(plain(port)), { connectionString: 'esdb://a,b' })
    right(await stores.eventStore.read('a-1', { limit: 1 })())
    await stores.close()
    expect(emitted.mock.calls).toEqual([[saying('maxDiscoverAttempts=100'), 'TrothWarning']])
  })
})
