/** A number as people read it: 21,348. */
export const number = (n: number): string => n.toLocaleString('en-GB')

/** So many things: 1 case, 4,580 cases. */
export const counted = (n: number, thing: string): string =>
  `${number(n)} ${thing}${n === 1 ? '' : 's'}`

/** A number with so many decimals: 0.2426. */
export const decimal = (n: number, places: number): string =>
  n.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places })

/** A part of all, from -1 to 1, as a percentage: 49.9 %. */
export const percent = (part: number): string => `${decimal(100 * part, 1)} %`

/** Minor units as people write money: 29.33 USD. */
export const money = ({ amount, currency }: { amount: number; currency: string }): string => {
  const { maximumFractionDigits: places = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return `${decimal(amount / 10 ** places, places)} ${currency}`
}

/** Day in UTC. */
export const date = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Day and minute in UTC. */
export const time = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

const units = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
] as const

/** Milliseconds in the largest unit of which there are two, to two decimals; else in seconds. */
export const duration = (ms: number): string => {
  const [unit, size] = units.find(([, each]) => ms >= 2 * each) ?? ['seconds', 1000]
  const rounded = (ms / size).toLocaleString('en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return `${rounded} ${unit}`
}

/** Columns that line up: those named in `right` at their right edge, with two spaces between. */
export const table = (
  rows: ReadonlyArray<ReadonlyArray<string>>,
  right: ReadonlyArray<number> = [],
): ReadonlyArray<string> => {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, cell.length)),
    [],
  )
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const width = widths[i] ?? 0
        return right.includes(i) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}

export const indented = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.map((line) => (line === '' ? '' : `  ${line}`))
