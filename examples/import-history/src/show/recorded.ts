import type { Recorded } from '../views.js'
import { indented, number, table } from './text.js'

export const showRecorded = (recorded: ReadonlyArray<Recorded>): ReadonlyArray<string> => [
  'On record, by type of event',
  ...indented(
    table(
      [
        ...[...recorded]
          .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1))
          .map(({ type, count }) => [number(count), type]),
        [number(recorded.reduce((n, { count }) => n + count, 0)), 'events in all'],
      ],
      [0],
    ),
  ),
]
