/** Every page of ours shows what compiled files say, and links to what is there. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { problems } from '../tools/docs/check.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const tracked = ['ls-files', '--cached', '--others', '--exclude-standard', '*.md']
const pages = execFileSync('git', tracked, { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('api/'))

const found = pages.flatMap((page) => problems(root, page))
for (const problem of found) console.error(problem)
if (found.length > 0) process.exitCode = 1
else console.log(`${pages.length} pages hold`)
