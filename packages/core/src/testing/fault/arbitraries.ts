/**
 * Faults as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import type { FaultCommand } from '../../fault/commands.js'
import { FaultEvent } from '../../fault/events.js'
import { fault } from '../../fault/fault.js'
import type { FaultRules } from '../../fault/rules.js'
import type { FaultState } from '../../fault/state.js'
import { fromCodec } from '../from-codec.js'
import { pools } from '../pools.js'
import { type Arbitraries, reachable } from '../reachable.js'
import { command, onward, turn } from './onward.js'
import { faultRules } from './rules.js'

export type FaultArbitraries = Arbitraries<FaultCommand, FaultState, FaultEvent, FaultRules>

const event = fromCodec(FaultEvent, pools)

const commandIn = (state: FaultState): fc.Arbitrary<FaultCommand> =>
  turn.map((each) => onward(state, each))

const turns = fc.array(turn, { maxLength: 16, size: 'max' })

/** For faults under rules of one's own. */
export const faultArbitraries = (rules: FaultRules): FaultArbitraries => ({
  command,
  commandIn,
  event,
  ...reachable(fault(rules), turns, onward),
  rules,
})

/** Faults under the example rules. */
export const anyFault: FaultArbitraries = faultArbitraries(faultRules)
