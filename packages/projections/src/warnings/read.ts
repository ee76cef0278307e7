/**
 * The warnings at an instant, and the lists.
 *
 * @since 0.1.0
 */
import type { ActorId, complaint, customer, Instant } from '@troth/core'

import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../shared/figures.js'
import { tenantOf } from '../shared/merged.js'
import type { Rows } from '../shared/projection.js'
import { share } from '../shared/share.js'
import { instantCell, type TableRow } from '../shared/table-row.js'
import { holdings, type Sources } from './holdings.js'
import { type GoodReason, goodList, type Listed, type PoorReason, poorList } from './lists.js'
import { ofCase } from './of-cases.js'
import { ofCustomer, type Reading } from './of-customers.js'
import type { Thresholds } from './thresholds.js'
import type { Warning } from './warning.js'

/** Warnings stand by customer, and last those of managers; with the thresholds that they were found by. */
export interface Warnings {
  readonly at: Instant
  readonly thresholds: Thresholds
  readonly warnings: ReadonlyArray<Warning>
  readonly poor: ReadonlyArray<Listed<PoorReason>>
  readonly good: ReadonlyArray<Listed<GoodReason>>
}

const byName = (
  [a = '']: readonly [string | undefined, unknown],
  [b = '']: readonly [string | undefined, unknown],
): number => (a < b ? -1 : 1)

/** Who has how many of a tenant's customers: those merged, lost or erased are nobody's. */
const managers = (
  rows: Rows<customer.CustomerState>,
  { managerHolds }: Thresholds,
): ReadonlyArray<Warning> => {
  if (managerHolds === 'off') return []
  const tenants = new Map<string | undefined, Map<ActorId, number>>()
  for (const [key, state] of rows) {
    const manager = state._tag === 'Active' ? state.file.manager.at(-1)?.value : undefined
    if (manager === undefined) continue
    const held = tenants.get(tenantOf(key)) ?? new Map<ActorId, number>()
    tenants.set(tenantOf(key), held.set(manager, (held.get(manager) ?? 0) + 1))
  }
  return [...tenants].sort(byName).flatMap(([tenant, held]) => {
    const n = sum([...held.values()])
    return [...held]
      .filter(([, customers]) => customers > managerHolds)
      .sort(byName)
      .map(([manager, customers]): Warning => ({
        _tag: 'ManagerHoldsMany',
        ...(tenant !== undefined && { tenant }),
        manager,
        customers,
        share: share(customers, n),
      }))
  })
}

/** All that is to be looked at at an instant, which is not before the last event. */
export const read =
  (rules: complaint.ComplaintRules, thresholds: Thresholds) =>
  (sources: Sources, reading: Reading): Warnings => {
    const { at } = reading
    const all = holdings(sources, reading)
    const customers = ofCustomer(thresholds, reading)
    const cases = ofCase(rules, thresholds, at)
    return {
      at,
      thresholds,
      warnings: [
        ...all.flatMap((of) => [...of.cases.flatMap((each) => cases(of, each)), ...customers(of)]),
        ...managers(sources.customers, thresholds),
      ],
      poor: poorList(all, thresholds, at),
      good: goodList(all, thresholds, at),
    }
  }

const subjectOf = (warning: Warning): string | null => {
  if ('complaint' in warning) return warning.complaint
  if ('promise' in warning) return warning.promise
  if ('followUp' in warning) return `${warning.followUp}/${warning.visit}`
  if (warning._tag === 'ManagerHoldsMany') return warning.tenant ?? null
  return 'currency' in warning ? warning.currency : null
}

const figureOf = (warning: Warning): number | null => {
  switch (warning._tag) {
    case 'ManyClaims':
      return warning.claims
    case 'HighClaimRatio':
      return warning.ratio
    case 'FallInValue':
      return warning.change
    case 'CalledTwice':
      return warning.chased
    case 'ManagerHoldsMany':
      return warning.customers
    default:
      return null
  }
}

/** Of how many the figure is, where it is of so many. */
const ofHowMany = (warning: Warning): number | null => {
  if (warning._tag === 'HighClaimRatio') return warning.purchases
  return warning._tag === 'ManagerHoldsMany' ? (O.toNullable(warning.share)?.n ?? null) : null
}

const instantOf = (warning: Warning): Instant | undefined => {
  if ('dueAt' in warning) return warning.dueAt
  if ('since' in warning) return warning.since
  return warning._tag === 'PromiseBroken' ? warning.at : undefined
}

/** The warnings as a table: one row each, and one for each reason of a list. */
export const rows = ({ warnings, poor, good }: Warnings): ReadonlyArray<TableRow> => {
  const list = (name: string, all: ReadonlyArray<Listed<string>>): ReadonlyArray<TableRow> =>
    all.flatMap(({ customer: whose, blacklisted, reasons }) =>
      reasons.map(({ why, found, n, currency }) => ({
        warning: `${name}: ${why}`,
        customer: whose,
        manager: null,
        about: currency ?? null,
        figure: found,
        n,
        at: null,
        blacklisted,
      })),
    )
  return [
    ...warnings.map((warning) => ({
      warning: warning._tag,
      customer: 'customer' in warning ? warning.customer : null,
      manager: 'manager' in warning ? warning.manager : null,
      about: subjectOf(warning),
      figure: figureOf(warning),
      n: ofHowMany(warning),
      at: instantCell(instantOf(warning)),
      blacklisted: null,
    })),
    ...list('poor', poor),
    ...list('good', good),
  ]
}
