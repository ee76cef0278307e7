/**
 * What a view can not get past.
 *
 * @since 0.1.0
 */
import type { Position, Undecodable } from '@troth/core/store'

/** The host's own code threw. */
export interface Threw {
  readonly _tag: 'Threw'
  readonly message: string
}

export const threw = (error: unknown): Threw => ({
  _tag: 'Threw',
  message: error instanceof Error ? error.message : String(error),
})

/** Why an event could not become part of a view. */
export type Poison = Undecodable | Threw

/** An event that is in no row of a view. */
export interface SetAside {
  readonly stream: string
  readonly revision: bigint
  readonly position: Position
  readonly type: string
  readonly why: Poison
}
