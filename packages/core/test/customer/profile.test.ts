import { describe, expect, it, test } from 'vitest'

import { customer } from '../../src/customer/customer.js'
import type { CustomerEvent } from '../../src/customer/events.js'
import { completeness } from '../../src/customer/state.js'
import { redacted } from '../../src/privacy/personal.js'
import { fold } from '../../src/shared/decider.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { desk, entry, li, monday, tuesday, wang, wednesday } from '../support/complaint.js'
import {
  change,
  command,
  demographic,
  event,
  proposed,
  registered,
  rules,
  why,
} from '../support/customer.js'

const scenario = scenarios(customer(rules), { test })
const verify = (n: number, at = tuesday, by = li) =>
  command('VerifyProfileChange', { changeId: entry(n) }, at, by)
const refuse = (n: number, by = li) =>
  command('RefuseProfileChange', { changeId: entry(n), ...why }, tuesday, by)
const verified = (n: number, at = tuesday) =>
  event('ProfileChangeVerified', { changeId: entry(n), section: 'demographic' }, at, li)
const refused = (n: number) =>
  event('ProfileChangeRefused', { changeId: entry(n), section: 'demographic', ...why }, tuesday, li)
const changed = (n: number, to = demographic) =>
  event('ProfileChanged', { changeId: entry(n), change: to })
const look = (n: number, at = tuesday, by = li) =>
  command('VerifyProfileSection', { verificationId: entry(n), section: 'demographic' }, at, by)
const looked = (n: number, at = tuesday) =>
  event('ProfileSectionVerified', { verificationId: entry(n), section: 'demographic' }, at, li)

describe('a change of the profile', () => {
  scenario('is proposed')
    .given([registered])
    .when(command('ProposeProfileChange', { changeId: entry(1), change: demographic }))
    .records([proposed(1)])
  scenario('proposed twice is on record once')
    .given([registered, proposed(1)])
    .when(command('ProposeProfileChange', { changeId: entry(1), change: demographic }))
    .recordsNothing()
  scenario('is verified by another')
    .given([registered, proposed(1)])
    .when(verify(1))
    .records([verified(1)])
  scenario('is not verified by whoever proposed it')
    .given([registered, proposed(1)])
    .when(verify(1, tuesday, desk))
    .refuses({ _tag: 'OwnChange', by: desk.id })
  scenario('is refused by another')
    .given([registered, proposed(1)])
    .when(refuse(1))
    .records([refused(1)])
  scenario('is not refused by whoever proposed it')
    .given([registered, proposed(1)])
    .when(refuse(1, desk))
    .refuses({ _tag: 'OwnChange', by: desk.id })
  scenario('verified is verified')
    .given([registered, proposed(1), verified(1)])
    .when(verify(1))
    .recordsNothing()
  scenario('verified is not refused')
    .given([registered, proposed(1), verified(1)])
    .when(refuse(1))
    .refuses({ _tag: 'ChangeSettled', how: 'verified' })
  scenario('refused is refused')
    .given([registered, proposed(1), refused(1)])
    .when(refuse(1))
    .recordsNothing()
  scenario('refused is not verified')
    .given([registered, proposed(1), refused(1)])
    .when(verify(1))
    .refuses({ _tag: 'ChangeSettled', how: 'refused' })
  scenario('that nobody proposed is not verified')
    .given([registered])
    .when(verify(1))
    .refuses({ _tag: 'NoSuchChange' })
  scenario('that nobody proposed is not refused')
    .given([registered])
    .when(refuse(1))
    .refuses({ _tag: 'NoSuchChange' })
  scenario('may be made without asking')
    .given([registered])
    .when(command('ChangeProfile', { changeId: entry(1), change: demographic }))
    .records([changed(1)])
  scenario('made twice is on record once')
    .given([registered, changed(1)])
    .when(command('ChangeProfile', { changeId: entry(1), change: demographic }))
    .recordsNothing()
})

describe('a section', () => {
  scenario('is verified as it stands')
    .given([registered, changed(1)])
    .when(look(2))
    .records([looked(2)])
  scenario('verified twice is on record once')
    .given([registered, changed(1), looked(2)])
    .when(look(2))
    .recordsNothing()
  scenario('is not verified by whoever wrote it')
    .given([registered, changed(1)])
    .when(look(2, tuesday, desk))
    .refuses({ _tag: 'OwnChange', by: desk.id })
  scenario('is not verified by whoever proposed what stands')
    .given([registered, proposed(1, wang), verified(1)])
    .when(look(2, tuesday, wang))
    .refuses({ _tag: 'OwnChange', by: wang.id })
  scenario('is looked at again by whoever verified it')
    .given([registered, proposed(1), verified(1)])
    .when(look(2))
    .records([looked(2)])
  scenario('of which nothing is known can not be verified')
    .given([registered])
    .when(look(2))
    .refuses({ _tag: 'NothingToVerify', section: 'demographic' })
  scenario('that was emptied can not be verified')
    .given([registered, changed(1), changed(2, change({ section: 'demographic', content: {} }))])
    .when(look(3))
    .refuses({ _tag: 'NothingToVerify', section: 'demographic' })
})

describe('the profile', () => {
  const state = fold(customer(rules))
  const file = (...events: ReadonlyArray<CustomerEvent>) => {
    const folded = state([registered, ...events])
    if (folded._tag !== 'Active') throw new Error('not active')
    return folded.file
  }
  const psychographic = change({ section: 'psychographic', content: { interests: redacted } })
  const purchasing = change({ section: 'purchasing', content: { requirements: 'quiet' } })

  it('is as complete as sections are filled', () => {
    expect(completeness(file())).toBe(0)
    expect(completeness(file(changed(1)))).toBe(1 / 3)
    expect(completeness(file(changed(1), changed(2, psychographic)))).toBe(2 / 3)
    expect(completeness(file(changed(1), changed(2, psychographic), changed(3, purchasing)))).toBe(
      1,
    )
  })
  it('is no fuller for what was only proposed, or refused, or said of a change that is not there', () => {
    expect(completeness(file(proposed(1)))).toBe(0)
    expect(completeness(file(proposed(1), refused(1)))).toBe(0)
    expect(completeness(file(verified(1)))).toBe(0)
    expect(completeness(file(refused(1)))).toBe(0)
    expect(completeness(file(proposed(1), verified(1)))).toBe(1 / 3)
  })
  it('is emptier when a section is emptied', () => {
    const empty = change({ section: 'demographic', content: {} })
    expect(completeness(file(changed(1), changed(2, empty)))).toBe(0)
  })
  it('knows when each section was last verified', () => {
    const at = (...events: ReadonlyArray<CustomerEvent>) =>
      file(...events).profile.demographic?.verifiedAt
    expect(at(changed(1))).toBeUndefined()
    expect(at(proposed(1), verified(1))).toBe(tuesday)
    expect(at(proposed(1), verified(1), looked(2, wednesday))).toBe(wednesday)
    expect(at(proposed(1), verified(1, wednesday), looked(2, tuesday))).toBe(wednesday)
    expect(at(proposed(1), verified(1), changed(2))).toBe(tuesday)
    expect(at(proposed(1), proposed(2), verified(1, tuesday), verified(2, monday))).toBe(tuesday)
    expect(at(looked(2))).toBe(tuesday)
  })
})
