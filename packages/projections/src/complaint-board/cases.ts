/**
 * The complaints as people count them: what was merged is one, and the survivor stands for it.
 *
 * @since 0.1.0
 */
import type { complaint } from '@troth/core'

import { keyLike, standsFor } from '../shared/merged.js'
import type { Rows } from '../shared/projection.js'
import { type Resolution, type Row, type Verdicts, noVerdicts } from './row.js'

/** A complaint, or another request, with what happened to it and to all that was merged into it. */
export interface Case {
  /** The row's key. */
  readonly id: string
  readonly state: complaint.Recorded
  readonly file: complaint.CaseFile
  readonly absorbed: ReadonlyArray<string>
  readonly resolutions: ReadonlyArray<Resolution>
  readonly handOvers: number
  readonly reopens: number
  readonly escalations: number
  readonly closings: number
  readonly verdicts: Readonly<Record<complaint.ClockName, Verdicts>>
}

const standing = (rows: Rows<Row>): ((key: string) => string) =>
  standsFor(
    (key) => {
      const state = rows.get(key)?.state
      return state?._tag === 'Merged' ? keyLike(key, state.survivor) : undefined
    },
    (key) => (rows.get(key)?.state._tag ?? 'NotRecorded') !== 'NotRecorded',
  )

const addVerdicts = (a: Verdicts, b: Verdicts): Verdicts => ({
  met: a.met + b.met,
  missed: a.missed + b.missed,
  notApplicable: a.notApplicable + b.notApplicable,
  corrected: a.corrected + b.corrected,
})

const verdictsOf = (rows: ReadonlyArray<Row>, clock: complaint.ClockName): Verdicts =>
  rows.reduce((all, { clocks }) => addVerdicts(all, clocks[clock] ?? noVerdicts), noVerdicts)

const total = (rows: ReadonlyArray<Row>, of: (row: Row) => number): number =>
  rows.reduce((all, row) => all + of(row), 0)

const caseOf = (
  id: string,
  state: complaint.Recorded,
  resolutions: ReadonlyArray<Resolution>,
  all: ReadonlyMap<string, Row>,
): Case => {
  const rows = [...all.values()]
  return {
    id,
    state,
    file: state.file,
    absorbed: [...all.keys()].filter((key) => key !== id).sort(),
    resolutions,
    handOvers: total(rows, (row) => row.handOvers),
    reopens: total(rows, (row) => row.reopens),
    escalations: total(rows, (row) => row.escalations),
    closings: total(rows, (row) => row.closings),
    verdicts: {
      firstReply: verdictsOf(rows, 'firstReply'),
      nextReply: verdictsOf(rows, 'nextReply'),
      resolution: verdictsOf(rows, 'resolution'),
    },
  }
}

const byReceipt = (a: Case, b: Case): number =>
  a.file.intake.at - b.file.intake.at || (a.id < b.id ? -1 : 1)

/** Every request on the board once, of whatever kind, the one received first at the top. */
export const cases = (rows: Rows<Row>): ReadonlyArray<Case> => {
  const together = new Map<string, Map<string, Row>>()
  const survivorOf = standing(rows)
  for (const [key, row] of rows) {
    if (row.state._tag === 'NotRecorded') continue
    const survivor = survivorOf(key)
    const merged = together.get(survivor) ?? new Map<string, Row>()
    together.set(survivor, merged.set(key, row))
  }
  return [...together]
    .flatMap(([id, all]) => {
      const own = all.get(id)
      return own === undefined || own.state._tag === 'NotRecorded'
        ? []
        : [caseOf(id, own.state, own.resolutions, all)]
    })
    .sort(byReceipt)
}
