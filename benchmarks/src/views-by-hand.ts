/**
 * The loop that the views are measured against: the same tables under the same keys, written by hand for these events alone.
 *
 * A row holds what its view shows a person, is a plain object, and is changed where it lies: no event is folded into a state
 * that decisions could be made by, no earlier row is left as it was, no late fact takes its own place, and nothing is
 * asked of an event but its type.
 */
import type { complaint, customer, dealings, fault, followUp, promise, survey } from '@troth/core'

import type { Decoded, Tables } from './views-all.ts'

type AnyEvent =
  | complaint.ComplaintEvent
  | customer.CustomerEvent
  | dealings.DealingsEvent
  | fault.FaultEvent
  | followUp.FollowUpEvent
  | promise.PromiseEvent
  | survey.SurveyEvent

/** A row, and what is done to it: fields are whatever the view shows. */
type Row = Record<string, unknown>
type Change<A extends Row> = (row: A, event: AnyEvent) => void

interface Line {
  readonly at: number
  readonly type: string
  readonly by: unknown
}

const list = (row: Row, field: string): unknown[] => (row[field] ??= []) as unknown[]
const count = (row: Row, field: string): void => {
  row[field] = ((row[field] as number | undefined) ?? 0) + 1
}

const verdicts = (row: Row, at: number, stopped: ReadonlyArray<complaint.AppliedClock>): void => {
  for (const { clock, dueAt } of stopped) count(row, `${clock}/${at <= dueAt ? 'met' : 'missed'}`)
}

/** Where a complaint stands. */
const standing: Change<Row> = (row, { type, data }) => {
  switch (type) {
    case 'ComplaintRecorded':
      row['life'] = 'Open'
      row['kind'] = data.kind
      row['customer'] = data.customer
      row['about'] = data.about
      row['channel'] = data.channel
      row['content'] = data.content
      row['tier'] = data.tier
      row['receivedAt'] = data.at
      row['step'] = 'recorded'
      row['holder'] = { kind: 'person', id: data.firstResponsible }
      row['owner'] = data.firstResponsible
      break
    case 'ResponsibilityAssigned':
      row['step'] = 'assigned'
      row['holder'] = data.to
      row['owner'] = data.owner
      break
    case 'ComplaintHandedOver':
      row['holder'] = data.to
      row['owner'] = data.owner
      break
    case 'ReplyGiven':
      row['firstReply'] ??= data.at
      row['lastReply'] = data.at
      row['unanswered'] = undefined
      break
    case 'CustomerContactedAgain':
      list(row, 'unanswered').push(data.at)
      break
    case 'ResolvedAtOnce':
    case 'ServiceDone':
      row['step'] = 'resolved'
      row['resolvedAt'] ??= data.at
      break
    case 'ComplaintClosed':
      row['life'] = 'Closed'
      row['closedAt'] = data.at
      row['outcome'] = data.outcome
      break
    default:
  }
  row['latest'] = data.at
}

const request: Change<Row> = (row, event) => {
  standing(row, event)
  const { type, data } = event
  if ('stopped' in data) verdicts(row, data.at, data.stopped)
  switch (type) {
    case 'ComplaintHandedOver':
      count(row, 'handOvers')
      break
    case 'ResolvedAtOnce':
      list(row, 'resolutions').push(data.at)
      if (data.option.remedy === 'compensation') {
        row['claimedAt'] ??= data.at
        list(row, 'paidAt').push(data.at)
      }
      break
    case 'ServiceDone':
      list(row, 'resolutions').push(data.at)
      break
    case 'CustomerContactedAgain':
      if (data.purpose === 'chasing' && !data.automatic) list(row, 'chasedAt').push(data.at)
      break
    case 'ComplaintClosed':
      count(row, 'closings')
      row['summary'] = data.summary
      row['evaluation'] = data.evaluation
      break
    default:
  }
}

const person: Change<Row> = (row, { type, data }) => {
  if (type === 'CustomerRegistered') {
    row['life'] = 'active'
    row['kind'] = data.kind
    row['relation'] = data.relation
    row['stage'] = data.stage
    row['name'] = data.name
    row['registeredAt'] = data.at
  }
  if (type === 'CustomerClassified') {
    const { scheme, value } = data.classification
    row[`class/${scheme}`] = value
  }
  row['latest'] = data.at
}

const word: Change<Row> = (row, { type, data }) => {
  if (type === 'PromiseMade') {
    row['standing'] = 'open'
    row['customer'] = data.customer
    row['kind'] = data.kind
    row['what'] = data.what
    row['dueAt'] = data.dueAt
    row['source'] = data.source
    row['giver'] = data.by
    row['madeAt'] = data.at
  }
  if (type === 'PromiseKept' || type === 'PromiseBroken') {
    row['standing'] = type === 'PromiseKept' ? 'kept' : 'broken'
    row['settledAt'] = data.at
  }
}

const visits: Change<Row> = (row, { type, data }) => {
  if (type === 'PlanOpened') {
    const { customer: whose, kind, anchor, timeZone, window, cadence, visitor } = data
    Object.assign(row, { customer: whose, kind, anchor, timeZone, window, cadence, visitor })
  }
  if (type === 'VisitDone')
    list(row, 'made').push({
      at: data.at,
      by: data.by.id,
      reached: data.reached,
      visit: data.planned,
    })
}

const dealt: Change<Row> = (row, { type, data }) => {
  if (type === 'PurchaseRecorded') {
    const { orderId, at, amount, margin } = data
    list(row, 'purchases').push({
      orderId,
      at,
      amount: amount.amount,
      currency: amount.currency,
      margin,
    })
  }
  if (type === 'PurchaseReturned')
    list(row, 'returns').push({ at: data.at, orderId: data.orderId, returned: data.returned })
  if (type === 'AttitudeStated')
    row['attitude'] = { at: data.at, us: data.towardUs, bestRival: data.towardBestRival }
}

const asked: Change<Row> = (row, { type, data }) => {
  if (type === 'SurveyIssued') {
    row['standing'] = 'awaited'
    row['customer'] = data.customer
    row['about'] = data.about
    row['expiresAt'] = data.expiresAt
  }
  if (type === 'SurveyAnswered') {
    row['standing'] = 'answered'
    row['answeredAt'] = data.at
    row['answers'] = data.answers
  }
}

const failed: Change<Row> = (row, { type, data }) => {
  if (type === 'FaultReported') {
    row['failed'] = data.failed
    row['reportedAt'] = data.at
    row['seenAt'] = data.seenAt
    row['customer'] = data.customer
  }
  if (type === 'ComplaintLinked') list(row, 'complaints').push(data.complaint)
  if (type === 'FaultCleared') row['clearedAt'] = data.at
}

const lines: Change<Row> = (row, { type, data }) => {
  const line: Line = { at: data.at, type, by: data.by }
  list(row, 'lines').push(line)
}

/** The satisfaction view keeps dated facts, and so does the loop. */
const facts: Change<Row> = (row, { type, data }) => {
  const kept = list(row, 'facts')
  const { at } = data
  switch (type) {
    case 'CustomerRegistered':
      kept.push({ at, stage: data.stage })
      break
    case 'CustomerClassified':
      kept.push({ at, ...data.classification })
      break
    case 'ComplaintRecorded': {
      const { kind, customer: whose, about, channel, tier, firstResponsible } = data
      kept.push({ at, kind, customer: whose, about, channel, tier, firstResponsible })
      break
    }
    case 'ResponsibilityAssigned':
    case 'ComplaintHandedOver':
      kept.push({ at, to: data.to })
      break
    case 'CustomerContactedAgain':
      kept.push({ at, chasing: data.purpose === 'chasing' })
      break
    case 'ResolvedAtOnce':
    case 'ServiceDone':
    case 'ReplyGiven':
      kept.push({ at, clocks: data.stopped })
      break
    case 'ComplaintClosed':
      kept.push({ at, outcome: data.outcome })
      break
    case 'PromiseMade':
      kept.push({
        at,
        customer: data.customer,
        by: data.by.id,
        dueAt: data.dueAt,
        source: data.source,
      })
      break
    case 'PromiseKept':
    case 'PromiseBroken':
      kept.push({ at, how: type })
      break
    case 'PlanOpened':
    case 'VisitDone':
      kept.push({ at, by: data.by.id, event: data })
      break
    case 'SurveyIssued': {
      const { customer: whose, about, mode, channel, answeredFor } = data
      kept.push({ at, customer: whose, about, mode, channel, answeredFor })
      break
    }
    case 'SurveyAnswered':
      kept.push({ at, scores: data.answers })
      break
    case 'PurchaseRecorded':
      kept.push({ at, orderId: data.orderId, items: data.lines?.map(({ item }) => item) })
      break
    default:
  }
}

/** And the loyalty view. */
const loyaltyFacts: Change<Row> = (row, { type, data }) => {
  const kept = list(row, 'facts')
  const { at } = data
  switch (type) {
    case 'CustomerRegistered':
      kept.push({ at, stage: data.stage })
      break
    case 'CustomerClassified':
      kept.push({ at, ...data.classification })
      break
    case 'PurchaseRecorded':
      kept.push({ at, orderId: data.orderId, ...data.amount, margin: data.margin })
      break
    case 'PurchaseReturned':
      kept.push({ at, orderId: data.orderId, returned: data.returned })
      break
    case 'AttitudeStated':
      kept.push({ at, us: data.towardUs, bestRival: data.towardBestRival })
      break
    case 'SurveyIssued':
      kept.push({ at, customer: data.customer })
      break
    case 'SurveyAnswered':
      kept.push({ at, nps: data.answers.nps })
      break
    default:
  }
}

/** What a row may be kept under: made once for an event. */
interface Keys {
  readonly id: string
  readonly stream: string
}

interface ByHand {
  readonly name: string
  readonly category: string | ReadonlyArray<string>
  readonly change: Change<Row>
  readonly key: keyof Keys
  readonly leaves?: ReadonlySet<string>
}

const table = (name: string, category: ByHand['category'], change: Change<Row>): ByHand => ({
  name,
  category,
  change,
  key: typeof category === 'string' ? 'id' : 'stream',
})

const everything = ['customer', 'complaint', 'promise', 'followUp', 'survey', 'dealings']

const tables: ReadonlyArray<ByHand> = [
  table('customers', 'customer', person),
  table('complaints', 'complaint', request),
  table('promise-ledger', 'promise', word),
  table('follow-up-agenda', 'followUp', visits),
  table('purchases', 'dealings', dealt),
  table('reports-faults', 'fault', failed),
  // Nothing is said of them in words.
  table('customer-words', [], lines),
  table('surveys', 'survey', asked),
  table('timeline', everything, lines),
  {
    ...table('satisfaction', everything, facts),
    leaves: new Set(['PurchaseReturned', 'AttitudeStated']),
  },
  table('loyalty', ['customer', 'survey', 'dealings'], loyaltyFacts),
]

/** The tables, empty, and the loop's body. */
export const emptyByHand = (): Tables => {
  const all = tables.map(({ name, category, change, key, leaves }) => {
    const rows = new Map<string, Row>()
    const hear = ({ event }: Decoded, keys: Keys): void => {
      if (leaves?.has(event.type) === true) return
      const at = keys[key]
      let row = rows.get(at)
      if (row === undefined) rows.set(at, (row = {}))
      change(row, event as unknown as AnyEvent)
    }
    return { name, rows: () => rows, hear, categories: [category].flat() }
  })
  const byCategory = new Map(
    [...everything, 'fault'].map((category) => [
      category,
      all.filter(({ categories }) => categories.includes(category)),
    ]),
  )
  return {
    all,
    hear: (fact) => {
      const { stream } = fact
      const keys = { stream, id: stream.slice(stream.indexOf('-') + 1) }
      for (const each of byCategory.get(fact.category) ?? []) each.hear(fact, keys)
    },
  }
}
