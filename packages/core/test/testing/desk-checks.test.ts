import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ComplaintCommand } from '../../src/complaint/commands.js'
import type { ComplaintState } from '../../src/complaint/state.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { type Desk, openDesk } from '../../src/testing/desk/desk.js'
import { breaches } from '../../src/testing/desk/invariants.js'
import { type Dispatched, takeStep } from '../../src/testing/desk/steps.js'
import { began } from '../../src/testing/pools.js'
import { right } from '../time/support.js'
import { deciders } from './desk-deciders.js'

const id = (letter: string, n: number): string =>
  `${letter}0000000-0000-4000-8000-00000000000${String(n)}`
const by = { id: 'desk', role: 'agent' }

const asks = (n: number, type: string, data: object = {}): Dispatch => ({
  to: 'complaint',
  id: id('d', n),
  command: right(
    ComplaintCommand.decode({ type, data: { ...data, at: new Date(began).toISOString(), by } }),
  ),
})
const recorded = (n: number): Dispatch =>
  asks(n, 'RecordComplaint', {
    kind: 'inquiry',
    customer: id('c', 1),
    channel: 'email',
    about: { topic: 'item', ref: 'boiler' },
    demand: 'How hot may it get?',
    firstResponsible: 'desk',
  })

/** A desk of which so much was asked, in that order, and of which nothing was refused. */
const deskOf = (...asked: ReadonlyArray<Dispatch>): Desk => {
  const desk = openDesk(deciders, [], began)
  for (const [n, dispatch] of asked.entries())
    expect(desk.ask(dispatch, id('e', n))).toMatchObject({ _tag: 'Recorded' })
  return desk
}
const isBroken = (desk: Desk, invariant: string): boolean =>
  breaches(desk).some((breach) => breach.invariant === invariant)

const promise = {
  promiseId: id('b', 1),
  kind: 'callback',
  what: 'a call',
  basis: 'a plan',
  dueAt: new Date(began + 1).toISOString(),
  temporary: false,
}
const answered = (n: number): Dispatch =>
  asks(n, 'AnswerInquiry', { replyId: id('a', 1), channel: 'email', text: 'Sixty degrees.' })
const closed = (n: number): Dispatch =>
  asks(n, 'CloseComplaint', { summary: 'told', evaluation: { toCaseLibrary: false } })

describe('what is sent again', () => {
  it('comes to the door again: whoever was to be merged into may be merged by now', () => {
    const merge = asks(1, 'MergeComplaint', { survivor: id('d', 2) })
    const desk = deskOf(
      recorded(1),
      recorded(2),
      asks(2, 'MergeComplaint', { survivor: id('d', 1) }),
    )
    const before: Dispatched[] = [{ dispatch: merge, commandId: id('f', 1) }]
    takeStep(fc, desk, () => id('f', 2), before)({ _tag: 'Again', which: 0 })
    const state: ComplaintState = desk.state('complaint', id('d', 1))
    expect(state._tag).toBe('Open')
  })
})

describe('that no complaint is closed over an open promise', () => {
  const invariant = 'no complaint is closed over an open promise'
  const absorbed = asks(1, 'AbsorbComplaint', {
    absorbed: id('d', 2),
    openPromises: [promise.promiseId],
  })
  const settled = asks(1, 'SettlePromise', { promiseId: promise.promiseId, how: 'kept' })

  it('holds where a merge is accepted late, and names as open what was settled since', () => {
    const given = asks(1, 'GivePromise', promise)
    const desk = deskOf(recorded(1), given, settled, absorbed, answered(1), closed(1))
    expect(isBroken(desk, invariant)).toBe(false)
  })

  it('and is seen to be broken where what a merge brought was never settled', () => {
    const forgetful: typeof deciders.complaint = {
      ...deciders.complaint,
      evolve: (state, event) =>
        event.type === 'ComplaintAbsorbed' ? state : deciders.complaint.evolve(state, event),
    }
    const desk = openDesk({ ...deciders, complaint: forgetful }, [], began)
    for (const [n, each] of [recorded(1), absorbed, answered(1), closed(1)].entries())
      desk.ask(each, id('e', n))
    expect(isBroken(desk, invariant)).toBe(true)
  })
})

describe('that each level of a rule fires once a cycle', () => {
  const invariant = 'each escalation level fires once a cycle'
  const escalated = (why: string): Dispatch =>
    asks(1, 'Escalate', { rule: 'vip', level: 2, to: { kind: 'person', id: 'wang' }, why })
  const referred = asks(1, 'ReferOutside', { body: 'court', name: 'court', why: 'so' })
  const upheld = asks(1, 'RecordOutsideDecision', { ruling: 'upheld', text: 'he is right' })

  it('holds where it was decided outside that all begins anew', () => {
    const desk = deskOf(recorded(1), escalated('old'), referred, upheld, escalated('again'))
    expect(isBroken(desk, invariant)).toBe(false)
  })
})
