/**
 * Installs what the lockfile says, with the pnpm that package.json names.
 * Runs on whatever Node the machine has; does nothing when the lockfile is the one installed last.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (path) => new URL(`../${path}`, import.meta.url)

const { packageManager } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
const lock = createHash('sha256')
  .update(readFileSync(at('pnpm-lock.yaml')))
  .digest('hex')
const stamp = at('node_modules/.installed')
const installed =
  existsSync(at('node_modules/node/bin/node')) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === lock

if (!installed) {
  console.error('Installing, which takes a minute or two the first time …')
  const { status } = spawnSync(
    'npx',
    [
      '--yes',
      packageManager,
      'install',
      '--frozen-lockfile',
      '--prod=false',
      '--reporter=append-only',
    ],
    {
      cwd: root,
      // The caller's standard output is for what was asked for; CI keeps pnpm from asking anything.
      stdio: ['ignore', 2, 2],
      env: { ...process.env, CI: 'true' },
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, lock)
}
