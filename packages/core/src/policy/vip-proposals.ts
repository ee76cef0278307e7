/**
 * Proposes to make somebody a VIP once he has bought enough. People decide.
 *
 * @since 0.1.0
 */
import { ordersBetween, turnoverOf } from '../dealings/bought.js'
import type { Order } from '../dealings/state.js'
import type { Classification } from '../customer/classification.js'
import { blacklistings, type CustomerFile, schemeKey } from '../customer/state.js'
import { present } from '../shared/dated.js'
import type { CustomerId, EntryId } from '../shared/ids.js'
import { Money } from '../shared/money.js'
import { type Problem, wholeFrom, wrong } from '../shared/problem.js'
import { same } from '../shared/same.js'
import type { NonEmptyText } from '../shared/text.js'
import { policyId } from '../store/event-ids.js'
import { fileOf, lookSurvivor, lookTogether } from './customers.js'
import type { Happening, Memory, Policy, Reaction, Stamp } from './policy.js'
import { countsFrom, isOver, lookDealings, type Proposed, wrongWindow } from './proposals.js'
import { all, forget, ignore, put, remembering, send } from './reaction.js'

const name = 'proposeVips'
const vip: Classification = { scheme: 'tier', value: 'vip' }

/** When somebody has bought enough: either is. At least one of them is given. */
export interface VipProposals {
  /** Only what was bought within so many milliseconds until now counts. */
  readonly within: number
  /** What is left of his purchases after all that came back: this much at least, in any of these currencies. */
  readonly turnover?: ReadonlyArray<Money>
  /** So many purchases at least that did not come back whole. */
  readonly purchases?: number
}

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkVipProposals = ({
  within,
  turnover,
  purchases,
}: VipProposals): ReadonlyArray<Problem> => [
  ...wrongWindow('within', within),
  ...wrong('', 'turnover, purchases, or both', (turnover ?? purchases) !== undefined),
  ...wrong('turnover', 'at least one', turnover?.length !== 0),
  ...(turnover ?? []).flatMap((sum, i) =>
    wrong(`turnover.${String(i)}`, Money.name, Money.is(sum)),
  ),
  ...(purchases === undefined ? [] : wholeFrom('purchases', 1, purchases)),
]

const byTurnover = 'his purchases have come to the turnover of a VIP' as NonEmptyText
const byNumber = 'he has bought as often as a VIP' as NonEmptyText

const reasonIn = (
  { turnover: limits = [], purchases }: VipProposals,
  orders: ReadonlyArray<Order>,
): NonEmptyText | undefined => {
  const kept = orders.filter(({ returnedAt }) => returnedAt === undefined)
  const turnover = turnoverOf(kept)
  if (limits.some(({ amount, currency }) => (turnover.get(currency) ?? 0) >= amount))
    return byTurnover
  return purchases !== undefined && kept.length >= purchases ? byNumber : undefined
}

/** There is nothing to propose for who is one, is proposed, or is not wanted as a customer. */
const isOpen = (file: CustomerFile): boolean =>
  !same(present(file.classes[schemeKey(vip.scheme)]), vip) &&
  blacklistings(file).length === 0 &&
  !Object.values(file.proposals).some(
    (each) => each._tag === 'Classification' && same(each.classification, vip),
  )

const propose = (
  { id, eventId }: Happening,
  rules: VipProposals,
  memory: Memory<Proposed>,
  stamp: Stamp,
): Reaction<Proposed> =>
  lookSurvivor(id as CustomerId, (survivor, state) => {
    const file = fileOf(state)
    if (file === undefined) return ignore
    return lookTogether(survivor, (together) =>
      lookDealings(together, (dealings) => {
        const proposed = (customer: CustomerId) => memory.get(customer)
        const from = countsFrom(together, proposed, rules.within, stamp.at)
        const why = reasonIn(rules, ordersBetween(dealings, from, stamp.at))
        if (why === undefined) return ignore
        const proposalId = policyId(name, survivor, eventId) as EntryId
        const data = { proposalId, classification: vip, why, ...stamp }
        const command = { type: 'ProposeClassification', data } as const
        return all<Proposed>([
          put(survivor, { until: stamp.at }),
          isOpen(file) ? send({ to: 'customer', id: survivor, command }) : ignore,
        ])
      }),
    )
  })

export const proposeVips = (rules: VipProposals): Policy =>
  remembering<Proposed>({
    name,
    hears: ['dealings'],
    react: (happening, memory, stamp) =>
      happening.triggers && happening.event.type === 'PurchaseRecorded'
        ? propose(happening, rules, memory, stamp)
        : ignore,
    tick: (memory, { at }) =>
      forget(...[...memory].flatMap(([id, row]) => (isOver(row, rules.within, at) ? [id] : []))),
  })
