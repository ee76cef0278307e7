import { describe, expect, it, test } from 'vitest'

import { customer } from '../../src/customer/customer.js'
import { fold } from '../../src/shared/decider.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  customer as customerId,
  days,
  entry,
  name,
  tuesday,
  wang,
  wednesday,
  words,
} from '../support/complaint.js'
import {
  absorbed,
  blacklisted,
  command,
  contactPerson,
  contactPoint,
  demographic,
  erased,
  event,
  expectation,
  lost,
  registered,
  register,
  rules,
} from '../support/customer.js'

const scenario = scenarios(customer(rules), { test })
const state = fold(customer(rules))
const full = [
  registered,
  contactPerson(1),
  contactPoint(2),
  expectation(3),
  event('ProfileChanged', { changeId: entry(4), change: demographic }),
  event('ConsentGiven', { purpose: name('survey'), channel: 'phone' }),
  blacklisted(wang),
  absorbed(5),
]

describe('an erased customer', () => {
  scenario('is erased').given([registered]).when(command('EraseCustomer', {})).records([erased()])
  scenario('may have been lost before')
    .given([registered, lost()])
    .when(command('EraseCustomer', {}))
    .records([erased()])
  scenario('is erased once')
    .given([registered, erased()])
    .when(command('EraseCustomer', {}, wednesday))
    .recordsNothing()
  scenario('takes in nothing more')
    .given([registered, erased()])
    .when(command('RenameCustomer', { name: name('Chen') }))
    .refuses({ _tag: 'Erased', erasedAt: tuesday })
  scenario('does not come back under the same id')
    .given([registered, erased()])
    .when(register)
    .refuses({ _tag: 'Erased', erasedAt: tuesday })
  scenario('was not erased before he was registered')
    .given([registered])
    .when(command('EraseCustomer', {}, days(-1)))
    .refuses({ _tag: 'BeforeItBegan', began: days(0) })

  it('leaves when he came and went, ids, and whom he was merged with: nothing of his own', () => {
    const gone = state([...full, erased()])
    expect(gone._tag).toBe('Erased')
    if (gone._tag !== 'Erased') return
    expect(gone.at).toBe(tuesday)
    const { entries, ...rest } = gone.file
    expect(rest).toEqual({
      began: registered.data.at,
      latest: tuesday,
      absorbed: { [entry(5)]: { customer: customerId(2), through: [] } },
    })
    const left = JSON.stringify(gone)
    for (const word of ['Lotus', 'Ms Wu', 'north', words, 'survey', 'because'])
      expect([word, left.includes(word)]).toEqual([word, false])
    expect(left).toContain(`person/${entry(1)}`)
  })
  it('still folds whatever comes after, and keeps nothing of it', () => {
    const later = [
      contactPerson(8),
      event('CustomerRenamed', { name: name('Chen') }, wednesday),
      registered,
    ]
    const gone = state([...full, erased(), ...later])
    expect(gone._tag).toBe('Erased')
    expect(gone._tag === 'Erased' && gone.file.latest).toBe(wednesday)
    expect(JSON.stringify(gone)).not.toContain('Chen')
    expect(state([...full, erased(), erased(wednesday)])).toMatchObject({ at: tuesday })
  })
  it('merged by a fact from elsewhere points to his survivor', () => {
    const both = state([
      registered,
      erased(),
      event('CustomerMerged', { mergeId: entry(1), survivor: customerId(2) }),
    ])
    expect(both).toMatchObject({ _tag: 'Merged', before: { _tag: 'Erased' } })
  })
})
