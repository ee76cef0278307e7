/**
 * What the host decides about customers. What only he can know has no default.
 *
 * @since 0.1.0
 */
import type { Authority } from '../shared/authority.js'
import { type Problem, wholeFrom } from '../shared/problem.js'
import { Name } from '../shared/text.js'
import { HostScheme } from './classification.js'

/** A scheme of the host's own, and the closed list of its values. */
export interface SchemeRule {
  readonly scheme: string
  readonly values: ReadonlyArray<string>
}

export interface CustomerRules {
  /**
   * Who may decide `blacklisting`, and who `clearing`. Whoever may clear a blacklisted customer may also
   * give him another tier and register him anew; nobody else may.
   */
  readonly authority: Authority
  /** What a customer is asked to consent to: `['survey', 'greetings']`. */
  readonly purposes: ReadonlyArray<string>
  /** Default: none but the library's. */
  readonly schemes?: ReadonlyArray<SchemeRule>
  /** Milliseconds by which a fact may be written down after the latest one on record. Default: 7 days. */
  readonly lateBy?: number
}

const names = (
  field: string,
  values: ReadonlyArray<string>,
  least: number,
): ReadonlyArray<Problem> => [
  ...(values.length < least ? [{ field, expected: 'at least one' }] : []),
  ...values.flatMap((value, i) => {
    const at = `${field}[${String(i)}]`
    if (!Name.is(value)) return [{ field: at, expected: 'Name' }]
    return values.indexOf(value) < i ? [{ field: at, expected: 'another than before' }] : []
  }),
]

const checkSchemes = (schemes: ReadonlyArray<SchemeRule>): ReadonlyArray<Problem> =>
  schemes.flatMap(({ scheme, values }, i) => {
    const at = `schemes[${String(i)}]`
    const again = schemes.findIndex((each) => each.scheme === scheme) < i
    return [
      ...(HostScheme.is(scheme) ? [] : [{ field: `${at}.scheme`, expected: 'HostScheme' }]),
      ...(again ? [{ field: `${at}.scheme`, expected: 'another than before' }] : []),
      ...names(`${at}.values`, values, 1),
    ]
  })

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkRules = ({
  purposes,
  schemes = [],
  lateBy = 0,
}: CustomerRules): ReadonlyArray<Problem> => [
  ...names('purposes', purposes, 0),
  ...checkSchemes(schemes),
  ...wholeFrom('lateBy', 0, lateBy),
]
