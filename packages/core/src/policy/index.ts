/**
 * Policies: event or tick in, commands out; and their runner. The only place where the aggregates meet.
 *
 * @since 0.1.0
 */
export { proposeBlacklisting } from './blacklisting-proposals.js'
export { type BlacklistingProposals, checkBlacklistingProposals } from './blacklisting-reasons.js'
export { scheduleCallBacks } from './call-backs.js'
export { checkComplaintClocks } from './complaint-clocks.js'
export { deskOf, type Rejections, type Streams } from './desk.js'
export { endFollowUps } from './ended-follow-ups.js'
export { escalateComplaints } from './escalations.js'
export { followMerges } from './followed-merges.js'
export { type Greetings, greetOnImportantDates } from './greetings.js'
export { linkPromises } from './linked-promises.js'
export {
  checkOpenedComplaints,
  type Dissatisfied,
  openComplaints,
  type OpenedComplaints,
} from './opened-complaints.js'
export { breakOverduePromises } from './overdue-promises.js'
export type {
  All,
  Dispatch,
  Done,
  Happening,
  Look,
  Memory,
  Policy,
  Reaction,
  Refusal,
  Stamp,
} from './policy.js'
export { all, forget, ignore, look, put, remembering, send, steps } from './reaction.js'
export { runPolicy } from './run.js'
export type { Desk, Notice, Run, Running, Start, Stopped, Trouble } from './running.js'
export { type Heard, settled } from './settled.js'
export type { Category, Commands, Events, Reading, States } from './streams.js'
export { expireSurveys } from './survey-expiry.js'
export { checkIssuedSurveys, type IssuedSurveys, issueSurveys } from './surveys.js'
export { everySoOften, type HandTicker, ticker, type Ticker } from './ticker.js'
export { remindOfVisits } from './visit-reminders.js'
export { openVisitPlans, type VisitPlans } from './visit-plans.js'
export { checkVipProposals, proposeVips, type VipProposals } from './vip-proposals.js'
