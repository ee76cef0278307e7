/** What is sent may be anything: each command is refused by the field that is wrong, and nothing is thrown. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { PromiseCommand } from '../../src/promise/commands.js'
import { promise } from '../../src/promise/promise.js'
import { decodeWith } from '../../src/shared/problem.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { rules } from '../support/promise.js'
import { isRefusedByField, sentOf, wrongEverywhere } from '../support/malformed.js'

const { decide, initial } = promise(rules)
const sent = sentOf(PromiseCommand, arbitraries.promise.command, 100)
const wrongs: ReadonlyArray<unknown> = [
  ...wrongEverywhere,
  { at: 'tomorrow', channel: 'drums', agreed: 'yes' },
]
/** What may be left out: for want of a basis or of the customer's word it is refused by a rule, if at all. */
const optional = [
  'basis',
  'informed',
  'timeZone',
  'matter',
  'cost',
  'temporary',
  'confirmBy',
  'why',
]

describe('a malformed command', () => {
  isRefusedByField(PromiseCommand, sent, wrongs)

  it('for want of a field is refused by its name, or by a rule', () => {
    for (const { type, data } of sent)
      for (const field of Object.keys(data)) {
        const { [field]: _, ...rest } = data
        const answer = decodeWith(PromiseCommand)({ type, data: rest })
        if (E.isLeft(answer)) expect(answer.left.map((p) => p.field)).toEqual([`data.${field}`])
        else {
          expect(optional).toContain(field)
          decide(answer.right)(initial)
        }
      }
  })

  it('of another type is told which there are', () => {
    const answer = decodeWith(PromiseCommand)({ type: 'ForgetPromise', data: {} })
    expect(E.isLeft(answer) && answer.left.map((p) => p.field)).toEqual(['type'])
  })
})
