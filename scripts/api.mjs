/**
 * The API reports, one a door, in api/. Read from tsc's own declarations: a bundle's would turn
 * `export * as promise` into names without signatures. With `--update` it writes them anew.
 */
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...path) => join(root, ...path)
const update = process.argv.includes('--update')
const expected = new Set()
const problems = []

const reportOf = (name, door) => (name + door.slice(1)).replace('@troth/', '').replaceAll('/', '-')

const extract = (projectFolder, name, door, types) => {
  const reportFileName = reportOf(name, door)
  expected.add(`${reportFileName}.api.md`)
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder,
      mainEntryPointFilePath: join(projectFolder, types.replace('./dist/', '.api/')),
      newlineKind: 'lf',
      apiReport: {
        enabled: true,
        reportFileName,
        reportFolder: at('api'),
        reportTempFolder: at('.cache/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      compiler: { tsconfigFilePath: join(projectFolder, 'tsconfig.build.json') },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: {
          default: { logLevel: 'error' },
          // What is at a door is public: there are no releases within a release.
          'ae-missing-release-tag': { logLevel: 'none' },
          'ae-undocumented': { logLevel: 'none' },
        },
        // Prose is for people; its mark-up is not held to TSDoc's grammar.
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, 'package.json'),
  })
  const result = Extractor.invoke(config, {
    localBuild: update,
    messageCallback: (message) => {
      if (message.logLevel === 'error') problems.push(`${reportFileName}: ${message.text}`)
      message.handled = true
    },
  })
  if (!update && result.apiReportChanged) {
    problems.push(`${reportFileName}: not what api/${reportFileName}.api.md says`)
    const [was, is] = ['api', '.cache/api'].map((folder) => at(folder, `${reportFileName}.api.md`))
    if (existsSync(was)) spawnSync('diff', ['-u', was, is], { stdio: ['ignore', 2, 2] })
  }
}

mkdirSync(at('api'), { recursive: true })
for (const folder of readdirSync(at('packages'))) {
  const projectFolder = at('packages', folder)
  const { name, publishConfig } = JSON.parse(
    readFileSync(join(projectFolder, 'package.json'), 'utf8'),
  )
  const declarations = join(projectFolder, '.api')
  const { status } = spawnSync(
    process.execPath,
    [
      at('node_modules/typescript/bin/tsc'),
      ...['-p', join(projectFolder, 'tsconfig.build.json')],
      ...['--noEmit', 'false', '--declaration', '--emitDeclarationOnly'],
      ...['--rootDir', join(projectFolder, 'src'), '--outDir', declarations],
    ],
    { stdio: ['ignore', 2, 2] },
  )
  if (status !== 0) problems.push(`${name} does not compile`)
  else {
    for (const [door, { types }] of Object.entries(publishConfig.exports)) {
      try {
        if (types !== undefined) extract(projectFolder, name, door, types)
      } catch (error) {
        problems.push(`${name}${door.slice(1)}: ${error.message}`)
      }
    }
  }
  rmSync(declarations, { recursive: true, force: true })
}

for (const file of readdirSync(at('api')).filter((name) => !expected.has(name))) {
  if (update) rmSync(at('api', file))
  else problems.push(`api/${file}: no such door`)
}
for (const problem of problems) console.error(problem)
if (problems.length > 0) {
  console.error('npm run api:update writes the reports anew.')
  process.exitCode = 1
} else console.log(`${expected.size} API reports hold`)
