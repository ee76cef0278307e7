import { describe, expect, it } from 'vitest'

import type { Dispatch, Reaction } from '../../src/policy/policy.js'
import { all, forget, ignore, look, put, send, steps } from '../../src/policy/reaction.js'
import { customer, tuesday, wang } from '../support/complaint.js'
import { register } from '../support/customer.js'

interface Row {
  readonly n: number
}
const to = (n: number): Dispatch => ({ to: 'customer', id: customer(n), command: register })
/** To its end: every state is the one before any event, and `asked` is what was looked at. */
const done = (reaction: Reaction<Row>) => {
  const asked: string[] = []
  const walk = steps(reaction)
  let step = walk.next()
  while (step.done !== true) {
    asked.push(`${step.value.category} ${step.value.id}`)
    step = walk.next({ _tag: 'NotRegistered' })
  }
  return { asked, done: step.value }
}
const nothing = { _tag: 'Done', commands: [], put: {}, forget: [] }

describe('a reaction', () => {
  it('can be to ignore it', () => {
    expect(done(ignore).done).toEqual(nothing)
    expect(done(all([])).done).toEqual(nothing)
  })

  it('sends commands, writes rows and forgets them', () => {
    expect(done(send(to(1), to(2))).done).toEqual({ ...nothing, commands: [to(1), to(2)] })
    expect(done(put('a', { n: 1 })).done).toEqual({ ...nothing, put: { a: { n: 1 } } })
    expect(done(forget('a', 'b')).done).toEqual({ ...nothing, forget: ['a', 'b'] })
  })

  it('keeps the order in which it is said', () => {
    const reaction = all<Row>([
      send(to(1)),
      all<Row>([send(to(2)), look('customer', 'x', () => send(to(3))), send(to(4))]),
      send(to(5)),
    ])
    expect(done(reaction).done.commands).toEqual([1, 2, 3, 4, 5].map(to))
  })

  it('looks one after another, each time with what it found', () => {
    const reaction: Reaction<Row> = look('customer', 'x', (first) =>
      look('complaint', first._tag, () => put('a', { n: 1 })),
    )
    expect(done(reaction)).toEqual({
      asked: ['customer x', 'complaint NotRegistered'],
      done: { ...nothing, put: { a: { n: 1 } } },
    })
  })

  it('of two rows under one key keeps the later, and the later of writing and forgetting', () => {
    expect(done(all<Row>([put('a', { n: 1 }), put('a', { n: 2 })])).done).toEqual({
      ...nothing,
      put: { a: { n: 2 } },
    })
    expect(done(all<Row>([put('a', { n: 1 }), forget('a')])).done).toEqual({
      ...nothing,
      forget: ['a'],
    })
    expect(done(all<Row>([forget('a'), put('a', { n: 1 })])).done).toEqual({
      ...nothing,
      put: { a: { n: 1 } },
    })
  })

  it('may do several things at once', () => {
    const reaction: Reaction<Row> = {
      _tag: 'Done',
      commands: [to(1)],
      put: { a: { n: 1 }, b: { n: 2 } },
      forget: ['c'],
    }
    expect(done(reaction).done).toEqual(reaction)
  })
})

it('carries who acts and when as they are', () => {
  const stamped: Dispatch = {
    to: 'customer',
    id: customer(1),
    command: { type: 'BecomeBuyer', data: { at: tuesday, by: wang } },
    because: 'a purchase',
  }
  expect(done(send(stamped)).done.commands).toEqual([stamped])
})
