import { describe, expect, it } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import type { ComplaintEvent } from '../../src/complaint/events.js'
import { openPromises, subjectOf } from '../../src/complaint/state.js'
import { fold } from '../../src/shared/decider.js'
import { after } from '../../src/shared/instant.js'
import {
  actor,
  approved,
  because,
  carriedOut,
  closed,
  courtesy,
  customer,
  days,
  desk,
  event,
  firstClock,
  entry,
  hours,
  inCharge,
  investigated,
  li,
  monday,
  name,
  notified,
  option,
  promised,
  promiseId,
  proposed,
  recorded,
  reply,
  resolved,
  rules,
  tuesday,
  wang,
  words,
  zhao,
} from '../support/complaint.js'

const stateOf = (...events: ReadonlyArray<ComplaintEvent>) => fold(complaint(rules))(events)
const fileOf = (...events: ReadonlyArray<ComplaintEvent>) => {
  const state = stateOf(...events)
  return state._tag === 'NotRecorded' ? undefined : state.file
}
const verdictOf = (...events: ReadonlyArray<ComplaintEvent>) =>
  fileOf(...events)?.timeline.verdicts.firstReply?.verdict
const reopened = event('ComplaintReopened', { why: because })
const answerersOf = (...events: ReadonlyArray<ComplaintEvent>) => fileOf(...events)?.answeredBy
const asLi = (one: ComplaintEvent) => ({ ...one, data: { ...one.data, by: li } }) as ComplaintEvent

describe('the state of a complaint', () => {
  it('is that of none before one is recorded, whatever else is on record', () => {
    expect(stateOf(approved, closed())).toEqual({ _tag: 'NotRecorded' })
    expect(subjectOf(stateOf())).toBeUndefined()
  })
  it('takes a second intake for nothing new', () => {
    const again = { ...recorded, data: { ...recorded.data, customer: customer(7) } }
    expect(fileOf(recorded, again)).toEqual(fileOf(recorded))
  })
  it('takes what has no place on its path for what it is', () => {
    expect(fileOf(recorded, approved)?.step).toBe('recorded')
    expect(fileOf(recorded, notified())).toMatchObject({ step: 'notified' })
    expect(fileOf(recorded, notified())).not.toHaveProperty('proposal')
  })
  it('knows what was met and what was missed by what stopped it', () => {
    expect(verdictOf(recorded)).toBeUndefined()
    expect(verdictOf(recorded, reply(1, tuesday, [firstClock]))).toBe('met')
    expect(verdictOf(recorded, reply(1, after(tuesday, 1), [firstClock]))).toBe('missed')
  })
  it('knows what the tick missed, and what was put right', () => {
    const missed = event('ClockMissed', { clock: firstClock }, days(2))
    const right = event('VerdictCorrected', { clock: firstClock, verdict: 'met' }, tuesday)
    expect(verdictOf(recorded, missed)).toBe('missed')
    expect(verdictOf(recorded, missed, right)).toBe('met')
    expect(verdictOf(recorded, { ...right, data: { ...right.data, verdict: 'missed' } })).toBe(
      'missed',
    )
  })
  it('counts its cycles', () => {
    expect(fileOf(recorded)?.cycle).toBe(1)
    const again = [...resolved, closed(), reopened]
    expect(fileOf(...again)?.cycle).toBe(2)
    expect(fileOf(...again, closed(), reopened)?.cycle).toBe(3)
  })
  it('is in the case library by its close alone', () => {
    expect(fileOf(recorded)?.toCaseLibrary).toBe(false)
    expect(fileOf(...resolved, closed())?.toCaseLibrary).toBe(true)
  })
  it('keeps the latest instant, and the customer whose it is', () => {
    expect(fileOf(recorded, reply(1, hours(5)), reply(2, hours(3)))?.latest).toBe(hours(5))
    expect(fileOf(recorded)?.latest).toBe(monday)
    const moved = event('ComplaintMoved', {
      customer: customer(2),
      from: customer(1),
      why: because,
    })
    expect(subjectOf(stateOf(recorded))).toBe(customer(1))
    expect(subjectOf(stateOf(recorded, moved))).toBe(customer(2))
  })
  it('has its open promises in the order in which they were given', () => {
    const file = fileOf(recorded, promised(2), promised(1), promised(3))
    expect(file && openPromises(file)).toEqual([promiseId(2), promiseId(1), promiseId(3)])
  })
  it('holds no tier that nobody named', () => {
    expect(fileOf(recorded)).not.toHaveProperty('tier')
    const tiered = event('TierChanged', { tier: name('vip'), clocksFrom: 'receipt' })
    expect(fileOf(recorded, tiered)).toHaveProperty('tier', 'vip')
  })
})

describe('who answered for the business', () => {
  const said = { channel: 'phone', text: words } as const
  const ending = { why: because, stopped: [] }
  it.each<readonly [string, ComplaintEvent]>([
    ['investigates', investigated],
    ['proposes remedies', proposed],
    [
      'talks them over',
      event('OptionsTalkedOver', {
        talkId: entry(1),
        proposalId: entry(50),
        channel: 'phone',
        binding: false,
      }),
    ],
    [
      'resolves it at once',
      event('ResolvedAtOnce', { option: option(1), noteDueAt: tuesday, stopped: [] }),
    ],
    ['tells the customer', notified()],
    ['carries a remedy out', carriedOut],
    ['visits him', event('VisitPaid', { visitId: entry(1), remediesTaken: [entry(51)] })],
    ['answers an inquiry', event('InquiryAnswered', { replyId: entry(1), ...said, stopped: [] })],
    ['decides a suggestion', event('SuggestionDecided', { ...ending, takenUp: true })],
    ['decides a repair', event('ServiceDecided', { ...ending, terms: 'free' })],
    ['does a repair', event('ServiceDone', { evidence: [], stopped: [] })],
    ['apologises', courtesy(1)],
    ['replies', reply(1)],
  ])('is who %s', (_, each) => {
    expect(answerersOf(recorded, asLi(each))).toEqual([li])
  })
  it.each<readonly [string, ComplaintEvent]>([
    ['records it', recorded],
    ['approves', approved],
    ['closes it', closed()],
    ['withdraws it', event('ComplaintWithdrawn', { why: because })],
    [
      'lets a machine reply',
      event('ReplyGiven', { replyId: entry(1), ...said, automatic: true, stopped: [] }),
    ],
  ])('is not who %s', (_, each) => {
    expect(answerersOf(recorded, asLi(each))).toEqual([])
  })
  it('is who takes it in, where that was its own answer', () => {
    const answered = { ...recorded.data, stopped: [firstClock], by: li }
    expect(answerersOf({ type: 'ComplaintRecorded', data: answered })).toEqual([li])
    const other = { ...firstClock, clock: 'resolution' as const }
    expect(
      answerersOf({ type: 'ComplaintRecorded', data: { ...answered, stopped: [other] } }),
    ).toEqual([])
  })
  it('is named once in each part, in the order of coming to it, and stays through a reopening', () => {
    const bySupervisor = event('RemedyCarriedOut', carriedOut.data, tuesday, wang)
    const events = [...inCharge, asLi(reply(1)), reply(2), asLi(reply(3)), bySupervisor, reopened]
    expect(answerersOf(...events)).toEqual([li, desk, wang])
    const promoted = { ...li, role: zhao.role }
    const again = { ...reply(4), data: { ...reply(4).data, by: promoted } }
    expect(answerersOf(...events, again)).toEqual([li, desk, wang, promoted])
  })
  it('is, of more than a hundred, the last hundred', () => {
    const replies = Array.from({ length: 101 }, (_, n) => {
      const { data } = reply(n)
      return { type: 'ReplyGiven' as const, data: { ...data, by: actor(`agent ${n}`, 'agent') } }
    })
    const all = answerersOf(recorded, ...replies)
    expect(all).toHaveLength(100)
    expect(all?.[0]).toEqual(actor('agent 1', 'agent'))
    expect(all?.at(-1)).toEqual(actor('agent 100', 'agent'))
  })
})
