import type { Files } from './house.ts'

/** Files that break one rule, and no other, of an otherwise sound house. */
export interface Plant {
  readonly rule: string
  readonly title: string
  readonly files: Files
}

const plant = (rule: string, title: string, path: string, text: string): Plant => ({
  rule,
  title,
  files: { [path]: text },
})
const core = 'packages/core/src'
const complaint = `${core}/complaint`
const using = (name: string, from: string) =>
  `import { ${name} } from '${from}'\n\nexport const used: unknown = ${name}\n`

/** A line of code in an aggregate, in a file that is otherwise in order. */
const line = (rule: string, title: string, code: string): Plant =>
  plant(
    rule,
    title,
    `${complaint}/${title.replace(/\W+/g, '-')}.ts`,
    `import { decide } from './complaint.js'\n\n${code}\nexport const used = decide\n`,
  )

export const plants: ReadonlyArray<Plant> = [
  plant(
    'core-imports-nothing-of-ours',
    'core asks a projection',
    `${complaint}/asks-board.ts`,
    using('board', '@troth/projections'),
  ),
  plant(
    'pure-packages-import-no-node-builtin',
    'an aggregate reads a file',
    `${complaint}/reads-file.ts`,
    using('readFileSync', 'node:fs'),
  ),
  plant(
    'core-libraries',
    'core uses one library more',
    `${core}/shared/one-more.ts`,
    `import type { CompilerOptions } from '@types/node'\n\nexport type Used = CompilerOptions\n`,
  ),
  plant(
    'uuid-only-in-store',
    'an aggregate makes ids',
    `${complaint}/makes-ids.ts`,
    using('v5', 'uuid'),
  ),
  plant(
    'calendar-only-in-time',
    'an aggregate knows the calendar library',
    `${complaint}/knows-calendar.ts`,
    using('Temporal', 'temporal-polyfill'),
  ),
  plant(
    'fast-check-only-in-testing',
    'a value brings its generator',
    `${core}/shared/generator.ts`,
    using('constant', 'fast-check'),
  ),
  plant(
    'projections-import-core-alone',
    'a view knows the testing kit',
    'packages/projections/src/knows-kit.ts',
    using('anyDay', '@troth/core/testing'),
  ),
  plant(
    'projections-import-core-alone',
    'a view knows an adapter',
    'packages/projections/src/knows-adapter.ts',
    using('memory', '@troth/adapters/memory'),
  ),
  plant(
    'projections-libraries',
    'a view uses one library more',
    'packages/projections/src/one-more.ts',
    using('v5', 'uuid'),
  ),
  plant(
    'adapters-import-store-alone',
    'an adapter knows an aggregate',
    'packages/adapters/src/memory/knows-promise.ts',
    using('promise', '@troth/core'),
  ),
  plant(
    'aggregates-never-meet',
    'a complaint asks a promise',
    `${complaint}/asks-promise.ts`,
    using('decide', '../promise/promise.js'),
  ),
  plant(
    'aggregates-know-no-host',
    'a complaint knows its store',
    `${complaint}/knows-store.ts`,
    using('eventId', '../store/handle.js'),
  ),
  plant(
    'aggregates-know-no-host',
    'a complaint knows the policies',
    `${complaint}/knows-policy.ts`,
    using('policy', '../policy/policy.js'),
  ),
  plant(
    'kernel-knows-no-aggregate',
    'a value knows the complaint',
    `${core}/shared/knows-complaint.ts`,
    using('decide', '../complaint/complaint.js'),
  ),
  plant(
    'store-knows-no-aggregate',
    'the handler knows the complaint',
    `${core}/store/knows-complaint.ts`,
    using('decide', '../complaint/complaint.js'),
  ),
  plant(
    'kit-is-no-part-of-the-house',
    'the plain door needs the kit',
    `${core}/plain/needs-kit.ts`,
    using('anyDay', '../testing/index.js'),
  ),
  {
    rule: 'no-cycles',
    title: 'two files that need each other',
    files: {
      [`${complaint}/hen.ts`]: `import type { Egg } from './egg.js'\n\nexport type Hen = Egg | 1\n`,
      [`${complaint}/egg.ts`]: `import type { Hen } from './hen.js'\n\nexport type Egg = Hen[]\n`,
    },
  },
  plant(
    'no-orphans',
    'a file that nothing needs',
    `${core}/shared/lonely.ts`,
    'export const lonely = 1\n',
  ),
  plant(
    'hosts-by-public-doors',
    'an example goes in by the window',
    'examples/quickstart/src/window.ts',
    using('decide', '../../../packages/core/src/complaint/complaint.ts'),
  ),
  plant(
    'packages-meet-by-name',
    'a view goes by the path of a door',
    'packages/projections/src/by-path.ts',
    using('promise', '../../core/src/index.js'),
  ),
  plant(
    'resolvable',
    'a door that does not exist',
    'benchmarks/src/no-such-door.ts',
    `import type {} from '@troth/core/complaint'\n\nexport const used = 1\n`,
  ),
  plant(
    'no-export-all',
    'a file that names nothing',
    `${core}/shared/all.ts`,
    `export * from './decider.js'\n`,
  ),
  plant(
    'no-default-export',
    'a thing without a name',
    `${core}/shared/nameless.ts`,
    `import { nothing } from './decider.js'\n\nexport default nothing\n`,
  ),
  plant(
    'no-default-export',
    'a thing renamed to nothing',
    `${core}/testing/nameless.ts`,
    `export { anyDay as default } from './index.js'\n`,
  ),
  line('no-class', 'a class', 'export class Complaint { readonly id = 1 }'),
  line('no-class', 'a class without a name', 'export const Complaint = class { readonly id = 1 }'),
  line('no-throw', 'a throw', "export const refuse = (): never => { throw new Error('no') }"),
  plant(
    'no-throw',
    'a throw in a projection',
    'packages/projections/src/throws.ts',
    `import { board } from './index.js'

export const refuse = (): never => {
  throw new Error(String(board))
}
`,
  ),
  line('no-clock', 'new Date()', 'export const now = (): number => new Date().getTime()'),
  line('no-clock', 'Date()', 'export const now = (): string => Date()'),
  line('no-clock', 'Date.now()', 'export const now = (): number => Date.now()'),
  plant(
    'no-clock',
    'Temporal.Now',
    `${core}/time/now.ts`,
    `import { Temporal } from 'temporal-polyfill'

export const now = (): Temporal.Instant => Temporal.Now.instant()
`,
  ),
  line('no-chance', 'Math.random()', 'export const chance = (): number => Math.random()'),
  plant('no-chance', 'a random id', `${core}/store/random-id.ts`, using('v4', 'uuid')),
  plant('lib-path', 'fp-ts/Either', `${complaint}/either.ts`, using('right', 'fp-ts/Either')),
  plant(
    'lib-path',
    'fp-ts/lib/Either without its ending',
    `${complaint}/either-lib.ts`,
    `import type { Either } from 'fp-ts/lib/Either'\n\nexport type Used = Either<1, 2>\n`,
  ),
  plant(
    'lib-path',
    'io-ts/PathReporter in an example',
    'examples/quickstart/src/report.ts',
    using('failure', 'io-ts/PathReporter'),
  ),
  line(
    '@typescript-eslint/no-explicit-any',
    'any',
    'export const loose = (a: any): unknown => a as unknown',
  ),
  line(
    '@typescript-eslint/no-non-null-assertion',
    'a bang',
    'export const sure = (a: string | undefined): string => a!',
  ),
  line(
    '@typescript-eslint/switch-exhaustiveness-check',
    'a switch that forgets a case',
    "export const f = (a: 'x' | 'y'): void => { switch (a) { case 'x': break } }",
  ),
]
