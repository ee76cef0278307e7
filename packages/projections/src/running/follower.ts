/**
 * One view on its way through the events: what is read, folded, set aside and saved. One course at a time moves it on.
 *
 * @since 0.1.0
 */
import {
  inPassing,
  type Instant,
  type Json,
  type Position,
  type RecordedEvent,
  type Steadiness,
  steady,
  type StoreError,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { hearing } from './hearing.js'
import { type Cell, type Ledger, type LedgerParts, openLedger, type Place } from './ledger.js'
import { type Poison, threw } from './poison.js'
import { categoriesOf, readerOf, type Sharing } from './reader.js'
import type { NotReached, Notice, Running, Standing, Stopped, View } from './running.js'
import { type Aside, asideOf, openAside } from './set-aside.js'

/** Why a view leaves its course. */
export type Halt =
  /** `times`: since it last saved. */
  | { readonly _tag: 'Overtaken'; readonly times: number }
  | { readonly _tag: 'Stop'; readonly why: Stopped['why']; readonly at?: Place | undefined }

export interface Follower {
  readonly name: string
  readonly categories: ReadonlyArray<string>
  readonly types: ReadonlyArray<string> | undefined
  readonly position: () => Position | 'start'
  /** Reads what was saved; what was heard since is heard again. */
  readonly begin: (patience: Steadiness) => Promise<Halt | undefined>
  /** Folds an event, of which it is told later that all have come past it; nothing to wait for where its row is in memory. */
  readonly hear: (
    recorded: RecordedEvent,
    patience: Steadiness,
  ) => Promise<Halt | undefined> | Halt | undefined
  /** Whether it heard this lately, or goes on from there. */
  readonly hasHeard: (position: Position) => boolean
  /** Joins those who are told late what they came past; `ask` has them told at once. */
  readonly join: (ask: () => void) => void
  /** It has come past these places, in their order; of an event that was recorded at `newest`, if of any. */
  readonly pass: (places: ReadonlyArray<Position>, newest: Instant | undefined) => void
  /** How many places more it may come past before it has to be told: it is to be saved, or somebody waits for one of them. */
  readonly room: () => number
  /** Whether so much was heard that it is time to save. */
  readonly isDue: () => boolean
  /** Whether rows in memory are not on record. */
  readonly isDirty: () => boolean
  readonly save: (patience: Steadiness) => Promise<Halt | undefined>
  /** It has heard, and saved, all that is on record. */
  readonly caughtUp: () => void
  readonly fellBehind: () => void
  readonly stop: (halt: Extract<Halt, { readonly _tag: 'Stop' }>) => Stopped
  readonly standing: () => Standing
  readonly reached: (position: string, timeout: number) => Promise<E.Either<NotReached, void>>
  readonly tell: (notice: Notice) => void
}

export interface FollowerParts {
  readonly view: View
  /** As it is kept. */
  readonly name: string
  /** Where the events set aside are kept: under which view's name. */
  readonly asideFor: string
  readonly running: Running
  readonly share: Sharing
  /** How its ledger is opened; unless given, as it was saved. */
  readonly openAs?: (parts: LedgerParts) => Promise<E.Either<StoreError, Ledger>>
}

/** No more of an event than its place outlives the fold: until its row is saved, all of them together would be much. */
const placeOf = ({ stream, revision, position }: RecordedEvent): Place => ({
  stream,
  revision,
  position,
})

export const follower = ({
  view,
  name,
  asideFor,
  running,
  share,
  openAs = openLedger,
}: FollowerParts): Follower => {
  const { projection, poison = 'stop', unknown = 'fail' } = view
  const { feed, viewStore, runtime, batch = 1_000, keep = 10_000 } = running
  const { initial, types } = projection
  const categories = categoriesOf(projection)
  const apply = projection.apply as (row: unknown, fact: unknown) => unknown
  const reader = readerOf(view, share)

  let ledger: Ledger | undefined
  let aside: Aside | undefined
  let live = false
  let handled = 0
  let overtaken = 0
  let newest: Instant | undefined
  let ask: () => void = constVoid

  const tell = (notice: Notice): void => {
    // Who listens is no part of the view, which is right whether or not he heard.
    inPassing(() => running.onNotice?.(notice))
  }
  const ears = hearing({
    view: name,
    feed,
    runtime,
    ahead: () => {
      const from = ledger?.onRecord()
      if (from === undefined || !live) return undefined
      return { categories, ...(types && { types }), ...(from !== 'start' && { from }) }
    },
  })
  const patient = (patience: Steadiness): Steadiness => ({
    ...patience,
    onWait: (why) => {
      tell({ _tag: 'Waiting', view: name, why })
    },
  })

  const spoiled = (
    recorded: RecordedEvent,
    why: Poison,
    how: 'stop' | 'setAside',
  ): Halt | undefined => {
    if (how === 'stop') return { _tag: 'Stop', why, at: placeOf(recorded) }
    const { stream, revision, position, type } = recorded
    const event = { stream, revision, position, type, why }
    aside?.add(event)
    tell({ _tag: 'SetAside', view: name, event })
    return undefined
  }
  const fold = (
    book: Ledger,
    cell: Cell,
    recorded: RecordedEvent,
    fact: unknown,
  ): Halt | undefined => {
    const before = cell.row === undefined ? initial : cell.row
    try {
      const after = apply(before, fact)
      // Rows survive JSON: that is what a projection promises.
      if (after !== before) book.put(cell, after as Json, placeOf(recorded))
    } catch (error) {
      return spoiled(recorded, threw(error), poison)
    }
    handled++
    aside?.settle(recorded)
    return undefined
  }
  const standing = (): Standing => ({
    generation: ledger?.generation ?? 0,
    position: ledger?.onRecord() ?? 'start',
    live,
    handled,
    setAside: aside?.size() ?? 0,
    lag:
      live && ledger?.isClean() !== false
        ? O.some(0)
        : newest === undefined
          ? O.none
          : O.some(Math.max(0, runtime.now() - newest)),
  })

  return {
    name,
    categories,
    types,
    position: () => ledger?.position() ?? 'start',
    tell,
    standing: () => {
      ask()
      return standing()
    },
    reached: (position, timeout) => {
      ask()
      return ears.reached(position, timeout)
    },

    begin: async (patience) => {
      live = false
      ears.forget()
      if (E.isLeft(reader)) return { _tag: 'Stop', why: reader.left }
      const opened = await steady(patient(patience), () => openAs({ viewStore, name, keep }))
      if (E.isLeft(opened)) return { _tag: 'Stop', why: opened.left }
      const { generation } = opened.right
      const list = await steady(patient(patience), () =>
        openAside(viewStore, asideOf(asideFor, generation)),
      )
      if (E.isLeft(list)) return { _tag: 'Stop', why: list.left }
      ledger = opened.right
      aside = list.right
      const position = ledger.position()
      if (position !== 'start') {
        ears.heard([position])
        ears.saved()
      }
      return undefined
    },

    hear: (recorded, patience) => {
      const book = ledger
      if (book === undefined || E.isLeft(reader)) return undefined
      const read = reader.right(recorded)
      switch (read._tag) {
        case 'NotIts':
          return undefined
        case 'Poison':
          return spoiled(recorded, read.why, poison)
        case 'Unknown':
          if (unknown === 'skip') return undefined
          return spoiled(recorded, read.why, unknown === 'fail' ? 'stop' : 'setAside')
        case 'Fact': {
          const cell = book.cell(read.key)
          if (cell !== undefined) return fold(book, cell, recorded, read.fact)
          return steady(patient(patience), () => book.fetch(read.key)).then((fetched) =>
            E.isLeft(fetched)
              ? { _tag: 'Stop', why: fetched.left }
              : fold(book, fetched.right, recorded, read.fact),
          )
        }
      }
    },

    hasHeard: ears.hasHeard,
    join: (asked) => {
      ask = asked
    },
    pass: (places, at) => {
      newest = at ?? newest
      ledger?.heard(places)
      ears.heard(places)
      if (ledger?.isClean() === true) ears.saved()
    },
    room: () => (ears.isAwaited() ? 1 : batch - (ledger?.unsaved() ?? 0)),
    isDue: () => (ledger?.unsaved() ?? 0) >= batch,
    isDirty: () => ledger?.isClean() === false || aside?.isClean() === false,

    save: async (patience) => {
      const book = ledger
      const list = aside
      if (book === undefined || list === undefined || book.unsaved() === 0) return undefined
      const first = await steady(patient(patience), list.save)
      if (E.isLeft(first)) return { _tag: 'Stop', why: first.left }
      const saved = await steady(patient(patience), book.save)
      if (E.isLeft(saved)) {
        const why = saved.left
        // What came after it may rest on such a row: to go on without the event would be another fold.
        if (why._tag === 'InvalidArgument') return { _tag: 'Stop', why, at: book.spoiledBy() }
        if (why._tag !== 'Overtaken') return { _tag: 'Stop', why }
        overtaken++
        return { _tag: 'Overtaken', times: overtaken }
      }
      overtaken = 0
      ears.saved()
      tell({ _tag: 'Saved', view: name, standing: standing() })
      return undefined
    },

    caughtUp: () => {
      live = true
      ears.caughtUp()
      tell({ _tag: 'CaughtUp', view: name })
    },
    fellBehind: () => {
      live = false
    },
    stop: ({ why, at }) => {
      live = false
      const stopped: Stopped = {
        view: name,
        position: ledger?.onRecord() ?? 'start',
        ...(at && { event: at }),
        why,
      }
      ears.stop(stopped)
      tell({ _tag: 'Stopped', stopped })
      return stopped
    },
  }
}
