import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const withoutIndent = (lines) => {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = Math.min(...indents, 80)
  return lines.map((line) => line.slice(indent)).join('\n')
}

/** The lines between `// #region name` and `// #endregion name`, or why there are none. */
const region = (file, name) => {
  if (!existsSync(file)) return { why: 'no such file' }
  const lines = readFileSync(file, 'utf8').split('\n')
  const at = (mark) => lines.findIndex((line) => line.trim() === `// #${mark} ${name}`)
  const [from, to] = [at('region'), at('endregion')]
  return from < 0 || to < from
    ? { why: 'no such region' }
    : { text: withoutIndent(lines.slice(from + 1, to)) }
}

const snippets = (root, text) =>
  [...text.matchAll(/<!-- from: ([^#\s]+)#(\S+) -->\n+```ts\n([\s\S]*?)\n```/g)].flatMap(
    ([, file, name, shown]) => {
      const { why, text } = region(join(root, file), name)
      const wrong = why ?? (text === shown ? undefined : 'says something else now')
      return wrong === undefined ? [] : [`snippet ${file}#${name}: ${wrong}`]
    },
  )

const marks = (text) => text.match(/<!-- from:/g)?.length ?? 0
const whole = (text) =>
  text.match(/<!-- from: [^#\s]+#\S+ -->\n+```ts\n[\s\S]*?\n```/g)?.length ?? 0

const links = (root, file, text) => {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].flatMap(([, target]) => {
    if (/^([a-z]+:|#)/.test(target)) return []
    const path = decodeURI(target.split('#')[0])
    return existsSync(join(root, dirname(file), path)) ? [] : [`link to ${target}: nothing there`]
  })
}

/** What is wrong with one Markdown file, a line each. */
export const problems = (root, file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const lost = marks(text) - whole(text)
  return [
    ...snippets(root, text),
    ...(lost > 0 ? [`${lost} mark(s) \`from:\` without a name or a block of ts after it`] : []),
    ...links(root, file, text),
  ].map((problem) => `${file}: ${problem}`)
}
