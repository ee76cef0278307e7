/**
 * What can come next in a desk's life: somebody asks something of a stream, time passes, a policy hears, ticks, saves or dies.
 *
 * @since 0.1.0
 */
import type fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type { Type } from 'io-ts'

import { ComplaintCommand } from '../../complaint/commands.js'
import { CustomerCommand } from '../../customer/commands.js'
import { DealingsCommand } from '../../dealings/commands.js'
import { FaultCommand } from '../../fault/commands.js'
import { FollowUpCommand } from '../../follow-up/commands.js'
import type { Dispatch } from '../../policy/policy.js'
import type { Category, Commands } from '../../policy/streams.js'
import { PromiseCommand } from '../../promise/commands.js'
import { policyId } from '../../store/event-ids.js'
import { isObject, type Json } from '../../store/json.js'
import { SurveyCommand } from '../../survey/commands.js'
import { arbitraries } from '../arbitraries.js'
import type { FastCheck } from '../decider-laws.js'
import { day, hour } from '../pools.js'
import type { Desk } from './desk.js'

/** One step, said in a line when a run is shown. */
export type Step =
  | {
      readonly _tag: 'Ask'
      readonly category: Category
      /** Which of the kind's streams, and what of all that may be asked there. */
      readonly which: number
      readonly what: number
      /** Milliseconds by which it is written down late. */
      readonly late: number
      /** How many things are asked, one after another. */
      readonly times: number
    }
  | {
      readonly _tag: 'Promise'
      readonly complaint: number
      readonly n: number
      readonly within: number
    }
  | { readonly _tag: 'Keep'; readonly which: number }
  | {
      readonly _tag: 'Merge'
      readonly category: 'complaint' | 'customer'
      readonly from: number
      readonly into: number
      readonly part: boolean
    }
  | { readonly _tag: 'Again'; readonly which: number }
  | { readonly _tag: 'Pass'; readonly ms: number }
  | { readonly _tag: 'Deliver'; readonly policy: number; readonly times: number }
  | { readonly _tag: 'Tick' | 'Save' | 'Kill'; readonly policy: number }

const commandCodecs = {
  complaint: ComplaintCommand,
  customer: CustomerCommand,
  dealings: DealingsCommand,
  fault: FaultCommand,
  followUp: FollowUpCommand,
  promise: PromiseCommand,
  survey: SurveyCommand,
}

const categories: ReadonlyArray<Category> = [
  'complaint',
  'complaint',
  'complaint',
  'complaint',
  'complaint',
  'complaint',
  'complaint',
  'complaint',
  'customer',
  'customer',
  'dealings',
  'fault',
  'followUp',
  'promise',
  'promise',
  'survey',
]

/** Any step; asking comes most often, and of complaints. */
export const anyStep = (fast: FastCheck): fc.Arbitrary<Step> => {
  const policy = fast.nat({ max: 30 })
  const plain = { noNullPrototype: true } as const
  return fast.oneof(
    {
      weight: 12,
      arbitrary: fast.record(
        {
          _tag: fast.constant('Ask' as const),
          category: fast.constantFrom(...categories),
          which: fast.nat({ max: 2 }),
          what: fast.nat(),
          late: fast.constantFrom(0, 0, 0, 0, hour, 8 * day),
          times: fast.constantFrom(1, 1, 8),
        },
        plain,
      ),
    },
    {
      weight: 2,
      arbitrary: fast.record(
        {
          _tag: fast.constant('Promise' as const),
          complaint: fast.nat({ max: 2 }),
          n: fast.nat({ max: 3 }),
          within: fast.constantFrom(hour, day, 5 * day),
        },
        plain,
      ),
    },
    {
      weight: 2,
      arbitrary: fast.record({ _tag: fast.constant('Keep' as const), which: fast.nat() }, plain),
    },
    {
      weight: 1,
      arbitrary: fast.record(
        {
          _tag: fast.constant('Merge' as const),
          category: fast.constantFrom('complaint' as const, 'customer' as const),
          from: fast.nat({ max: 2 }),
          into: fast.nat({ max: 2 }),
          part: fast.boolean(),
        },
        plain,
      ),
    },
    {
      weight: 1,
      arbitrary: fast.record({ _tag: fast.constant('Again' as const), which: fast.nat() }, plain),
    },
    {
      weight: 3,
      arbitrary: fast.record(
        {
          _tag: fast.constant('Pass' as const),
          ms: fast.constantFrom(1, hour, hour, 4 * hour, day, 5 * day),
        },
        plain,
      ),
    },
    {
      weight: 6,
      arbitrary: fast.record(
        {
          _tag: fast.constant('Deliver' as const),
          policy,
          times: fast.constantFrom(1, 5, 50),
        },
        plain,
      ),
    },
    {
      weight: 4,
      arbitrary: fast.record(
        { _tag: fast.constantFrom('Tick' as const, 'Save' as const, 'Kill' as const), policy },
        plain,
      ),
    },
  )
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** The same command at another time: every instant in it is moved along. */
const moved = (json: Json, by: number): Json => {
  if (typeof json === 'string')
    return instant.test(json) ? new Date(Date.parse(json) + by).toISOString() : json
  if (Array.isArray(json)) return (json as ReadonlyArray<Json>).map((each) => moved(each, by))
  return isObject(json)
    ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, moved(value, by)]))
    : json
}

/** What only the other half of a two-step affair says: a host leaves it to the policies. */
const policiesOnly: ReadonlyArray<string> = [
  'SettlePromise',
  'AbsorbComplaint',
  'AbsorbCustomer',
  'SuppressSurvey',
  'CheckClocks',
]

const idOf = (category: Category, which: number): string => {
  const first = { complaint: 'd', customer: 'c', dealings: 'c', followUp: 'a', fault: 'f' }
  const letter = category === 'promise' || category === 'survey' ? 'b' : first[category]
  return `${letter}0000000-0000-4000-8000-00000000000${String(which + 1)}`
}

/** Promises have the streams that complaints gave them, besides some of their own. */
const targetOf = (desk: Desk, category: Category, which: number, what: number): string => {
  const ids = desk.streams().flatMap((stream) => (stream.category === category ? [stream.id] : []))
  return category === 'promise' && ids.length > 0 && what % 3 > 0
    ? (ids[what % ids.length] ?? idOf(category, which))
    : idOf(category, which)
}

/** Whether there is somebody to be merged into, as a door sees to: a merge into what was merged could lead in a circle. */
const isThere = (desk: Desk, category: 'complaint' | 'customer', id: string): boolean =>
  category === 'complaint'
    ? !['NotRecorded', 'Merged'].includes(desk.state('complaint', id)._tag)
    : desk.state('customer', id)._tag !== 'NotRegistered'

/** Whether a door lets it through: of merges it sees to it that there is somebody to be merged into, and that he is another. */
const isLetThrough = (desk: Desk, { id, command }: Dispatch): boolean => {
  if (command.type !== 'MergeCustomer' && command.type !== 'MergeComplaint') return true
  const { survivor } = command.data
  const category = command.type === 'MergeCustomer' ? 'customer' : 'complaint'
  return survivor !== id && isThere(desk, category, survivor)
}

/** A complaint's promise is no other complaint's: a host's ids are his to keep apart. */
const fitted = (id: string, command: Commands[Category]): Commands[Category] | undefined => {
  if (policiesOnly.includes(command.type)) return undefined
  if (command.type === 'GivePromise') {
    const promiseId = policyId('desk', id, command.data.promiseId)
    return { ...command, data: { ...command.data, promiseId } } as Commands[Category]
  }
  return command
}

/** What is asked of a stream in the state in which it is met. */
const dispatchOf = (
  fast: FastCheck,
  desk: Desk,
  { category, which, what, late }: Extract<Step, { readonly _tag: 'Ask' }>,
): Dispatch | undefined => {
  const id = targetOf(desk, category, which, what)
  const { commandIn } = arbitraries[category] as {
    readonly commandIn: (state: unknown) => fc.Arbitrary<Commands[Category]>
  }
  const [sample] = fast.sample(commandIn(desk.state(category, id)), { seed: what, numRuns: 1 })
  const asked = sample && fitted(id, sample)
  if (asked === undefined) return undefined
  const codec = commandCodecs[category] as unknown as Type<Commands[Category], unknown>
  const shift = desk.now() - late - asked.data.at
  const decoded = codec.decode(moved(codec.encode(asked) as Json, shift))
  return E.isRight(decoded) ? ({ to: category, id, command: decoded.right } as Dispatch) : undefined
}

const commandOf = (
  category: Category,
  id: string,
  type: string,
  data: object,
  now: number,
): Dispatch | undefined => {
  const codec = commandCodecs[category] as unknown as Type<Commands[Category], unknown>
  const by = { id: 'desk', role: 'agent' }
  const at = new Date(now).toISOString()
  const decoded = codec.decode({ type, data: { ...data, at, by } })
  return E.isRight(decoded) ? ({ to: category, id, command: decoded.right } as Dispatch) : undefined
}

/** What lives of desks are about: words given in complaints, and kept or not; and what was one, and was not. */
const plainly = (
  desk: Desk,
  step: Extract<Step, { readonly _tag: 'Promise' | 'Keep' | 'Merge' }>,
): Dispatch | undefined => {
  const now = desk.now()
  switch (step._tag) {
    case 'Promise': {
      const id = idOf('complaint', step.complaint)
      const promiseId = policyId('desk', id, String(step.n))
      const dueAt = new Date(now + step.within).toISOString()
      const data = { promiseId, kind: 'callback', what: 'a call', basis: 'a plan', dueAt }
      return commandOf('complaint', id, 'GivePromise', { ...data, temporary: false }, now)
    }
    case 'Keep': {
      const open = desk
        .streams()
        .flatMap(({ category, id }) =>
          category === 'promise' && desk.state('promise', id)._tag === 'Open' ? [id] : [],
        )
      const id = open[step.which % Math.max(1, open.length)]
      return id === undefined
        ? undefined
        : commandOf('promise', id, 'KeepPromise', { evidence: [] }, now)
    }
    case 'Merge': {
      const { category, from, into, part } = step
      const [id, other] = [idOf(category, from), idOf(category, into)]
      if (category === 'complaint')
        return commandOf('complaint', id, 'MergeComplaint', { survivor: other }, now)
      const mergeId = policyId('desk', id, other)
      return part
        ? commandOf('customer', id, 'PartCustomers', { mergeId, other, why: 'two people' }, now)
        : commandOf('customer', id, 'MergeCustomer', { mergeId, survivor: other }, now)
    }
  }
}

/** Takes one step: whatever a desk may be asked, in whatever order. */
export const takeStep =
  (fast: FastCheck, desk: Desk, newId: () => string, asked: Dispatched[]) =>
  (step: Step): void => {
    const ask = (dispatch: Dispatch | undefined): void => {
      if (dispatch === undefined || !isLetThrough(desk, dispatch)) return
      const commandId = newId()
      asked.push({ dispatch, commandId })
      desk.ask(dispatch, commandId)
    }
    switch (step._tag) {
      case 'Ask':
        for (let n = 0; n < step.times; n++)
          ask(dispatchOf(fast, desk, { ...step, what: step.what + n }))
        return
      case 'Promise':
      case 'Keep':
      case 'Merge':
        ask(plainly(desk, step))
        return
      case 'Again': {
        const before = asked[step.which % Math.max(1, asked.length)]
        // Sent again, it comes to the door again: whoever it names may be merged by now.
        if (before !== undefined && isLetThrough(desk, before.dispatch))
          desk.ask(before.dispatch, before.commandId)
        return
      }
      case 'Pass':
        desk.pass(step.ms)
        return
      case 'Deliver':
        for (let n = 0; n < step.times; n++) if (!desk.deliver(step.policy)) return
        return
      case 'Tick':
        desk.tick(step.policy)
        return
      case 'Save':
        desk.save(step.policy)
        return
      case 'Kill':
        desk.kill(step.policy)
    }
  }

/** A command as it was sent, to be sent again. */
export interface Dispatched {
  readonly dispatch: Dispatch
  readonly commandId: string
}
