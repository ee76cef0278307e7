/** One decider for each kind of stream, under the rules of the kit. */
import { complaint } from '../../src/complaint/complaint.js'
import { customer } from '../../src/customer/customer.js'
import { dealings } from '../../src/dealings/dealings.js'
import { fault } from '../../src/fault/fault.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import { promise } from '../../src/promise/promise.js'
import { survey } from '../../src/survey/survey.js'
import { arbitraries as a } from '../../src/testing/arbitraries.js'
import type { DeskDeciders } from '../../src/testing/desk/desk.js'

export const deciders: DeskDeciders = {
  complaint: complaint(a.complaint.rules),
  customer: customer(a.customer.rules),
  dealings: dealings(a.dealings.rules),
  fault: fault(a.fault.rules),
  followUp: followUp(a.followUp.rules),
  promise: promise(a.promise.rules),
  survey: survey(a.survey.rules),
}
