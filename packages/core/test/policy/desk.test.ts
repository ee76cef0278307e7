import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { deskOf, type Streams } from '../../src/policy/desk.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { type Category, readings } from '../../src/policy/streams.js'
import type { CommandContext } from '../../src/store/command-context.js'
import type { StoreError } from '../../src/store/event-store.js'
import * as c from '../support/complaint.js'
import * as k from '../support/customer.js'

const away: StoreError = { _tag: 'Unavailable', reason: 'away' }

/** Every stream notes what it is asked; those that were merged point to their survivors. */
const setUp = (survivors: Readonly<Record<string, string>> = {}) => {
  const asked: unknown[] = []
  const streamOf = (category: Category) => ({
    handle: (id: string, command: unknown, context: CommandContext) => () => {
      asked.push([category, id, command, context])
      const survivor = survivors[id]
      return Promise.resolve(
        E.right(
          survivor === undefined
            ? { _tag: 'AlreadyDone' as const, revision: 0n }
            : { _tag: 'Rejected' as const, why: { _tag: 'MergedInto' as const, survivor } },
        ),
      )
    },
    read: (id: string, tenant?: string) => () => {
      asked.push([category, id, tenant])
      return Promise.resolve(id === 'away' ? E.left(away) : E.right(readings[category].initial))
    },
  })
  const streams = Object.fromEntries(
    Object.keys(readings).map((category) => [category, streamOf(category as Category)]),
  ) as unknown as Streams
  return { asked, desk: deskOf(streams) }
}
const context: CommandContext = { commandId: 'one' }
const done = E.right({ _tag: 'AlreadyDone', revision: 0n })

describe('a desk', () => {
  for (const to of Object.keys(readings) as ReadonlyArray<Category>) {
    it(`asks a ${to} what it is asked to`, async () => {
      const { asked, desk } = setUp()
      const command = { type: 'AsIs' }
      const dispatch = { to, id: 'x', command } as unknown as Dispatch
      expect(await desk.send(dispatch, context)()).toEqual(done)
      expect(asked).toEqual([[to, 'x', command, context]])
    })

    it(`looks at a ${to}, of whatever tenant`, async () => {
      const { asked, desk } = setUp()
      expect(await desk.look(to, 'x', 'acme')()).toEqual(E.right(readings[to].initial))
      expect(await desk.look(to, 'away')()).toEqual(E.left(away))
      expect(asked).toEqual([
        [to, 'x', 'acme'],
        [to, 'away', undefined],
      ])
    })
  }

  it('asks the survivor of a merged customer, and tells him who pointed on', async () => {
    const [first, second, third] = [c.customer(1), c.customer(2), c.customer(3)]
    const { asked, desk } = setUp({ [first]: second, [second]: third })
    const command = k.command('AbsorbCustomer', {
      mergeId: c.entry(1),
      absorbed: c.customer(9),
      through: [],
    })
    expect(await desk.send({ to: 'customer', id: first, command }, context)()).toEqual(done)
    const through = (...all: ReadonlyArray<string>) => ({
      ...command,
      data: { ...command.data, through: all },
    })
    expect(asked).toEqual([
      ['customer', first, through(), context],
      ['customer', second, through(first), context],
      ['customer', third, through(first, second), context],
    ])
  })

  it('asks the survivor of a merged complaint', async () => {
    const { asked, desk } = setUp({ [c.complaintId(1)]: c.complaintId(2) })
    const command = c.close()
    const dispatch: Dispatch = { to: 'complaint', id: c.complaintId(1), command }
    expect(await desk.send(dispatch, context)()).toEqual(done)
    expect(asked).toEqual([
      ['complaint', c.complaintId(1), command, context],
      ['complaint', c.complaintId(2), command, context],
    ])
  })

  it('passes on a refusal of anything else', async () => {
    const { desk } = setUp({ x: 'y' })
    const dispatch = { to: 'promise', id: 'x', command: { type: 'AsIs' } } as unknown as Dispatch
    expect(await desk.send(dispatch, context)()).toMatchObject(E.right({ _tag: 'Rejected' }))
  })
})
