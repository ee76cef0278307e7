import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  because,
  cause,
  closed,
  command,
  damage,
  defect,
  event,
  fault,
  foundInvalid,
  foundValid,
  inCharge,
  investigated,
  judged,
  name,
  notified,
  ofKind,
  onTheTable,
  option,
  recorded,
  resolved,
  rules,
  toldWhy,
  days,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })
const valid = command('FindValid', { content: fault, reasons: because })
const invalid = command('FindInvalid', {
  ground: 'misunderstanding',
  content: fault,
  reasons: because,
})

describe('a judgement', () => {
  scenario('finds a complaint valid').given([recorded]).when(valid).records([foundValid])
  scenario('finds it invalid').given([recorded]).when(invalid).records([foundInvalid])

  scenario('given twice is on record once').given(judged).when(valid).recordsNothing()
  scenario('of invalid given twice is on record once')
    .given([recorded, foundInvalid])
    .when(invalid)
    .recordsNothing()

  scenario('stays what it was')
    .given(judged)
    .when(invalid)
    .refuses({ _tag: 'AlreadyJudged', valid: true })
  scenario('of invalid stays what it was')
    .given([recorded, foundInvalid])
    .when(valid)
    .refuses({ _tag: 'AlreadyJudged', valid: false })
  scenario('stays on what it was on')
    .given(judged)
    .when(command('FindValid', { content: damage, reasons: because }))
    .refuses({ _tag: 'AlreadyJudged', valid: true })
  scenario('of invalid stays on its ground')
    .given([recorded, foundInvalid])
    .when(
      command('FindInvalid', {
        ground: 'unreasonableDemand',
        content: fault,
        reasons: because,
      }),
    )
    .refuses({ _tag: 'AlreadyJudged', valid: false })
  scenario('of invalid stays on what it was on')
    .given([recorded, foundInvalid])
    .when(command('FindInvalid', { ground: 'misunderstanding', content: damage, reasons: because }))
    .refuses({ _tag: 'AlreadyJudged', valid: false })

  scenario('is made of complaints alone')
    .given([ofKind('inquiry')])
    .when(valid)
    .refuses({ _tag: 'WrongKind', kind: 'inquiry', expected: ['complaint'] })
  scenario('of invalid is made of complaints alone')
    .given([ofKind('repair')])
    .when(invalid)
    .refuses({ _tag: 'WrongKind', kind: 'repair', expected: ['complaint'] })

  scenario('was made by resolving at once')
    .given([
      recorded,
      event('ResolvedAtOnce', { option: option(51), noteDueAt: days(2), stopped: [] }),
    ])
    .when(invalid)
    .refuses({ _tag: 'AlreadyJudged', valid: true })
  scenario('is not made of one that was decided outside')
    .given([
      recorded,
      event('ComplaintReferred', { body: 'court', name: name('court'), why: because }),
      event('OutsideDecisionRecorded', { ruling: 'dismissed', text: because }),
    ])
    .when(valid)
    .refuses({ _tag: 'StepOutOfOrder', step: 'resolved', expected: ['recorded'] })
  scenario('of invalid is not made of one that was decided outside')
    .given([
      recorded,
      event('ComplaintReferred', { body: 'court', name: name('court'), why: because }),
      event('OutsideDecisionRecorded', { ruling: 'dismissed', text: because }),
    ])
    .when(invalid)
    .refuses({ _tag: 'StepOutOfOrder', step: 'resolved', expected: ['recorded'] })

  scenario('of invalid is made anew after reopening')
    .given([
      recorded,
      foundInvalid,
      notified(),
      closed('invalid'),
      event('ComplaintReopened', { why: because }),
    ])
    .when(valid)
    .records([foundValid])
  scenario('of valid stands after reopening')
    .given([...resolved, closed(), event('ComplaintReopened', { why: because })])
    .when(invalid)
    .refuses({ _tag: 'AlreadyJudged', valid: true })
})

describe('an investigation', () => {
  const investigate = command('RecordInvestigation', { cause: defect, evidence: [] })
  const social = cause({ origin: 'social', factor: 'law' })
  const steps = ['assigned', 'investigated'] as const

  scenario('finds the cause').given(inCharge).when(investigate).records([investigated])
  scenario('recorded twice is on record once').given(toldWhy).when(investigate).recordsNothing()
  scenario('recorded again later is on record once')
    .given(onTheTable)
    .when(investigate)
    .recordsNothing()
  scenario('may find another cause before remedies are proposed')
    .given(toldWhy)
    .when(command('RecordInvestigation', { cause: social, evidence: [] }))
    .records([event('ComplaintInvestigated', { cause: social, evidence: [] })])
  scenario('may find more evidence')
    .given(toldWhy)
    .when(command('RecordInvestigation', { cause: defect, evidence: [name('photo 1')] }))
    .records([event('ComplaintInvestigated', { cause: defect, evidence: [name('photo 1')] })])
  scenario('finds no other cause once remedies are proposed')
    .given(onTheTable)
    .when(command('RecordInvestigation', { cause: social, evidence: [] }))
    .refuses({ _tag: 'StepOutOfOrder', step: 'proposed', expected: steps })
  scenario('waits until somebody is in charge')
    .given(judged)
    .when(investigate)
    .refuses({ _tag: 'StepOutOfOrder', step: 'judged', expected: steps })
  scenario('is made of complaints alone')
    .given([ofKind('suggestion')])
    .when(investigate)
    .refuses({ _tag: 'WrongKind', kind: 'suggestion', expected: ['complaint'] })
  scenario('is made again in a new cycle, even of the same cause')
    .given([...resolved, closed(), event('ComplaintReopened', { why: because })])
    .when(investigate)
    .records([investigated])
})
