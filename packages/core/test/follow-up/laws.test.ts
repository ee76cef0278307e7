import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'

import { FollowUpCommand } from '../../src/follow-up/commands.js'
import { dueVisits, nextVisit, visitsToMake } from '../../src/follow-up/due-visits.js'
import { FollowUpEvent } from '../../src/follow-up/events.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import { Instant } from '../../src/shared/instant.js'
import { decodeWith } from '../../src/shared/problem.js'
import { deciderLaws } from '../../src/testing/decider-laws.js'
import { anyFollowUp as any } from '../../src/testing/follow-up/arbitraries.js'
import { followUpPools } from '../../src/testing/follow-up/onward.js'
import { fromCodec } from '../../src/testing/from-codec.js'
import { law, lawsOf, numRuns, same, throughJson } from '../support/laws.js'

const decider = followUp(any.rules)
const { decide, evolve } = decider
const { asked, cut, folded, goesOnFromJson, recordedBy } = lawsOf(decider, any)

const anyInstant = fromCodec(Instant, followUpPools)

describe('a follow-up', () => {
  deciderLaws(decider, { command: any.commandIn, event: any.event }, { test, fc, numRuns })
})

describe('of follow-ups', () => {
  law('a command sent is the command received', any.command, (command) => {
    same(
      decodeWith(FollowUpCommand)(throughJson(FollowUpCommand.encode(command))),
      E.right(command),
    )
  })

  law('asking twice puts nothing more on record, however deep', asked, ({ state, command }) => {
    const answer = decide(command)(state)
    if (E.isRight(answer)) same(decide(command)(answer.right.reduce(evolve, state)), E.right([]))
  })

  law('a state is plain JSON, and goes on from it wherever a stream is cut', cut, goesOnFromJson)

  law(
    'due visits have an answer, whatever led to them',
    fc.tuple(folded, anyInstant),
    ([state, at]) => {
      const due = dueVisits(state, at)
      expect(new Set(due.map(({ visit }) => visit)).size).toBe(due.length)
      for (const { opensAt } of due) expect(opensAt).toBeLessThanOrEqual(at)
      expect(due.map(({ dueAt }) => dueAt)).toEqual(
        due.map(({ dueAt }) => dueAt).sort((a, b) => a - b),
      )
    },
  )

  law('reminders stop on every end', asked, ({ state, command }) => {
    const [reminder] = recordedBy(state, command)
    if (reminder?.type !== 'VisitReminderSent' || state._tag === 'NotOpened') return
    expect(state._tag).toBe('Open')
    expect(state.file.over[reminder.data.visit]).toBeUndefined()
    expect(visitsToMake(state, reminder.data.at).map(({ visit }) => visit)).toContain(
      reminder.data.visit,
    )
  })

  law('a closed follow-up has nothing left to be made', fc.tuple(any.state, anyInstant), (both) => {
    const [state, at] = both
    if (state._tag !== 'Closed' || at < state.at) return
    expect(visitsToMake(state, at)).toEqual([])
    expect(nextVisit(state, at)).toBeUndefined()
  })

  law('what was done or skipped stays so', asked, ({ state, command }) => {
    if (state._tag === 'NotOpened') return
    const next = recordedBy(state, command).reduce(evolve, state)
    if (next._tag === 'NotOpened') throw new Error('forgotten')
    for (const [visit, over] of Object.entries(state.file.over))
      if (over.how !== 'missed') expect(next.file.over[visit]).toEqual(over)
  })

  law('the next visit is not due yet, and comes due', fc.tuple(any.state, anyInstant), (both) => {
    const [state, at] = both
    const next = nextVisit(state, at)
    if (next === undefined) return
    expect(next.opensAt).toBeGreaterThan(at)
    expect(dueVisits(state, next.opensAt).map(({ visit }) => visit)).toContain(next.visit)
  })

  law('a plan of visits always has a next one', fc.tuple(any.state, anyInstant), (both) => {
    const [state, at] = both
    if (state._tag !== 'Open' || state.file.agenda._tag !== 'Plan') return
    expect(nextVisit(state, at)).toBeDefined()
  })
})

describe('what is generated of follow-ups', () => {
  const many = Math.max(numRuns, 3000)
  const seen = <A>(from: fc.Arbitrary<A>, of: (value: A) => ReadonlyArray<string>) =>
    [...new Set(fc.sample(from, { numRuns: many, seed: 7 }).flatMap(of))].sort()
  const types = (codec: { readonly types: ReadonlyArray<{ readonly name: string }> }) =>
    codec.types.map(({ name }) => name).sort()

  it('is every command and every event', () => {
    expect(seen(any.command, ({ type }) => [type])).toEqual(types(FollowUpCommand))
    expect(seen(any.event, ({ type }) => [type])).toEqual(types(FollowUpEvent))
  })

  it('is every life, and every event on the way', () => {
    expect(seen(any.state, (s) => [s._tag === 'Closed' ? s.how : s._tag])).toEqual([
      'NotOpened',
      'Open',
      'closed',
      'done',
      'missed',
      'skipped',
    ])
    expect(seen(any.history, (history) => history.map(({ type }) => type))).toEqual(
      types(FollowUpEvent),
    )
  })

  it('is every refusal', () => {
    const refusals = seen(asked, ({ state, command }) => {
      const answer = decide(command)(state)
      return E.isLeft(answer) ? [answer.left._tag] : []
    })
    expect(refusals).toEqual([
      'AlreadyClosed',
      'AlreadyOpened',
      'BeforeItBegan',
      'DueMissing',
      'DueNotInFuture',
      'NoSuchDate',
      'NoSuchVisit',
      'NobodyReached',
      'NotOpened',
      'NotYetOpen',
      'StillInWindow',
      'TooLongAgo',
      'VisitOver',
      'WindowPassed',
      'WrongKind',
    ])
  })
})
