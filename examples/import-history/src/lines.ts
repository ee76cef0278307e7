/** A line of a file, counted from 1. `ended`: its line end is there, so that it was not cut off by the end of the file. */
export interface Line {
  readonly number: number
  readonly text: string
  readonly ended: boolean
}

/** The lines of a text that comes in pieces, without their ends (LF or CRLF) and without a byte order mark. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0
  let rest = ''
  const line = (text: string, ended: boolean): Line => {
    number++
    const unmarked = number === 1 && text.startsWith('\ufeff') ? text.slice(1) : text
    return { number, text: unmarked.endsWith('\r') ? unmarked.slice(0, -1) : unmarked, ended }
  }
  for await (const piece of pieces) {
    const texts = (rest + piece).split('\n')
    rest = texts.pop() ?? ''
    for (const text of texts) yield line(text, true)
  }
  if (rest !== '') yield line(rest, false)
}

/** In batches of `size`, the last one shorter. */
export async function* batches<A>(items: AsyncIterable<A>, size: number): AsyncGenerator<A[]> {
  let batch: A[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
