import { memory } from '@troth/adapters/memory'
import { systemRuntime } from '@troth/adapters/runtime'
import { complaint, promise } from '@troth/core'
import { makeTroth } from '@troth/core/plain'
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'

import {
  complaintBoard,
  keyOfSubject,
  rebuild,
  rowsOf,
  runProjection,
  setAside,
  type WideProjection,
} from '../../src/index.js'

const day = 86_400_000
const settings = {
  clocks: [{ policy: { resolution: 'none', pausedWhileWaiting: [] } }],
  noticeTries: 3,
  reopenWithin: 14 * day,
  liaisonNote: { within: day },
} as const
const desk: complaint.ComplaintRules = { ...settings, authority: [] }

// #region wide
interface Events {
  readonly complaint: complaint.ComplaintEvent
  readonly promise: promise.PromiseEvent
}

/** How often each customer complained, and how many promises to him were broken. */
const disappointed: WideProjection<Events, { complaints: number; broken: number }> = {
  name: 'disappointed',
  events: { complaint: complaint.ComplaintEvent, promise: promise.PromiseEvent },
  key: keyOfSubject,
  concerns: keyOfSubject,
  initial: { complaints: 0, broken: 0 },
  apply: (row, { event }) => {
    switch (event.type) {
      case 'ComplaintRecorded':
        return { ...row, complaints: row.complaints + 1 }
      case 'PromiseBroken':
        return { ...row, broken: row.broken + 1 }
      default:
        return row
    }
  },
}
// #endregion wide

it('a host runs two views, reads what it has just written, and rebuilds one', async () => {
  const stores = memory()
  const troth = makeTroth({
    stores,
    runtime: systemRuntime,
    authority: [],
    calendars: {},
    policies: { complaint: settings },
  })
  const stopping = new AbortController()
  const told: string[] = []
  const log = (...words: ReadonlyArray<unknown>) => told.push(String(words[0]))

  // #region run
  const running = { ...stores, runtime: systemRuntime, signal: stopping.signal }
  const views = [
    { projection: complaintBoard.board(desk) },
    { projection: disappointed, poison: 'setAside', unknown: 'skip' },
  ] as const

  const [board] = runProjection(views, {
    ...running,
    onNotice: (notice) => {
      if (notice._tag === 'Stopped') log(notice.stopped.view, notice.stopped.why)
    },
  })()
  // #endregion run

  const customer = crypto.randomUUID()
  const about = { topic: 'item', ref: 'SN 4711' } as const
  const request = { kind: 'complaint', customer, channel: 'phone', about } as const
  // #region reached
  const written = await troth.complaint.record(
    crypto.randomUUID(),
    { ...request, demand: 'It leaks.' },
    { by: { id: 'li', role: 'agent' } },
  )
  if (written.ok && written.position !== undefined) {
    const reached = await board.reached(written.position, 2_000)()
    if (E.isLeft(reached)) log(reached.left._tag) // 'TimedOut' or 'Stopped'
  }
  const rows = await rowsOf(stores.viewStore)(views[0])()
  // #endregion reached
  expect(rows).toMatchObject(E.right({ size: 1 }))

  // #region rebuild
  const rebuilt = await rebuild(views[0], running)()
  if (E.isRight(rebuilt)) log(rebuilt.right.generation, rebuilt.right.rows)
  const without = await setAside(stores.viewStore)(views[1])()
  // #endregion rebuild
  expect(rebuilt).toMatchObject(E.right({ generation: 1, rows: 1 }))
  expect(without).toEqual(E.right([]))
  stopping.abort()
  expect(await board.stopped).toMatchObject({ view: 'complaints' })
  expect(told[0]).toBe('1')
})
