import { CsvError, parse } from 'csv-parse/sync'

import type { Line } from './lines.js'

/** A line, and its fields; without `fields` it is no CSV, for its quotes do not fit together. */
export interface Row extends Line {
  readonly fields?: ReadonlyArray<string>
}

const records = (text: string): ReadonlyArray<ReadonlyArray<string>> | undefined => {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: '\n' })
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

const alone = (line: Line): Row => {
  const [fields, ...more] = records(line.text) ?? []
  return fields === undefined || more.length > 0 ? line : { ...line, fields }
}

/**
 * The fields of each line; a record is a line. They are read at once, and one by one where a line is at fault:
 * an open quote would take the lines after it for its own. Blank lines are left out.
 */
export const rowsOf = (lines: ReadonlyArray<Line>): ReadonlyArray<Row> => {
  const written = lines.filter(({ text }) => text.trim() !== '')
  const all = written.length === 0 ? [] : records(written.map(({ text }) => text).join('\n'))
  if (all?.length !== written.length) return written.map(alone)
  return written.map((line, i) => {
    const fields = all[i]
    return fields === undefined ? line : { ...line, fields }
  })
}
