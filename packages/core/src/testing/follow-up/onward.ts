/**
 * What a desk would do next with a follow-up, so that deep states are reached as often as shallow ones.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import { FollowUpCommand } from '../../follow-up/commands.js'
import { dueVisits, nextVisit } from '../../follow-up/due-visits.js'
import type { FollowUpState } from '../../follow-up/state.js'
import { Window } from '../../follow-up/values.js'
import { VisitKey } from '../../follow-up/visit-key.js'
import { Instant } from '../../shared/instant.js'
import { Cadence, monthlyThenQuarterly, weekly } from '../../time/cadence.js'
import { ImportantDate } from '../../time/important-date.js'
import { TimeZone } from '../../time/time-zone.js'
import { fromCodec, type Pools } from '../from-codec.js'
import { began, day, entryIds, hour, instants, made, pools } from '../pools.js'

/** On and beside the due instants and windows of the example rules, and far beyond. */
const moments = [
  ...instants,
  ...[3, 4, 7, 8, 29, 30, 31, 38, 39].flatMap((n) =>
    [-1, 0, 1].map((ms) => made(Instant, new Date(began + n * day + ms).toISOString())),
  ),
  ...['2026-11-30T23:00:00.000Z', '2026-12-31T22:59:59.999Z', '2026-12-31T23:00:00.000Z'].map(
    (at) => made(Instant, at),
  ),
]

const keys = [
  'callBack',
  'visit/2026-11-25',
  'visit/2026-12-23',
  'visit/2026-12-24',
  'gift/2026-12-31',
  'demandPlan/2026-12-31',
  ...entryIds.map((id) => `${id}/2026-11-29`),
].map((key) => made(VisitKey, key))

const everyOtherDay: Cadence = [{ unit: 'day', every: 2 }]
const windows = [
  { early: 0, late: hour },
  { early: day, late: day },
]

export const followUpPools: Pools = new Map<unknown, fc.Arbitrary<unknown>>([
  ...pools,
  [Instant, fc.constantFrom(...moments)],
  [VisitKey, fc.constantFrom(...keys)],
  [Cadence, fc.constantFrom(monthlyThenQuarterly, weekly, everyOtherDay)],
  [Window, fc.constantFrom(...windows.map((window) => made(Window, window)))],
  [
    ImportantDate,
    fc.constantFrom(...['02-29', '11-29', '2026-11-25'].map((date) => made(ImportantDate, date))),
  ],
  [
    TimeZone,
    fc.constantFrom(...['Europe/Berlin', 'Asia/Shanghai'].map((zone) => made(TimeZone, zone))),
  ],
])

export const command = fromCodec(FollowUpCommand, followUpPools)

/** All that the next command may need, whatever it turns out to be. */
export interface Turn {
  readonly asked: FollowUpCommand
  readonly first: FollowUpCommand
  /** Which of the visits that there are. */
  readonly pick: number
  /** As it comes, though it may be far too late, or of a visit that is none. */
  readonly asItComes: boolean
}

/** What begins a follow-up. */
const first = command.filter(({ type }) => type === 'OpenPlan' || type === 'ScheduleCallBack')

export const turn: fc.Arbitrary<Turn> = fc.record(
  {
    asked: fc.oneof(
      { arbitrary: command.filter(({ type }) => type !== 'CloseFollowUp'), weight: 8 },
      { arbitrary: command, weight: 1 },
    ),
    first,
    pick: fc.nat({ max: 12 }),
    asItComes: fc.oneof({ arbitrary: fc.constant(false), weight: 5 }, fc.boolean()),
  },
  { noNullPrototype: true },
)

/** On time, and of a plan that knows what it is asked for. */
const begin = (command: FollowUpCommand): FollowUpCommand => {
  const at = instants[1] ?? command.data.at
  if (command.type !== 'OpenPlan')
    return { ...command, data: { ...command.data, at } } as FollowUpCommand
  const { subscribed, ...data } = command.data
  const plan = { ...data, anchor: at, at }
  return {
    type: 'OpenPlan',
    data: data.kind === 'touch' && subscribed !== undefined ? { ...plan, subscribed } : plan,
  }
}

/** One of the visits that have come up or come next. */
const visitIn = (state: FollowUpState, at: Instant, pick: number): VisitKey | undefined => {
  const next = nextVisit(state, at)
  const visits = [...dueVisits(state, at), ...(next ? [next] : [])]
  return visits[pick % Math.max(1, visits.length)]?.visit
}

/** A command that `state` calls for: mostly in the order of time, and of a visit that there is. */
export const onward = (
  state: FollowUpState,
  { asked, first: opening, pick, asItComes }: Turn,
): FollowUpCommand => {
  if (asItComes) return asked
  if (state._tag === 'NotOpened') return begin(opening)
  const { data } = asked
  const { latest } = state.file
  const at = data.at > latest ? data.at : latest
  const visit = 'visit' in data ? visitIn(state, at, pick) : undefined
  const named = visit === undefined ? {} : { visit }
  return { ...asked, data: { ...data, ...named, at } } as FollowUpCommand
}
