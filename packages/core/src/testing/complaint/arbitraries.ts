/**
 * Complaints as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import { ComplaintCommand } from '../../complaint/commands.js'
import { complaint } from '../../complaint/complaint.js'
import { ComplaintEvent } from '../../complaint/events.js'
import type { ComplaintRules } from '../../complaint/rules.js'
import type { ComplaintState } from '../../complaint/state.js'
import { fromCodec } from '../from-codec.js'
import { pools } from '../pools.js'
import { type Material, material, onward } from './onward.js'
import { type Arbitraries, reachable } from '../reachable.js'
import { complaintRules } from './rules.js'

export type ComplaintArbitraries = Arbitraries<
  ComplaintCommand,
  ComplaintState,
  ComplaintEvent,
  ComplaintRules
>

const command = fromCodec(ComplaintCommand, pools)
const event = fromCodec(ComplaintEvent, pools)

const commandIn = (state: ComplaintState): fc.Arbitrary<ComplaintCommand> =>
  fc.oneof(
    { arbitrary: material.map((m) => onward(state, m)), weight: 3 },
    { arbitrary: command, weight: 1 },
  )

type Turn = { readonly any: ComplaintCommand } | { readonly onward: Material }

const turn: fc.Arbitrary<Turn> = fc.oneof(
  { arbitrary: material.map((m) => ({ onward: m })), weight: 4 },
  { arbitrary: command.map((any) => ({ any })), weight: 1 },
)

const asked = (state: ComplaintState, taken: Turn): ComplaintCommand =>
  'any' in taken ? taken.any : onward(state, taken.onward)

/** Most complaints are short, and some go all the way round. */
const turns = fc.oneof(
  fc.array(turn, { maxLength: 6 }),
  fc.array(turn, { minLength: 6, maxLength: 22, size: 'max' }),
)

/** For complaints under rules of one's own. */
export const complaintArbitraries = (rules: ComplaintRules): ComplaintArbitraries => ({
  command,
  commandIn,
  event,
  ...reachable(complaint(rules), turns, asked),
  rules,
})

/** Complaints under the example rules. */
export const anyComplaint: ComplaintArbitraries = complaintArbitraries(complaintRules)
