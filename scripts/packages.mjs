/**
 * What a consumer gets: packs the built packages, reads the tarballs with publint and attw, installs
 * them in a folder of its own, loads every door in plain Node, and checks the types with the
 * compilers that people have.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...path) => join(root, ...path)
const json = (path) => JSON.parse(readFileSync(path, 'utf8'))

const env = { ...process.env, NO_COLOR: '1' }
// It points npm back at this workspace, whatever folder npm is started in.
delete env.npm_config_local_prefix
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
const show = (command, args, cwd = root) => {
  try {
    process.stdout.write(run(command, args, cwd))
  } catch (error) {
    process.stdout.write(error.stdout ?? '')
    throw error
  }
}
const tool = (name) => at('node_modules/.bin', name)
const npm = (folder, ...args) =>
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], folder)

/** The Node of the machine when it is a 20, since npm scripts see the workspace's own first. */
const node20 = (folder) => {
  for (const path of (process.env.PATH ?? '').split(delimiter)) {
    const node = join(path, 'node')
    if (path.includes('node_modules') || !existsSync(node)) continue
    if (run(node, ['--version'], folder).startsWith('v20.')) return node
  }
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  run('npm', ['install', '--no-audit', '--no-fund', 'node@20'], folder)
  return join(folder, 'node_modules/node/bin/node')
}

const manifest = (tarball) => {
  const text = run('tar', ['-xzOf', tarball, 'package/package.json'], root)
  for (const ours of ['workspace:', 'catalog:', '@troth/source']) {
    if (text.includes(ours)) throw new Error(`${tarball} still says ${ours}`)
  }
  return JSON.parse(text)
}
const doorsOf = ({ name, exports }) =>
  Object.keys(exports)
    .filter((door) => door !== './package.json')
    .map((door) => name + door.slice(1))

const temporary = mkdtempSync(join(tmpdir(), 'troth-packed-'))
const folder = (name) => mkdtempSync(join(temporary, `${name}-`))
try {
  const packed = folder('tarballs')
  for (const name of readdirSync(at('packages'))) {
    show(tool('pnpm'), ['pack', '--pack-destination', packed], at('packages', name))
  }
  const tarballs = readdirSync(packed).map((name) => join(packed, name))
  for (const tarball of tarballs) {
    show(tool('publint'), ['--strict', tarball])
    show(tool('attw'), [
      '--profile',
      'esm-only',
      '--no-definitely-typed',
      '--no-emoji',
      '--no-summary',
      tarball,
    ])
  }
  const doors = tarballs.map(manifest).flatMap(doorsOf)

  const consumer = folder('consumer')
  const { devDependencies } = json(at('packages/core/package.json'))
  const library = (name) => {
    const { version } = json(at('packages/core/node_modules', name, 'package.json'))
    return `${name}@${version}`
  }
  writeFileSync(join(consumer, 'package.json'), '{ "private": true }')
  npm(consumer, ...tarballs, ...Object.keys(devDependencies).map(library))

  const load = `
    const doors = ${JSON.stringify(doors)}
    const names = (door) => Object.keys(door).filter((name) => name !== '__esModule' && name !== 'module.exports').sort()
    Promise.all(doors.map(async (door) => {
      const [required, imported] = [names(require(door)), names(await import(door))]
      if (required.join() !== imported.join()) throw new Error(door + ': require() and import differ')
      console.log(process.version, door, imported.length, 'names')
    })).catch((error) => { console.error(error); process.exitCode = 1 })
  `
  writeFileSync(join(consumer, 'load.cjs'), load)
  for (const node of [node20(folder('node20')), at('node_modules/node/bin/node')]) {
    show(node, ['--no-warnings', 'load.cjs'], consumer)
  }

  const imports = doors.map((door, i) => `import * as d${i} from '${door}'\n`).join('')
  const used = `export const doors: unknown[] = [${doors.map((_, i) => `d${i}`).join(', ')}]\n`
  writeFileSync(join(consumer, 'esm.mts'), imports + used)
  writeFileSync(join(consumer, 'cjs.cts'), imports + used)
  const options = { target: 'es2022', lib: ['es2022'], types: [], module: 'nodenext', strict: true }
  const compilerOptions = {
    ...options,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  }
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['esm.mts', 'cjs.cts'] }),
  )
  for (const compiler of ['typescript-5.9', 'typescript-7']) {
    const tsc = at('tools/packed/node_modules', compiler, 'bin/tsc')
    show(process.execPath, [tsc, '-p', '.'], consumer)
    console.log(compiler, 'accepts the types of', doors.length, 'doors')
  }
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
