/**
 * All that a language has to say.
 *
 * @since 0.1.0
 */
import type { Tell, Vocabulary } from './problem.js'
import type { DoorRefusal, Messages, Rejections, Trouble } from './rejections.js'
import type { Say } from './say.js'

export interface Language extends Vocabulary {
  /** Those of the matrix that ships; the host names his own. */
  readonly roles: Readonly<Record<string, string>>
  readonly rejections: (
    say: Say,
    tell: Tell,
  ) => { readonly [A in keyof Rejections]: Messages<Rejections[A]> }
  readonly door: (tell: Tell) => Messages<DoorRefusal>
  readonly trouble: (say: Say, tell: Tell) => Messages<Trouble>
  /** For what a later version of the library refuses or fails with. */
  readonly unknown: (tag: string) => string
}
