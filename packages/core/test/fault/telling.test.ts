import { describe, expect, it, test } from 'vitest'

import { fault } from '../../src/fault/fault.js'
import type { FaultEvent } from '../../src/fault/events.js'
import { FaultStep } from '../../src/fault/lists.js'
import { hasReached, stepOf } from '../../src/fault/state.js'
import { fold } from '../../src/shared/decider.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { name, staff, tuesday, wednesday } from '../support/complaint.js'
import {
  byPhone,
  command,
  event,
  file,
  filed,
  inHand,
  knownAbove,
  leader,
  leadershipTold,
  managerTold,
  onFile,
  over,
  reported,
  rules,
  signerTold,
  tellLeadership,
  tellManager,
  tellSigner,
  told,
  tracked,
} from '../support/fault.js'

const decider = fault(rules)
const scenario = scenarios(decider, { test })
const li = staff('li')

describe('whoever signed the contract', () => {
  scenario('is told').given([reported]).when(tellSigner()).records([signerTold])
  scenario('is told once').given([reported, signerTold]).when(tellSigner()).recordsNothing()
  scenario('is told once, by whatever way')
    .given([reported, signerTold])
    .when(command('TellContractSigner', { channel: 'inPerson' }))
    .recordsNothing()
  scenario('may be told after the manager')
    .given([reported, managerTold])
    .when(tellSigner())
    .records([signerTold])
  scenario('may have somebody in his place, and the record says so')
    .given([reported])
    .when(command('TellContractSigner', { ...byPhone, told: li }))
    .records([event('ContractSignerTold', { ...byPhone, told: li })])
  scenario('is told, or another in his place')
    .given([reported, signerTold])
    .when(command('TellContractSigner', { ...byPhone, told: li }))
    .refuses({ _tag: 'AlreadyTold', told: staff('sun') })
  scenario('is told, though all else was done before, as imported facts have it')
    .given([reported, filed])
    .when(tellSigner())
    .records([signerTold])
})

describe('the manager in charge', () => {
  scenario('is told').given([reported]).when(tellManager()).records([managerTold])
  scenario('is told once').given([reported, managerTold]).when(tellManager()).recordsNothing()
  scenario('may be told after the signer')
    .given([reported, signerTold])
    .when(tellManager())
    .records([managerTold])
  scenario('may have somebody in his place')
    .given([reported])
    .when(command('TellManager', { ...byPhone, told: li }))
    .records([event('ManagerTold', { ...byPhone, told: li })])
  scenario('is told, or another in his place')
    .given([reported, event('ManagerTold', { ...byPhone, told: li })])
    .when(tellManager())
    .refuses({ _tag: 'AlreadyTold', told: li })
})

describe('a fault', () => {
  scenario('is filed once both were told').given(told).when(file()).records([filed])
  scenario('is filed once').given(onFile).when(file()).recordsNothing()
  scenario('has one file')
    .given(onFile)
    .when(command('FileFault', { file: name('F 18') }))
    .refuses({ _tag: 'AlreadyFiled', file: 'F 17' })
  for (const [step, history] of [
    ['reported', [reported]],
    ['signerTold', [reported, signerTold]],
    ['managerTold', [reported, managerTold]],
  ] as const)
    scenario(`is not filed before both were told: ${step}`)
      .given(history)
      .when(file())
      .refuses({ _tag: 'StepOutOfOrder', step, expected: ['told'] })
  scenario('is filed late where imported facts have gone on without')
    .given([...told, leadershipTold])
    .when(file())
    .records([filed])
})

describe('the leadership', () => {
  scenario('is told once it is on file')
    .given(onFile)
    .when(tellLeadership())
    .records([leadershipTold])
  scenario('is told once').given(knownAbove).when(tellLeadership(wednesday)).recordsNothing()
  scenario('is one')
    .given(knownAbove)
    .when(command('TellLeadership', { ...byPhone, told: li }))
    .refuses({ _tag: 'AlreadyTold', told: leader })
  scenario('is not told of what is not on file')
    .given(told)
    .when(tellLeadership())
    .refuses({ _tag: 'StepOutOfOrder', step: 'told', expected: ['filed'] })
})

describe('the steps of a fault', () => {
  const reached: Readonly<Record<FaultStep, ReadonlyArray<FaultEvent>>> = {
    reported: [reported],
    signerTold: [reported, signerTold],
    managerTold: [reported, managerTold],
    told,
    filed: onFile,
    leadershipTold: knownAbove,
    tracked: inHand,
  }
  const fileOf = (history: ReadonlyArray<FaultEvent>) => {
    const state = fold(decider)(history)
    if (state._tag === 'NotReported') throw new Error('not reported')
    return state.file
  }
  it.each(FaultStep.values)('%s is as far as it has come', (step) => {
    expect(stepOf(fileOf(reached[step]))).toBe(step)
  })
  it('come in their order', () => {
    const way = FaultStep.values.map((step) =>
      FaultStep.values.filter((each) => hasReached(fileOf(reached[step]), each)),
    )
    way.forEach((each, i) => {
      expect(each).toEqual(FaultStep.values.slice(0, i + 1))
    })
  })
  it('are told by the furthest that is on record', () => {
    expect(stepOf(fileOf([reported, leadershipTold]))).toBe('leadershipTold')
    expect(stepOf(fileOf([reported, filed]))).toBe('filed')
    expect(stepOf(fileOf([reported, tracked(1, tuesday)]))).toBe('tracked')
    expect(stepOf(fileOf(over))).toBe('tracked')
  })
})
