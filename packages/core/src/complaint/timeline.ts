/**
 * Of all that happened, what the clocks ask about: when word came, when word was given back, when the desk waited.
 *
 * @since 0.1.0
 */
import type { EntryId } from '../shared/ids.js'
import { type Instant, later } from '../shared/instant.js'
import { append, fromArray, last, type LongList } from '../shared/long-list.js'
import type { ClockName } from './lists.js'
import type { AppliedClock, Verdict } from './values.js'

/** A stretch of waiting for the customer; without `to` it is still open. */
export interface Wait {
  readonly waitId: EntryId
  readonly from: Instant
  readonly to?: Instant
}

/** The last verdict on one clock. */
export interface OnRecord extends AppliedClock {
  readonly verdict: Verdict
  /** Missed, and nothing has stopped the clock yet. */
  readonly running: boolean
  /** A wait written down later began before the due instant: what the clock is under is worked out anew. */
  readonly inDoubt: boolean
}

export interface Timeline {
  readonly receivedAt: Instant
  /** From when open clocks count after a change of kind or tier. */
  readonly countedFrom?: Instant
  /** When the present resolution clock began: receipt, or the latest reopening. */
  readonly cycleFrom: Instant
  readonly resolvedAt?: Instant
  /** The first reply by a person, and the latest, in the order in which they happened. */
  readonly firstReply?: Instant
  readonly lastReply?: Instant
  /** Closed, withdrawn or referred: the first-reply clock will not run again. */
  readonly firstReplyOver: boolean
  /** The customer's messages since our latest reply, oldest first. */
  readonly unanswered: LongList<Instant>
  readonly waits: ReadonlyArray<Wait>
  readonly verdicts: Readonly<Partial<Record<ClockName, OnRecord>>>
}

export const begin = (receivedAt: Instant): Timeline => ({
  receivedAt,
  cycleFrom: receivedAt,
  firstReplyOver: false,
  unanswered: [],
  waits: [],
  verdicts: {},
})

const earlier = (a: Instant, b: Instant): Instant => Math.min(a, b) as Instant

const since = (instants: LongList<Instant>, at: Instant): LongList<Instant> =>
  (last(instants) ?? at) <= at ? [] : fromArray(instants.flat().filter((each) => each > at))

/** A person of ours spoke to the customer: all that he had written until then is answered. */
export const replied =
  (at: Instant) =>
  (line: Timeline): Timeline => ({
    ...line,
    firstReply: earlier(line.firstReply ?? at, at),
    lastReply: later(line.lastReply ?? at, at),
    unanswered: since(line.unanswered, at),
  })

const inOrder = (instants: LongList<Instant>, at: Instant): LongList<Instant> =>
  // Sorting ten thousand that are in order already costs more than all the rest of a command.
  (last(instants) ?? at) <= at
    ? append(instants, at)
    : fromArray([...instants.flat(), at].sort((a, b) => a - b))

const endWaits = (waits: ReadonlyArray<Wait>, at: Instant): ReadonlyArray<Wait> =>
  waits.some(({ to }) => to === undefined)
    ? waits.map((w) => (w.to === undefined ? { ...w, to: later(w.from, at) } : w))
    : waits

/** A wait lasts until the customer speaks, and none is ended by what he said before it began. */
const cutShort = (waits: ReadonlyArray<Wait>, at: Instant): ReadonlyArray<Wait> =>
  waits.map((w) => (w.from <= at ? { ...w, to: earlier(w.to ?? at, at) } : w))

/** The customer spoke: whoever waited for him need wait no longer. Written down late, it may be answered already. */
export const heard =
  (at: Instant) =>
  (line: Timeline): Timeline => ({
    ...line,
    unanswered: at < (line.lastReply ?? at) ? line.unanswered : inOrder(line.unanswered, at),
    waits: cutShort(line.waits, at),
  })

type Verdicts = Timeline['verdicts']

const eachVerdict = (verdicts: Verdicts, change: (on: OnRecord) => OnRecord): Verdicts =>
  Object.fromEntries(Object.entries(verdicts).map(([clock, on]) => [clock, change(on)]))

export const waited =
  (waitId: EntryId, from: Instant) =>
  (line: Timeline): Timeline => ({
    ...line,
    waits: [...line.waits, { waitId, from }],
    verdicts: eachVerdict(line.verdicts, (on) => (from < on.dueAt ? { ...on, inDoubt: true } : on)),
  })

export const waitEnded =
  (at: Instant) =>
  (line: Timeline): Timeline => ({ ...line, waits: endWaits(line.waits, at) })

export const resolved =
  (at: Instant) =>
  (line: Timeline): Timeline => ({
    ...line,
    resolvedAt: line.resolvedAt ?? at,
    waits: endWaits(line.waits, at),
  })

const stopped = (verdicts: Verdicts): Verdicts =>
  Object.values(verdicts).some(({ running }) => running)
    ? eachVerdict(verdicts, (on) => ({ ...on, running: false }))
    : verdicts

/** Closed, withdrawn, referred or merged: nothing runs on, and what was not answered stays so. */
export const ended =
  (at: Instant) =>
  (line: Timeline): Timeline => ({
    ...line,
    firstReplyOver: true,
    unanswered: [],
    waits: endWaits(line.waits, at),
    verdicts: stopped(line.verdicts),
  })

/** A new cycle: what the customer wrote since the end still waits for its answer. */
export const restarted =
  (at: Instant) =>
  ({ resolvedAt, countedFrom, ...line }: Timeline): Timeline => ({
    ...line,
    cycleFrom: at,
    verdicts: stopped(line.verdicts),
  })

export const recounted =
  (from: 'receipt' | 'change', at: Instant) =>
  ({ countedFrom, ...line }: Timeline): Timeline =>
    from === 'change' ? { ...line, countedFrom: at } : line

const ruled =
  (
    clocks: ReadonlyArray<AppliedClock>,
    verdict: (clock: AppliedClock) => Verdict,
    running: boolean,
  ) =>
  (line: Timeline): Timeline =>
    clocks.length === 0
      ? line
      : {
          ...line,
          verdicts: clocks.reduce((all, clock): Verdicts => {
            const on: OnRecord = { ...clock, verdict: verdict(clock), running, inDoubt: false }
            return { ...all, [clock.clock]: on }
          }, line.verdicts),
        }

/** The verdict on clocks that were stopped. */
export const judged = (
  clocks: ReadonlyArray<AppliedClock>,
  verdict: (clock: AppliedClock) => Verdict,
): ((line: Timeline) => Timeline) => ruled(clocks, verdict, false)

/** The verdict on a clock that runs on. */
export const missed = (clock: AppliedClock): ((line: Timeline) => Timeline) =>
  ruled([clock], () => 'missed', true)

/** The wait that is still open, if there is one. */
export const openWait = ({ waits }: Timeline): Wait | undefined =>
  waits.find(({ to }) => to === undefined)
