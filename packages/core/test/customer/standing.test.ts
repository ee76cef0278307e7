import { describe, expect, it, test } from 'vitest'

import { customer } from '../../src/customer/customer.js'
import { blacklistings } from '../../src/customer/state.js'
import { fold } from '../../src/shared/decider.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { desk, entry, monday, staff, tuesday, wang, wednesday, zhao } from '../support/complaint.js'
import {
  blacklisted,
  classOf,
  cleared,
  command,
  event,
  golden,
  registered,
  rules,
  vip,
  why,
} from '../support/customer.js'

const scenario = scenarios(customer(rules), { test })
const classed = (classification = golden, at = tuesday) =>
  event('CustomerClassified', { classification }, at)
const classify = (classification = golden, at = tuesday, by = desk) =>
  command('ClassifyCustomer', { classification }, at, by)

describe('a class', () => {
  scenario('is given').given([registered]).when(classify()).records([classed()])
  scenario('is given once').given([registered, classed()]).when(classify()).recordsNothing()
  scenario('is the only one of its scheme')
    .given([registered, classed()])
    .when(classify(vip))
    .records([classed(vip)])
  scenario('of one scheme leaves the others')
    .given([registered, classed(), classed(classOf('size', 'large'))])
    .when(classify())
    .recordsNothing()
  scenario('may be given with its reason')
    .given([registered])
    .when(command('ClassifyCustomer', { classification: vip, ...why }))
    .records([event('CustomerClassified', { classification: vip, ...why })])
  scenario('is taken away')
    .given([registered, classed()])
    .when(command('DeclassifyCustomer', { scheme: 'tier' }))
    .records([event('CustomerDeclassified', { classification: golden })])
  scenario('that he does not have is not taken away')
    .given([registered, classed(classOf('size', 'large'))])
    .when(command('DeclassifyCustomer', { scheme: 'tier' }))
    .recordsNothing()
  scenario('taken away is gone')
    .given([registered, classed(), event('CustomerDeclassified', { classification: golden })])
    .when(command('DeclassifyCustomer', { scheme: 'tier' }))
    .recordsNothing()
  scenario('taken away may be given again')
    .given([registered, classed(), event('CustomerDeclassified', { classification: golden })])
    .when(classify())
    .records([classed()])
  scenario('written down late leaves the one given since')
    .given([registered, classed(vip, wednesday), classed(golden, tuesday)])
    .when(classify(vip, wednesday))
    .recordsNothing()

  scenario('of the host’s scheme is given')
    .given([registered])
    .when(classify(classOf('mood', 'gold')))
    .records([classed(classOf('mood', 'gold'))])
  scenario('of a scheme that nobody has is none')
    .given([registered])
    .when(classify(classOf('region', 'north')))
    .refuses({ _tag: 'UnknownScheme', scheme: 'region', known: ['mood'] })
  scenario('is given by no name that every object has')
    .given([registered])
    .when(classify(classOf('constructor', 'gold')))
    .refuses({ _tag: 'UnknownScheme', scheme: 'constructor', known: ['mood'] })
  scenario('is not taken away by one either')
    .given([registered])
    .when(command('DeclassifyCustomer', { scheme: classOf('__proto__', 'gold').scheme }))
    .recordsNothing()
  scenario('is one of the closed list of its scheme')
    .given([registered])
    .when(classify(classOf('mood', 'blue')))
    .refuses({ _tag: 'UnknownClass', scheme: 'mood', value: 'blue', known: ['gold', 'survey'] })
  scenarios(customer({ authority: rules.authority, purposes: [] }), { test })(
    'is of the library’s schemes where the host adds none',
  )
    .given([registered])
    .when(classify(classOf('mood', 'gold')))
    .refuses({ _tag: 'UnknownScheme', scheme: 'mood', known: [] })
})

describe('an account manager', () => {
  const assign = (who: string, at = tuesday) =>
    command('AssignManager', { manager: staff(who), ...why }, at)
  const assigned = event('ManagerAssigned', { manager: staff('li'), ...why })
  scenario('is assigned with a reason').given([registered]).when(assign('li')).records([assigned])
  scenario('is assigned once').given([registered, assigned]).when(assign('li')).recordsNothing()
  scenario('is replaced by another, and the record says by whom')
    .given([registered, assigned])
    .when(assign('wang', wednesday))
    .records([
      event('ManagerReassigned', { manager: staff('wang'), from: staff('li'), ...why }, wednesday),
    ])
  scenario('written down late was there before the one on record')
    .given([registered, assigned])
    .when(assign('wang', monday))
    .records([event('ManagerAssigned', { manager: staff('wang'), ...why }, monday)])
  scenario('written down late does not replace who came since')
    .given([
      registered,
      assigned,
      event('ManagerAssigned', { manager: staff('wang'), ...why }, monday),
    ])
    .when(assign('li', wednesday))
    .recordsNothing()
})

describe('a blacklisting', () => {
  const blacklist = (by = wang, at = tuesday) => command('BlacklistCustomer', why, at, by)
  const clear = (by = zhao, at = tuesday) => command('ClearCustomer', why, at, by)
  scenario('is decided by whoever may')
    .given([registered])
    .when(blacklist())
    .records([blacklisted(wang)])
  scenario('is decided by nobody else')
    .given([registered])
    .when(blacklist(desk))
    .refuses({
      _tag: 'OverAuthority',
      matter: 'blacklisting',
      deciders: [wang.role, zhao.role],
    })
  scenarios(customer({ ...rules, authority: [] }), { test })(
    'is decided by nobody where the host names nobody',
  )
    .given([registered])
    .when(blacklist())
    .refuses({ _tag: 'NobodyMayDecide', matter: 'blacklisting' })
  scenario('is decided once')
    .given([registered, blacklisted(wang)])
    .when(blacklist())
    .recordsNothing()
  scenario('is cleared by whoever may')
    .given([registered, blacklisted(wang)])
    .when(clear())
    .records([cleared(zhao)])
  scenario('is not cleared by whoever may only blacklist')
    .given([registered, blacklisted(wang)])
    .when(clear(wang))
    .refuses({ _tag: 'OverAuthority', matter: 'clearing', deciders: [zhao.role] })
  scenario('is cleared once')
    .given([registered, blacklisted(wang), cleared(zhao)])
    .when(clear())
    .recordsNothing()
  scenario('cleared may be decided anew')
    .given([registered, blacklisted(wang), cleared(zhao)])
    .when(blacklist(wang, wednesday))
    .records([blacklisted(wang, wednesday)])

  const refused = {
    _tag: 'Blacklisted',
    since: tuesday,
    decidedBy: wang.id,
    deciders: [zhao.role],
  } as const
  scenario('leaves no new tier to whoever may not clear')
    .given([registered, blacklisted(wang)])
    .when(classify(vip))
    .refuses(refused)
  scenario('leaves no new tier for a day before it either')
    .given([registered, blacklisted(wang)])
    .when(classify(vip, monday))
    .refuses(refused)
  scenario('leaves a new tier to whoever may clear')
    .given([registered, blacklisted(wang)])
    .when(classify(vip, tuesday, zhao))
    .records([event('CustomerClassified', { classification: vip }, tuesday, zhao)])
  scenario('leaves other classes to everybody')
    .given([registered, blacklisted(wang)])
    .when(classify(classOf('size', 'small')))
    .records([classed(classOf('size', 'small'))])
  scenario('leaves the tier that he has')
    .given([registered, classed(), blacklisted(wang)])
    .when(classify())
    .recordsNothing()
  scenario('lets his tier be taken away')
    .given([registered, classed(), blacklisted(wang)])
    .when(command('DeclassifyCustomer', { scheme: 'tier' }))
    .records([event('CustomerDeclassified', { classification: golden })])
  scenario('once cleared leaves the tier to everybody')
    .given([registered, blacklisted(wang), cleared(zhao)])
    .when(classify(vip))
    .records([classed(vip)])

  it('is seen in every read of the customer', () => {
    const state = fold(customer(rules))([registered, blacklisted(wang)])
    expect(state._tag === 'Active' && blacklistings(state.file)).toEqual([
      { since: tuesday, decidedBy: wang },
    ])
  })
})

describe('a proposal', () => {
  const propose = (n: number, classification = vip) =>
    command('ProposeClassification', { proposalId: entry(n), classification, ...why })
  const proposed = event('ClassificationProposed', {
    proposalId: entry(1),
    classification: vip,
    ...why,
  })
  const listing = event('BlacklistingProposed', { proposalId: entry(2), ...why })
  const list = (n: number) => command('ProposeBlacklisting', { proposalId: entry(n), ...why })
  const dismiss = (n: number) => command('DismissProposal', { proposalId: entry(n), ...why })
  const dismissed = (n: number) => event('ProposalDismissed', { proposalId: entry(n), ...why })

  scenario('of a class is made').given([registered]).when(propose(1)).records([proposed])
  scenario('is made once').given([registered, proposed]).when(propose(1)).recordsNothing()
  scenario('is not made again while nobody has decided it')
    .given([registered, proposed])
    .when(propose(3))
    .recordsNothing()
  scenario('of another class is another')
    .given([registered, proposed])
    .when(propose(3, golden))
    .records([
      event('ClassificationProposed', { proposalId: entry(3), classification: golden, ...why }),
    ])
  scenario('is not made of what is so already')
    .given([registered, classed(vip)])
    .when(propose(1))
    .recordsNothing()
  scenario('is of a class that there is')
    .given([registered])
    .when(propose(1, classOf('mood', 'blue')))
    .refuses({ _tag: 'UnknownClass', scheme: 'mood', value: 'blue', known: ['gold', 'survey'] })
  scenario('to blacklist is made by anybody').given([registered]).when(list(2)).records([listing])
  scenario('to blacklist is made once').given([registered, listing]).when(list(2)).recordsNothing()
  scenario('to blacklist is not made again while nobody has decided it')
    .given([registered, listing])
    .when(list(3))
    .recordsNothing()
  scenario('to blacklist whoever is, is none')
    .given([registered, blacklisted(wang)])
    .when(list(2))
    .recordsNothing()
  scenario('is dismissed')
    .given([registered, proposed])
    .when(dismiss(1))
    .records([dismissed(1)])
  scenario('is dismissed once')
    .given([registered, proposed, dismissed(1)])
    .when(dismiss(1))
    .recordsNothing()
  scenario('dismissed may be made anew')
    .given([registered, listing, dismissed(2)])
    .when(list(3))
    .records([event('BlacklistingProposed', { proposalId: entry(3), ...why })])
  scenario('that nobody made is not dismissed')
    .given([registered])
    .when(dismiss(1))
    .refuses({ _tag: 'NoSuchProposal' })
  scenario('taken up is there no more')
    .given([registered, proposed, classed(vip)])
    .when(dismiss(1))
    .recordsNothing()
  scenario('is not taken up by another class')
    .given([registered, proposed, classed(golden)])
    .when(dismiss(1))
    .records([dismissed(1)])
  scenario('to blacklist is taken up by the blacklisting')
    .given([registered, listing, blacklisted(wang)])
    .when(dismiss(2))
    .recordsNothing()
  scenario('to blacklist outlives a class')
    .given([registered, listing, classed(vip)])
    .when(dismiss(2))
    .records([dismissed(2)])
  scenario('of a class outlives a blacklisting')
    .given([registered, proposed, blacklisted(wang)])
    .when(dismiss(1))
    .records([dismissed(1)])
})
