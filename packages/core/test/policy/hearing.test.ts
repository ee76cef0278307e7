import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { codecsOf, hear } from '../../src/policy/hearing.js'
import { PromiseEvent } from '../../src/promise/events.js'
import { kept, made } from '../support/promise.js'
import { tinyFeed } from '../support/tiny-run.js'

const id = 'e0000000-0000-4000-8000-000000000001'
const { data } = PromiseEvent.encode(made) as unknown as { readonly data: never }
const recorded = (stream: string, type = 'PromiseMade', metadata = {}) =>
  tinyFeed().record(stream, type, data, metadata)
const hears = hear(codecsOf(['promise', 'complaint']))

describe('a policy hears', () => {
  it('of what is on record of the streams it listens to', () => {
    expect(hears(recorded(`promise-${id}`), true)).toEqual(
      E.right({
        happening: {
          category: 'promise',
          id,
          eventId: recorded('promise-x').id,
          event: made,
          triggers: true,
        },
        tenant: undefined,
        correlationId: undefined,
      }),
    )
  })

  it('whose they are, what they belong to, and whether anything may be done about them', () => {
    const metadata = { $correlationId: 'a call' }
    expect(hears(recorded(`promise-acme.${id}`, 'PromiseMade', metadata), false)).toMatchObject(
      E.right({
        happening: { id, triggers: false },
        tenant: 'acme',
        correlationId: 'a call',
      }),
    )
    expect(
      hears(recorded(`promise-${id}`, 'PromiseMade', { $correlationId: 3 }), true),
    ).toMatchObject(E.right({ correlationId: undefined }))
  })

  it('of nothing else, whatever the feed gives', () => {
    for (const stream of [`customer-${id}`, 'promise', '$ce-a b', `tally-${id}`])
      expect(hears(recorded(stream), true)).toEqual(E.right(undefined))
  })

  it('what it can not read it does not pass over', () => {
    expect(hears(recorded(`promise-${id}`, 'PromiseForgotten'), true)).toMatchObject(
      E.left({ _tag: 'Undecodable', type: 'PromiseForgotten' }),
    )
    expect(hears(recorded(`promise-${id}`, kept().type), true)).toMatchObject(
      E.left({ _tag: 'Undecodable' }),
    )
  })

  it('whatever it listens to', () => {
    const every = ['complaint', 'customer', 'dealings', 'fault', 'followUp', 'promise', 'survey']
    expect([...codecsOf(every as never).keys()]).toEqual(every)
  })
})
