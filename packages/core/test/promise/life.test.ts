/**
 * Every command asked of every state of a promise's life.
 *
 * A cell says what is recorded, or `·` where it is so already and nothing is, or why not.
 * Made on Monday, due on Friday (moved: on Sunday), to be confirmed by Wednesday where it is temporary;
 * asked once on Wednesday, while there is time for everything, and once on Saturday, when there is not.
 */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { PromiseCommand } from '../../src/promise/commands.js'
import type { PromiseEvent } from '../../src/promise/events.js'
import { promise } from '../../src/promise/promise.js'
import { fold } from '../../src/shared/decider.js'
import { after } from '../../src/shared/instant.js'
import { typesOf } from '../../src/store/message-types.js'
import {
  agreed,
  breakPromise,
  broken,
  confirm,
  confirmed,
  costly,
  day,
  decline,
  declined,
  explain,
  explained,
  keep,
  kept,
  lapse,
  lapsed,
  made,
  makePromise,
  move,
  moved,
  rules,
  saturday,
  sunday,
  tuesday,
  wednesday,
  withdraw,
  withdrawn,
} from '../support/promise.js'

const states: Readonly<Record<string, ReadonlyArray<PromiseEvent>>> = {
  'not made': [],
  temporary: [agreed],
  'temporary, moved': [agreed, moved(sunday)],
  confirmed: [agreed, confirmed],
  open: [made],
  moved: [made, moved(sunday)],
}
const ends: Readonly<Record<string, ReadonlyArray<PromiseEvent>>> = {
  explained: [made, explained(1, sunday)],
  kept: [made, kept(tuesday)],
  broken: [made, broken(saturday)],
  withdrawn: [made, withdrawn()],
  declined: [agreed, declined()],
  lapsed: [agreed, lapsed(after(wednesday, 1))],
}

const decider = promise(rules)
const types = [...(typesOf(PromiseCommand)?.keys() ?? [])] as ReadonlyArray<PromiseCommand['type']>

type At = typeof wednesday
const asked: Readonly<Record<PromiseCommand['type'], (at: At) => PromiseCommand>> = {
  MakePromise: (at) => makePromise({ dueAt: after(at, day) }, at),
  ConfirmTemporaryAgreement: (at) => confirm(at),
  DeclineTemporaryAgreement: (at) => decline(at),
  LapseTemporaryAgreement: lapse,
  RenegotiatePromise: (at) => move(after(at, 30 * day), at),
  ExplainDelay: (at) => explain(2, after(at, day), at),
  KeepPromise: keep,
  BreakPromise: breakPromise,
  WithdrawPromise: (at) => withdraw(at),
}

const cell = (history: ReadonlyArray<PromiseEvent>, command: PromiseCommand): string => {
  const answer = decider.decide(command)(fold(decider)(history))
  return E.match(
    ({ _tag }: { _tag: string }) => _tag,
    (events: ReadonlyArray<PromiseEvent>) => events.map(({ type }) => type).join() || '·',
  )(answer)
}

const band = (columns: typeof states, at: At): string =>
  [
    ['', ...Object.keys(columns)],
    ...types.map((type) => [type, ...Object.values(columns).map((h) => cell(h, asked[type](at)))]),
  ]
    .map((row) =>
      row
        .map((word, i) => word.padEnd(i === 0 ? 26 : 28))
        .join('')
        .trimEnd(),
    )
    .join('\n')

const table = `
on Wednesday
                          not made                    temporary                   temporary, moved            confirmed                   open                        moved
MakePromise               PromiseMade                 AlreadyMade                 AlreadyMade                 AlreadyMade                 AlreadyMade                 AlreadyMade
ConfirmTemporaryAgreement NotMade                     TemporaryAgreementConfirmed TemporaryAgreementConfirmed ·                           ·                           ·
DeclineTemporaryAgreement NotMade                     TemporaryAgreementDeclined  TemporaryAgreementDeclined  AlreadyBinding              AlreadyBinding              AlreadyBinding
LapseTemporaryAgreement   NotMade                     ConfirmByNotPassed          ConfirmByNotPassed          AlreadyBinding              AlreadyBinding              AlreadyBinding
RenegotiatePromise        NotMade                     PromiseRenegotiated         PromiseRenegotiated         PromiseRenegotiated         PromiseRenegotiated         PromiseRenegotiated
ExplainDelay              NotMade                     NotConfirmed                NotConfirmed                DueNotPassed                DueNotPassed                DueNotPassed
KeepPromise               NotMade                     NotConfirmed                NotConfirmed                PromiseKept                 PromiseKept                 PromiseKept
BreakPromise              NotMade                     NotConfirmed                NotConfirmed                DueNotPassed                DueNotPassed                DueNotPassed
WithdrawPromise           NotMade                     PromiseWithdrawn            PromiseWithdrawn            PromiseWithdrawn            PromiseWithdrawn            PromiseWithdrawn

on Saturday
                          not made                    temporary                   temporary, moved            confirmed                   open                        moved
MakePromise               PromiseMade                 AlreadyMade                 AlreadyMade                 AlreadyMade                 AlreadyMade                 AlreadyMade
ConfirmTemporaryAgreement NotMade                     ConfirmByPassed             ConfirmByPassed             ·                           ·                           ·
DeclineTemporaryAgreement NotMade                     ConfirmByPassed             ConfirmByPassed             AlreadyBinding              AlreadyBinding              AlreadyBinding
LapseTemporaryAgreement   NotMade                     TemporaryAgreementLapsed    TemporaryAgreementLapsed    AlreadyBinding              AlreadyBinding              AlreadyBinding
RenegotiatePromise        NotMade                     ConfirmByPassed             ConfirmByPassed             DuePassed                   DuePassed                   PromiseRenegotiated
ExplainDelay              NotMade                     NotConfirmed                NotConfirmed                DelayExplained              DelayExplained              DueNotPassed
KeepPromise               NotMade                     NotConfirmed                NotConfirmed                PromiseKept                 PromiseKept                 PromiseKept
BreakPromise              NotMade                     NotConfirmed                NotConfirmed                PromiseBroken               PromiseBroken               DueNotPassed
WithdrawPromise           NotMade                     PromiseWithdrawn            PromiseWithdrawn            PromiseWithdrawn            PromiseWithdrawn            PromiseWithdrawn

at its end, on Saturday
                          explained                   kept                        broken                      withdrawn                   declined                    lapsed
MakePromise               AlreadyMade                 AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled
ConfirmTemporaryAgreement ·                           AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled
DeclineTemporaryAgreement AlreadyBinding              AlreadySettled              AlreadySettled              AlreadySettled              ·                           AlreadySettled
LapseTemporaryAgreement   AlreadyBinding              AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled              ·
RenegotiatePromise        DuePassed                   AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled
ExplainDelay              DelayExplained              AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled
KeepPromise               PromiseKept                 ·                           AlreadySettled              AlreadySettled              AlreadySettled              AlreadySettled
BreakPromise              PromiseBroken               AlreadySettled              ·                           AlreadySettled              AlreadySettled              AlreadySettled
WithdrawPromise           PromiseWithdrawn            AlreadySettled              AlreadySettled              ·                           AlreadySettled              AlreadySettled
`

describe('a promise, asked everything everywhere', () => {
  it('answers as the table says', () => {
    const bands = [
      `on Wednesday\n${band(states, wednesday)}`,
      `on Saturday\n${band(states, saturday)}`,
      `at its end, on Saturday\n${band(ends, saturday)}`,
    ]
    expect(`\n${bands.join('\n\n')}\n`).toBe(table)
  })
})

describe('asked again on its own terms', () => {
  it.each([
    ['a promise', [made], makePromise()],
    ['a temporary agreement', [agreed], makePromise(costly)],
    ['one confirmed', [agreed, confirmed], makePromise(costly)],
  ] as const)('%s is made already', (_, history, command) => {
    expect(cell(history, command)).toBe('·')
  })
})
