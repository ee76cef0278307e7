/**
 * By whom and where a customer is reached, for what he agreed to be, and to whom his own data was shown.
 *
 * @since 0.1.0
 */
import { isKnown, once } from '../../shared/entries.js'
import { asOf } from '../../shared/dated.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import { same } from '../../shared/same.js'
import type { Asked } from '../commands.js'
import { PersonRole } from '../lists.js'
import type { CustomerRules } from '../rules.js'
import { consentKey, type CustomerFile } from '../state.js'
import type { CustomerDecision, Objection } from './answer.js'

/** Each role once, in the order of the list. */
const inOrder = <A extends { readonly roles: ReadonlyArray<PersonRole> }>(asked: A): A => ({
  ...asked,
  roles: PersonRole.values.filter((role) => asked.roles.includes(role)),
})

export const addPerson = (file: CustomerFile, asked: Asked<'AddContactPerson'>): CustomerDecision =>
  once(file, 'person', asked.personId, () =>
    file.registration.kind === 'organisation'
      ? emit({ type: 'ContactPersonAdded', data: inOrder(asked) })
      : reject({ _tag: 'NotAnOrganisation' }),
  )

export const changePerson = (
  file: CustomerFile,
  asked: Asked<'ChangeContactPerson'>,
): CustomerDecision => {
  const now = file.persons[asked.personId]
  if (!now) return reject({ _tag: 'NoSuchContactPerson' })
  const changed = inOrder(asked)
  const { name, roles } = changed
  return same(now, { name, roles })
    ? nothing
    : emit({ type: 'ContactPersonChanged', data: changed })
}

export const removePerson = (
  file: CustomerFile,
  asked: Asked<'RemoveContactPerson'>,
): CustomerDecision => {
  if (file.persons[asked.personId]) return emit({ type: 'ContactPersonRemoved', data: asked })
  return isKnown(file, 'person', asked.personId) ? nothing : reject({ _tag: 'NoSuchContactPerson' })
}

export const addPoint = (file: CustomerFile, asked: Asked<'AddContactPoint'>): CustomerDecision =>
  once(file, 'point', asked.pointId, () =>
    asked.personId === undefined || file.persons[asked.personId]
      ? emit({ type: 'ContactPointAdded', data: asked })
      : reject({ _tag: 'NoSuchContactPerson' }),
  )

export const removePoint = (
  file: CustomerFile,
  asked: Asked<'RemoveContactPoint'>,
): CustomerDecision => {
  if (file.points[asked.pointId]) return emit({ type: 'ContactPointRemoved', data: asked })
  return isKnown(file, 'point', asked.pointId) ? nothing : reject({ _tag: 'NoSuchContactPoint' })
}

const unknownPurpose = (
  { purposes: known }: CustomerRules,
  { purpose }: Asked<'GiveConsent'>,
): Objection => (known.includes(purpose) ? undefined : { _tag: 'UnknownPurpose', purpose, known })

export const giveConsent = (
  { consents }: CustomerFile,
  asked: Asked<'GiveConsent'>,
  rules: CustomerRules,
): CustomerDecision =>
  asOf(consents[consentKey(asked.purpose, asked.channel)], asked.at) === 'given'
    ? nothing
    : unless([unknownPurpose(rules, asked)], { type: 'ConsentGiven', data: asked })

/** Nobody need have given it first; and what he gave for a purpose that is no more he may still take back. */
export const withdrawConsent = (
  { consents }: CustomerFile,
  asked: Asked<'WithdrawConsent'>,
  rules: CustomerRules,
): CustomerDecision => {
  const history = consents[consentKey(asked.purpose, asked.channel)]
  if (asOf(history, asked.at) === 'withdrawn') return nothing
  return unless([history ? undefined : unknownPurpose(rules, asked)], {
    type: 'ConsentWithdrawn',
    data: asked,
  })
}

export const disclose = (file: CustomerFile, asked: Asked<'RecordDisclosure'>): CustomerDecision =>
  once(file, 'disclosure', asked.disclosureId, () =>
    emit({ type: 'PersonalDataDisclosed', data: asked }),
  )
