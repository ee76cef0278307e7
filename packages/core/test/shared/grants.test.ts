import { describe, expect, it } from 'vitest'

import { Role } from '../../src/shared/actor.js'
import { Authority, grantFor } from '../../src/shared/authority.js'
import { Money } from '../../src/shared/money.js'
import { make } from '../support/make.js'

const role = make(Role)
const money = (amount: number, currency = 'EUR') => make(Money)({ amount, currency })
const upTo = (amount: number) => [{ amount, currency: 'EUR' }]
const matrix = make(Authority)([
  { role: 'agent', matter: 'repair' },
  { role: 'agent', matter: 'compensation', upTo: upTo(100) },
  { role: 'head', matter: 'compensation', upTo: upTo(200) },
  { role: 'head', matter: 'compensation' },
])
const [repair, small, large, any] = matrix

describe('the line of the matrix that grants a matter', () => {
  it.each([
    ['is the role’s own', 'agent', 'repair', undefined, repair],
    ['is not another role’s', 'head', 'repair', undefined, undefined],
    ['is not another matter’s', 'agent', 'redo', undefined, undefined],
    ['holds up to its limit', 'agent', 'compensation', money(100), small],
    ['does not hold beyond it', 'agent', 'compensation', money(101), undefined],
    ['does not hold in another currency', 'agent', 'compensation', money(1, 'JPY'), undefined],
    ['holds where there is no money in it', 'agent', 'compensation', undefined, small],
    ['is the first of several', 'head', 'compensation', money(200), large],
    ['is the next where the first does not reach', 'head', 'compensation', money(201), any],
  ] as const)('%s', (_, who, matter, cost, line) => {
    expect(grantFor(matrix, role(who), matter, cost)).toEqual(line)
  })
})
