/** A toy for the store's tests: a tally of entries up to a limit, opened once and closed once. */
import * as t from 'io-ts'

import { type Decider, emit, nothing, reject } from '../../src/shared/decider.js'
import { Actor } from '../../src/shared/actor.js'
import { Instant } from '../../src/shared/instant.js'
import { message } from '../../src/shared/message.js'
import { NonEmptyText } from '../../src/shared/text.js'
import { personal } from '../../src/privacy/personal.js'
import { make } from './make.js'

export const TallyEvent = t.union([
  message('TallyOpened', { limit: t.Int }),
  message('EntryAdded', { entry: NonEmptyText, amount: t.Int }, { note: personal(NonEmptyText) }),
  message('LimitReached', {}),
  message('TallyClosed', {}),
])
export type TallyEvent = t.TypeOf<typeof TallyEvent>

export const TallyCommand = t.union([
  message('OpenTally', { limit: t.Int }),
  message('AddEntry', { entry: NonEmptyText, amount: t.Int }),
  message('CloseTally', {}),
])
export type TallyCommand = t.TypeOf<typeof TallyCommand>

export interface TallyState {
  readonly life: 'none' | 'open' | 'closed'
  readonly limit: number
  readonly total: number
  readonly entries: ReadonlyArray<string>
}

export type TallyRejection =
  | { readonly _tag: 'NotOpen' | 'AlreadyOpen' }
  | { readonly _tag: 'OverLimit'; readonly left: number }

const evolve = (state: TallyState, { type, data }: TallyEvent): TallyState => {
  switch (type) {
    case 'TallyOpened':
      return { ...state, life: 'open', limit: data.limit }
    case 'EntryAdded':
      return {
        ...state,
        total: state.total + data.amount,
        entries: [...state.entries.slice(-20), data.entry],
      }
    case 'LimitReached':
      return state
    case 'TallyClosed':
      return { ...state, life: 'closed' }
  }
}

export type TallyDecider = Decider<TallyCommand, TallyState, TallyEvent, TallyRejection>

export const tally: TallyDecider = {
  category: 'tally',
  event: TallyEvent,
  initial: { life: 'none', limit: 0, total: 0, entries: [] },
  evolve,
  foldVersion: 1,
  decide: (command) => (state) => {
    const { at, by } = command.data
    switch (command.type) {
      case 'OpenTally':
        if (state.life === 'none') return emit({ type: 'TallyOpened', data: command.data })
        return state.limit === command.data.limit ? nothing : reject({ _tag: 'AlreadyOpen' })
      case 'AddEntry': {
        if (state.entries.includes(command.data.entry)) return nothing
        if (state.life !== 'open') return reject({ _tag: 'NotOpen' })
        const left = state.limit - state.total - command.data.amount
        if (left < 0) return reject({ _tag: 'OverLimit', left: left + command.data.amount })
        const added: TallyEvent = { type: 'EntryAdded', data: command.data }
        return {
          _tag: 'Right',
          right: left > 0 ? [added] : [added, { type: 'LimitReached', data: { at, by } }],
        }
      }
      case 'CloseTally':
        if (state.life === 'closed') return nothing
        return state.life === 'open'
          ? emit({ type: 'TallyClosed', data: { at, by } })
          : reject({ _tag: 'NotOpen' })
    }
  },
}

const int = make(t.Int)
export const text = make(NonEmptyText)
export const at = make(Instant)('2026-11-23T09:00:00.000Z')
export const by = make(Actor)({ id: 'desk', role: 'agent' })

export const open = (limit = 10): TallyCommand => ({
  type: 'OpenTally',
  data: { limit: int(limit), at, by },
})
export const add = (entry: string, amount = 1): TallyCommand => ({
  type: 'AddEntry',
  data: { entry: text(entry), amount: int(amount), at, by },
})
export const close: TallyCommand = { type: 'CloseTally', data: { at, by } }

export const opened = (limit = 10): TallyEvent => ({
  type: 'TallyOpened',
  data: { limit: int(limit), at, by },
})
export const added = (entry: string, amount = 1): TallyEvent => ({
  type: 'EntryAdded',
  data: { entry: text(entry), amount: int(amount), at, by },
})
export const closed: TallyEvent = { type: 'TallyClosed', data: { at, by } }
