/**
 * What a desk would do next with a fault, so that deep states are reached as often as shallow ones.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import { FaultCommand } from '../../fault/commands.js'
import type { FaultStep } from '../../fault/lists.js'
import { type FaultState, stepOf } from '../../fault/state.js'
import { fromCodec } from '../from-codec.js'
import { instants, pools } from '../pools.js'

export const command = fromCodec(FaultCommand, pools)

type Type = FaultCommand['type']

/** What each step calls for. */
const next: Readonly<Record<FaultStep, ReadonlyArray<Type>>> = {
  reported: ['TellContractSigner', 'TellManager'],
  signerTold: ['TellManager'],
  managerTold: ['TellContractSigner'],
  told: ['FileFault'],
  filed: ['TellLeadership'],
  leadershipTold: ['TrackFault'],
  tracked: ['TrackFault', 'ClearFault'],
}

/** All that the next command may need, whatever it turns out to be. */
export interface Turn {
  readonly asked: FaultCommand
  readonly first: FaultCommand
  /** One command of each type that a step may call for. */
  readonly steps: ReadonlyArray<FaultCommand>
  readonly how: 'onward' | 'besides' | 'asItComes'
  /** Which of those called for; and how many instants on. */
  readonly pick: number
  readonly step: number
}

const ofTypes = (types: ReadonlyArray<Type>): ReadonlyArray<fc.Arbitrary<FaultCommand>> =>
  FaultCommand.types.flatMap((codec) =>
    types.some((type) => type === codec.name)
      ? [fromCodec(codec as unknown as typeof FaultCommand, pools)]
      : [],
  )

export const turn: fc.Arbitrary<Turn> = fc.record(
  {
    asked: command,
    first: fc.oneof(...ofTypes(['ReportFault'])),
    steps: fc.tuple(...ofTypes(Object.values(next).flat())),
    how: fc.constantFrom('onward', 'onward', 'onward', 'besides', 'asItComes'),
    pick: fc.nat({ max: 1 }),
    step: fc.integer({ min: -1, max: 2 }),
  },
  { noNullPrototype: true },
)

const stepping = (state: FaultState, { asked, first, steps, how, pick }: Turn): FaultCommand => {
  if (state._tag === 'NotReported') return first
  if (how === 'besides' || state._tag === 'Cleared') return asked
  const called = next[stepOf(state.file)]
  return steps.find(({ type }) => type === called[pick % called.length]) ?? asked
}

/** A command that `state` calls for, mostly in the order of time: what is reported has been seen by then. */
export const onward = (state: FaultState, each: Turn): FaultCommand => {
  if (each.how === 'asItComes') return each.asked
  const { type, data } = stepping(state, each)
  const from = state._tag === 'NotReported' ? 0 : instants.indexOf(state.file.latest)
  const at = instants[Math.min(instants.length - 1, Math.max(1, from + each.step))] ?? data.at
  const seen = 'seenAt' in data && data.seenAt > at ? { seenAt: at } : {}
  return { type, data: { ...data, ...seen, at } } as FaultCommand
}
