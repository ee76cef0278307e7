/** What is sent may be anything: each command is refused by the field that is wrong, and nothing is thrown. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { FaultCommand } from '../../src/fault/commands.js'
import { fault } from '../../src/fault/fault.js'
import { decodeWith } from '../../src/shared/problem.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { rules } from '../support/fault.js'
import { isRefusedByField, sentOf, wrongEverywhere } from '../support/malformed.js'

const { decide, initial } = fault(rules)
const sent = sentOf(FaultCommand, arbitraries.fault.command, 200)
const wrongs: ReadonlyArray<unknown> = [
  ...wrongEverywhere,
  { kind: 'customer', ref: 'pump' },
  { kind: 'product', ref: '' },
  { kind: 'leadership', id: 'zhao' },
  'drums',
  'F0000000-0000-4000-8000-000000000001',
]
/** What may be left out. */
const optional: Readonly<Record<string, ReadonlyArray<string>>> = {
  ReportFault: ['customer', 'item', 'project', 'owner', 'follows'],
  TellContractSigner: ['told'],
  TellManager: ['told'],
  TrackFault: ['plan'],
}
/** Names and references of the host's own: anything short, and so none of the two words above is wrong. */
const hostsOwn = ['item', 'project', 'contractSigner', 'manager', 'told', 'file']
const free = ['place', 'what', 'plan', 'why', 'progress', 'how']

describe('a malformed command', () => {
  isRefusedByField(FaultCommand, sent, wrongs.slice(0, -2))

  it('with a word that is on no list is refused by that field', () => {
    const seen = new Set<string>()
    for (const { type, data } of sent)
      for (const field of Object.keys(data))
        for (const wrong of wrongs.slice(-2)) {
          const answer = decodeWith(FaultCommand)({ type, data: { ...data, [field]: wrong } })
          if (hostsOwn.includes(field) || free.includes(field))
            expect(E.isRight(answer), `${type}.${field}`).toBe(true)
          else {
            seen.add(field)
            expect(E.isLeft(answer), `${type}.${field}`).toBe(true)
          }
        }
    expect([...seen].sort()).toEqual([
      'at',
      'by',
      'channel',
      'complaint',
      'customer',
      'failed',
      'follows',
      'owner',
      'seenAt',
      'trackingId',
    ])
  })

  it('for want of a field is refused by its name, unless it may do without', () => {
    for (const { type, data } of sent)
      for (const field of Object.keys(data)) {
        const { [field]: _, ...rest } = data
        const answer = decodeWith(FaultCommand)({ type, data: rest })
        const may = optional[type]?.includes(field) ?? false
        expect(E.isRight(answer), `${type}.${field}`).toBe(may)
        if (E.isLeft(answer)) expect(answer.left.map((p) => p.field)).toEqual([`data.${field}`])
        else expect(() => decide(answer.right)(initial)).not.toThrow()
      }
  })

  it('of another type is told which there are', () => {
    const answer = decodeWith(FaultCommand)({ type: 'ForgetFault', data: {} })
    expect(E.isLeft(answer) && answer.left.map((p) => p.field)).toEqual(['type'])
  })
})
