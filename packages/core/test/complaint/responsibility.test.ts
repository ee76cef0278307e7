import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  assigned,
  because,
  command,
  desk,
  entry,
  event,
  foundInvalid,
  inCharge,
  judged,
  li,
  liInCharge,
  ofKind,
  party,
  partsDepartment,
  recorded,
  resolved,
  rules,
  staff,
  toldWhy,
  tuesday,
  wang,
  words,
  closed,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })
const vendor = party({ kind: 'vendor', id: 'pumps ltd' })
const partner = party({ kind: 'partner', id: 'fitters' })
const assign = command('AssignResponsibility', { to: liInCharge })

describe('responsibility', () => {
  scenario('is assigned to a person, who answers for it')
    .given(judged)
    .when(assign)
    .records([assigned])
  scenario('assigned to a department leaves the owner')
    .given(judged)
    .when(command('AssignResponsibility', { to: partsDepartment }))
    .records([event('ResponsibilityAssigned', { to: partsDepartment, owner: desk.id })])
  scenario('assigned outside the business leaves an owner in it')
    .given(judged)
    .when(command('AssignResponsibility', { to: vendor }))
    .records([event('ResponsibilityAssigned', { to: vendor, owner: desk.id })])
  scenario('may come with another owner')
    .given(judged)
    .when(command('AssignResponsibility', { to: vendor, owner: wang.id }))
    .records([event('ResponsibilityAssigned', { to: vendor, owner: wang.id })])

  scenario('assigned twice is on record once').given(inCharge).when(assign).recordsNothing()
  scenario('assigned again later is on record once').given(toldWhy).when(assign).recordsNothing()
  scenario('assigned again with its owner is on record once')
    .given(inCharge)
    .when(command('AssignResponsibility', { to: liInCharge, owner: li.id }))
    .recordsNothing()
  scenario('assigned to another is a hand-over')
    .given(inCharge)
    .when(command('AssignResponsibility', { to: vendor }))
    .refuses({ _tag: 'AlreadyAssigned', to: liInCharge })
  scenario('assigned with another owner is a hand-over')
    .given(inCharge)
    .when(command('AssignResponsibility', { to: liInCharge, owner: wang.id }))
    .refuses({ _tag: 'AlreadyAssigned', to: liInCharge })

  scenario('waits for the judgement')
    .given([recorded])
    .when(assign)
    .refuses({ _tag: 'StepOutOfOrder', step: 'recorded', expected: ['judged'] })
  scenario('is not assigned for what is invalid')
    .given([recorded, foundInvalid])
    .when(assign)
    .refuses({ _tag: 'JudgedInvalid' })
  scenario('for a repair waits for nothing')
    .given([ofKind('repair')])
    .when(assign)
    .records([assigned])
  scenario('for a return waits for nothing')
    .given([ofKind('return')])
    .when(assign)
    .records([assigned])
  scenario('for an inquiry is not assigned')
    .given([ofKind('inquiry')])
    .when(assign)
    .refuses({
      _tag: 'WrongKind',
      kind: 'inquiry',
      expected: ['complaint', 'repair', 'return'],
    })
  scenario('is assigned anew to a complaint judged again')
    .given([
      ...inCharge,
      event('KindChanged', { kind: 'inquiry', clocksFrom: 'receipt' }),
      event('KindChanged', { kind: 'complaint', clocksFrom: 'receipt' }),
      ...judged.slice(1),
    ])
    .when(command('AssignResponsibility', { to: vendor }))
    .records([event('ResponsibilityAssigned', { to: vendor, owner: li.id })])
})

describe('a hand-over', () => {
  const handOver = (n: number, to = partner) =>
    ({
      handOverId: entry(n),
      to,
      why: because,
      customerAsked: false,
      passedOn: words,
    }) as const
  const handed = (n: number, to = partner, owner = li.id) =>
    event('ComplaintHandedOver', { ...handOver(n, to), owner })

  scenario('says to whom, why, whether the customer was asked and what was passed on')
    .given(inCharge)
    .when(command('HandOver', handOver(70)))
    .records([handed(70)])
  scenario('may happen at any step')
    .given([recorded])
    .when(command('HandOver', handOver(70)))
    .records([handed(70, partner, desk.id)])
  scenario('asked twice is on record once')
    .given([...inCharge, handed(70)])
    .when(command('HandOver', handOver(70)))
    .recordsNothing()
  scenario('to whoever holds it is none')
    .given([...inCharge, handed(70)])
    .when(command('HandOver', handOver(71)))
    .refuses({ _tag: 'HeldAlready', by: partner })
  scenario('to whoever took it in is none')
    .given([recorded])
    .when(command('HandOver', handOver(70, party({ kind: 'person', id: 'desk' }))))
    .refuses({ _tag: 'HeldAlready', by: party({ kind: 'person', id: 'desk' }) })
  scenario('and back is two')
    .given([...inCharge, handed(70)])
    .when(command('HandOver', handOver(71, liInCharge)))
    .records([handed(71, liInCharge)])
  scenario('to a person makes him the owner')
    .given(inCharge)
    .when(command('HandOver', handOver(70, party({ kind: 'person', id: 'wang' }))))
    .records([handed(70, party({ kind: 'person', id: 'wang' }), wang.id)])
  scenario('may come with another owner')
    .given(inCharge)
    .when(command('HandOver', { ...handOver(70), owner: wang.id }))
    .records([handed(70, partner, wang.id)])
  scenario('leaves the owner that an earlier one named')
    .given([...inCharge, handed(70, partner, wang.id)])
    .when(command('HandOver', handOver(71, vendor)))
    .records([handed(71, vendor, wang.id)])
})

describe('the one in charge', () => {
  const stand = { deputy: staff('wang'), why: because }
  const named = (inPlaceOf: string) =>
    event('DeputyNamed', { ...stand, inPlaceOf: staff(inPlaceOf) })

  scenario('if absent has a deputy, and the record says so')
    .given(inCharge)
    .when(command('NameDeputy', stand))
    .records([named('li')])
  scenario('has that deputy already')
    .given([...inCharge, named('li')])
    .when(command('NameDeputy', stand))
    .recordsNothing()
  scenario('may have another deputy')
    .given([...inCharge, named('li')])
    .when(command('NameDeputy', { deputy: staff('zhao'), why: because }))
    .records([
      event('DeputyNamed', { deputy: staff('zhao'), why: because, inPlaceOf: staff('li') }),
    ])
  scenario('has no deputy left after a hand-over')
    .given([
      ...inCharge,
      named('li'),
      event('ComplaintHandedOver', {
        handOverId: entry(70),
        to: partner,
        why: because,
        customerAsked: true,
        passedOn: words,
        owner: li.id,
      }),
    ])
    .when(command('NameDeputy', stand))
    .records([named('fitters')])
  scenario('has no deputy left after an assignment')
    .given([...judged, named('desk'), assigned])
    .when(command('NameDeputy', stand))
    .records([named('li')])
})

describe('the setting of a talk', () => {
  const setting = { settingId: entry(75), why: because }
  const other = [{ person: wang.id }, { place: words }, { time: tuesday }]
  for (const change of other)
    scenario(`changes its ${Object.keys(change).join()}`)
      .given([recorded])
      .when(command('ChangeSetting', { ...setting, ...change }))
      .records([event('SettingChanged', { ...setting, ...change })])
  scenario('changes something at least')
    .given([recorded])
    .when(command('ChangeSetting', setting))
    .refuses({ _tag: 'SettingUnchanged' })
  scenario('changed twice is on record once')
    .given([recorded, event('SettingChanged', { ...setting, place: words })])
    .when(command('ChangeSetting', { ...setting, place: words }))
    .recordsNothing()
  scenario('is no longer changed after the close')
    .given([...resolved, closed()])
    .when(command('ChangeSetting', { ...setting, place: words }))
    .refuses({ _tag: 'AlreadyClosed', outcome: 'resolved', closedAt: tuesday })
})
