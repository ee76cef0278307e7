/** A whole desk behind the plain door, under settings that mean the example rules. */
import * as E from 'fp-ts/lib/Either.js'

import {
  CommandFailed,
  makeTroth,
  type Settings,
  type StreamKind,
  type Troth,
} from '../../src/plain/index.js'
import type { SnapshotStore } from '../../src/store/snapshot-store.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import { Instant } from '../../src/shared/instant.js'
import { make } from './make.js'
import { tinyStore } from './tiny-store.js'

export const hour = 3_600_000
export const day = 24 * hour

export const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const by = { id: 'li', role: 'agent' }
export const supervisor = { id: 'wang', role: 'supervisor' }
export const head = { id: 'zhao', role: 'head' }

const office: ReadonlyArray<readonly [string, string]> = [['09:00', '17:00']]
const window = { early: day, late: day }

export const settings: Settings = {
  authority: [
    { role: 'agent', matter: 'repair', upTo: [{ amount: 5_000, currency: 'EUR' }] },
    { role: 'head', matter: 'repair' },
    { role: 'supervisor', matter: 'blacklisting' },
    { role: 'head', matter: 'clearing' },
    { role: 'head', matter: 'majorMatter' },
  ],
  calendars: {
    desk: {
      timeZone: 'Europe/Berlin',
      week: { mon: [['08:00', '18:00']], tue: [['08:00', '18:00']] },
    },
    office: {
      timeZone: 'Europe/Berlin',
      week: { mon: office, tue: office, wed: office, thu: office, fri: office },
      holidays: ['2026-01-06'],
      annualHolidays: ['12-25'],
    },
  },
  policies: {
    complaint: {
      clocks: [
        {
          kinds: ['complaint'],
          policy: {
            firstReply: { within: 4 * hour, calendar: 'desk' },
            nextReply: { within: hour, atClosing: 'nextOpening', from: 'lastContact' },
            resolution: { within: 72 * hour },
            pausedWhileWaiting: ['resolution'],
          },
        },
        { policy: { resolution: 'none', pausedWhileWaiting: [] } },
      ],
      noticeTries: 2,
      reopenWithin: 14 * day,
      liaisonNote: { within: 24 * hour },
    },
    customer: { purposes: ['survey'], schemes: [{ scheme: 'mood', values: ['sunny'] }] },
    promise: {
      grace: hour,
      matters: { contract: 'majorMatter' },
      confirmWithin: { within: 2 * hour, calendar: 'office' },
    },
    followUp: {
      calendar: 'office',
      windows: { returnVisit: window, inspection: window, fieldVisit: window, touch: window },
      callBack: { late: hour },
      cadences: [{ classes: ['vip'], cadence: [{ unit: 'day', every: 2 }] }],
    },
    survey: { answerWithin: 2 * hour, correctWithin: 2 * hour },
    dealings: { lateBy: 2 * day },
    fault: {},
  },
}

/** A Monday at nine, UTC. */
export const start = make(Instant)('2026-01-05T09:00:00.000Z')

export const open = (over: object = {}, snapshotStore?: SnapshotStore) => {
  const eventStore = tinyStore()
  const stores = { eventStore, ...(snapshotStore && { snapshotStore }) }
  const runtime = simulatedRuntime({ start })
  const troth: Troth = makeTroth({ ...settings, ...over, stores, runtime })
  const types = (stream: string) => eventStore.events(stream).map(({ type }) => type)
  const appends = () => eventStore.calls.filter((call) => call.startsWith('append')).length
  return { troth, eventStore, runtime, types, appends }
}

/** What was said to be wrong with these settings, or nothing. */
export const wrongFields = (bad: object): ReadonlyArray<string> => {
  const started = E.tryCatch(
    () => open(bad),
    (thrown) => thrown,
  )
  if (E.isRight(started)) return []
  if (!(started.left instanceof CommandFailed)) throw started.left
  const { failure } = started.left
  return failure._tag === 'InvalidConfiguration' ? failure.problems.map(({ field }) => field) : []
}

export const streamKinds = Object.keys(settings.policies) as ReadonlyArray<StreamKind>

type Loose = Readonly<
  Record<string, (id: string, data: unknown, context: unknown) => Promise<LooseAnswer>>
>
interface LooseAnswer {
  readonly ok: boolean
  readonly id: string
  readonly events?: ReadonlyArray<unknown>
  readonly why?: { readonly _tag: string; readonly problems?: ReadonlyArray<{ field: string }> }
}

/** A door as a host without types has it. */
export const loose = (troth: Troth, kind: StreamKind): Loose => troth[kind] as unknown as Loose

export const recorded = {
  kind: 'complaint',
  customer: id(9),
  channel: 'phone',
  about: { topic: 'item', ref: 'SN 4711' },
  demand: 'mend it or take it back',
} as const

export const registration = {
  kind: 'person',
  relation: 'external',
  stage: 'buyer',
  name: 'Chen',
} as const
