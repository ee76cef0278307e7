/**
 * How deep a customer's loyalty goes. Phases come one after another, and a customer can fall back.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../shared/figures.js'

/** What he believes of us, likes, means to do, and does. Oliver (1999), "Whence Consumer Loyalty?", Journal of Marketing 63. */
export const phases = ['cognitive', 'affective', 'conative', 'action'] as const
export type Phase = (typeof phases)[number]

/** How loyalty forms: he knows of us, thinks well of us, prefers us, and stays. */
export const stages = ['awareness', 'approval', 'preference', 'loyalty'] as const
export type Stage = (typeof stages)[number]

/** Of each phase, whether there are signs of it. */
export type Signs<Name extends string> = Readonly<Record<Name, boolean>>

/** The last phase of an unbroken row from the first: without belief, liking is no loyalty. None, where the first has no sign. */
const reached =
  <Name extends string>(order: ReadonlyArray<Name>) =>
  (signs: Signs<Name>): O.Option<Name> => {
    const missing = order.findIndex((name) => !signs[name])
    return O.fromNullable(order[(missing < 0 ? order.length : missing) - 1])
  }

/** The phase that the signs lead up to. Oliver (1999), table 1: each phase rests on the one before. */
export const phase: (signs: Signs<Phase>) => O.Option<Phase> = reached(phases)

/** The stage that the signs lead up to. */
export const stage: (signs: Signs<Stage>) => O.Option<Stage> = reached(stages)

/** A survey's loyalty items, 1 to 7, any subset. */
export interface LoyaltyItems {
  readonly firstThoughtOf?: number | undefined
  readonly firstChosen?: number | undefined
  readonly bearsPrice?: number | undefined
  readonly preferred?: number | undefined
  readonly positiveFeeling?: number | undefined
  readonly negativeFeeling?: number | undefined
  readonly keepIntent?: number | undefined
  readonly seekIntent?: number | undefined
}

export interface LoyaltySigns {
  readonly phase: Signs<Phase>
  readonly stage: Signs<Stage>
}

/**
 * Signs from a survey's items and from behaviour. An item, or the mean of several, is a sign from `cutOff` on; what was not
 * answered is none. `negativeFeeling` counts as 8 less it, and `comesBack` is whether he buys repeatedly.
 * Which item speaks for which phase is this library's reading of Oliver (1999), table 1.
 */
export const signsOf = (items: LoyaltyItems, comesBack: boolean, cutOff: number): LoyaltySigns => {
  const speaks = (...answers: ReadonlyArray<number | undefined>): boolean => {
    const given = answers.filter((answer) => answer !== undefined)
    return given.length > 0 && sum(given) / given.length >= cutOff
  }
  const { firstThoughtOf, firstChosen, bearsPrice, preferred, positiveFeeling } = items
  const { negativeFeeling, keepIntent, seekIntent } = items
  const liked = speaks(
    positiveFeeling,
    negativeFeeling === undefined ? undefined : 8 - negativeFeeling,
  )
  const intends = speaks(keepIntent, seekIntent)
  return {
    phase: {
      cognitive: speaks(firstThoughtOf, preferred),
      affective: liked,
      conative: intends,
      action: comesBack && speaks(firstChosen, bearsPrice),
    },
    stage: {
      awareness: speaks(firstThoughtOf),
      approval: liked,
      preference: speaks(preferred, firstChosen),
      loyalty: comesBack && intends,
    },
  }
}

/** Where a customer went between two readings of his phase or stage; `none` comes before the first. */
export type Move = 'forward' | 'stayed' | 'fellBack'

/** Between two phases, or two stages, in their order. */
export const move =
  <Name extends string>(order: ReadonlyArray<Name>) =>
  (before: O.Option<Name>, after: O.Option<Name>): Move => {
    const depth = O.match(
      () => -1,
      (name: Name) => order.indexOf(name),
    )
    const change = depth(after) - depth(before)
    return change === 0 ? 'stayed' : change > 0 ? 'forward' : 'fellBack'
  }
