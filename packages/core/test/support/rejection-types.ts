/** The refusals and failures as TypeScript knows them: every tag, with facts made up from the types. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const src = fileURLToPath(new URL('../../src', import.meta.url))

const programOf = (files: ReadonlyArray<string>): ts.Program => {
  const config = join(dirname(src), 'tsconfig.json')
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    dirname(config),
  )
  return ts.createProgram(
    files.map((file) => join(src, file)),
    options,
  )
}

/** What a text that the host or a person wrote is made of here: letters that are no word of any language checked. */
export interface Words {
  readonly some: string
  readonly other: string
}

/** Several values of a type: the first, and others that each differ from it in one respect. */
export const valuesOf = (
  checker: ts.TypeChecker,
  type: ts.Type,
  words: Words,
  field = '',
): ReadonlyArray<unknown> => {
  const inner = (of: ts.Type, name = field) => valuesOf(checker, of, words, name)
  if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value]
  if (type.flags & ts.TypeFlags.BooleanLike) return [true, false]
  if (type.isUnion()) return type.types.flatMap((each) => inner(each).slice(0, 2))
  const name = checker.typeToString(type)
  if (type.flags & ts.TypeFlags.BigIntLike) return [3n, 4n]
  const bases = type.isIntersection() ? type.types : [type]
  if (bases.some(({ flags }) => flags & ts.TypeFlags.NumberLike))
    return name.includes('Instant') ? [1_795_424_400_000, 1_795_597_200_000] : [3, 4]
  if (bases.some(({ flags }) => flags & ts.TypeFlags.StringLike)) {
    if (field === 'currency') return ['CNY', 'EUR']
    if (field === 'visit')
      return ['visit/2026-12-23', 'visit/2026-12-24', 'gift/2026-12-23', 'callBack']
    return [words.some, words.other]
  }
  if (checker.isArrayType(type)) {
    const [entry] = checker.getTypeArguments(type as ts.TypeReference)
    const [first, second] = entry ? inner(entry) : []
    return second === undefined ? [[first], []] : [[first], [second], [first, second], []]
  }
  return objectsOf(checker, type, words)
}

const isOptional = ({ flags }: ts.Symbol): boolean => (flags & ts.SymbolFlags.Optional) !== 0

const objectsOf = (
  checker: ts.TypeChecker,
  type: ts.Type,
  words: Words,
): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  const fields = checker.getPropertiesOfType(type).map((property) => {
    const of = checker.getNonNullableType(checker.getTypeOfSymbol(property))
    const values = valuesOf(checker, of, words, property.name)
    return [property.name, isOptional(property) ? [...values, undefined] : values] as const
  })
  const base = Object.fromEntries(fields.map(([name, [first]]) => [name, first]))
  return [
    base,
    ...fields.flatMap(([name, [, ...others]]) =>
      others.map((other) => {
        const { [name]: _, ...rest } = base
        return other === undefined ? rest : { ...base, [name]: other }
      }),
    ),
  ]
}

/** All the facts that are made up for one tag of one union; the first are those that the others differ from. */
export interface Sample {
  readonly tag: string
  readonly cases: ReadonlyArray<{ readonly _tag: string }>
}

const membersOf = (type: ts.Type): ReadonlyArray<ts.Type> => (type.isUnion() ? type.types : [type])

const samplesOf = (checker: ts.TypeChecker, union: ts.Type, words: Words): ReadonlyArray<Sample> =>
  membersOf(union).flatMap((member) => {
    const property = checker.getPropertyOfType(member, '_tag')
    if (property === undefined) throw new Error(`no tag in ${checker.typeToString(member)}`)
    return membersOf(checker.getTypeOfSymbol(property)).map((literal) => {
      if (!literal.isStringLiteral()) throw new Error(`no tag: ${checker.typeToString(literal)}`)
      const tag = literal.value
      const cases = objectsOf(checker, member, words).map((facts) => ({ ...facts, _tag: tag }))
      return { tag, cases: [...new Map(cases.map((each) => [inspect(each), each])).values()] }
    })
  })

const inspect = (u: unknown): string =>
  JSON.stringify(u, (_, value: unknown) =>
    typeof value === 'bigint' ? `${String(value)}n` : value,
  )

/** Reads the types of `labels/rejections.ts`, and with them those of every decider. */
export const readRejections = () => {
  const program = programOf(['labels/rejections.ts', 'index.ts', 'plain/index.ts'])
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(join(src, 'labels/rejections.ts'))
  const module = file && checker.getSymbolAtLocation(file)
  if (module === undefined) throw new Error('labels/rejections.ts is no module')
  const exported = (name: string): ts.Type => {
    const symbol = checker.getExportsOfModule(module).find((each) => each.name === name)
    if (symbol === undefined) throw new Error(`no ${name} in labels/rejections.ts`)
    return checker.getDeclaredTypeOfSymbol(symbol)
  }
  return {
    /** By aggregate. */
    refusals: (words: Words): ReadonlyMap<string, ReadonlyArray<Sample>> =>
      new Map(
        checker
          .getPropertiesOfType(exported('Rejections'))
          .map((property) => [
            property.name,
            [
              ...samplesOf(checker, checker.getTypeOfSymbol(property), words),
              ...samplesOf(checker, exported('DoorRefusal'), words),
            ],
          ]),
      ),
    troubles: (words: Words): ReadonlyArray<Sample> =>
      samplesOf(checker, exported('Trouble'), words),
    /** What checks and codecs anywhere in the source expect, as far as it is the same words always. */
    expected: (): ReadonlySet<string> => {
      const sources = program
        .getSourceFiles()
        .filter(({ fileName }) => fileName.startsWith(src) && !fileName.includes('/testing/'))
      return new Set(sources.flatMap((source) => expectedIn(checker, source)))
    },
  }
}

const checks: ReadonlySet<string> = new Set(['wrong', 'invalidArgument', 'invalidTime'])
const codecs: ReadonlySet<string> = new Set(['data', 't.readonly', 't.union', 't.refinement'])

/** `expected: '…'`, `wrong(field, '…')`, and the name of a codec. */
const expectedIn = (checker: ts.TypeChecker, source: ts.SourceFile): ReadonlyArray<string> => {
  const literals = (node: ts.Expression | undefined): ReadonlyArray<string> =>
    node === undefined
      ? []
      : membersOf(checker.getTypeAtLocation(node)).flatMap((type) =>
          type.isStringLiteral() ? [type.value] : [],
        )
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'expected')
      found.push(...literals(node.initializer))
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText()
      if (callee === 'oneOf') found.push(...literals(node.arguments[0]))
      if (checks.has(callee)) found.push(...literals(node.arguments[1]))
      const last = node.arguments.at(-1)
      if (codecs.has(callee) && last && ts.isStringLiteral(last)) found.push(last.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}
