/**
 * A complaints desk: the rules, the commands and the ids that every contender is given alike.
 *
 * Its clocks count elapsed time and no calendar: what is measured is the handling, and not the arithmetic of one desk's hours.
 */
import { createHash } from 'node:crypto'

import { complaint } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

export type Command = complaint.ComplaintCommand
export type Event = complaint.ComplaintEvent
export type State = complaint.ComplaintState

const hour = 3_600_000

export const rules: complaint.ComplaintRules = {
  authority: [],
  clocks: [
    {
      policy: {
        firstReply: { within: 24 * hour },
        nextReply: { within: 8 * hour },
        resolution: { within: 240 * hour },
        pausedWhileWaiting: ['resolution'],
      },
    },
  ],
  noticeTries: 3,
  reopenWithin: 720 * hour,
  liaisonNote: { within: 48 * hour },
}

export const decider = complaint.complaint(rules)

/** A UUID that looks like any other and is the same in every run. */
const uuid = (...words: ReadonlyArray<string | number>): string =>
  createHash('sha1')
    .update(words.join('/'))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

const firstMorning = Date.parse('2026-03-02T08:00:00.000Z')
const by = { id: 'agent-17', role: 'agent' }

const command = (type: Command['type'], minute: number, data: object): Command => {
  const at = new Date(firstMorning + minute * 60_000).toISOString()
  const decoded = complaint.ComplaintCommand.decode({ type, data: { ...data, at, by } })
  if (E.isLeft(decoded)) throw new Error(`not a ${type}`)
  return decoded.right
}

const record = (id: string): Command =>
  command('RecordComplaint', 0, {
    kind: 'complaint',
    customer: uuid(id, 'customer'),
    channel: 'email',
    about: { topic: 'order', ref: `order ${id.slice(0, 8)}` },
    demand: 'The kettle came with a crack along its side. I would like another, or my money back.',
  })

/** What is said at `minute`, counted from the desk's first morning. */
export type Next = (id: string, minute: number) => Command

const reply: Next = (id, minute) =>
  command('GiveReply', minute, {
    replyId: uuid(id, 'reply', minute),
    channel: 'email',
    text: 'We are sorry. Another kettle leaves our warehouse today; keep the first one, please.',
    automatic: false,
  })

/** The customer writes, and nobody answers. */
export const contact: Next = (id, minute) =>
  command('RecordContact', minute, {
    messageId: uuid(id, 'message', minute),
    channel: 'email',
    text: 'It has not come yet. Could you tell me when it will?',
    automatic: false,
    purpose: 'chasing',
  })

/** The customer writes, and is answered a minute later. */
export const replyOrContact: Next = (id, minute) =>
  minute % 2 === 0 ? reply(id, minute) : contact(id, minute)

export interface Asked {
  readonly id: string
  readonly commandId: string
  readonly command: Command
}

const asked = (id: string, commands: ReadonlyArray<Command>): ReadonlyArray<Asked> =>
  commands.map((each, i) => ({ id, commandId: uuid(id, 'command', i), command: each }))

const ordinary = (id: string): ReadonlyArray<Asked> =>
  asked(id, [
    record(id),
    command('FindValid', 20, {
      content: { category: 'quality', subtype: 'cracking' },
      reasons: 'The photograph shows the crack, and the parcel is undamaged.',
    }),
    command('AssignResponsibility', 25, {
      to: { kind: 'person', id: 'agent-42', department: 'Household' },
    }),
    reply(id, 40),
    contact(id, 2000),
  ])

/**
 * So many complaints of the same five ordinary commands, each of which records one event.
 * `one by one`: a complaint is done before the next begins; `in turn`: all have their first command, then all their second.
 * `season` tells one lot of them from another.
 */
export const orders = {
  'one by one': (season: string, streams: number): ReadonlyArray<Asked> =>
    Array.from({ length: streams }, (_, n) => ordinary(uuid(season, n))).flat(),
  'in turn': (season: string, streams: number): ReadonlyArray<Asked> => {
    const all = Array.from({ length: streams }, (_, n) => ordinary(uuid(season, n)))
    return [0, 1, 2, 3, 4].flatMap((i) => all.flatMap((each) => each.slice(i, i + 1)))
  },
}

export type Order = keyof typeof orders

/** One complaint of `length` commands, each of which records one event. */
export const long = (name: string, length: number, next: Next): ReadonlyArray<Asked> => {
  const id = uuid(name)
  return asked(id, [record(id), ...Array.from({ length: length - 1 }, (_, i) => next(id, i + 1))])
}
