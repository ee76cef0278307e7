import { cruise, type ICruiseResult, type IRegularForbiddenRuleType } from 'dependency-cruiser'
import { ESLint } from 'eslint'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

import rules from '../../.dependency-cruiser.mjs'
import { build, demolish, type Files, sound } from './house.ts'
import { type Plant, plants } from './plants.ts'

interface Broken {
  readonly rule: string
  readonly file: string
}

const dependenciesBroken = async (top: string): Promise<ReadonlyArray<Broken>> => {
  const { output } = await cruise(
    ['packages', 'examples', 'benchmarks'],
    {
      ...rules.options,
      baseDir: top,
      validate: true,
      ruleSet: { forbidden: rules.forbidden ?? [] },
    },
    { ...rules.options?.enhancedResolveOptions, bustTheCache: true },
  )
  return (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({
    rule: rule.name,
    file: from,
  }))
}

/** Our own name leads the message of a rule that many share: `no-class: …` */
const nameOf = ({ ruleId, message }: ESLint.LintResult['messages'][number]): string =>
  ruleId?.startsWith('no-restricted-') === true
    ? (/(?:^|\s)([a-z]+(?:-[a-z]+)+): /.exec(message)?.[1] ?? ruleId)
    : (ruleId ?? message)

const linesBroken = async (top: string): Promise<ReadonlyArray<Broken>> => {
  const overrideConfigFile = fileURLToPath(new URL('../../eslint.config.js', import.meta.url))
  const results = await new ESLint({ cwd: top, overrideConfigFile }).lintFiles(['.'])
  return results.flatMap(({ filePath, messages }) =>
    messages.map((m) => ({ rule: nameOf(m), file: relative(top, filePath) })),
  )
}

const houses: string[] = []
const broken = async (files: Files): Promise<ReadonlyArray<Broken>> => {
  const top = build(files)
  houses.push(top)
  return [...(await dependenciesBroken(top)), ...(await linesBroken(top))]
}
afterAll(() => houses.forEach(demolish))

const planted = broken(
  plants.reduce<Files>((files, plant) => ({ ...files, ...plant.files }), sound),
)

describe('the rules of the house', () => {
  it('are all kept by a sound one', async () => {
    expect(await broken(sound)).toEqual([])
  })

  it.each(plants)('$rule: $title', async ({ rule, files }: Plant) => {
    const own = Object.keys(files)
    const here = (await planted).filter(({ file }) => own.includes(file))
    expect([...new Set(here.map((b) => b.rule))]).toEqual([rule])
  })

  it('are each broken by some plant', () => {
    const named = (rules.forbidden as ReadonlyArray<IRegularForbiddenRuleType>).map((r) => r.name)
    const tried = new Set(plants.map((plant) => plant.rule))
    expect(named.filter((name) => name !== undefined && !tried.has(name))).toEqual([])
  })
})
