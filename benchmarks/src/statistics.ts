/** What is said of several runs. */

export const median = (numbers: ReadonlyArray<number>): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2
}

/** The least and the most, as they are written in a table. */
export const spread = (numbers: ReadonlyArray<number>, written: (n: number) => string): string =>
  `${written(Math.min(...numbers))} to ${written(Math.max(...numbers))}`
