/**
 * The complaints as people count them: what was merged is one, and the survivor stands for it.
 *
 * @since 0.1.0
 */
import type { complaint } from '@troth/core'

import { keyLike, standsFor } from '../shared/merged.js'
import type { Rows } from '../shared/projection.js'
import type { Counts, Resolution, Row, Verdicts } from '../complaints/row.js'

/** A complaint, or another request, with what happened to it and to all that was merged into it. */
export interface Case extends Counts {
  /** The row's key. */
  readonly id: string
  readonly state: complaint.Recorded
  readonly file: complaint.CaseFile
  readonly absorbed: ReadonlyArray<string>
  readonly resolutions: ReadonlyArray<Resolution>
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

const total = (rows: ReadonlyArray<Row>, of: (row: Row) => number | undefined): number =>
  rows.reduce((all, row) => all + (of(row) ?? 0), 0)

const verdictsOf = (rows: ReadonlyArray<Row>, clock: complaint.ClockName): Verdicts => ({
  met: total(rows, ({ clocks }) => clocks?.[clock]?.met),
  missed: total(rows, ({ clocks }) => clocks?.[clock]?.missed),
  notApplicable: total(rows, ({ clocks }) => clocks?.[clock]?.notApplicable),
  corrected: total(rows, ({ clocks }) => clocks?.[clock]?.corrected),
})

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
        : [caseOf(id, own.state, own.resolutions ?? [], all)]
    })
    .sort(byReceipt)
}
