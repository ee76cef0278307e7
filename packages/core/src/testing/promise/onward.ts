/**
 * What a desk would do next with a promise, so that deep states are reached as often as shallow ones.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import { PromiseCommand } from '../../promise/commands.js'
import { Source, Terms } from '../../promise/fields.js'
import type { PromiseState } from '../../promise/state.js'
import type { Matter } from '../../shared/authority.js'
import type { Instant } from '../../shared/instant.js'
import { TimeZone } from '../../time/time-zone.js'
import { fromCodec, type Pools } from '../from-codec.js'
import { actors, instants, made, pools } from '../pools.js'

const zones = ['Europe/Berlin', 'Asia/Shanghai', '+05:30'].map((zone) => made(TimeZone, zone))
const sources = [
  { origin: 'complaint', complaintId: 'd0000000-0000-4000-8000-000000000001' },
  ...['sale', 'contract', 'publication', 'followUp', 'conversation', 'fault'].map((origin) => ({
    origin,
    ref: 'no. 1',
  })),
].map((source) => made(Source, source as typeof Source._O))

export const promisePools: Pools = new Map<unknown, fc.Arbitrary<unknown>>([
  ...pools,
  [TimeZone, fc.constantFrom(...zones)],
  [Source, fc.constantFrom(...sources)],
])

export const command = fromCodec(PromiseCommand, promisePools)

const matters: ReadonlyArray<Matter> = ['repair', 'compensation', 'majorMatter', 'exchange']

/** Made at the beginning, on a basis, for an instant to come. */
const first = fc
  .record(
    {
      terms: fromCodec(Terms, promisePools),
      dueAt: fc.constantFrom(...instants.slice(3)),
      by: fc.constantFrom(...actors),
      decides: fc.option(fc.constantFrom(...matters), { nil: undefined }),
      more: fc.record(
        { temporary: fc.boolean(), confirmBy: fc.constantFrom(...instants) },
        { requiredKeys: [], noNullPrototype: true },
      ),
    },
    { noNullPrototype: true },
  )
  .map(({ terms: { matter, cost, ...terms }, dueAt, by, decides, more }): PromiseCommand => {
    const at = instants[1] ?? dueAt
    const data = { ...terms, ...more, dueAt, at, by }
    return decides === undefined
      ? { type: 'MakePromise', data }
      : { type: 'MakePromise', data: { ...data, matter: decides, ...(cost && { cost }) } }
  })

/** What leaves a promise open: were it as rare as any other command, most would be over before they had moved. */
const lively = command.filter(
  ({ type }) => type === 'RenegotiatePromise' || type === 'ExplainDelay',
)

/** All that the next command may need, whatever it turns out to be. */
export interface Turn {
  readonly asked: PromiseCommand
  readonly first: PromiseCommand
  /** In the order of time; written down later; or as it comes, though it may be by somebody who may not. */
  readonly how: 'onward' | 'later' | 'asItComes'
  /** How many instants on, or back; and how many ahead of that it is to be expected then. */
  readonly step: number
  readonly ahead: number
}

export const turn: fc.Arbitrary<Turn> = fc.record(
  {
    asked: fc.oneof({ arbitrary: command, weight: 1 }, { arbitrary: lively, weight: 1 }),
    first,
    how: fc.constantFrom('onward', 'onward', 'onward', 'later', 'asItComes'),
    step: fc.nat({ max: 3 }),
    ahead: fc.integer({ min: 1, max: 9 }),
  },
  { noNullPrototype: true },
)

/** The instant that stands so many places from another: never before the promise was made, nor beyond the last. */
const standing = (from: Instant, places: number): Instant => {
  const place = instants.filter((each) => each <= from).length - 1 + places
  return instants[Math.min(instants.length - 1, Math.max(1, place))] ?? from
}

/** By one who may, where one is needed; and the customer is told by then, where he is told. */
const fitted = (state: PromiseState, { asked, ahead }: Turn, at: Instant): PromiseCommand => {
  const { data } = asked
  const role = state._tag === 'Temporary' ? state.approvers[0] : undefined
  const by = role === undefined ? data.by : { ...data.by, role }
  const told = 'informed' in data ? { informed: { ...data.informed, at } } : {}
  const then = standing(at, ahead)
  const expected =
    asked.type === 'RenegotiatePromise'
      ? { dueAt: then }
      : asked.type === 'ExplainDelay'
        ? { expectedAt: then }
        : {}
  return { ...asked, data: { ...data, ...told, ...expected, at, by } } as PromiseCommand
}

/** A command that `state` calls for. */
export const onward = (state: PromiseState, each: Turn): PromiseCommand => {
  const { asked, first, how, step } = each
  if (how === 'asItComes') return asked
  if (state._tag === 'NotMade') return first
  return fitted(state, each, standing(state.file.latest, how === 'later' ? -step : step))
}
