/**
 * A few of everything that a survey asks and is answered: the ends of every scale and what lies within.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'
import type * as t from 'io-ts'

import { FollowUpId } from '../../shared/ids.js'
import {
  Answers,
  Csat,
  Index,
  Loyalty,
  Nps,
  Sacrifice,
  Servqual,
  ServqualItems,
  Seven,
  Ten,
} from '../../survey/answers.js'
import { Period, Surveys } from '../../survey/values.js'
import { fromCodec, type Pools } from '../from-codec.js'
import { day, made, pools } from '../pools.js'

const items = (each: (i: number) => number): ServqualItems =>
  made(
    ServqualItems,
    Array.from({ length: 22 }, (_, i) => each(i)),
  )

const followUps = ['01', '02'].map((last) =>
  made(FollowUpId, `70000000-0000-4000-8000-0000000000${last}`),
)

const scales: Pools = new Map<unknown, fc.Arbitrary<unknown>>([
  ...pools,
  [FollowUpId, fc.constantFrom(...followUps)],
  [Csat, fc.constantFrom(1, 3, 5)],
  [Nps, fc.constantFrom(0, 6, 7, 8, 9, 10)],
  [Seven, fc.constantFrom(1, 4, 7)],
  [Ten, fc.constantFrom(1, 5, 10)],
  [
    ServqualItems,
    fc.constantFrom(
      items(() => 7),
      items(() => 1),
      items((i) => (i % 7) + 1),
    ),
  ],
  [Surveys, fc.constantFrom(0, 1, 2)],
  [Period, fc.constantFrom(1, 30 * day)],
])

/** Of what must not be empty, what is not. */
const some = <A, O>(codec: t.Type<A, O>, from: Pools): fc.Arbitrary<A> =>
  fromCodec(codec, from).filter((u) => codec.is(u))

const parts: Pools = new Map<unknown, fc.Arbitrary<unknown>>([
  ...scales,
  [Servqual, some(Servqual, scales)],
  [Index, some(Index, scales)],
  [Sacrifice, some(Sacrifice, scales)],
  [Loyalty, some(Loyalty, scales)],
])

const few: ReadonlyArray<Answers> = [{ csat: 1 }, { csat: 5, nps: 10 }]

/** Often the same as before, so that it is on record already. */
const answers = fc.oneof(fc.constantFrom(...few), some(Answers, parts))

export const surveyPools: Pools = new Map<unknown, fc.Arbitrary<unknown>>([
  ...parts,
  [Answers, answers],
])
