import { SingleBar } from 'cli-progress'

export interface Progress {
  readonly update: (done: number) => void
  /** Ends it where it is. */
  readonly stop: () => void
}

const bar = (title: string, unit: string, total: number): Progress => {
  const drawn = new SingleBar({
    format: `${title.padEnd(12)} [{bar}] {percentage} % of {total} ${unit}`,
    formatValue: (n, _, type) => (type === 'total' ? n.toLocaleString('en-GB') : String(n)),
    barCompleteChar: '#',
    barIncompleteChar: '-',
    hideCursor: true,
    stream: process.stderr,
  })
  drawn.start(total, 0)
  return {
    update: (done) => {
      drawn.update(done)
    },
    stop: () => {
      drawn.stop()
    },
  }
}

/** Where nobody sees a bar move, a line at each half: a log is not a screen. */
const plain = (title: string, unit: string, total: number): Progress => {
  let told = 0
  const tell = (halves: number) => {
    if (halves <= told) return
    told = halves
    process.stderr.write(`${title}: ${halves * 50} % of ${total.toLocaleString('en-GB')} ${unit}\n`)
  }
  return {
    update: (done) => {
      tell(total === 0 ? 0 : Math.floor((done / total) * 2))
    },
    stop: () => undefined,
  }
}

/** Shows how far it is, on standard error: a bar on a terminal, plain lines elsewhere. */
export const progressOf = (title: string, unit: string, total: number): Progress =>
  (process.stderr.isTTY ? bar : plain)(title, unit, total)
