/**
 * The loop that the views are measured against: the same rows under the same keys, written by hand for these events alone.
 *
 * A row is a plain object that is changed where it lies: no earlier row is left as it was, no late fact takes its own place,
 * no id is looked for among those known, and nothing is asked of an event but its type.
 */
import type { complaint, customer, dealings, fault, followUp, promise, survey } from '@troth/core'
import type {
  complaintBoard,
  customerRecord,
  followUpAgenda,
  promiseLedger,
  reports,
  warnings,
} from '@troth/projections'

import type { Decoded, Tables } from './views-all.ts'

type AnyEvent =
  | complaint.ComplaintEvent
  | customer.CustomerEvent
  | dealings.DealingsEvent
  | fault.FaultEvent
  | followUp.FollowUpEvent
  | promise.PromiseEvent
  | survey.SurveyEvent

/** What a view keeps, to be changed where it lies. */
type Open<A> = A extends string | number | boolean | bigint | null | undefined
  ? A
  : { -readonly [K in keyof A]: Open<A[K]> }

/** How a table's rows begin with their first event, and what any later one does to them. */
interface Change<Row> {
  readonly begin: (event: AnyEvent, stream: string) => Row
  readonly change: (row: Row, event: AnyEvent, stream: string) => void
}

const unheardOf = ({ type }: AnyEvent): never => {
  throw new Error(`no row begins with ${type}`)
}

type Complaint = Open<complaintBoard.Row> & { state: Open<complaint.Recorded> }

const stop = (row: Complaint, at: number, stopped: ReadonlyArray<complaint.AppliedClock>): void => {
  for (const { clock, startedAt, dueAt } of stopped) {
    const verdict = at <= dueAt ? 'met' : 'missed'
    const { verdicts } = row.state.file.timeline
    verdicts[clock] = { clock, startedAt, dueAt, verdict, running: false, inDoubt: false }
    const counts = ((row.clocks ??= {})[clock] ??= {})
    counts[verdict] = (counts[verdict] ?? 0) + 1
    counts.latest = { startedAt, verdict }
  }
}

const requests: Change<Complaint> = {
  begin: (event) => {
    if (event.type !== 'ComplaintRecorded') return unheardOf(event)
    const { at, by, kind, customer: whose, about, channel, content, tier } = event.data
    const { firstResponsible } = event.data
    return {
      state: {
        _tag: 'Open',
        file: {
          intake: { at, by: by.id, kind, customer: whose, about, ...(channel && { channel }) },
          kind,
          customer: whose,
          ...(content && { content }),
          ...(tier !== undefined && { tier }),
          step: 'recorded',
          cycle: 1,
          firstResponsible,
          holder: { kind: 'person', id: firstResponsible },
          owner: firstResponsible,
          answeredBy: [],
          carriedOut: false,
          courtesies: [],
          repliedInWriting: false,
          promises: {},
          raised: {},
          timeline: {
            receivedAt: at,
            cycleFrom: at,
            firstReplyOver: false,
            unanswered: [],
            waits: [],
            verdicts: {},
          },
          latest: at,
          entries: { keys: [] },
          toCaseLibrary: false,
        },
      },
    }
  },
  change: (row, { type, data }) => {
    const { file } = row.state
    const { timeline } = file
    const { at, by } = data
    const entered = (id: string): void => {
      if ('keys' in file.entries) file.entries.keys.push(id)
    }
    const answered = (): void => {
      if (!file.answeredBy.some(({ id, role }) => id === by.id && role === by.role))
        file.answeredBy.push(by)
    }
    const resolved = (): void => {
      timeline.resolvedAt ??= at
      file.step = 'resolved'
      file.carriedOut = true
      ;(row.resolutions ??= []).push({ at, cycle: file.cycle })
    }
    file.latest = at
    switch (type) {
      case 'ResponsibilityAssigned':
        file.step = 'assigned'
        file.assignedTo = file.holder = data.to
        file.owner = data.owner
        break
      case 'ComplaintHandedOver':
        entered(`handOver/${data.handOverId}`)
        file.holder = data.to
        file.owner = data.owner
        row.handOvers = (row.handOvers ?? 0) + 1
        break
      case 'ReplyGiven':
        entered(`reply/${data.replyId}`)
        answered()
        stop(row, at, data.stopped)
        timeline.firstReply ??= at
        timeline.lastReply = at
        timeline.unanswered = []
        if (data.channel === 'email') file.repliedInWriting = true
        break
      case 'CustomerContactedAgain':
        entered(`message/${data.messageId}`)
        timeline.unanswered = [[...timeline.unanswered.flat(), at]]
        if (data.purpose === 'chasing') (row.chasedAt ??= []).push(at)
        break
      case 'ResolvedAtOnce':
        entered(`atOnce/${data.option.optionId}`)
        answered()
        stop(row, at, data.stopped)
        resolved()
        file.judgement = { valid: true, ...(file.content && { content: file.content }) }
        file.accepted = data.option.optionId
        file.liaisonNote = data.noteDueAt
        if (data.option.remedy === 'compensation') {
          row.claimedAt ??= at
          ;(row.paidAt ??= []).push(at)
        }
        break
      case 'ServiceDone':
        answered()
        stop(row, at, data.stopped)
        resolved()
        break
      case 'ComplaintClosed': {
        const { outcome, summary, evaluation } = data
        stop(row, at, data.stopped)
        timeline.firstReplyOver = true
        timeline.unanswered = []
        file.toCaseLibrary = evaluation.toCaseLibrary
        row.state = { _tag: 'Closed', file, outcome, at }
        row.closings = (row.closings ?? 0) + 1
        row.closing = { at, outcome, summary, evaluation }
        break
      }
      default:
    }
  },
}

type Person = Open<Extract<customer.CustomerState, { readonly _tag: 'Active' }>>

const people: Change<Person> = {
  begin: (event) => {
    if (event.type !== 'CustomerRegistered') return unheardOf(event)
    const { at, by, kind, relation, stage, name } = event.data
    return {
      _tag: 'Active',
      file: {
        began: at,
        latest: at,
        entries: { keys: [] },
        absorbed: {},
        registration: { kind, relation, stage, name, at, by: by.id },
        name,
        stage,
        profile: {},
        changes: {},
        persons: {},
        points: {},
        dates: {},
        expectations: [],
        classes: {},
        manager: [],
        standing: [],
        proposals: {},
        consents: {},
      },
    }
  },
  change: ({ file }, { type, data }) => {
    file.latest = data.at
    if (type !== 'CustomerClassified') return
    const { classification } = data
    ;(file.classes[`scheme/${classification.scheme}`] ??= []).push({
      at: data.at,
      value: classification,
    })
  },
}

type Word = Open<promiseLedger.Row> & {
  state: Open<Exclude<promise.PromiseState, { readonly _tag: 'NotMade' }>>
}

const words: Change<Word> = {
  begin: (event) => {
    if (event.type !== 'PromiseMade') return unheardOf(event)
    const { at, by, customer: whose, kind, what, dueAt, source, basis, timeZone } = event.data
    const terms = { customer: whose, kind, what, dueAt, source, basis, timeZone }
    return {
      state: {
        _tag: 'Open',
        file: { began: at, latest: at, terms, moves: [], explanations: { keys: [] } },
      },
      delays: [],
      giver: by,
    } as unknown as Word
  },
  change: (row, { type, data }) => {
    const { file } = row.state
    file.latest = data.at
    if (type === 'PromiseKept' || type === 'PromiseBroken')
      row.state = { _tag: 'Settled', file, how: type, at: data.at }
  },
}

type Plan = Open<followUpAgenda.Row> & {
  state: Open<Extract<followUp.FollowUpState, { readonly _tag: 'Open' }>>
}

const visits: Change<Plan> = {
  begin: (event) => {
    if (event.type !== 'PlanOpened') return unheardOf(event)
    const { at, customer: whose, kind, anchor, timeZone, window, december } = event.data
    const { channel, cadence, visitor } = event.data
    return {
      state: {
        _tag: 'Open',
        file: {
          began: at,
          latest: at,
          customer: whose,
          channel,
          visitor: [{ at, value: visitor }],
          agenda: {
            _tag: 'Plan',
            terms: { customer: whose, kind, anchor, timeZone, subscribed: false },
            class: [],
            window,
            december,
            cadence: [{ at, value: cadence }],
            greetings: [],
          },
          moved: {},
          over: {},
          entries: { keys: [] },
        },
      },
      made: [],
    } as unknown as Plan
  },
  change: (row, { type, data }) => {
    const { file } = row.state
    file.latest = data.at
    if (type !== 'VisitDone') return
    const { visitId, at, by, reached, planned } = data
    if ('keys' in file.entries) file.entries.keys.push(`visit/${visitId}`)
    if (planned) file.over[planned.visit] = { planned, how: 'done', at }
    row.made.push({ visitId, at, by: by.id, reached, ...(planned && { visit: planned.visit }) })
  },
}

const dealt: Change<Open<warnings.DealingsRow>> = {
  begin: (event, stream) => {
    const row = { purchases: [], returns: [], referrals: [] }
    dealt.change(row, event, stream)
    return row
  },
  change: (row, { type, data }) => {
    const { at } = data
    if (type === 'PurchaseRecorded') {
      const { orderId, amount: price, margin } = data
      const { amount, currency } = price
      row.purchases.push(
        margin === undefined
          ? { orderId, at, amount, currency }
          : { orderId, at, amount, currency, margin },
      )
    }
    if (type === 'PurchaseReturned') {
      const { returnId, orderId, returned } = data
      row.returns.push({
        returnId,
        orderId,
        at,
        ...(returned.extent === 'part' && { part: returned.amount }),
      })
    }
    if (type === 'AttitudeStated') {
      const { towardUs, towardBestRival } = data
      row.attitude = { at, towardUs, towardBestRival }
    }
  },
}

type Fault = Open<reports.FaultRow> & {
  state: Open<Exclude<fault.FaultState, { readonly _tag: 'NotReported' }>>
}

const faults: Change<Fault> = {
  begin: (event) => {
    if (event.type !== 'FaultReported') return unheardOf(event)
    const { at, failed, seenAt, contractSigner, manager, customer: whose } = event.data
    const terms = { failed, seenAt, contractSigner, manager, customer: whose }
    return {
      state: {
        _tag: 'Open',
        file: {
          began: at,
          latest: at,
          terms,
          owner: [],
          crisis: false,
          entries: { keys: [] },
        },
      },
      complaints: [],
    } as unknown as Fault
  },
  change: (row, { type, data }) => {
    const { file } = row.state
    file.latest = data.at
    if (type === 'ComplaintLinked') {
      if ('keys' in file.entries) file.entries.keys.push(`complaint/${data.complaint}`)
      row.complaints.push(data.complaint)
    }
    if (type === 'FaultCleared') row.state = { _tag: 'Cleared', file, at: data.at }
  },
}

/** A survey that was sent, and once it is answered what was said. */
interface Asked {
  _tag: 'Awaited' | 'Answered'
  file: object & { latest: number }
  answeredAt?: number
  answers?: object[]
  correctableUntil?: number
}

const surveys: Change<Asked> = {
  begin: (event) => {
    if (event.type !== 'SurveyIssued') return unheardOf(event)
    const { at, customer: whose, about, mode, channel, answeredFor, expiresAt } = event.data
    const { purpose } = event.data
    const terms = { customer: whose, about, mode, channel, answeredFor, expiresAt, purpose }
    return { _tag: 'Awaited', file: { began: at, latest: at, terms, opened: false } }
  },
  change: (row, { type, data }) => {
    row.file.latest = data.at
    if (type !== 'SurveyAnswered') return
    row._tag = 'Answered'
    row.answeredAt = data.at
    row.answers = [{ at: data.at, value: data.answers }]
    row.correctableUntil = data.correctableUntil
  },
}

const lines: Change<Open<customerRecord.Lines>> = {
  begin: ({ type, data: { at, by } }) => [[{ at, type, by }]],
  change: ([page], { type, data: { at, by } }) => {
    page?.push({ at, type, by })
  },
}

const named: Change<string[]> = {
  begin: (_, stream) => [stream],
  change: (row, _, stream) => {
    row.push(stream)
  },
}

type Ran = readonly [string, number, number]

const ran = (stopped: ReadonlyArray<complaint.AppliedClock>): ReadonlyArray<Ran> =>
  stopped.map(({ clock, startedAt, dueAt }) => [clock, startedAt, dueAt])

const requestFact = ({ type, data }: complaint.ComplaintEvent): object => {
  const { at } = data
  switch (type) {
    case 'ComplaintRecorded': {
      const { kind, customer: whose, about, channel, tier, firstResponsible } = data
      const order = about.topic === 'order' ? about.ref : undefined
      return kind === 'complaint'
        ? { is: 'recorded', at, customer: whose, order, channel, tier, firstResponsible }
        : { is: 'recorded', at, kind, customer: whose, order, channel, tier, firstResponsible }
    }
    case 'ResponsibilityAssigned':
      return { is: 'assigned', at, to: data.to }
    case 'ComplaintHandedOver':
      return { is: 'handedOver', at, handOverId: data.handOverId, to: data.to }
    case 'CustomerContactedAgain':
      return { is: 'contacted', at, messageId: data.messageId, chasing: true }
    case 'ResolvedAtOnce':
    case 'ServiceDone':
      return { is: 'resolved', at, stopped: ran(data.stopped) }
    case 'ReplyGiven':
      return { is: 'replied', at, stopped: ran(data.stopped) }
    default:
      return { is: 'closed', at }
  }
}

/** What the satisfaction view keeps of an event. */
const fact = (event: AnyEvent): object => {
  const { type, data } = event
  const { at } = data
  switch (type) {
    case 'CustomerRegistered':
      return { is: 'registered', at, stage: data.stage }
    case 'CustomerClassified':
      return { is: 'classed', at, ...data.classification }
    case 'PromiseMade': {
      const { customer: whose, by, dueAt, source } = data
      const of = 'complaintId' in source ? source.complaintId : undefined
      return { is: 'made', at, customer: whose, by: by.id, dueAt, complaint: of }
    }
    case 'PromiseKept':
      return { is: 'kept', at }
    case 'PromiseBroken':
      return { is: 'broken', at }
    case 'PlanOpened':
      return { at, by: data.by.id, event }
    case 'VisitDone': {
      const { learned, ...rest } = data
      return { at, by: data.by.id, event: { type, data: rest } }
    }
    case 'SurveyIssued': {
      const { customer: whose, about, channel, answeredFor } = data
      const of = 'complaintId' in about ? about.complaintId : undefined
      const who = answeredFor.map(({ id }) => id)
      return { is: 'issued', at, customer: whose, complaint: of, channel, answeredFor: who }
    }
    case 'SurveyAnswered': {
      const { csat, nps, effort, index } = data.answers
      return { is: 'answered', at, scores: { csat, nps, effort, index } }
    }
    case 'PurchaseRecorded':
      return {
        is: 'bought',
        at,
        orderId: data.orderId,
        items: data.lines?.map(({ item }) => item),
      }
    default:
      return requestFact(event as complaint.ComplaintEvent)
  }
}

/** And the loyalty view. */
const loyaltyFact = (event: AnyEvent): object => {
  const { type, data } = event
  const { at } = data
  switch (type) {
    case 'PurchaseRecorded': {
      const { orderId, amount: price, margin } = data
      const { amount, currency } = price
      return { is: 'bought', at, orderId, amount, currency, margin }
    }
    case 'PurchaseReturned': {
      const { returnId: id, orderId, returned } = data
      return returned.extent === 'part'
        ? { is: 'returned', at, id, orderId, part: returned.amount }
        : { is: 'returned', at, id, orderId }
    }
    case 'AttitudeStated': {
      const { statementId: id, towardUs: us, towardBestRival: bestRival } = data
      return { is: 'thinks', at, id, us, bestRival }
    }
    case 'SurveyIssued':
      return { is: 'issued', at, customer: data.customer }
    case 'SurveyAnswered':
      return { is: 'answered', at, nps: data.answers.nps }
    default:
      return fact(event)
  }
}

/** Facts as both views keep them: pages of them under the kind of their stream. */
type Facts = Record<string, object[][]>

const kept = (of: (event: AnyEvent) => object): Change<Facts> => ({
  begin: (event, stream) => ({ [stream.slice(0, stream.indexOf('-'))]: [[of(event)]] }),
  change: (row, event) => {
    for (const kind in row) row[kind]?.[0]?.push(of(event))
  },
})

/** What a row may be kept under: made once for an event. */
interface Keys {
  readonly id: string
  readonly stream: string
  readonly customer: string
}

interface ByHand {
  readonly name: string
  readonly categories: ReadonlyArray<string>
  readonly key: keyof Keys
  readonly hears: (type: string) => boolean
  readonly change: Change<unknown>
}

const everything = ['customer', 'complaint', 'promise', 'followUp', 'survey', 'dealings']
const always = (): boolean => true

const table = <Row>(
  name: string,
  categories: ReadonlyArray<string>,
  change: Change<Row>,
  key: keyof Keys = 'id',
  hears: ByHand['hears'] = always,
): ByHand => ({ name, categories, key, hears, change: change as unknown as Change<unknown> })

const naming = new Set(['ComplaintRecorded', 'PromiseMade', 'PlanOpened', 'SurveyIssued'])
const unsatisfying = new Set(['PurchaseReturned', 'AttitudeStated'])

const tables: ReadonlyArray<ByHand> = [
  table('customers', ['customer'], people),
  table('complaints', ['complaint'], requests),
  table('promise-ledger', ['promise'], words),
  table('follow-up-agenda', ['followUp'], visits),
  table('purchases', ['dealings'], dealt),
  table('reports-faults', ['fault'], faults),
  // Nothing is said of them in words.
  table('customer-words', [], named),
  table('surveys', ['survey'], surveys),
  table('timeline', everything, lines, 'stream'),
  table(
    'customer-streams',
    ['complaint', 'promise', 'followUp', 'survey'],
    named,
    'customer',
    (type) => naming.has(type),
  ),
  table('satisfaction', everything, kept(fact), 'stream', (type) => !unsatisfying.has(type)),
  table('loyalty', ['customer', 'survey', 'dealings'], kept(loyaltyFact), 'stream'),
]

/** The tables, empty, and the loop's body. */
export const emptyByHand = (): Tables => {
  const all = tables.map(({ name, categories, key, hears, change: { begin, change } }) => {
    const rows = new Map<string, unknown>()
    const hear = (event: AnyEvent, keys: Keys): void => {
      if (!hears(event.type)) return
      const at = keys[key]
      const row = rows.get(at)
      if (row === undefined) rows.set(at, begin(event, keys.stream))
      else change(row, event, keys.stream)
    }
    return { name, rows: () => rows, hear, categories }
  })
  const byCategory = new Map(
    [...everything, 'fault'].map((category) => [
      category,
      all.filter(({ categories }) => categories.includes(category)),
    ]),
  )
  return {
    all,
    hear: ({ stream, category, event }: Decoded) => {
      const told = event as unknown as AnyEvent
      const customer = 'customer' in told.data ? told.data.customer : ''
      const keys = { stream, id: stream.slice(stream.indexOf('-') + 1), customer }
      for (const each of byCategory.get(category) ?? []) each.hear(told, keys)
    },
  }
}
