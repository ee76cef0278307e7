import { describe, expect, it } from 'vitest'

import type { DealingsEvent } from '../../src/dealings/events.js'
import { ownership } from '../../src/dealings/state.js'
import {
  bought,
  full,
  gaveBack,
  handedOver,
  intent,
  monday,
  order,
  part,
  state,
  tuesday,
  visited,
  wednesday,
} from '../support/dealings.js'

describe('a customer', () => {
  it.each<[string, ReadonlyArray<DealingsEvent>, string]>([
    ['of whom nothing is known is potential', [], 'potential'],
    ['who came is potential', [visited(1)], 'potential'],
    ['who is undecided is potential', [intent(1, 4)], 'potential'],
    ['who leans towards it is intending', [intent(1, 5)], 'intending'],
    ['who surely will is intending', [intent(1, 7)], 'intending'],
    [
      'who changed his mind is potential',
      [intent(1, 7, monday), intent(2, 3, tuesday)],
      'potential',
    ],
    [
      'is what he said last, not what was written down last',
      [intent(1, 7, tuesday), intent(2, 3, monday)],
      'intending',
    ],
    [
      'who said two things at one instant is by the one written down last',
      [intent(1, 7, tuesday), intent(2, 3, tuesday)],
      'potential',
    ],
    [
      'who said one thing twice said the first',
      [intent(1, 7), intent(1, 1, wednesday)],
      'intending',
    ],
    ['who bought is an owner', [bought(1)], 'owner'],
    ['who got it for nothing is an owner', [bought(1, monday, 0)], 'owner'],
    ['who gave back a part is an owner', [bought(1), gaveBack(1, part(500))], 'owner'],
    [
      'who got all the money back and kept it is an owner',
      [bought(1), gaveBack(1, part(2_000))],
      'owner',
    ],
    ['who gave back all is potential', [bought(1), gaveBack(1, full)], 'potential'],
    [
      'who gave back all and means to buy is intending',
      [intent(1, 6, monday), bought(1), gaveBack(1, full)],
      'intending',
    ],
    ['who gave back one of two is an owner', [bought(1), bought(2), gaveBack(1, full)], 'owner'],
    [
      'who gave back both of two is potential',
      [bought(1), bought(2), gaveBack(1, full), gaveBack(2, full, tuesday, 2)],
      'potential',
    ],
    [
      'who gave back one of two, told twice, is an owner',
      [bought(1), bought(2), gaveBack(1, full), gaveBack(2, full)],
      'owner',
    ],
    [
      'who bought what is told twice owns it once',
      [bought(1), bought(1), gaveBack(1, full)],
      'potential',
    ],
    ['who uses what was handed over is an owner', [handedOver(1)], 'owner'],
    [
      'who was handed over what he bought owns it no longer than he has it',
      [bought(1), handedOver(1, { orderId: order(1) }), gaveBack(1, full)],
      'potential',
    ],
    [
      'who uses one thing and gave back another is an owner',
      [bought(1), handedOver(1), gaveBack(1, full)],
      'owner',
    ],
    [
      'who gave back what he never bought owns no less',
      [handedOver(1), gaveBack(1, full)],
      'owner',
    ],
  ])('%s', (_, history, expected) => {
    expect(ownership(state(...history))).toBe(expected)
  })

  it('is intending from the strength that the host names', () => {
    expect(ownership(state(intent(1, 6)), 7)).toBe('potential')
    expect(ownership(state(intent(1, 7)), 7)).toBe('intending')
    expect(ownership(state(intent(1, 1)), 1)).toBe('intending')
    expect(ownership(state(), 1)).toBe('potential')
  })

  it('counts what was handed over twice on record once', () => {
    expect(state(handedOver(1), handedOver(1)).owned).toBe(1)
  })
})
