/**
 * English: what should stand in a field. What checks ask for in words is English already.
 *
 * @since 0.1.0
 */
import type { Expectations } from '../problem.js'
import { codecs } from './codecs.js'
import { fields } from './fields.js'

const called: Readonly<Record<string, string>> = fields

export const expectations: Expectations = {
  phrases: codecs,
  patterns: [
    [
      /^at least one of ([\w, ]+)$/,
      (names = '') =>
        `filled in, with at least one of these: ${names
          .split(', ')
          .map((name) => `“${called[name] ?? name}”`)
          .join(', ')}`,
    ],
  ],
  command: 'one of the known types',
  oneOf: (choices) => `one of these: ${choices.map((choice) => `“${choice}”`).join(', ')}`,
  listOf: (least, entries) =>
    `a list of ${least === 0 ? 'at most 100' : `${String(least)} to 100`}, each ${entries}`,
  either: (phrases) => phrases.join(', or '),
  json: (what) => `${what}, as JSON`,
  otherwise: (expected) => expected,
  entry: (n) => `no. ${String(n)}`,
  problem: (field, expected, found) =>
    `${field === undefined ? 'This' : `“${field}”`} should be ${expected}${found === undefined ? '' : `, and is “${found}”`}.`,
}
