import { describe, expect, it } from 'vitest'

import { checkConnectionString } from '../../src/eventstoredb/connection-string.js'
import { sentence } from '../../src/eventstoredb/sentence.js'
import { opened } from './support.js'
import { right } from './written.js'

const warnings = (text: string) => right(checkConnectionString(text))

describe('what a connection string says', () => {
  it('is in order on loopback, with TLS, and with a search that outlasts a failover', () => {
    for (const text of [
      'esdb://localhost:2113?tls=false',
      'esdb://127.0.0.1:2113?tls=false',
      'esdb://[::1]:2113/?tls=false',
      'esdb://admin:secret@store.example:2113?tls=true',
      'kurrentdb://store.example',
      'esdb+discover://store.example:2113?maxDiscoverAttempts=100',
      'esdb://a,b,c?MaxDiscoverAttempts=10&discoveryInterval=1000',
    ])
      expect(warnings(text), text).toEqual([])
  })

  it('warns of a password that tls=false drops', () => {
    const [only, ...more] = warnings('esdb://admin:secret@127.0.0.1:2113?tls=false')
    expect([only, more]).toEqual([expect.stringContaining('drops the user'), []])
  })

  it('warns of what is sent in the clear', () => {
    for (const host of ['store.example:2113', '10.0.0.1', '127.0.0.1,10.0.0.1'])
      expect(warnings(`esdb://${host}?tls=false&maxDiscoverAttempts=100`)).toEqual([
        expect.stringContaining('in the clear'),
      ])
  })

  it('warns of a search that is shorter than a failover', () => {
    for (const text of [
      'esdb+discover://store.example',
      'esdb://a,b,c',
      'esdb://a,b?maxDiscoverAttempts=99',
      'esdb://a,b?maxDiscoverAttempts=many',
    ])
      expect(warnings(text), text).toEqual([expect.stringContaining('maxDiscoverAttempts=100')])
  })

  it('is refused where a conflict would pass for a success, or where it is none', () => {
    for (const text of ['esdb://a?throwOnAppendFailure=false', 'esdb//a', ''])
      expect(checkConnectionString(text)).toMatchObject({
        left: { _tag: 'InvalidArgument', field: 'connectionString' },
      })
  })
})

describe('the probe', () => {
  it('finds a server in order, and says what the connection string has', async () => {
    const { stores } = await opened({ connectionString: 'esdb://a,b' })
    expect(right(await stores.probe())).toHaveLength(1)
  })
})

describe('what a client says is told with what it means', () => {
  const told: Readonly<Record<string, string>> = {
    '14 UNAVAILABLE: Last error: error:0A00010B:SSL routines::wrong version number:': 'tls=false',
    '14 UNAVAILABLE: Last error: Error: unable to verify the first certificate': 'tlsCAFile',
    '14 UNAVAILABLE: Last error: self-signed certificate in certificate chain': 'tlsCAFile',
    '14 UNAVAILABLE: Name resolution failed for target dns:x': 'name is not known',
    'connect ECONNREFUSED 127.0.0.1:1': 'nobody listens',
    'No connection established. Last error: Failed to connect (2026)': 'wants TLS',
    'Failed to discover after 10 attempts.': 'maxDiscoverAttempts=100',
    'Failed to discover after 100 attempts.': 'in all that time',
    '16 UNAUTHENTICATED: Unauthenticated': 'password is wrong',
    '7 PERMISSION_DENIED: Access Denied': 'no right',
  }
  for (const [words, meaning] of Object.entries(told))
    it(words, () => {
      expect(sentence(new Error(words))).toContain(meaning)
      expect(sentence(new Error(words))).toContain(words)
    })

  it('and what nobody knows as it is', () => {
    expect(sentence(new Error('a\n b '))).toBe('a b')
    expect(sentence({ type: 'unknown' })).toBe('unknown')
    expect(sentence('text')).toBe('text')
  })
})
