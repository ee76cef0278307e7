/**
 * Views that read streams of several kinds: a customer's record holds his complaints, promises and visits.
 *
 * @since 0.1.0
 */
import type { Type } from 'io-ts'

import type { Fact, Folding } from './projection.js'

/** A fact of one of the kinds; by `category` it is known which. `Events` names the events of each. */
export type FactOf<Events> = {
  readonly [Category in keyof Events & string]: Fact<Events[Category]> & {
    readonly category: Category
  }
}[keyof Events & string]

/** A view of streams of several kinds, each read by its own codec. */
export interface WideProjection<Events, Row> extends Folding<FactOf<Events>, Row> {
  readonly events: { readonly [Category in keyof Events]: Type<Events[Category], unknown> }
}
