/** Words for stories about escalation: who stands where, and a level in as few words as it can be told. */
import type {
  Addressees,
  EscalationLevel,
  EscalationRules,
  EscalationTrigger,
} from '../../src/complaint/escalation-rules.js'
import { party, rules } from './complaint.js'

export const supervisor = party({ kind: 'person', id: 'wang' })
export const top = party({ kind: 'person', id: 'zhao' })
export const arbiter = party({ kind: 'department', id: 'office' })
export const addressees: Addressees = { supervisor, top, arbiter }

export const level = (
  when: EscalationTrigger,
  more: Partial<EscalationLevel> = {},
): EscalationLevel => ({ when, level: 1, to: 'supervisor', ...more })

export const escalationRules = (
  levels: ReadonlyArray<EscalationLevel>,
  more: Partial<EscalationRules> = {},
): EscalationRules => ({ complaint: rules, levels, addressees, ...more })
