import type { PurchaseLine } from './line.js'

/** One customer's purchases in the order of their dates; those of one date as they stood in the file. */
export interface Buyer {
  readonly id: string
  readonly purchases: readonly [PurchaseLine, ...PurchaseLine[]]
  /** The lines that stood behind one of a later date. */
  readonly late: ReadonlyArray<PurchaseLine>
}

const buyerOf = (id: string, inFile: [PurchaseLine, ...PurchaseLine[]]): Buyer => {
  let latest = inFile[0].at
  const late: PurchaseLine[] = []
  for (const line of inFile) {
    if (line.at < latest) late.push(line)
    else latest = line.at
  }
  return { id, purchases: inFile.sort((a, b) => a.at - b.at), late }
}

/** Lines of different customers may stand mixed. */
export const buyersOf = (lines: ReadonlyArray<PurchaseLine>): ReadonlyArray<Buyer> => {
  const byCustomer = new Map<string, [PurchaseLine, ...PurchaseLine[]]>()
  for (const line of lines) {
    const there = byCustomer.get(line.customer)
    if (there) there.push(line)
    else byCustomer.set(line.customer, [line])
  }
  return [...byCustomer].map(([id, of]) => buyerOf(id, of))
}

/** What there is to say of a file of purchases before anything is made of it. */
export interface PurchaseFigures {
  readonly purchases: number
  readonly customers: number
  /** Days of a customer's on which he bought: several purchases of one day are one to the models. */
  readonly days: number
  readonly free: number
  readonly cds: number
  readonly cents: number
}

export const figuresOf = (buyers: ReadonlyArray<Buyer>): PurchaseFigures => {
  const all = buyers.flatMap(({ purchases }) => purchases)
  const total = (of: (each: PurchaseLine) => number) => all.reduce((n, each) => n + of(each), 0)
  return {
    purchases: all.length,
    customers: buyers.length,
    days: new Set(all.map(({ customer, date }) => `${customer} ${date}`)).size,
    free: all.filter(({ cents }) => cents === 0).length,
    cds: total(({ cds }) => cds),
    cents: total(({ cents }) => cents),
  }
}
