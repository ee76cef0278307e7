import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { Authority, Matter, mayDecide, whoMayDecide } from '../../src/shared/authority.js'
import { authorityPreset } from '../../src/shared/authority-preset.js'
import { Role } from '../../src/shared/actor.js'
import { decodeWith } from '../../src/shared/problem.js'
import { make } from '../support/make.js'

describe('the matrix that ships', () => {
  it('is what a host’s own has to be', () => {
    expect(decodeWith(Authority)(JSON.parse(JSON.stringify(authorityPreset)))).toEqual(
      E.right(authorityPreset),
    )
  })

  it('says who decides, and of all else that nobody does', () => {
    const deciders = Matter.values.flatMap((matter) => {
      const roles = whoMayDecide(authorityPreset, matter)
      return roles.length === 0 ? [] : [[matter, ...roles]]
    })
    expect(deciders).toEqual([
      ['return', 'headOfCompany'],
      ['parts', 'salesManager'],
      ['priceReduction', 'headOfCompany'],
      ['majorMatter', 'generalManager'],
      ['departmentDispute', 'office'],
    ])
  })

  it('sets no limit of money', () => {
    const sum = { amount: Number.MAX_SAFE_INTEGER, currency: 'EUR' } as never
    expect(mayDecide(authorityPreset, make(Role)('headOfCompany'), 'priceReduction', sum)).toBe(
      true,
    )
  })

  it('may be added to', () => {
    const ours = make(Authority)([{ role: 'agent', matter: 'repair' }])
    expect(whoMayDecide([...authorityPreset, ...ours], 'repair')).toEqual(['agent'])
  })
})
