/**
 * The views of what was stored, run as a service runs them: they follow the store's own feed, and keep their rows and how far
 * they have come in its view store.
 */
import type { complaint, dealings, Instant, survey } from '@troth/core'
import { systemRuntime } from '@troth/adapters/runtime'
import type { Stores } from '@troth/core/store'
import {
  complaintBoard,
  loyalty,
  type Rows,
  rowsOf,
  runProjection,
  satisfaction,
  type View,
  type WideProjection,
} from '@troth/projections'
import * as E from 'fp-ts/lib/Either.js'

import { registries, rules, deciders } from './desk.js'
import type { Progress } from './progress.js'

interface Events {
  readonly complaint: complaint.ComplaintEvent
  readonly dealings: dealings.DealingsEvent
  readonly survey: survey.SurveyEvent
}

/** The first instant of something, and the latest. */
export interface Span {
  readonly first: Instant
  readonly latest: Instant
}

/** How often a type of event is on record, and when they happened. */
export interface Recorded extends Span {
  readonly category: keyof Events
  readonly type: string
  readonly count: number
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)

/** A view of this demo's own: how many events there are of each type. */
const recorded: WideProjection<Events, Partial<Recorded>> = {
  name: 'recorded',
  events: {
    complaint: deciders.complaint.event,
    dealings: deciders.dealings.event,
    survey: deciders.survey.event,
  },
  key: ({ category, event }) => `${category}/${event.type}`,
  initial: {},
  apply: ({ count = 0, ...had }, { category, event, at }): Recorded => ({
    category,
    type: event.type,
    count: count + 1,
    first: earlier(had.first ?? at, at),
    latest: later(had.latest ?? at, at),
  }),
}

const board = complaintBoard.board(rules)
const projections = [recorded, board, satisfaction.view.record, loyalty.view.record] as const

export interface OnRecord {
  readonly recorded: ReadonlyArray<Recorded>
  readonly board: Rows<complaintBoard.Row>
  readonly satisfaction: Rows<satisfaction.view.Row>
  readonly loyalty: Rows<loyalty.view.Row>
}

const failed = (what: unknown): Error =>
  new Error(JSON.stringify(what, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)))

/** Runs all views until each has heard all that is on record, or one can not go on. */
const catchUp = async (
  { feed, viewStore }: Stores,
  start: (total: number) => Progress,
): Promise<void> => {
  const asked = new AbortController()
  const waiting = new Set(projections.map(({ name }) => name))
  const progress = start(projections.length)
  const views = projections.map((projection): View => ({ projection, registries }))
  let settled: () => void = () => undefined
  const heard = new Promise<void>((resolve) => (settled = resolve))
  const running = runProjection(views, {
    feed,
    viewStore,
    runtime: systemRuntime,
    signal: asked.signal,
    onNotice: (notice) => {
      if (notice._tag === 'CaughtUp') waiting.delete(notice.view)
      progress.update(projections.length - waiting.size)
      if (waiting.size === 0 || notice._tag === 'Stopped') settled()
    },
  })()
  await heard
  asked.abort()
  for (const { stopped } of running) {
    const { view, why } = await stopped
    if (why._tag !== 'Asked') throw failed({ view, why })
  }
  progress.stop()
}

/** What each view holds once it has heard everything. */
export const onRecord = async (
  stores: Stores,
  start: (total: number) => Progress,
): Promise<OnRecord> => {
  await catchUp(stores, start)
  const rows = async <Row>(projection: {
    readonly name: string
    readonly initial: Row
  }): Promise<Rows<Row>> => {
    const read = await rowsOf(stores.viewStore)({ projection })()
    if (E.isLeft(read)) throw failed(read.left)
    return read.right
  }
  return {
    // A row that is on record has had its first event.
    recorded: [...(await rows(recorded)).values()] as ReadonlyArray<Recorded>,
    board: await rows(board),
    satisfaction: await rows(satisfaction.view.record),
    loyalty: await rows(loyalty.view.record),
  }
}

/** From when to when these kinds of stream have events; undefined where there are none. */
export const spanOf = (
  all: ReadonlyArray<Recorded>,
  ...categories: ReadonlyArray<keyof Events>
): Span | undefined =>
  all
    .filter(({ category }) => categories.includes(category))
    .reduce<Span | undefined>(
      (span, { first, latest }) => ({
        first: earlier(span?.first ?? first, first),
        latest: later(span?.latest ?? latest, latest),
      }),
      undefined,
    )
