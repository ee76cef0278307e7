/** What is sent may be anything: each command is refused by the field that is wrong, and nothing is thrown. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { FollowUpCommand } from '../../src/follow-up/commands.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import { decodeWith } from '../../src/shared/problem.js'
import { anyFollowUp } from '../../src/testing/follow-up/arbitraries.js'
import { rules } from '../support/follow-up.js'
import { isRefusedByField, sentOf, wrongEverywhere } from '../support/malformed.js'

const { decide, initial } = followUp(rules)
const sent = sentOf(FollowUpCommand, anyFollowUp.command, 150)
const wrongs: ReadonlyArray<unknown> = [
  ...wrongEverywhere,
  `visit/${'2'.repeat(1_048_576)}`,
  { after: 'lunch' },
  { after: 'complaintClosed', complaintId: 'one' },
]
/** What may be left out. */
const optional: ReadonlyArray<string> = [
  'class',
  'item',
  'visitor',
  'channel',
  'subscribed',
  'dueAt',
  'visit',
  'learned',
  'newNeeds',
  'satisfied',
  'dissatisfaction',
]

describe('a malformed command', () => {
  isRefusedByField(FollowUpCommand, sent, wrongs)

  it('for want of a field is refused by its name, or does without', () => {
    for (const { type, data } of sent)
      for (const field of Object.keys(data)) {
        const { [field]: _, ...rest } = data
        const answer = decodeWith(FollowUpCommand)({ type, data: rest })
        if (E.isLeft(answer)) expect(answer.left.map((p) => p.field)).toEqual([`data.${field}`])
        else {
          expect(optional).toContain(field)
          decide(answer.right)(initial)
        }
      }
  })

  it('of another type is told which there are', () => {
    const answer = decodeWith(FollowUpCommand)({ type: 'ForgetVisit', data: {} })
    expect(E.isLeft(answer) && answer.left.map((p) => p.field)).toEqual(['type'])
  })

  it.each([
    ['timeZone', 'Europe/Nowhere'],
    ['kind', 'callBack'],
    ['channel', 'pigeon'],
    ['subscribed', 'yes'],
  ])('that opens a plan with %s %s is refused by that field', (field, wrong) => {
    const plan = sent.find(({ type }) => type === 'OpenPlan')
    const answer = decodeWith(FollowUpCommand)({
      type: 'OpenPlan',
      data: { ...plan?.data, [field]: wrong },
    })
    expect(E.isLeft(answer) && answer.left.map((p) => p.field)).toEqual([`data.${field}`])
  })
})
