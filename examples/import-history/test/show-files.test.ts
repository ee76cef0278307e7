import { expect, it } from 'vitest'

import { showFile } from '../src/show/files.js'
import { header, line, logOf } from './support.js'

it('twenty refused lines of a file are shown, or all that there are', async () => {
  const bad = Array.from({ length: 21 }, () => 'Ticket 1')
  const read = await logOf([header, line(), ...bad, ''].join('\n'))
  const done = { imported: 1, already: 0, failed: [] }
  const numbered = (lines: ReadonlyArray<string>) =>
    lines.filter((text) => /^ {2}line \d/.test(text)).length
  const some = showFile(read, done, false)
  expect(numbered(some)).toBe(20)
  expect(some).toContain('  and 1 more: --all shows them')
  expect(numbered(showFile(read, done, true))).toBe(21)
})

it('what was not recorded is shown with the reason', async () => {
  const read = await logOf([header, line(), ''].join('\n'))
  const failed = [
    {
      foreignId: 'Ticket 1',
      lines: 1,
      why: { _tag: 'Conflict', expected: 'noStream', actual: 3n },
    },
  ] as const
  expect(showFile(read, { imported: 0, already: 0, failed }, false)).toContain(
    '  "Ticket 1", 1 lines: on record already, with another history',
  )
})
