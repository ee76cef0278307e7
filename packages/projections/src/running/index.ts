/**
 * The running of views: kept up to date from a feed, shared by processes, rebuilt beside themselves, and read.
 *
 * @since 0.1.0
 */
export type { Held } from './lease.js'
export type { Partition } from './partition.js'
export type { Poison, SetAside, Threw } from './poison.js'
export { type NotRebuilt, rebuild, type Rebuilding, type Rebuilt } from './rebuild.js'
export { type Kept, rowOf, rowsOf, setAside } from './rows.js'
export { runProjection } from './run-projection.js'
export type {
  AnyFolding,
  AnyProjection,
  EventReader,
  NotReached,
  Notice,
  Running,
  RunningView,
  Standing,
  Stopped,
  Trouble,
  View,
} from './running.js'
