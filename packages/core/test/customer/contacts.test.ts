import { describe, expect, it, test } from 'vitest'

import { customer } from '../../src/customer/customer.js'
import type { CustomerEvent } from '../../src/customer/events.js'
import { consentTo } from '../../src/customer/state.js'
import { fold } from '../../src/shared/decider.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { entry, monday, name, tuesday, wednesday, words } from '../support/complaint.js'
import {
  command,
  contactPerson,
  contactPoint,
  event,
  person,
  registered,
  rules,
  why,
} from '../support/customer.js'

const scenario = scenarios(customer(rules), { test })

describe('a contact person', () => {
  const wu = { personId: entry(1), name: name('Ms Wu'), roles: ['user'] } as const
  const removed = event('ContactPersonRemoved', { personId: entry(1) })
  scenario('of an organisation is added')
    .given([registered])
    .when(command('AddContactPerson', wu))
    .records([contactPerson(1)])
  scenario('is added once')
    .given([registered, contactPerson(1)])
    .when(command('AddContactPerson', wu))
    .recordsNothing()
  scenario('is an organisation’s alone')
    .given([person])
    .when(command('AddContactPerson', wu))
    .refuses({ _tag: 'NotAnOrganisation' })
  scenario('has each role once, in the order of the list')
    .given([registered])
    .when(command('AddContactPerson', { ...wu, roles: ['payer', 'user', 'payer'] }))
    .records([event('ContactPersonAdded', { ...wu, roles: ['user', 'payer'] })])
  scenario('has other roles')
    .given([registered, contactPerson(1)])
    .when(command('ChangeContactPerson', { ...wu, roles: ['recipient', 'buyer'] }))
    .records([event('ContactPersonChanged', { ...wu, roles: ['buyer', 'recipient'] })])
  scenario('has another name')
    .given([registered, contactPerson(1)])
    .when(command('ChangeContactPerson', { ...wu, name: name('Mrs Li') }))
    .records([event('ContactPersonChanged', { ...wu, name: name('Mrs Li') })])
  scenario('changed to what he is is not changed')
    .given([registered, contactPerson(1)])
    .when(command('ChangeContactPerson', { ...wu, roles: ['user', 'user'] }))
    .recordsNothing()
  scenario('that is not there is not changed')
    .given([registered])
    .when(command('ChangeContactPerson', wu))
    .refuses({ _tag: 'NoSuchContactPerson' })
  scenario('is removed')
    .given([registered, contactPerson(1)])
    .when(command('RemoveContactPerson', { personId: entry(1) }))
    .records([removed])
  scenario('is removed once')
    .given([registered, contactPerson(1), removed])
    .when(command('RemoveContactPerson', { personId: entry(1) }))
    .recordsNothing()
  scenario('that was never there is not removed')
    .given([registered])
    .when(command('RemoveContactPerson', { personId: entry(1) }))
    .refuses({ _tag: 'NoSuchContactPerson' })
  scenario('removed is not changed')
    .given([registered, contactPerson(1), removed])
    .when(command('ChangeContactPerson', wu))
    .refuses({ _tag: 'NoSuchContactPerson' })
  scenario('removed does not come back under the same id')
    .given([registered, contactPerson(1), removed])
    .when(command('AddContactPerson', wu))
    .recordsNothing()
})

describe('a contact point', () => {
  const phone = { pointId: entry(4), channel: 'phone', address: words } as const
  const removed = event('ContactPointRemoved', { pointId: entry(4) })
  const hers = { ...phone, personId: entry(1) }
  scenario('is added')
    .given([registered])
    .when(command('AddContactPoint', phone))
    .records([contactPoint(4)])
  scenario('is added once')
    .given([registered, contactPoint(4)])
    .when(command('AddContactPoint', phone))
    .recordsNothing()
  scenario('may be a contact person’s')
    .given([registered, contactPerson(1)])
    .when(command('AddContactPoint', hers))
    .records([event('ContactPointAdded', hers)])
  scenario('is nobody’s who is not there')
    .given([registered])
    .when(command('AddContactPoint', hers))
    .refuses({ _tag: 'NoSuchContactPerson' })
  scenario('is removed')
    .given([registered, contactPoint(4)])
    .when(command('RemoveContactPoint', { pointId: entry(4) }))
    .records([removed])
  scenario('is removed once')
    .given([registered, contactPoint(4), removed])
    .when(command('RemoveContactPoint', { pointId: entry(4) }))
    .recordsNothing()
  scenario('goes with the contact person whose it is')
    .given([
      registered,
      contactPerson(1),
      event('ContactPointAdded', hers),
      event('ContactPersonRemoved', { personId: entry(1) }),
    ])
    .when(command('RemoveContactPoint', { pointId: entry(4) }))
    .recordsNothing()
  scenario('of the customer stays when a contact person goes')
    .given([
      registered,
      contactPerson(1),
      contactPoint(4),
      event('ContactPersonRemoved', { personId: entry(1) }),
    ])
    .when(command('RemoveContactPoint', { pointId: entry(4) }))
    .records([removed])
  scenario('that was never there is not removed')
    .given([registered])
    .when(command('RemoveContactPoint', { pointId: entry(4) }))
    .refuses({ _tag: 'NoSuchContactPoint' })
})

describe('a consent', () => {
  const survey = { purpose: name('survey'), channel: 'phone' } as const
  const unknown = { purpose: name('prizes'), channel: 'phone' } as const
  const given = (at = tuesday) => event('ConsentGiven', survey, at)
  const withdrawn = (at = tuesday) => event('ConsentWithdrawn', survey, at)
  scenario('is given for a purpose and a channel')
    .given([registered])
    .when(command('GiveConsent', survey))
    .records([given()])
  scenario('given twice is on record once')
    .given([registered, given()])
    .when(command('GiveConsent', survey))
    .recordsNothing()
  scenario('for one channel is none for another')
    .given([registered, given()])
    .when(command('GiveConsent', { ...survey, channel: 'email' }))
    .records([event('ConsentGiven', { ...survey, channel: 'email' })])
  scenario('is not asked for a purpose that the host does not have')
    .given([registered])
    .when(command('GiveConsent', unknown))
    .refuses({ _tag: 'UnknownPurpose', purpose: 'prizes', known: ['survey'] })
  scenario('is withdrawn')
    .given([registered, given()])
    .when(command('WithdrawConsent', survey))
    .records([withdrawn()])
  scenario('is withdrawn once')
    .given([registered, given(), withdrawn()])
    .when(command('WithdrawConsent', survey))
    .recordsNothing()
  scenario('may be withdrawn before anybody asked for it')
    .given([registered])
    .when(command('WithdrawConsent', survey))
    .records([withdrawn()])
  scenario('is not withdrawn for a purpose that never was')
    .given([registered])
    .when(command('WithdrawConsent', unknown))
    .refuses({ _tag: 'UnknownPurpose', purpose: 'prizes', known: ['survey'] })
  scenario('for a purpose that is no more may still be withdrawn')
    .given([registered, event('ConsentGiven', unknown)])
    .when(command('WithdrawConsent', unknown))
    .records([event('ConsentWithdrawn', unknown)])
  scenario('withdrawn may be given again')
    .given([registered, given(), withdrawn()])
    .when(command('GiveConsent', survey, wednesday))
    .records([given(wednesday)])
  scenario('given on a day on which it was given, though withdrawn since, is on record already')
    .given([registered, given(monday), withdrawn(wednesday)])
    .when(command('GiveConsent', survey))
    .recordsNothing()

  it('written down late does not undo what the customer said since', () => {
    const said = (...events: ReadonlyArray<CustomerEvent>) => {
      const state = fold(customer(rules))([registered, ...events])
      return state._tag === 'Active' ? consentTo(state.file, 'survey', 'phone') : undefined
    }
    expect(said()).toBeUndefined()
    expect(said(given())).toBe('given')
    expect(said(withdrawn(wednesday), given(tuesday))).toBe('withdrawn')
    expect(said(given(wednesday), withdrawn(tuesday))).toBe('given')
    expect(said(given(), withdrawn())).toBe('withdrawn')
  })
})

describe('a disclosure', () => {
  const shown = {
    disclosureId: entry(1),
    to: name('the carrier'),
    what: ['names', 'contactPoints'],
    ...why,
  } as const
  scenario('is itself on record')
    .given([registered])
    .when(command('RecordDisclosure', shown))
    .records([event('PersonalDataDisclosed', shown)])
  scenario('is on record once')
    .given([registered, event('PersonalDataDisclosed', shown)])
    .when(command('RecordDisclosure', shown))
    .recordsNothing()
})
