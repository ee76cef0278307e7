import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { eventStoreContract } from '@troth/core/testing'
import { expect, it } from 'vitest'

const titles: string[] = []
eventStoreContract(() => Promise.reject(new Error('not run')), {
  test: (title) => titles.push(title),
})

/** As an adapter's author with Node alone would write it. */
const program = `
  import { test } from 'node:test'
  import { memory } from '@troth/adapters/memory'
  import { eventStoreContract } from '@troth/core/testing'
  eventStoreContract(async () => memory(), { test })
`

it('the contract runs under node:test as it does under vitest', () => {
  const run = spawnSync(
    process.execPath,
    [
      ...['--import', import.meta.resolve('tsx'), '--conditions=@troth/source'],
      ...['--test-reporter=tap', '--input-type=module', '--eval', program],
    ],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
  )
  expect(run.stderr).toBe('')
  expect(run.stdout).toMatch(new RegExp(`^# pass ${titles.length}$`, 'm'))
  expect(run.stdout).toMatch(/^# fail 0$/m)
  expect(run.status).toBe(0)
})
