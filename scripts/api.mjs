/**
 * The API reports, one a door, in api/, of the declarations that are published. With `--update` it
 * writes them anew. Needs a build.
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
const forgotten = []

const reportOf = (name, door) => (name + door.slice(1)).replace('@troth/', '').replaceAll('/', '-')

const extract = (projectFolder, name, door, types) => {
  const reportFileName = reportOf(name, door)
  expected.add(`${reportFileName}.api.md`)
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder,
      mainEntryPointFilePath: join(projectFolder, types),
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
      const symbol = /^The symbol "(\w+?)(?:_\d+)?" needs to be exported/.exec(message.text)?.[1]
      if (message.messageId === 'ae-forgotten-export' && symbol !== undefined)
        forgotten.push({ name, symbol, problem: `${reportFileName}: ${message.text}` })
      else if (message.logLevel === 'error') problems.push(`${reportFileName}: ${message.text}`)
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
  for (const [door, { types }] of Object.entries(publishConfig.exports)) {
    try {
      if (types !== undefined) extract(projectFolder, name, door, types)
    } catch (error) {
      problems.push(`${name}${door.slice(1)}: ${error.message}`)
    }
  }
}

for (const file of readdirSync(at('api')).filter((name) => !expected.has(name))) {
  if (update) rmSync(at('api', file))
  else problems.push(`api/${file}: no such door`)
}
/** What the doors of a package export, those in a namespace included. */
const exportedBy = (name) =>
  [...expected]
    .filter((file) => file.startsWith(name.replace('@troth/', '')))
    .map((file) => readFileSync(at('.cache/api', file), 'utf8'))
    .flatMap((report) => [
      ...[...report.matchAll(/^export \w+ (\w+)/gm)].map(([, symbol]) => symbol),
      ...[...report.matchAll(/^ {4}export \{([^}]*)\}/gm)].flatMap(([, list]) =>
        list.split(',').map((entry) => entry.trim().split(' as ').at(-1)),
      ),
    ])
// A consumer can name it all the same when another door of the package exports it.
for (const { name, symbol, problem } of forgotten)
  if (!exportedBy(name).includes(symbol)) problems.push(problem)

for (const problem of problems) console.error(problem)
if (problems.length > 0) {
  console.error('npm run api:update writes the reports anew.')
  process.exitCode = 1
} else console.log(`${expected.size} API reports hold`)
