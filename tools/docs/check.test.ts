import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { problems } from './check.mjs'

const root = mkdtempSync(join(tmpdir(), 'troth-docs-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const code = ['const before = 1', '  // #region kept', '  keep()', '  // #endregion kept', ''].join(
  '\n',
)
writeFileSync(join(root, 'code.ts'), code)
const told = (text: string): ReadonlyArray<string> => {
  writeFileSync(join(root, 'page.md'), text)
  return problems(root, 'page.md')
}
const snippet = (from: string, body: string) =>
  `<!-- from: ${from} -->\n\n\`\`\`ts\n${body}\n\`\`\`\n`

describe('a page', () => {
  it('may show what a region says', () => {
    expect(told(snippet('code.ts#kept', 'keep()'))).toEqual([])
  })

  it('does not show what the region no longer says', () => {
    expect(told(snippet('code.ts#kept', 'break()'))).toEqual([
      'page.md: snippet code.ts#kept: says something else now',
    ])
  })

  it('does not show a region that is gone', () => {
    expect(told(snippet('code.ts#gone', 'keep()'))).toEqual([
      'page.md: snippet code.ts#gone: no such region',
    ])
  })

  it('does not mark what it does not show', () => {
    expect(told('<!-- from: code.ts#kept -->\nand then prose')).toHaveLength(1)
  })

  it('links to what is there', () => {
    expect(told('[here](code.ts#L1) [there](https://example.org) [up](#top)')).toEqual([])
    expect(told('[nowhere](gone.md)')).toEqual(['page.md: link to gone.md: nothing there'])
    expect(told('`[code](gone.md)` is no link')).toEqual([])
  })
})
