import { parseArgs } from 'node:util'
import type { Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

import { day } from './desk.js'
import type { LoyaltyTimes } from './read-views.js'
import { quoted } from './refused.js'
import { dayOf } from './times.js'

/** What was asked for on the command line. */
export interface Asked extends LoyaltyTimes {
  readonly files: ReadonlyArray<string>
  readonly all: boolean
}

export const usage =
  'npm run demo -- [--all] [--loyalty-at yyyy-mm-dd] [--calibrate-to yyyy-mm-dd] [file…]'

const options = {
  all: { type: 'boolean' },
  'loyalty-at': { type: 'string' },
  'calibrate-to': { type: 'string' },
} as const

const parsed = (args: ReadonlyArray<string>) =>
  E.tryCatch(
    () => parseArgs({ args: [...args], options, allowPositionals: true }),
    (error) => (error instanceof Error ? error.message : String(error)),
  )

/** The end of a day in UTC. */
const endOfDay = (
  option: 'loyalty-at' | 'calibrate-to',
  text: string | undefined,
): E.Either<string, Instant | undefined> => {
  if (text === undefined) return E.right(undefined)
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? dayOf(text.replaceAll('-', '')) : undefined
  return at === undefined
    ? E.left(`--${option} ${quoted(text)}: expected a day of the calendar, yyyy-mm-dd`)
    : E.right((at + day - 1) as Instant)
}

/** What the words of the command line ask for, or what is wrong with them. */
export const askedBy = (args: ReadonlyArray<string>): E.Either<string, Asked> => {
  const read = parsed(args)
  if (E.isLeft(read)) return read
  const { values, positionals: files } = read.right
  const at = endOfDay('loyalty-at', values['loyalty-at'])
  if (E.isLeft(at)) return at
  const calibrateTo = endOfDay('calibrate-to', values['calibrate-to'])
  if (E.isLeft(calibrateTo)) return calibrateTo
  if (at.right !== undefined && calibrateTo.right !== undefined && calibrateTo.right > at.right)
    return E.left('--calibrate-to: expected a day that is not after that of --loyalty-at')
  return E.right({
    files,
    all: values.all === true,
    at: at.right,
    calibrateTo: calibrateTo.right,
  })
}
