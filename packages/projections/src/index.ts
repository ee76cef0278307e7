/**
 * What people look at: pure folds over the events of `@troth/core`.
 *
 * @since 0.1.0
 */
export * as caseLibrary from './case-library/index.js'
export * as complaintBoard from './complaint-board/index.js'
export * as customerRecord from './customer-record/index.js'
export * as customers from './customers/index.js'
export * as followUpAgenda from './follow-up-agenda/index.js'
export * as loyalty from './loyalty/index.js'
export * as promiseLedger from './promise-ledger/index.js'
export * as reports from './desk-reports/index.js'
export * as satisfaction from './satisfaction/index.js'
export * as warnings from './warnings/index.js'
export {
  type AnyFolding,
  type AnyProjection,
  type EventReader,
  type Held,
  type Kept,
  type NotReached,
  type NotRebuilt,
  type Notice,
  type Partition,
  type Poison,
  rebuild,
  type Rebuilding,
  type Rebuilt,
  rowOf,
  rowsOf,
  runProjection,
  type Running,
  type RunningView,
  setAside,
  type SetAside,
  type Standing,
  type Stopped,
  type Threw,
  type Trouble,
  type View,
} from './running/index.js'
export type { Part, Times } from './shared/figures.js'
export type { Interval } from './shared/interval.js'
export { keyLike, type MergedInto, standsFor } from './shared/merged.js'
export {
  type Dated,
  type Fact,
  factOf,
  type Folding,
  foldRows,
  type Heading,
  type Projection,
  type Rows,
} from './shared/projection.js'
export type { Share } from './shared/share.js'
export { keyOfSubject, subjectOf } from './shared/subject.js'
export { type Cell, csv, plainJson, type Table } from './shared/table.js'
export { tableOf, type TableRow } from './shared/table-row.js'
export type { FactOf, WideProjection } from './shared/wide-projection.js'
