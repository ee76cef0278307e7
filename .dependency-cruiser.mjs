/**
 * Rules 1 to 3 of the house, by name. What a line of code may say (no class, no clock, which path of
 * fp-ts) is ESLint's. `tools/rules` plants a violation of each.
 */
const aggregates = 'customer|complaint|promise|follow-up|survey|dealings|fault'
const core = '^packages/core/src/'
const aggregate = `${core}(${aggregates})/`
const doors = [
  '^packages/core/src/((store|plain|labels|testing)/)?index[.]ts$',
  '^packages/projections/src/index[.]ts$',
  '^packages/adapters/src/(runtime|memory|eventstoredb)/index[.]ts$',
]
const npm = (names) => `(^|/)node_modules/(${names})/`
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid(
      'core-imports-nothing-of-ours',
      'Rule 1: core is the bottom of the house.',
      { path: core },
      { path: '^(packages|examples|benchmarks|tools|scripts)/', pathNot: core },
    ),
    forbid(
      'pure-packages-import-no-node-builtin',
      'Rule 1: core and projections run wherever JavaScript does.',
      { path: '^packages/(core|projections)/src/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'core-libraries',
      'Rule 1: these five and no other.',
      { path: core },
      {
        path: 'node_modules/',
        pathNot: npm('fp-ts|io-ts|uuid|temporal-polyfill|fast-check'),
      },
    ),
    forbid(
      'uuid-only-in-store',
      'Ids come in with the message; only `handle` makes them, from other ids.',
      { path: core, pathNot: `${core}store/` },
      { path: npm('uuid') },
    ),
    forbid(
      'calendar-only-in-time',
      'Everything else counts in milliseconds and asks time/ for the rest.',
      { path: core, pathNot: `${core}time/` },
      { path: npm('temporal-polyfill') },
    ),
    forbid(
      'fast-check-only-in-testing',
      'An optional peer: no other door may need it.',
      { path: core, pathNot: `${core}testing/` },
      { path: npm('fast-check') },
    ),
    forbid(
      'projections-import-core-alone',
      'Rule 1: by its doors `.` and `./store`, whose ports a runner needs.',
      { path: '^packages/projections/src/' },
      {
        path: '^(packages|examples|benchmarks|tools|scripts)/',
        pathNot: ['^packages/projections/src/', `${core}(store/)?index[.]ts$`],
      },
    ),
    forbid(
      'projections-libraries',
      'Rule 1: fp-ts, io-ts, the special functions of @stdlib, matrices, and CSV.',
      { path: '^packages/projections/src/' },
      { path: 'node_modules/', pathNot: npm('fp-ts|io-ts|@stdlib/[^/]+|ml-matrix|d3-dsv') },
    ),
    forbid(
      'adapters-import-store-alone',
      'Rule 1: so that no adapter can know an aggregate.',
      { path: '^packages/adapters/src/' },
      {
        path: '^(packages|examples|benchmarks|tools|scripts)/',
        pathNot: ['^packages/adapters/src/', `${core}store/index[.]ts$`],
      },
    ),
    forbid(
      'aggregates-never-meet',
      'Rule 2: they meet by id, in policy/ or in a view.',
      { path: aggregate },
      { path: aggregate, pathNot: `${core}$1/` },
    ),
    forbid(
      'aggregates-know-no-host',
      'Rule 2: an aggregate does not know who runs it.',
      { path: aggregate },
      { path: `${core}(store|plain|policy|testing|labels)/` },
    ),
    forbid(
      'kernel-knows-no-aggregate',
      'The arrows of the house: shared/ and time/ are below everything.',
      { path: `${core}(shared|time)/` },
      { path: `${core}(${aggregates}|store|plain|policy|testing|labels)/` },
    ),
    forbid(
      'store-knows-no-aggregate',
      'The arrows of the house: the ports stand on shared/ alone.',
      { path: `${core}store/` },
      { path: `${core}(${aggregates}|plain|policy|testing|labels)/` },
    ),
    forbid(
      'kit-is-no-part-of-the-house',
      'The testing kit tests the others, and none of them needs it.',
      { path: core, pathNot: `${core}testing/` },
      { path: `${core}testing/` },
    ),
    forbid('no-cycles', 'Rule 3.', {}, { circular: true }),
    forbid(
      'no-orphans',
      'Rule 3: a file that nothing needs and that needs nothing.',
      { orphan: true, pathNot: ['[.]config[.]ts$', '[.]d[.]ts$', ...doors] },
      {},
    ),
    forbid(
      'hosts-by-public-doors',
      'Examples and benchmarks live as any host does.',
      { path: '^(examples|benchmarks)/' },
      { path: '^packages/', pathNot: doors },
    ),
    forbid(
      'packages-meet-by-name',
      'A path to the door of another package is a slip that no consumer could make.',
      { path: '^(packages/[^/]+|examples/[^/]+|benchmarks)/' },
      { path: doors, pathNot: '^$1/', dependencyTypes: ['local'] },
    ),
    forbid('resolvable', 'A door that does not exist, or a slip.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@troth/source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.d.ts', '.mjs', '.js', '.json'],
    },
  },
}
