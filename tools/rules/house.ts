import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const packages = ['core', 'projections', 'adapters']
const libraries = ['fp-ts', 'io-ts', 'uuid', 'temporal-polyfill', 'fast-check']

/** What a file says, by its path from the top of the house. */
export type Files = Readonly<Record<string, string>>

/** A house of its own in a temporary folder, with our manifests and libraries and these files. */
export const build = (files: Files): string => {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'troth-house-')))
  const copy = (path: string) => cpSync(join(root, path), join(top, path))
  ;['package.json', 'tsconfig.base.json', 'tsconfig.json'].forEach(copy)
  for (const name of packages) {
    copy(`packages/${name}/package.json`)
    copy(`packages/${name}/tsconfig.json`)
  }
  mkdirSync(join(top, 'node_modules/@troth'), { recursive: true })
  for (const name of packages) {
    symlinkSync(join(top, 'packages', name), join(top, 'node_modules/@troth', name))
  }
  for (const name of libraries) {
    symlinkSync(join(root, 'packages/core/node_modules', name), join(top, 'node_modules', name))
  }
  symlinkSync(join(root, 'node_modules/@types'), join(top, 'node_modules/@types'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true })
    writeFileSync(join(top, path), text)
  }
  return top
}

export const demolish = (top: string): void => rmSync(top, { recursive: true, force: true })

/** One small house that keeps every rule. */
export const sound: Files = {
  'packages/core/src/index.ts': `export * as complaint from './complaint/complaint.js'
export * as promise from './promise/promise.js'
export * as policies from './policy/policy.js'
export { day } from './time/calendar.js'
`,
  'packages/core/src/shared/decider.ts': `import * as E from 'fp-ts/lib/Either.js'

export const nothing: E.Either<never, readonly []> = E.right([])
`,
  'packages/core/src/time/calendar.ts': `import { Temporal } from 'temporal-polyfill'

export const day = (iso: string): number => Temporal.PlainDate.from(iso).day
`,
  'packages/core/src/complaint/complaint.ts': `import { nothing } from '../shared/decider.js'
import { day } from '../time/calendar.js'

export const decide = (iso: string): unknown => (day(iso) === 1 ? undefined : nothing)
`,
  'packages/core/src/promise/promise.ts': `import * as t from 'io-ts'

import { nothing } from '../shared/decider.js'

export const event = t.string
export const decide = (): unknown => nothing
`,
  'packages/core/src/policy/policy.ts': `import { decide as complain } from '../complaint/complaint.js'
import { decide as promise } from '../promise/promise.js'

export const policy = [complain, promise]
`,
  'packages/core/src/store/index.ts': `export { type EventStore } from './event-store.js'
export { eventId } from './handle.js'
`,
  'packages/core/src/store/event-store.ts': `export interface EventStore {
  readonly close: () => void
}
`,
  'packages/core/src/store/handle.ts': `import { v5 } from 'uuid'

export const eventId = (of: string): string => v5(of, v5.URL)
`,
  'packages/core/src/plain/index.ts': `import { decide } from '../complaint/complaint.js'

export class CommandFailed extends Error {}

export const run = (): void => {
  if (decide('2026-11-01') === undefined) throw new CommandFailed()
}
`,
  'packages/core/src/testing/index.ts': `import fc from 'fast-check'

export const anyDay = fc.constant(Math.random())
`,
  'packages/projections/src/index.ts': `import { complaint } from '@troth/core'
import type { EventStore } from '@troth/core/store'

export const board = (store: EventStore): unknown => [store, complaint.decide('2026-11-01')]
`,
  'packages/adapters/src/memory/index.ts': `import type { EventStore } from '@troth/core/store'

export const memory = (): EventStore => ({ close: () => undefined })
`,
  'packages/adapters/src/runtime/index.ts': `import { randomUUID } from 'node:crypto'

export const systemRuntime = { now: (): number => Date.now(), newId: (): string => randomUUID() }
`,
  'examples/quickstart/src/main.ts': `import { memory } from '@troth/adapters/memory'
import { promise } from '@troth/core'
import { board } from '@troth/projections'

export const answer = [memory(), promise.decide(), board(memory())]
`,
  'benchmarks/src/main.ts': `import { memory } from '@troth/adapters/memory'

export const store = memory()
`,
}
