import { describe, expect, it, test } from 'vitest'

import { fault } from '../../src/fault/fault.js'
import { ownerOf, subjectOf } from '../../src/fault/state.js'
import { redacted } from '../../src/privacy/personal.js'
import { fold } from '../../src/shared/decider.js'
import { after } from '../../src/shared/instant.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  customer,
  days,
  hours,
  li,
  monday,
  staff,
  text,
  tuesday,
  wednesday,
} from '../support/complaint.js'
import {
  assign,
  assigned,
  event,
  faultId,
  more,
  ours,
  over,
  report,
  reported,
  rules,
  serviceCentre,
  tellSigner,
  terms,
  track,
  vendor,
} from '../support/fault.js'

const decider = fault(rules)
const scenario = scenarios(decider, { test })
const folded = fold(decider)

describe('a fault', () => {
  scenario('is reported').given([]).when(report()).records([reported])
  scenario('is reported with all that is known of it')
    .given([])
    .when(report(more))
    .records([event('FaultReported', { ...terms, ...more }, monday)])
  scenario('is reported once').given([reported]).when(report()).recordsNothing()
  scenario('is reported once, whoever says it again, and when')
    .given([reported])
    .when(report({}, tuesday, li))
    .recordsNothing()
  scenario('is reported once, also where what is personal has been forgotten')
    .given([event('FaultReported', { ...terms, ...more, place: redacted, what: redacted }, monday)])
    .when(report({ ...more, plan: text('another') }))
    .recordsNothing()
  for (const [what, other] of Object.entries({
    'at another time': { seenAt: hours(-1) },
    'with another manager': { manager: staff('li') },
    'with another signer': { contractSigner: staff('li') },
    'of another customer': { customer: customer(2) },
    'of another owner': { owner: vendor },
    'after another': { follows: faultId(2) },
  }))
    scenario(`is not reported otherwise afterwards: ${what}`)
      .given([reported])
      .when(report(other))
      .refuses({ _tag: 'AlreadyReported' })
  scenario('is not reported otherwise once it is cleared')
    .given(over)
    .when(report({ seenAt: hours(-1) }, wednesday))
    .refuses({ _tag: 'AlreadyReported' })
  scenario('is reported as soon as it is seen')
    .given([])
    .when(report({ seenAt: monday }))
    .records([event('FaultReported', { ...terms, seenAt: monday }, monday)])
  scenario('is not reported before it is seen')
    .given([])
    .when(report({ seenAt: after(monday, 1) }))
    .refuses({ _tag: 'NotYetSeen', seenAt: after(monday, 1) })
  scenario('that nobody reported has no record')
    .given([])
    .when(tellSigner())
    .refuses({ _tag: 'NotReported' })

  it('is its customer’s, where one is named', () => {
    expect(subjectOf(folded([]))).toBeUndefined()
    expect(subjectOf(folded([reported]))).toBeUndefined()
    expect(subjectOf(folded([event('FaultReported', { ...terms, ...more }, monday)]))).toBe(
      customer(1),
    )
  })
})

describe('whose it is', () => {
  scenario('is said')
    .given([reported])
    .when(assign(vendor))
    .records([assigned(vendor)])
  scenario('is said once')
    .given([reported, assigned(vendor)])
    .when(assign(vendor))
    .recordsNothing()
  scenario('may be said as it is reported')
    .given([ours])
    .when(assign(serviceCentre))
    .recordsNothing()
  scenario('may change')
    .given([ours])
    .when(assign(vendor))
    .records([assigned(vendor)])
  scenario('may change back')
    .given([ours, assigned(vendor)])
    .when(assign(serviceCentre, wednesday))
    .records([assigned(serviceCentre, wednesday)])
  scenario('is what it was then, also where that is written down later')
    .given([ours, assigned(vendor, wednesday)])
    .when(assign(serviceCentre))
    .recordsNothing()

  it('is by all that is on record, in the order of time', () => {
    const of = (...history: Parameters<typeof folded>[0]) => {
      const state = folded(history)
      return state._tag === 'NotReported' ? undefined : ownerOf(state.file)
    }
    expect(of(reported)).toBeUndefined()
    expect(of(ours)).toEqual(serviceCentre)
    expect(of(ours, assigned(vendor))).toEqual(vendor)
    expect(of(reported, assigned(vendor, wednesday), assigned(serviceCentre))).toEqual(vendor)
  })
})

describe('what is written down later', () => {
  const week = 7 * 86_400_000
  const inTime = after(days(8), -week)
  const late = [...over.slice(0, -2), event('FaultOwnerAssigned', assigned(vendor).data, days(8))]
  scenario('is welcome for a week')
    .given(late)
    .when(track(2, inTime))
    .records([event('FaultTracked', track(2).data, inTime)])
  scenario('comes too late after it')
    .given(late)
    .when(track(2, after(inTime, -1)))
    .refuses({ _tag: 'TooLongAgo', earliest: inTime })
  scenario('is too late only where it is news')
    .given([...late, event('FaultTracked', track(2).data, inTime)])
    .when(track(2, monday))
    .recordsNothing()
  scenario('is refused for what else is wrong with it first')
    .given([reported, event('FaultOwnerAssigned', assigned(vendor).data, days(8))])
    .when(track(2, monday))
    .refuses({ _tag: 'StepOutOfOrder', step: 'reported', expected: ['leadershipTold'] })
  scenario('did not happen before there was a fault')
    .given([reported])
    .when(tellSigner(after(monday, -1)))
    .refuses({ _tag: 'BeforeItBegan', began: monday })
  scenario('may have happened as it began')
    .given([reported])
    .when(tellSigner(monday))
    .records([event('ContractSignerTold', { channel: 'phone', told: staff('sun') }, monday)])

  const strict = scenarios(fault({ ...rules, lateBy: 0 }), { test })
  strict('may have no time at all')
    .given([reported, assigned(vendor)])
    .when(tellSigner(after(tuesday, -1)))
    .refuses({ _tag: 'TooLongAgo', earliest: tuesday })
})
