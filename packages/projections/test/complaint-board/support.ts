import { complaint, type Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

import { complaintBoard, type Fact, foldRows } from '../../src/index.js'

/** Noon of the first day of the tests, and `hours` after it. */
export const at = (hours: number): Instant => (Date.UTC(2026, 10, 2, 12) + hours * hour) as Instant
export const hour = 3_600_000

const uuid = (prefix: string, n: number): string =>
  `${prefix}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const complaintId = (n: number): string => uuid('c', n)
export const customerId = (n: number): string => uuid('a', n)
export const entryId = (n: number): string => uuid('e', n)

export const rules: complaint.ComplaintRules = {
  authority: [],
  clocks: [
    {
      policy: {
        nextReply: { within: 8 * hour },
        resolution: { within: 72 * hour },
        pausedWhileWaiting: ['resolution'],
      },
    },
  ],
  noticeTries: 2,
  reopenWithin: 720 * hour,
  liaisonNote: { within: 48 * hour },
}

type Type = complaint.ComplaintEvent['type']

/** An event as it is stored, read by its codec: what a test leaves out that the codec needs fails here. */
export const event = (type: Type, when: number, data: object = {}): complaint.ComplaintEvent => {
  const stored = {
    type,
    data: { at: new Date(at(when)).toISOString(), by: { id: 'desk', role: 'agent' }, ...data },
  }
  const read = complaint.ComplaintEvent.decode(stored)
  if (E.isLeft(read))
    throw new Error(
      `no ${type}: ${JSON.stringify(read.left.map((e) => e.context.map((c) => c.key).join('.')))}`,
    )
  return read.right
}

export const iso = (hours: number): string => new Date(at(hours)).toISOString()

export const recorded = (when: number, more: object = {}) =>
  event('ComplaintRecorded', when, {
    kind: 'complaint',
    customer: customerId(1),
    channel: 'email',
    about: { topic: 'item', ref: 'boiler' },
    demand: 'It leaks',
    firstResponsible: 'desk',
    stopped: [],
    ...more,
  })
export const handedOver = (when: number, id: string, more: object = {}) =>
  event('ComplaintHandedOver', when, {
    handOverId: entryId(when),
    to: { kind: 'person', id, ...more },
    owner: 'desk',
    why: 'knows boilers',
    customerAsked: true,
    passedOn: 'everything',
  })
export const assigned = (when: number, to: object) =>
  event('ResponsibilityAssigned', when, { to, owner: 'desk' })
export const clock = (name: complaint.ClockName, startedAt: number, dueAt: number) => ({
  clock: name,
  startedAt: iso(startedAt),
  dueAt: iso(dueAt),
})
export const replied = (when: number, stopped: ReadonlyArray<object> = []) =>
  event('ReplyGiven', when, {
    replyId: entryId(when),
    channel: 'email',
    text: 'We come tomorrow',
    automatic: false,
    stopped,
  })
export const wrote = (when: number) =>
  event('CustomerContactedAgain', when, {
    messageId: entryId(when),
    channel: 'email',
    text: 'Well?',
    automatic: false,
  })
export const awaited = (when: number) =>
  event('CustomerAwaited', when, { waitId: entryId(when), what: 'a photograph' })
export const escalated = (when: number, level = 1) =>
  event('ComplaintEscalated', when, {
    rule: 'unsolved in time',
    level,
    to: { kind: 'person', id: 'chief' },
    why: 'two days',
  })
export const carriedOut = (when: number, stopped: ReadonlyArray<object> = []) =>
  event('RemedyCarriedOut', when, { evidence: [], stopped })
export const closed = (when: number, stopped: ReadonlyArray<object> = []) =>
  event('ComplaintClosed', when, {
    summary: 'New boiler',
    outcome: 'resolved',
    evaluation: { toCaseLibrary: false },
    stopped,
  })
export const reopened = (when: number) => event('ComplaintReopened', when, { why: 'leaks again' })
export const merged = (when: number, into: number) =>
  event('ComplaintMerged', when, { survivor: complaintId(into), openPromises: [] })
export const withdrawn = (when: number) => event('ComplaintWithdrawn', when, { why: 'never mind' })

export type History = Readonly<Record<number, ReadonlyArray<complaint.ComplaintEvent>>>

/** What is on record: one stream a number, its events in order. */
export const facts = (history: History): ReadonlyArray<Fact<complaint.ComplaintEvent>> =>
  Object.entries(history).flatMap(([n, events]) =>
    events.map((each, revision) => ({
      stream: `complaint-${complaintId(Number(n))}`,
      revision: BigInt(revision),
      at: each.data.at,
      event: each,
      metadata: {},
    })),
  )

export const fold = foldRows(complaintBoard.board(rules))
export const boardOf = (history: History, when = 1000): complaintBoard.Board =>
  complaintBoard.read(rules)(fold(facts(history)), at(when))
