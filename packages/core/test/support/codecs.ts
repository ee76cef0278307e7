/** What can be seen of codecs from outside: their names, and the closed lists among them. */

/** The parts of a codec that are looked at here. */
interface Anatomy {
  readonly name: string
  readonly _tag?: string
  readonly values?: ReadonlyArray<string>
  readonly type?: Anatomy
  readonly types?: ReadonlyArray<Anatomy>
  readonly props?: Readonly<Record<string, Anatomy>>
}

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null

const isCodec = (u: unknown): u is Anatomy =>
  isRecord(u) && typeof u['name'] === 'string' && typeof u['decode'] === 'function'

const inside = ({ type, types = [], props = {} }: Anatomy): ReadonlyArray<Anatomy> => [
  ...(type ? [type] : []),
  ...types,
  ...Object.values(props),
]

/** Every codec that a module exports, in its namespaces too, and every codec within one. */
export const codecsOf = (module: object): ReadonlySet<Anatomy> => {
  const found = new Set<Anatomy>()
  const walk = (codec: Anatomy): void => {
    if (found.has(codec)) return
    found.add(codec)
    inside(codec).forEach(walk)
  }
  for (const each of Object.values(module)) {
    if (isCodec(each)) walk(each)
    else if (isRecord(each) && !Array.isArray(each)) codecsOf(each).forEach(walk)
  }
  return found
}

/** The closed lists, by name: all the words of each. */
export const closedLists = (module: object): ReadonlyMap<string, ReadonlySet<string>> => {
  const lists = new Map<string, ReadonlySet<string>>()
  for (const { name, values } of codecsOf(module))
    if (values) lists.set(name, new Set([...(lists.get(name) ?? []), ...values]))
  return lists
}

/** The names by which a problem may say what was expected: not those of messages and words, nor of structures without one. */
export const expectedNames = (module: object): ReadonlySet<string> =>
  new Set(
    [...codecsOf(module)]
      .filter((codec) => codec.props?.['type']?._tag !== 'LiteralType')
      .filter((codec) => codec.type?.type?.props?.['type'] === undefined)
      .filter(({ _tag, name }) => _tag !== 'PersonalType' && !name.startsWith('"'))
      .map(({ name }) => name)
      .filter((name) => !/[{&]/.test(name)),
  )
