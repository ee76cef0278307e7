/**
 * The board as tables: its figures, its groups, and the cases behind them.
 *
 * @since 0.1.0
 */
import { complaint, type Instant } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { customerOf, nobody, type People } from '../customers/people.js'
import { keyLike } from '../shared/merged.js'
import { leaves, plainJson } from '../shared/table.js'
import { instantCell, type TableRow } from '../shared/table-row.js'
import type { Case } from './cases.js'
import type { Group } from './groups.js'
import type { Board } from './read.js'
import {
  departmentOf,
  firstReplyTime,
  firstResolutionTime,
  isWaiting,
  lastResolutionTime,
  overdueClocks,
} from './standing.js'

/** One row a figure, under the names that lead to it (`verdicts.firstReply.met`); what is none is empty. Groups have rows of their own. */
export const rows = ({
  at,
  byStep,
  byCategory,
  byCause,
  byHandler,
  byDepartment,
  ...figures
}: Board): ReadonlyArray<TableRow> =>
  leaves(plainJson(figures)).map(({ path: figure, value }) => ({
    at: instantCell(at),
    figure,
    value,
  }))

/** One row a group: `by` says what its complaints have in common; those of which it was not said have no `key`. */
export const groupRows = ({
  at,
  byStep,
  byCategory,
  byCause,
  byHandler,
  byDepartment,
}: Board): ReadonlyArray<TableRow> => {
  const table = <Key>(
    by: string,
    groups: ReadonlyArray<Group<Key>>,
    nameOf: (key: Key) => string = String,
  ): ReadonlyArray<TableRow> =>
    groups.map(({ key, complaints, open, waiting, overdue }) => ({
      at: instantCell(at),
      by,
      key: O.isSome(key) ? nameOf(key.value) : null,
      complaints,
      open,
      waiting,
      overdue,
    }))
  return [
    ...table('step', byStep),
    ...table('category', byCategory),
    ...table('cause', byCause, ({ origin, factor }) => `${origin}/${factor}`),
    ...table('handler', byHandler, ({ kind, id }) => `${kind}/${id}`),
    ...table('department', byDepartment),
  ]
}

/** One row a case of whatever kind, as it stands at `at`: durations in milliseconds, and of verdicts also how many were corrected. `customer` stands for the complainant by now. */
export const caseRows =
  (rules: complaint.ComplaintRules) =>
  (all: ReadonlyArray<Case>, at: Instant, people: People = nobody): ReadonlyArray<TableRow> =>
    all.map((each) => {
      const { id, state, file, absorbed, verdicts } = each
      const late = overdueClocks(rules, at)(each)
      return {
        complaint: id,
        kind: file.kind,
        customer: customerOf(people.survivorOf(keyLike(id, file.customer))),
        complainant: file.customer,
        receivedAt: instantCell(file.intake.at),
        channel: file.intake.channel ?? null,
        topic: file.intake.about.topic,
        about: file.intake.about.ref,
        life: state._tag,
        step: file.step,
        waiting: isWaiting(each),
        category: file.content?.category ?? null,
        subtype: file.content?.subtype ?? null,
        origin: file.cause?.origin ?? null,
        factor: file.cause?.factor ?? null,
        holderKind: file.holder.kind,
        holder: file.holder.id,
        department: departmentOf(each) ?? null,
        overdue: late.length === 0 ? null : late.map(({ clock }) => clock).join('; '),
        toFirstReply: firstReplyTime(each) ?? null,
        toFirstResolution: firstResolutionTime(each) ?? null,
        toLastResolution: lastResolutionTime(each) ?? null,
        handOvers: each.handOvers,
        reopens: each.reopens,
        escalations: each.escalations,
        closings: each.closings,
        repeatOf: file.repeatOf ?? null,
        absorbed: absorbed.length === 0 ? null : absorbed.join('; '),
        ...Object.fromEntries(
          complaint.ClockName.values.flatMap((clock) =>
            (['met', 'missed', 'notApplicable', 'corrected'] as const).map((verdict) => [
              `${clock}.${verdict}`,
              verdicts[clock][verdict],
            ]),
          ),
        ),
      }
    })
