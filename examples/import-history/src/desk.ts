/**
 * The host's part: his rules, his store, and what he does with the files.
 */
import { complaint, type Instant } from '@troth/core'
import {
  type EventStore,
  foreignUuid,
  type Imported,
  importFacts,
  type InvalidFact,
  type Registry,
  registry,
  type StoreError,
  type Stores,
} from '@troth/core/store'
import { complaintBoard, type Fact, factOf, foldRows, type Rows } from '@troth/projections'
import * as E from 'fp-ts/lib/Either.js'

import type { LogCase } from './help-desk-log/cases.js'
import { factsOf, source } from './help-desk-log/facts.js'
import type { Progress } from './progress.js'

type Event = complaint.ComplaintEvent
const day = 86_400_000

/** This desk's own: what the library does not decide for him. Imported facts are asked by none of it; the clocks of what is still open are. */
export const rules: complaint.ComplaintRules = {
  authority: [],
  clocks: [{ policy: { resolution: { within: 30 * day }, pausedWhileWaiting: ['resolution'] } }],
  noticeTries: 3,
  reopenWithin: 30 * day,
  liaisonNote: { within: 2 * day },
}

const decider = complaint.complaint(rules)

/** The codecs of what is on record; made once, for import and board alike. */
const codecs = (): Registry<Event> => {
  const made = registry(decider.event)
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  return made.right
}
const known = codecs()

export interface NotImported {
  readonly caseId: string
  readonly lines: number
  readonly why: StoreError | InvalidFact
}

export interface ImportDone {
  readonly imported: number
  readonly already: number
  readonly failed: ReadonlyArray<NotImported>
}

/** Puts each case on a stream of its own. What is on record already stays as it is. */
export const importCases = async (
  eventStore: EventStore,
  cases: ReadonlyArray<LogCase>,
  progress: Progress,
): Promise<ImportDone> => {
  const put = importFacts(decider, { eventStore, registry: known })
  const count: Record<Imported['_tag'], number> = { Imported: 0, AlreadyImported: 0 }
  const failed: NotImported[] = []
  for (const [i, each] of cases.entries()) {
    const facts = factsOf(each)
    const subject = facts[0].type === 'ComplaintRecorded' ? facts[0].data.customer : undefined
    const done = await put(foreignUuid(source, each.id), facts, {
      source,
      foreignId: each.id,
      ...(subject !== undefined && { subject }),
    })()
    if (E.isRight(done)) count[done.right._tag]++
    else failed.push({ caseId: each.id, lines: each.lines.length, why: done.left })
    progress.update(i + 1)
  }
  return { imported: count.Imported, already: count.AlreadyImported, failed }
}

/** What the store holds of complaints, as the board shows it, and how often each type of event. */
export interface OnRecord {
  readonly rows: Rows<complaintBoard.Row>
  readonly byType: ReadonlyMap<string, number>
  /** The latest that happened. */
  readonly until: Instant
}

const batchSize = 1000

/** Follows the store's own feed to its end: what is shown is what was stored. */
export const onRecord = async ({ feed }: Stores): Promise<OnRecord> => {
  const board = complaintBoard.board(rules)
  const byType = new Map<string, number>()
  const fold = foldRows(board)
  let rows: Rows<complaintBoard.Row> = new Map()
  let batch: Fact<Event>[] = []
  let until = 0 as Instant
  for await (const item of feed.subscribe({ categories: [board.category] })) {
    if (item._tag === 'CaughtUp') break
    if (item._tag === 'Failed') throw new Error(JSON.stringify(item.error))
    if (item._tag !== 'Event') continue
    const read = known.decode(item.event)
    if (E.isLeft(read))
      throw new Error(
        JSON.stringify(read.left, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)),
      )
    const fact = factOf(item.event, read.right)
    byType.set(fact.event.type, (byType.get(fact.event.type) ?? 0) + 1)
    if (fact.at > until) until = fact.at
    batch.push(fact)
    if (batch.length < batchSize) continue
    rows = fold(batch, rows)
    batch = []
  }
  return { rows: fold(batch, rows), byType, until }
}
