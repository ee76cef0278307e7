/**
 * The same doors as promises and plain objects, for hosts without fp-ts.
 *
 * @since 0.1.0
 */
export type { Answer, InvalidCommand, With } from './answer.js'
export { CommandFailed, type Failure, type InvalidConfiguration } from './command-failed.js'
export {
  type ComplaintAnswer,
  type ComplaintDoor,
  type Method,
  methods,
  type PlainData,
  type PlainEvent,
  type SameComplaint,
} from './complaint.js'
export type { Settings } from './configuration.js'
export { makeTroth, type Troth, type TrothOptions } from './troth.js'
