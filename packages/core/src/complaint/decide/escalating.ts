/**
 * A complaint goes up: by a rule of the host's, or by whoever sees that it must.
 *
 * @since 0.1.0
 */
import { emit, nothing, reject } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import { type CaseFile, isEscalated } from '../state.js'
import type { ComplaintDecision } from './answer.js'

/** Each level of a rule fires once a cycle, however often the clock ticks; and what fired in one fires in no other. */
export const escalate = (file: CaseFile, asked: Asked<'Escalate'>): ComplaintDecision => {
  const { rule, level, cycle = file.cycle } = asked
  if (isEscalated(file, { rule, level, cycle })) return nothing
  return cycle === file.cycle
    ? emit({ type: 'ComplaintEscalated', data: { ...asked, cycle } })
    : reject({ _tag: 'OtherCycle', cycle: file.cycle })
}

/** That it is a major matter, or that departments disagree over it: what the rules then make of that is theirs. */
export const raiseMatter = (file: CaseFile, asked: Asked<'RaiseMatter'>): ComplaintDecision =>
  file.raised[asked.matter] === undefined ? emit({ type: 'MatterRaised', data: asked }) : nothing
