/**
 * The board itself: what a person reads of the complaints, at an instant.
 *
 * @since 0.1.0
 */
import { complaint, type Instant } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { nobody, type People } from '../customers/people.js'
import { part, type Part, sum, times, type Times } from '../shared/figures.js'
import { keyLike } from '../shared/merged.js'
import type { Rows } from '../shared/projection.js'
import { type Case, cases } from './cases.js'
import { type Group, groupsBy } from './groups.js'
import type { Row, Verdicts } from '../complaints/row.js'
import {
  departmentOf,
  firstReplyTime,
  firstResolutionTime,
  isOpen,
  isWaiting,
  lastResolutionTime,
  overdueClocks,
} from './standing.js'

/** So many events, on so many of the `n` complaints. */
export interface Tally {
  readonly events: number
  readonly complaints: number
  readonly n: number
}

/** Three figures that are easily taken for each other. Customers are those of the complaints that were closed. */
export interface Closings {
  readonly closings: number
  readonly complaints: number
  readonly customers: number
}

/** The verdicts on one clock, over all complaints. `n` is those met or missed. */
export interface ClockFigures extends Verdicts {
  readonly n: number
}

/** Requests that are not complaints, and which of them are repeats: a repair repeated is flagged here. */
export interface OtherRequests {
  readonly kind: complaint.Kind
  readonly recorded: number
  readonly open: number
  readonly repeats: ReadonlyArray<string>
}

/**
 * Only what is of the kind `complaint` is counted, but for `others`; what was merged is counted once.
 * Every figure says of how many it speaks, and is none where nothing was counted. Times are milliseconds that passed.
 */
export interface Board {
  readonly at: Instant
  readonly complaints: number
  /** Complaints recorded for which another stands. */
  readonly merged: number
  readonly customers: number
  readonly others: ReadonlyArray<OtherRequests>

  readonly open: O.Option<Part>
  readonly waiting: O.Option<Part>
  readonly closed: O.Option<Part>
  readonly withdrawn: O.Option<Part>
  readonly referred: O.Option<Part>
  /** Complaints with at least one clock overdue; and of the complaints, those late by each clock. */
  readonly overdue: O.Option<Part>
  readonly overdueBy: Readonly<Record<complaint.ClockName, O.Option<Part>>>

  /** Open complaints by the step that they reached. */
  readonly byStep: ReadonlyArray<Group<complaint.Step>>
  readonly byCategory: ReadonlyArray<Group<complaint.Content['category']>>
  readonly byCause: ReadonlyArray<Group<complaint.Cause>>
  /** By whoever holds it now, in whatever department. */
  readonly byHandler: ReadonlyArray<Group<complaint.Party>>
  readonly byDepartment: ReadonlyArray<Group<string>>

  /** From receipt. `toLastResolution` leaves out what was reopened and is not yet resolved again. */
  readonly toFirstReply: O.Option<Times>
  readonly toFirstResolution: O.Option<Times>
  readonly toLastResolution: O.Option<Times>
  /** With no resolution on record, closed or not; and with several. */
  readonly neverResolved: O.Option<Part>
  readonly resolvedAgain: O.Option<Part>

  readonly handOvers: O.Option<Tally>
  readonly reopens: O.Option<Tally>
  readonly escalations: O.Option<Tally>
  readonly repeats: O.Option<Part>
  readonly closings: O.Option<Closings>
  readonly verdicts: Readonly<Record<complaint.ClockName, O.Option<ClockFigures>>>
}

const present = (times: ReadonlyArray<number | undefined>): ReadonlyArray<number> =>
  times.filter((time) => time !== undefined)

/** Whoever was merged is the one who stands for him. */
const customersOf = (of: ReadonlyArray<Case>, people: People): number =>
  new Set(of.map(({ id, file }) => people.survivorOf(keyLike(id, file.customer)))).size

const tally = (all: ReadonlyArray<Case>, of: (each: Case) => number): O.Option<Tally> =>
  all.length === 0
    ? O.none
    : O.some({
        events: sum(all.map(of)),
        complaints: all.filter((each) => of(each) > 0).length,
        n: all.length,
      })

const closings = (all: ReadonlyArray<Case>, people: People): O.Option<Closings> => {
  const closed = all.filter((each) => each.closings > 0)
  return all.length === 0
    ? O.none
    : O.some({
        closings: sum(closed.map((each) => each.closings)),
        complaints: closed.length,
        customers: customersOf(closed, people),
      })
}

const verdicts = (all: ReadonlyArray<Case>, clock: complaint.ClockName): O.Option<ClockFigures> => {
  const of = (figure: keyof Verdicts) => sum(all.map((each) => each.verdicts[clock][figure]))
  const [met, missed, notApplicable] = [of('met'), of('missed'), of('notApplicable')]
  return met + missed + notApplicable === 0
    ? O.none
    : O.some({ met, missed, notApplicable, corrected: of('corrected'), n: met + missed })
}

const otherRequests = (all: ReadonlyArray<Case>): ReadonlyArray<OtherRequests> =>
  complaint.Kind.values.flatMap((kind) => {
    const of = all.filter(({ file }) => file.kind === kind)
    return kind === 'complaint' || of.length === 0
      ? []
      : [
          {
            kind,
            recorded: of.length,
            open: of.filter(isOpen).length,
            repeats: of.filter(({ file }) => file.repeatOf !== undefined).map(({ id }) => id),
          },
        ]
  })

const byClock = <A>(
  of: (clock: complaint.ClockName) => A,
): Readonly<Record<complaint.ClockName, A>> => ({
  firstReply: of('firstReply'),
  nextReply: of('nextReply'),
  resolution: of('resolution'),
})

/** The board at `at`, of the customers that `people` knows; `at` is not before the last event: what was overdue in the past is not asked of the present rows. */
export const read =
  (rules: complaint.ComplaintRules) =>
  (rows: Rows<Row>, at: Instant, people: People = nobody): Board => {
    const every = cases(rows)
    const all = every.filter(({ file }) => file.kind === 'complaint')
    const late = new Map(all.map((each) => [each, overdueClocks(rules, at)(each)]))
    const isLate = (each: Case, clock?: complaint.ClockName) =>
      late.get(each)?.some((one) => clock === undefined || one.clock === clock) === true
    const how = (is: (each: Case) => boolean) => part(all.filter(is).length, all.length)
    const by = groupsBy((each) => isLate(each))
    return {
      at,
      complaints: all.length,
      merged: sum(all.map(({ absorbed }) => absorbed.length)),
      customers: customersOf(all, people),
      others: otherRequests(every),
      open: how(isOpen),
      waiting: how(isWaiting),
      closed: how(({ state }) => state._tag === 'Closed'),
      withdrawn: how(({ state }) => state._tag === 'Withdrawn'),
      referred: how(({ state }) => state._tag === 'Referred'),
      overdue: how((each) => isLate(each)),
      overdueBy: byClock((clock) => how((each) => isLate(each, clock))),
      byStep: by(all.filter(isOpen), ({ file }) => file.step),
      byCategory: by(all, ({ file }) => file.content?.category),
      byCause: by(
        all,
        ({ file }) => file.cause,
        ({ origin, factor }) => `${origin}/${factor}`,
      ),
      byHandler: by(
        all,
        ({ file: { holder } }): complaint.Party => ({ kind: holder.kind, id: holder.id }),
        ({ kind, id }) => `${kind}/${id}`,
      ),
      byDepartment: by(all, departmentOf),
      toFirstReply: times(present(all.map(firstReplyTime))),
      toFirstResolution: times(present(all.map(firstResolutionTime))),
      toLastResolution: times(present(all.map(lastResolutionTime))),
      neverResolved: how(({ resolutions }) => resolutions.length === 0),
      resolvedAgain: how(({ resolutions }) => resolutions.length > 1),
      handOvers: tally(all, ({ handOvers }) => handOvers),
      reopens: tally(all, ({ reopens }) => reopens),
      escalations: tally(all, ({ escalations }) => escalations),
      repeats: how(({ file }) => file.repeatOf !== undefined),
      closings: closings(all, people),
      verdicts: byClock((clock) => verdicts(all, clock)),
    }
  }
