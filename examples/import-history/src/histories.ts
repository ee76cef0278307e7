/**
 * From what was read to what is on record: each case, each customer's purchases and each survey on a stream of its own.
 */
import type { complaint, dealings, survey } from '@troth/core'
import {
  type EventStore,
  foreignUuid,
  type Imported,
  type ImportFacts,
  importFacts,
  type InvalidFact,
  type Origin,
  type StoreError,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { deciders, registries } from './desk.js'
import type { LogCase } from './help-desk-log/cases.js'
import * as log from './help-desk-log/facts.js'
import type { Content } from './kinds.js'
import type { Progress } from './progress.js'
import type { Buyer } from './purchases/buyers.js'
import * as purchases from './purchases/facts.js'
import * as answers from './survey-answers/facts.js'
import type { SurveyLine } from './survey-answers/line.js'

/** All that files tell of one thing, and how many of their lines do. */
interface History<Event> {
  readonly origin: Origin
  readonly facts: readonly [Event, ...Event[]]
  readonly lines: number
}

const historyOfCase = (each: LogCase): History<complaint.ComplaintEvent> => {
  const facts = log.factsOf(each)
  const [recorded] = facts
  return {
    origin: {
      source: log.source,
      foreignId: each.id,
      ...(recorded.type === 'ComplaintRecorded' && { subject: recorded.data.customer }),
    },
    facts,
    lines: each.lines.length,
  }
}

const historyOfBuyer = (buyer: Buyer): History<dealings.DealingsEvent> => ({
  origin: {
    source: purchases.source,
    foreignId: buyer.id,
    subject: foreignUuid(purchases.source, buyer.id),
  },
  facts: purchases.factsOf(buyer),
  lines: buyer.purchases.length,
})

const historyOfSurvey = (line: SurveyLine): History<survey.SurveyEvent> => ({
  origin: {
    source: answers.source,
    foreignId: line.surveyId,
    subject: answers.customerOf(line),
  },
  facts: answers.factsOf(line),
  lines: 1,
})

export interface NotImported {
  readonly foreignId: string
  readonly lines: number
  readonly why: StoreError | InvalidFact
}

export interface ImportDone {
  readonly imported: number
  readonly already: number
  readonly failed: ReadonlyArray<NotImported>
}

/** The id of the stream is made of the name that the thing has in the file. What is on record already stays as it is. */
const putAll = async <Event>(
  put: ImportFacts<Event>,
  histories: ReadonlyArray<History<Event>>,
  progress: Progress,
): Promise<ImportDone> => {
  const count: Record<Imported['_tag'], number> = { Imported: 0, AlreadyImported: 0 }
  const failed: NotImported[] = []
  for (const [i, { origin, facts, lines }] of histories.entries()) {
    const { source, foreignId } = origin
    const done = await put(foreignUuid(source, foreignId), facts, origin)()
    if (E.isRight(done)) count[done.right._tag]++
    else failed.push({ foreignId, lines, why: done.left })
    progress.update(i + 1)
  }
  return { imported: count.Imported, already: count.AlreadyImported, failed }
}

/** How many things there are to put on record. */
export const sizeOf = (content: Content): number => {
  switch (content.of) {
    case 'cases':
      return content.cases.length
    case 'customers':
      return content.buyers.length
    case 'surveys':
      return content.surveys.length
  }
}

/** Puts each thing on record as it was, past every rule of `decide`. */
export const importContent = (
  eventStore: EventStore,
  content: Content,
  progress: Progress,
): Promise<ImportDone> => {
  switch (content.of) {
    case 'cases': {
      const door = { eventStore, registry: registries.complaint }
      const put = importFacts(deciders.complaint, door)
      return putAll(put, content.cases.map(historyOfCase), progress)
    }
    case 'customers': {
      const door = { eventStore, registry: registries.dealings }
      const put = importFacts(deciders.dealings, door)
      return putAll(put, content.buyers.map(historyOfBuyer), progress)
    }
    case 'surveys': {
      const door = { eventStore, registry: registries.survey }
      const put = importFacts(deciders.survey, door)
      return putAll(put, content.surveys.map(historyOfSurvey), progress)
    }
  }
}
