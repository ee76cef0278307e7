/** Words for stories about faults: each message in as few words as it can be told. */
import type { Asked, FaultCommand } from '../../src/fault/commands.js'
import type { FactsOf, FaultEvent } from '../../src/fault/events.js'
import { Failed, Owner } from '../../src/fault/fields.js'
import type { FaultRules } from '../../src/fault/rules.js'
import { Role, type Actor } from '../../src/shared/actor.js'
import { Authority, Grant } from '../../src/shared/authority.js'
import { FaultId } from '../../src/shared/ids.js'
import type { Instant } from '../../src/shared/instant.js'
import {
  because,
  complaintId,
  customer,
  days,
  desk,
  entry,
  hours,
  monday,
  name,
  staff,
  text,
  tuesday,
  words,
  zhao,
} from './complaint.js'
import { make } from './make.js'

export const faultId = (n: number) =>
  make(FaultId)(`f0000000-0000-4000-8000-${String(n).padStart(12, '0')}`)

/** What is major is the head's to decide. */
export const matrix = make(Authority)([
  { role: 'supervisor', matter: 'parts' },
  { role: 'head', matter: 'majorMatter' },
])
export const rules: FaultRules = { authority: matrix }
export const headsGrant = make(Grant)({ role: 'head', matter: 'majorMatter' })
export const head = make(Role)('head')

export const friday = days(4)

export const command = <T extends FaultCommand['type']>(
  type: T,
  data: Omit<Asked<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<FaultCommand, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<FaultCommand, { type: T }>

export const event = <T extends FaultEvent['type']>(
  type: T,
  data: Omit<FactsOf<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<FaultEvent, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<FaultEvent, { type: T }>

export const owner = (kind: Owner['kind'], id = 'service') => make(Owner)({ kind, id })
export const serviceCentre = owner('serviceCentre')
export const vendor = owner('vendor', 'pumps ltd')

const signer = staff('sun')
const manager = staff('ma')
export const leader = staff('zhao')

export const terms = {
  failed: make(Failed)({ kind: 'product', ref: 'pump P200' }),
  seenAt: hours(-2),
  place: text('the mill, second floor'),
  what: text('it leaks at the seal'),
  plan: text('a new seal, and a look at the others'),
  contractSigner: signer,
  manager,
}
/** All that may be said besides. */
export const more = {
  customer: customer(1),
  item: name('no. 7'),
  project: name('Lotus Mill'),
  owner: serviceCentre,
  follows: faultId(1),
}

type MoreTerms = Partial<Asked<'ReportFault'>>
export const report = (with_: MoreTerms = {}, at: Instant = monday, by: Actor = desk) =>
  command('ReportFault', { ...terms, ...with_ }, at, by)
export const reported = event('FaultReported', terms, monday)
export const ours = event('FaultReported', { ...terms, owner: serviceCentre }, monday)

export const byPhone = { channel: 'phone' } as const
export const signerTold = event('ContractSignerTold', { ...byPhone, told: signer })
export const managerTold = event('ManagerTold', { ...byPhone, told: manager })
export const filed = event('FaultFiled', { file: name('F 17') })
export const leadershipTold = event('LeadershipTold', { ...byPhone, told: leader })
export const tracked = (n: number, at: Instant = tuesday) =>
  event('FaultTracked', { trackingId: entry(n), progress: words }, at)
export const cleared = (at: Instant = tuesday) => event('FaultCleared', { how: words }, at)
export const linked = (n: number, at: Instant = tuesday) =>
  event('ComplaintLinked', { complaint: complaintId(n) }, at)
export const assigned = (to: Owner, at: Instant = tuesday) =>
  event('FaultOwnerAssigned', { owner: to, why: because }, at)
export const crisis = event(
  'CrisisDeclared',
  { why: because, authority: headsGrant },
  tuesday,
  zhao,
)

/** The way of a fault, as far as each step. */
export const told = [reported, signerTold, managerTold]
export const onFile = [...told, filed]
export const knownAbove = [...onFile, leadershipTold]
export const inHand = [...knownAbove, tracked(1)]
export const over = [...inHand, cleared()]

export const tellSigner = (at: Instant = tuesday) => command('TellContractSigner', byPhone, at)
export const tellManager = (at: Instant = tuesday) => command('TellManager', byPhone, at)
export const file = (at: Instant = tuesday) => command('FileFault', { file: name('F 17') }, at)
export const tellLeadership = (at: Instant = tuesday) =>
  command('TellLeadership', { ...byPhone, told: leader }, at)
export const track = (n: number, at: Instant = tuesday) =>
  command('TrackFault', { trackingId: entry(n), progress: words }, at)
export const clear = (at: Instant = tuesday) => command('ClearFault', { how: words }, at)
export const link = (n: number, at: Instant = tuesday) =>
  command('LinkComplaint', { complaint: complaintId(n) }, at)
export const assign = (to: Owner, at: Instant = tuesday) =>
  command('AssignFaultOwner', { owner: to, why: because }, at)
export const declare = (by: Actor = zhao, at: Instant = tuesday) =>
  command('DeclareCrisis', { why: because }, at, by)
