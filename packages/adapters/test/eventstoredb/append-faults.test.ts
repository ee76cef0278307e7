import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import type { AppendFault } from './fault-server/server.js'
import { opened, unasked } from './support.js'
import { event, note, right, textsOf } from './written.js'

const said = ['one', 'two', 'three']

/** Three commands, one after another, of which the second meets the fault. */
const commands = async (
  { server, stores }: Awaited<ReturnType<typeof opened>>,
  fault?: AppendFault,
) => {
  const run = note(stores.eventStore)
  const answers: string[] = []
  for (const [i, text] of said.entries()) {
    if (i === 1 && fault !== undefined) server.onAppend.push(fault)
    const answer = await run('1', { text }, { commandId: crypto.randomUUID() })()
    answers.push(E.isRight(answer) ? answer.right._tag : answer.left._tag)
  }
  return answers
}

const handled: Readonly<Record<string, AppendFault>> = {
  'a connection cut before the events are kept': 'cutBefore',
  'a connection cut before the answer': 'cutDuring',
  'a connection cut right behind the answer': 'cutAfter',
  'a server that is silent': 'silence',
  'a server that keeps the events and is silent': 'keptSilence',
  'an answer that comes too late': { lateBy: 700 },
  'an answer given twice': 'twice',
  'an answer without a position': 'noPosition',
  'a timeout of the server’s, which wrote all the same': 'timeout',
  'a fault of the server’s own': 'internal',
  'an answer that it is not the leader': 'notLeader',
}

describe('each command is on record once, in order, over', () => {
  for (const [title, fault] of Object.entries(handled))
    it(title, async () => {
      const at = await opened()
      expect(await commands(at, fault)).toEqual(['Appended', 'Appended', 'Appended'])
      expect(await textsOf(at.stores.eventStore, 'note-1')).toEqual(said)
    })

  it('a leader that is another node now', async () => {
    const at = await opened()
    at.server.leader.port = await at.server.listen()
    expect(await commands(at, 'notLeader')).toEqual(['Appended', 'Appended', 'Appended'])
    expect(await textsOf(at.stores.eventStore, 'note-1')).toEqual(said)
  })

  it('a server that is away for a while', async () => {
    const at = await opened()
    expect(await commands(at)).toHaveLength(3)
    at.server.away(true)
    setTimeout(() => {
      at.server.away(false)
    }, 800)
    const commandId = crypto.randomUUID()
    const answer = await note(at.stores.eventStore)('1', { text: 'four' }, { commandId })()
    expect(right(answer)._tag).toBe('Appended')
    expect(await textsOf(at.stores.eventStore, 'note-1')).toEqual([...said, 'four'])
  })

  it('a writer who comes between', async () => {
    const at = await opened()
    const theirs = event({ text: 'theirs' })
    const race: AppendFault = {
      race: (log) => {
        const { id, type, data } = theirs
        const bytes = new TextEncoder().encode(JSON.stringify(data))
        const contentType = 'application/json'
        log.append('note-1', 'any', [{ id, type, contentType, data: bytes, metadata: bytes }])
      },
    }
    expect(await commands(at, race)).toEqual(['Appended', 'Appended', 'Appended'])
    expect(await textsOf(at.stores.eventStore, 'note-1')).toEqual(['one', 'theirs', 'two', 'three'])
  })

  it('a discovery that fails for three seconds, many being under way', async () => {
    const at = await unasked(
      { patience: 10_000 },
      (port) =>
        `esdb+discover://127.0.0.1:${port}?tls=false&discoveryInterval=20&maxDiscoverAttempts=3`,
    )
    at.server.withoutLeader(true)
    setTimeout(() => {
      at.server.withoutLeader(false)
    }, 3_000)
    const run = note(at.stores.eventStore)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        run(String(i), { text: 'found' }, { commandId: crypto.randomUUID() })(),
      ),
    )
    expect(answers.map((answer) => right(answer)._tag)).toEqual(Array(20).fill('Appended'))
    for (let i = 0; i < 20; i++)
      expect(await textsOf(at.stores.eventStore, `note-${i}`)).toEqual(['found'])
    expect(at.connections()).toBeGreaterThan(1)
  })

  it('fifty writers on one stream, the connection cut five times', async () => {
    const at = await opened({ timeout: 2_000 })
    const run = note(at.stores.eventStore)
    let cuts = 0
    const cutting = setInterval(() => {
      at.server.cut()
      if (++cuts === 5) clearInterval(cutting)
    }, 200)
    const writers = Array.from({ length: 50 }, async (_, writer) => {
      for (let i = 0; i < 20; i++) {
        const answer = await run(
          '1',
          { text: `${writer}:${i}` },
          { commandId: crypto.randomUUID() },
        )()
        expect(right(answer)._tag).toBe('Appended')
      }
    })
    await Promise.all(writers)
    clearInterval(cutting)
    const texts = (await textsOf(at.stores.eventStore, 'note-1')) as ReadonlyArray<string>
    expect(texts).toHaveLength(1_000)
    for (let writer = 0; writer < 50; writer++)
      expect(texts.filter((text) => text.startsWith(`${writer}:`))).toEqual(
        Array.from({ length: 20 }, (_, i) => `${writer}:${i}`),
      )
    expect(cuts).toBe(5)
  }, 120_000)
})

describe('an append by itself', () => {
  it('is of unknown outcome when nobody answers, and the same again is known', async () => {
    const { server, stores } = await opened()
    server.onAppend.push('keptSilence')
    const append = stores.eventStore.append('a-1', 'noStream', [event()])
    expect(await append()).toMatchObject({ left: { _tag: 'OutcomeUnknown' } })
    expect(right(await append()).revision).toBe(0n)
    expect(server.log.line('a-1').events).toHaveLength(1)
  })

  it('is of unknown outcome when the connection is cut, kept or not', async () => {
    for (const [fault, kept] of [
      ['cutBefore', 0],
      ['cutDuring', 1],
    ] as const) {
      const { server, stores } = await opened()
      server.onAppend.push(fault)
      const answer = await stores.eventStore.append('a-1', 'noStream', [event()])()
      expect(answer).toMatchObject({ left: { _tag: 'OutcomeUnknown' } })
      expect(server.log.line('a-1').events).toHaveLength(kept)
    }
  })

  it('was not made when nobody listens', async () => {
    const { server, stores } = await unasked()
    await server.stop()
    const answer = await stores.eventStore.append('a-1', 'noStream', [event()])()
    expect(answer).toMatchObject({ left: { _tag: 'Unavailable' } })
    expect(JSON.stringify(answer)).toContain('nobody listens there')
  })

  it('tells a stream that is not there from one that stands elsewhere', async () => {
    const { stores } = await opened()
    const { append } = stores.eventStore
    const conflict = { _tag: 'Conflict', expected: 3n, actual: 'noStream' }
    expect(await append('a-1', 3n, [event()])()).toEqual(E.left(conflict))
    expect(await append('a-1', 'noStream', [event(), event()])()).toMatchObject({ _tag: 'Right' })
    expect(await append('a-1', 3n, [event()])()).toEqual(E.left({ ...conflict, actual: 1n }))
  })

  it('answers without a position where the server gives none', async () => {
    const { server, stores } = await opened()
    server.onAppend.push('noPosition')
    const answer = right(await stores.eventStore.append('a-1', 'noStream', [event()])())
    expect(answer).toEqual({ revision: 0n, position: O.none })
  })

  it('that the server gets wrong twice is sent twice, and then of unknown outcome', async () => {
    const { server, stores } = await opened()
    server.onAppend.push('internal', 'internal', 'internal')
    const answer = await stores.eventStore.append('a-1', 'noStream', [event()])()
    expect(answer).toMatchObject({ left: { _tag: 'OutcomeUnknown' } })
    expect(server.onAppend).toEqual(['internal'])
  })

  it('of unknown outcome with any is not sent again', async () => {
    const { server, stores } = await opened()
    server.onAppend.push('internal', 'internal')
    const answer = await stores.eventStore.append('a-1', 'any', [event()])()
    expect(answer).toMatchObject({ left: { _tag: 'OutcomeUnknown' } })
    expect(server.onAppend).toEqual(['internal'])
  })

  it('of one store survives a cut that another store of the process meets', async () => {
    const [one, other] = [await opened(), await opened()]
    one.server.onAppend.push({ lateBy: 150 })
    other.server.onAppend.push({ lateBy: 150 })
    const [mine, theirs] = [event(), event()]
    const first = one.stores.eventStore.append('a-1', 'noStream', [mine])
    const second = other.stores.eventStore.append('a-1', 'noStream', [theirs])
    const answers = Promise.all([first(), second()])
    await new Promise((resolve) => setTimeout(resolve, 50))
    one.server.cut()
    for (const answer of await answers)
      if (E.isLeft(answer)) expect(answer.left._tag).toBe('OutcomeUnknown')
    expect(right(await first()).revision).toBe(0n)
    expect(right(await second()).revision).toBe(0n)
    for (const { server } of [one, other]) expect(server.log.line('a-1').events).toHaveLength(1)
  })

  it('ends in-flight with the store, that waits for it', async () => {
    const { server, stores } = await opened()
    server.onAppend.push({ lateBy: 150 })
    const answer = stores.eventStore.append('a-1', 'noStream', [event()])()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await stores.close()
    expect(right(await answer).revision).toBe(0n)
  })
})

describe('a command', () => {
  it('is given up with a typed error after as many tries as the host allows', async () => {
    const { server, stores } = await opened()
    server.onAppend.push('keptSilence', 'unavailable', 'unavailable', 'unavailable')
    const run = note(stores.eventStore, { resends: 2 })
    const commandId = crypto.randomUUID()
    const answer = await run('1', { text: 'one' }, { commandId })()
    // The first of them may be on record, and is.
    expect(answer).toMatchObject({ left: { _tag: 'OutcomeUnknown' } })
    expect(server.onAppend).toEqual(['unavailable'])
    server.onAppend.length = 0
    const again = note(stores.eventStore)('1', { text: 'one' }, { commandId })
    expect(right(await again())).toEqual({ _tag: 'AlreadyDone', revision: 0n })
    expect(await textsOf(stores.eventStore, 'note-1')).toEqual(['one'])
  })

  it('that nobody can take is Unavailable, and nothing is on record', async () => {
    const { server, stores } = await opened()
    server.onAppend.push('notLeader', 'notLeader', 'notLeader')
    const run = note(stores.eventStore, { resends: 2 })
    const answer = await run('1', { text: 'one' }, { commandId: crypto.randomUUID() })()
    expect(answer).toMatchObject({ left: { _tag: 'Unavailable' } })
    expect(server.log.all).toEqual([])
  })

  it('stops waiting at once when it is cancelled', async () => {
    const { server, stores } = await opened()
    server.onAppend.push(...Array<AppendFault>(50).fill('unavailable'))
    const cancel = new AbortController()
    const run = note(stores.eventStore, { resends: 50, signal: cancel.signal })
    const answer = run('1', { text: 'one' }, { commandId: crypto.randomUUID() })()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const began = performance.now()
    cancel.abort()
    expect(await answer).toMatchObject({ left: { _tag: expect.any(String) as string } })
    expect(performance.now() - began).toBeLessThan(100)
  })
})

it('a store that was told of another leader closes all the same, in two seconds', async () => {
  const { server, stores } = await opened()
  server.onAppend.push('notLeader')
  await stores.eventStore.append('a-1', 'noStream', [event()])()
  const began = performance.now()
  await stores.close()
  expect(performance.now() - began).toBeLessThan(2_500)
})

it('a server that is away when it is first asked is no reason for ever', async () => {
  const { server, stores } = await unasked()
  server.away(true)
  setTimeout(() => {
    server.away(false)
  }, 800)
  const answer = await note(stores.eventStore)(
    '1',
    { text: 'one' },
    { commandId: crypto.randomUUID() },
  )()
  expect(right(answer)._tag).toBe('Appended')
  expect(await textsOf(stores.eventStore, 'note-1')).toEqual(['one'])
})
