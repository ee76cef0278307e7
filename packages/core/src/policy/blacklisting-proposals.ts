/**
 * Proposes to blacklist somebody who claims compensation too often, or is paid it too often for what he buys. People decide.
 *
 * @since 0.1.0
 */
import type { ComplaintEvent } from '../complaint/events.js'
import { subjectOf } from '../complaint/state.js'
import { blacklistings, type CustomerFile } from '../customer/state.js'
import type { EntryId } from '../shared/ids.js'
import type { NonEmptyText } from '../shared/text.js'
import { policyId } from '../store/event-ids.js'
import {
  type BlacklistingProposals,
  isProposed,
  keyOf,
  type Reason,
  reasonIn,
  type Row,
} from './blacklisting-reasons.js'
import { afterEvent, type Claim, isClaim, isForgettable, newClaim } from './claims.js'
import { fileOf, lookSurvivor, lookTogether } from './customers.js'
import type { Happening, Memory, Policy, Reaction, Stamp } from './policy.js'
import { isOver } from './proposals.js'
import { all, forget, ignore, look, put, remembering, send } from './reaction.js'

const name = 'proposeBlacklisting'

const why: Readonly<Record<Reason, NonEmptyText>> = {
  manyClaims: 'compensation was claimed in too many of his complaints' as NonEmptyText,
  claimRatio: 'compensation was paid to him too often for what he buys' as NonEmptyText,
}

const claimIn = (memory: Memory<Row>, id: string): Claim | undefined => {
  const row = memory.get(id)
  return isProposed(row) ? undefined : row
}

/** There is nothing to propose for who is blacklisted, under any of his names, or is proposed. */
const isOpen = (file: CustomerFile): boolean =>
  blacklistings(file).length === 0 &&
  !Object.values(file.proposals).some(({ _tag }) => _tag === 'Blacklisting')

const judge = (
  claim: Claim,
  others: ReadonlyArray<Claim>,
  eventId: string,
  rules: BlacklistingProposals,
  memory: Memory<Row>,
  stamp: Stamp,
): Reaction<Row> =>
  lookSurvivor(claim.customer, (survivor, state) => {
    const file = fileOf(state)
    if (file === undefined) return ignore
    return lookTogether(survivor, (together) => {
      const claims = [...others, claim].filter(({ customer }) => together.has(customer))
      return reasonIn({ together, claims, memory, now: stamp.at }, rules, (reason) => {
        if (reason === undefined) return ignore
        const proposalId = policyId(name, survivor, eventId) as EntryId
        const data = { proposalId, why: why[reason], ...stamp }
        const command = { type: 'ProposeBlacklisting', data } as const
        return all<Row>([
          put(keyOf(reason, survivor), { until: stamp.at }),
          isOpen(file) ? send({ to: 'customer', id: survivor, command }) : ignore,
        ])
      })
    })
  })

/** What the complaint's claim is after this, and what it was; nothing, where it is about something else. */
const lookClaim = (
  id: string,
  event: ComplaintEvent,
  known: Claim | undefined,
  then: (claim: Claim) => Reaction<Row>,
): Reaction<Row> => {
  if (known !== undefined) {
    const claim = afterEvent(known, event)
    return claim === known ? ignore : then(claim)
  }
  return isClaim(event)
    ? look<'complaint', Row>('complaint', id, (state) => {
        const customer = subjectOf(state)
        return customer === undefined ? ignore : then(afterEvent(newClaim(customer, event), event))
      })
    : ignore
}

const ofComplaint = (
  { id, event, eventId, triggers }: Extract<Happening, { readonly category: 'complaint' }>,
  rules: BlacklistingProposals,
  memory: Memory<Row>,
  stamp: Stamp,
): Reaction<Row> => {
  const known = claimIn(memory, id)
  return lookClaim(id, event, known, (claim) => {
    const news = isClaim(event) || claim.paidAt !== known?.paidAt
    const others = [...memory].flatMap(([key, row]) => (key === id || isProposed(row) ? [] : [row]))
    return all<Row>([
      put(id, claim),
      triggers && news ? judge(claim, others, eventId, rules, memory, stamp) : ignore,
    ])
  })
}

const widest = ({ manyClaims, claimRatio }: BlacklistingProposals): number =>
  Math.max(
    manyClaims === 'off' ? 0 : manyClaims.within,
    claimRatio === 'off' ? 0 : claimRatio.within,
  )

export const proposeBlacklisting = (rules: BlacklistingProposals): Policy =>
  remembering<Row>({
    name,
    hears: ['complaint'],
    react: (happening, memory, stamp) =>
      happening.category === 'complaint' ? ofComplaint(happening, rules, memory, stamp) : ignore,
    tick: (memory, { at }) => {
      const within = widest(rules)
      return forget(
        ...[...memory].flatMap(([key, row]) => {
          const over = isProposed(row) ? isOver(row, within, at) : isForgettable(row, within, at)
          return over ? [key] : []
        }),
      )
    },
  })
