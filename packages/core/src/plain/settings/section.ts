/**
 * What a host says about one kind of stream, and how it becomes that stream's rules.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

import type { Authority } from '../../shared/authority.js'
import type { Problem } from '../../shared/problem.js'
import type { BusinessCalendar } from '../../time/week.js'

export type Problems = ReadonlyArray<Problem>

/** What the sections share. */
export interface Common {
  readonly authority: Authority
  readonly calendars: ReadonlyMap<string, BusinessCalendar>
}

/** One kind of stream's settings, already of the right shape. */
export interface Section<Settings, Rules> {
  readonly codec: t.Type<Settings, unknown>
  /** Each calendar that is named, after the path of its name. */
  readonly calendars: (settings: Settings) => ReadonlyArray<readonly [path: string, name: string]>
  /** Asked only where every calendar that is named is known. */
  readonly rules: (
    settings: Settings,
    authority: Authority,
    calendar: (name: string) => BusinessCalendar,
  ) => Rules
  readonly check: (rules: Rules) => Problems
}

/** The problem of a part, told of the whole; `a[0].b` is `a.0.b`, as it is for problems of shape. */
export const at = (path: string, { field, ...problem }: Problem): Problem => ({
  ...problem,
  field: (field === '' ? path : `${path}.${field}`).replace(/\[(\d+)\]/g, '.$1'),
})

/** A section's rules, or all that is wrong with its settings. */
export const rulesOf = <Settings, Rules>(
  path: string,
  section: Section<Settings, Rules>,
  settings: Settings,
  { authority, calendars }: Common,
): E.Either<Problems, Rules> => {
  const wrong = (problems: Problems) => E.left(problems.map((problem) => at(path, problem)))
  const missing = section.calendars(settings).filter(([, name]) => !calendars.has(name))
  if (missing.length > 0)
    return wrong(
      missing.map(([field]) => ({ field, expected: 'the name of one of the calendars' })),
    )
  const rules = section.rules(
    settings,
    authority,
    // None is missing.
    (name) => calendars.get(name) as unknown as BusinessCalendar,
  )
  const problems = section.check(rules)
  return problems.length > 0 ? wrong(problems) : E.right(rules)
}
