/**
 * What people look at: pure folds over the events of `@troth/core`.
 *
 * @since 0.1.0
 */
export * as complaintBoard from './complaint-board/index.js'
export * as customers from './customers/index.js'
export * as loyalty from './loyalty/index.js'
export * as promiseLedger from './promise-ledger/index.js'
export * as satisfaction from './satisfaction/index.js'
export type { Part, Times } from './shared/figures.js'
export type { Interval } from './shared/interval.js'
export {
  type Dated,
  type Fact,
  factOf,
  foldRows,
  type Projection,
  type Rows,
} from './shared/projection.js'
export type { Share } from './shared/share.js'
export { tableOf, type TableRow } from './shared/table-row.js'
