/**
 * The closed lists of a customer's dealings.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { Channel } from '../shared/channel.js'
import { oneOf } from '../shared/one-of.js'

export { Channel }

/** What binds a customer: he comes first; he has something in hand; we stand for the same; leaving would cost him. */
export const BenefitKind = oneOf('BenefitKind', [
  'priority',
  'tangible',
  'sharedValues',
  'switchingCost',
])
export type BenefitKind = t.TypeOf<typeof BenefitKind>

/** What was handed over for use: one thing, or a whole project. */
export const HandedOverKind = oneOf('HandedOverKind', ['item', 'project'])
export type HandedOverKind = t.TypeOf<typeof HandedOverKind>

/** He has what is ours; he means to; or he might. Seen in his dealings, and never set. */
export const Ownership = oneOf('Ownership', ['owner', 'intending', 'potential'])
export type Ownership = t.TypeOf<typeof Ownership>
