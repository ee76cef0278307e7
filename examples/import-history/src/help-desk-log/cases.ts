import type { Activity, LogLine } from './line.js'

/** A case's lines in the order of their times; those of one time as they stood in the file. */
export interface LogCase {
  readonly id: string
  readonly lines: readonly [LogLine, ...LogLine[]]
}

/** Lines of different cases may stand mixed. */
export const casesOf = (lines: ReadonlyArray<LogLine>): ReadonlyArray<LogCase> => {
  const byCase = new Map<string, [LogLine, ...LogLine[]]>()
  for (const line of lines) {
    const there = byCase.get(line.caseId)
    if (there) there.push(line)
    else byCase.set(line.caseId, [line])
  }
  return [...byCase].map(([id, of]) => ({ id, lines: of.sort((a, b) => a.at - b.at) }))
}

const begins: ReadonlyArray<Activity> = ['Insert ticket', 'Assign seriousness']

export const isFirstStep = ({ activity }: LogLine): boolean => begins.includes(activity)

/** It runs from a first step to *Closed*. */
const isComplete = ({ lines }: LogCase): boolean =>
  isFirstStep(lines[0]) && lines.at(-1)?.activity === 'Closed'

const isEscalated = ({ lines }: LogCase): boolean =>
  lines.some(({ activity }) => activity === 'Require upgrade')

/** What there is to say of a log before anything is made of it. */
export interface LogFigures {
  readonly events: number
  readonly cases: number
  readonly complete: number
  /** Different sequences of activities among the complete cases. */
  readonly variants: number
  readonly escalated: number
  readonly escalatedComplete: number
  /** Lines that stand word for word elsewhere in their case. Each is an event: the log counts them so. */
  readonly repeated: number
}

const repeatedIn = ({ lines }: LogCase): number =>
  lines.length - new Set(lines.map(({ text }) => text)).size

export const figuresOf = (cases: ReadonlyArray<LogCase>): LogFigures => {
  const complete = cases.filter(isComplete)
  const total = (of: (each: LogCase) => number) => cases.reduce((n, each) => n + of(each), 0)
  return {
    events: total(({ lines }) => lines.length),
    cases: cases.length,
    complete: complete.length,
    variants: new Set(complete.map(({ lines }) => JSON.stringify(lines.map((l) => l.activity))))
      .size,
    escalated: cases.filter(isEscalated).length,
    escalatedComplete: complete.filter(isEscalated).length,
    repeated: total(repeatedIn),
  }
}
