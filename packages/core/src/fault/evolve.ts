/**
 * How a fault's state follows from what is on record. Total, and free of rules:
 * what is on record cannot be refused, only folded in.
 *
 * @since 0.1.0
 */
import { from } from '../shared/dated.js'
import { noKeys, withKey } from '../shared/key-set.js'
import type { FactsOf, FaultEvent } from './events.js'
import type { FaultFile, FaultState } from './state.js'

const report = ({ at, by, place, what, plan, ...terms }: FactsOf<'FaultReported'>): FaultFile => ({
  began: at,
  latest: at,
  terms,
  owner: terms.owner ? [{ at, value: terms.owner }] : [],
  crisis: false,
  entries: noKeys,
})

const entered = (file: FaultFile, list: string, id: string): FaultFile => ({
  ...file,
  entries: withKey(file.entries, `${list}/${id}`),
})

const track = (file: FaultFile, { trackingId, at }: FactsOf<'FaultTracked'>): FaultFile => {
  const on = entered(file, 'tracking', trackingId)
  return at < (file.trackedAt ?? at) ? on : { ...on, trackedAt: at }
}

const inFile = (file: FaultFile, { type, data }: FaultEvent): FaultFile => {
  switch (type) {
    case 'FaultReported':
    case 'FaultCleared':
      return file
    case 'FaultOwnerAssigned':
      return { ...file, owner: from(file.owner, data.at, data.owner) }
    case 'ContractSignerTold':
      return { ...file, signerTold: data.told }
    case 'ManagerTold':
      return { ...file, managerTold: data.told }
    case 'FaultFiled':
      return { ...file, filedAs: data.file }
    case 'LeadershipTold':
      return { ...file, leadershipTold: data.told }
    case 'FaultTracked':
      return track(file, data)
    case 'ComplaintLinked':
      return entered(file, 'complaint', data.complaint)
    case 'CrisisDeclared':
      return { ...file, crisis: true }
  }
}

/** Cleared once: what is written down later changes nothing of when that was. */
export const evolve = (state: FaultState, event: FaultEvent): FaultState => {
  if (state._tag === 'NotReported')
    return event.type === 'FaultReported' ? { _tag: 'Open', file: report(event.data) } : state
  const { at } = event.data
  const changed = inFile(state.file, event)
  const file = at > changed.latest ? { ...changed, latest: at } : changed
  return state._tag === 'Open' && event.type === 'FaultCleared'
    ? { _tag: 'Cleared', file, at }
    : { ...state, file }
}
