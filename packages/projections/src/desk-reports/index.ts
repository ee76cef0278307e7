/**
 * Reports: the weekly service summary, the monthly supervision report, the fault report, and targets.
 *
 * @since 0.1.0
 */
export { plainJson as json } from '../shared/table.js'
export {
  type FaultLine,
  type FaultReport,
  faultReport,
  faultRows,
  type KindOfFault,
} from './fault-report.js'
export { type FaultRow, faults } from './faults.js'
export { measuredShare, measures } from './measures.js'
export type { ServiceFigures } from './service.js'
export {
  checkSettings,
  type ComplaintRows,
  type ReportSettings,
  type ReportSources,
} from './settings.js'
export {
  type DepartmentReport,
  type HandlerReport,
  type NoSupervisor,
  type SupervisionReport,
  supervisionReport,
  supervisionRows,
} from './supervision.js'
export {
  type Assessment,
  assessments,
  checkTargets,
  type Measured,
  type Measures,
  type Target,
  targetRows,
  targetsPreset,
} from './targets.js'
export { type WeeklySummary, weeklyRows, weeklySummary } from './weekly.js'
