import { describe, expect, it, test } from 'vitest'

import { barred, customer } from '../../src/customer/customer.js'
import { fold } from '../../src/shared/decider.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { redacted } from '../../src/privacy/personal.js'
import { after } from '../../src/shared/instant.js'
import {
  day,
  desk,
  monday,
  name,
  tuesday,
  wang,
  wednesday,
  words,
  zhao,
} from '../support/complaint.js'
import {
  blacklisted,
  command,
  event,
  lost,
  registered,
  register,
  registration,
  rules,
} from '../support/customer.js'

const scenario = scenarios(customer(rules), { test })
const buyer = { ...registration, stage: 'buyer' } as const

describe('a customer', () => {
  scenario('is registered').given([]).when(register).records([registered])
  scenario('registered twice is on record once').given([registered]).when(register).recordsNothing()
  scenario('is registered once, and not otherwise afterwards')
    .given([registered])
    .when(command('RegisterCustomer', buyer, monday))
    .refuses({ _tag: 'AlreadyRegistered', kind: 'organisation' })
  scenario('that nobody registered has no record to write in')
    .given([])
    .when(command('BecomeBuyer', {}))
    .refuses({ _tag: 'NotRegistered' })

  scenario('becomes a buyer')
    .given([registered])
    .when(command('BecomeBuyer', {}))
    .records([event('CustomerBecameBuyer', {})])
  scenario('becomes a buyer once')
    .given([registered, event('CustomerBecameBuyer', {})])
    .when(command('BecomeBuyer', {}))
    .recordsNothing()
  scenario('registered as a buyer is one')
    .given([event('CustomerRegistered', buyer, monday)])
    .when(command('BecomeBuyer', {}))
    .recordsNothing()

  scenario('is called otherwise')
    .given([registered])
    .when(command('RenameCustomer', { name: name('Lotus & Sons') }))
    .records([event('CustomerRenamed', { name: name('Lotus & Sons') })])
  scenario('is called what he is called')
    .given([registered, event('CustomerRenamed', { name: name('Lotus & Sons') })])
    .when(command('RenameCustomer', { name: name('Lotus & Sons') }))
    .recordsNothing()
  scenario('may have his first name again')
    .given([registered, event('CustomerRenamed', { name: name('Lotus & Sons') })])
    .when(command('RenameCustomer', { name: registration.name }))
    .records([event('CustomerRenamed', { name: registration.name })])
  scenario('whose name may not be read can be renamed')
    .given([event('CustomerRegistered', { ...registration, name: redacted }, monday)])
    .when(command('RenameCustomer', { name: registration.name }))
    .records([event('CustomerRenamed', { name: registration.name })])
})

describe('a lost customer', () => {
  const gone = [registered, lost()]
  scenario('is lost for one reason')
    .given([registered])
    .when(command('LoseCustomer', { reason: 'neglected' }))
    .records([lost()])
  scenario('is lost once')
    .given(gone)
    .when(command('LoseCustomer', { reason: 'neglected' }))
    .recordsNothing()
  scenario('has no second reason')
    .given(gone)
    .when(command('LoseCustomer', { reason: 'weakService' }, wednesday))
    .refuses({ _tag: 'AlreadyLost', reason: 'neglected', lostAt: tuesday })
  scenario('is won back')
    .given(gone)
    .when(command('WinBackCustomer', { how: words }))
    .records([event('CustomerWonBack', { how: words })])
  scenario('won back may be lost again, for another reason')
    .given([...gone, event('CustomerWonBack', { how: words })])
    .when(command('LoseCustomer', { reason: 'weakService' }))
    .records([event('CustomerLost', { reason: 'weakService' })])
  scenario('won back is not won back again')
    .given([...gone, event('CustomerWonBack', { how: words })])
    .when(command('WinBackCustomer', { how: words }))
    .recordsNothing()

  const anew = event('CustomerRegisteredAnew', buyer)
  scenario('is registered anew')
    .given(gone)
    .when(command('RegisterCustomer', buyer))
    .records([anew])
  scenario('registered anew twice is on record once')
    .given([...gone, anew])
    .when(command('RegisterCustomer', buyer))
    .recordsNothing()
  scenario('registered anew is what he is registered as')
    .given([...gone, anew])
    .when(command('BecomeBuyer', {}))
    .recordsNothing()
  scenario('registered anew under another name is called so')
    .given([...gone, event('CustomerRegisteredAnew', { ...buyer, name: name('New Lotus') })])
    .when(command('RenameCustomer', { name: name('New Lotus') }))
    .recordsNothing()
  scenario('is not registered anew by his first registration, sent again')
    .given(gone)
    .when(register)
    .recordsNothing()
  scenario('does not come back as another kind of party')
    .given(gone)
    .when(command('RegisterCustomer', { ...buyer, kind: 'person' }))
    .refuses({ _tag: 'AlreadyRegistered', kind: 'organisation' })
})

describe('a blacklisted customer', () => {
  const out = [registered, blacklisted(wang), lost()]
  const refused = {
    _tag: 'Blacklisted',
    since: tuesday,
    decidedBy: wang.id,
    deciders: [zhao.role],
  } as const
  scenario('is not registered anew by whoever may not clear him')
    .given(out)
    .when(command('RegisterCustomer', buyer))
    .refuses(refused)
  scenario('is not registered anew by whoever may only blacklist him')
    .given(out)
    .when(command('RegisterCustomer', buyer, tuesday, wang))
    .refuses(refused)
  scenario('is registered anew by whoever may clear him')
    .given(out)
    .when(command('RegisterCustomer', buyer, tuesday, zhao))
    .records([event('CustomerRegisteredAnew', buyer, tuesday, zhao)])
  scenario('is not won back by whoever may not clear him')
    .given(out)
    .when(command('WinBackCustomer', { how: words }))
    .refuses(refused)
  scenario('is won back by whoever may clear him')
    .given(out)
    .when(command('WinBackCustomer', { how: words }, tuesday, zhao))
    .records([event('CustomerWonBack', { how: words }, tuesday, zhao)])

  it('is promised something new by whoever may clear him alone', () => {
    const state = fold(customer(rules))
    const ask = barred(rules)
    expect(ask(state(out), desk)).toEqual(refused)
    expect(ask(state(out.slice(0, 2)), wang)).toEqual(refused)
    expect(ask(state(out), zhao)).toBeUndefined()
    expect(ask(state([registered]), desk)).toBeUndefined()
    expect(ask(state([]), desk)).toBeUndefined()
  })
})

describe('what is written down later', () => {
  const latest = event('CustomerBecameBuyer', {}, after(monday, 10 * day))
  const renamed = (ms: number) =>
    command('RenameCustomer', { name: name('Lotus & Sons') }, after(monday, ms))
  const earliest = after(monday, 3 * day)
  scenario('is welcome for seven days')
    .given([registered, latest])
    .when(renamed(3 * day))
    .records([event('CustomerRenamed', { name: name('Lotus & Sons') }, earliest)])
  scenario('is too long ago after that')
    .given([registered, latest])
    .when(renamed(3 * day - 1))
    .refuses({ _tag: 'TooLongAgo', earliest })
  scenario('may be of the instant it all began')
    .given([registered])
    .when(renamed(0))
    .records([event('CustomerRenamed', { name: name('Lotus & Sons') }, monday)])
  scenario('is not of before it all began')
    .given([registered])
    .when(renamed(-1))
    .refuses({ _tag: 'BeforeItBegan', began: monday })
  scenarios(customer({ ...rules, lateBy: day }), { test })('is welcome as long as the host says')
    .given([registered, latest])
    .when(renamed(9 * day - 1))
    .refuses({ _tag: 'TooLongAgo', earliest: after(monday, 9 * day) })
})
