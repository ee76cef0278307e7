/** Every command of every kind of stream, by its method. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

import { ComplaintCommand } from '../../src/complaint/commands.js'
import { complaint } from '../../src/complaint/complaint.js'
import { CustomerCommand } from '../../src/customer/commands.js'
import { customer } from '../../src/customer/customer.js'
import { DealingsCommand } from '../../src/dealings/commands.js'
import { dealings } from '../../src/dealings/dealings.js'
import { FaultCommand } from '../../src/fault/commands.js'
import { fault } from '../../src/fault/fault.js'
import { FollowUpCommand } from '../../src/follow-up/commands.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import { rulesBySettings } from '../../src/plain/configuration.js'
import {
  complaintMethods,
  customerMethods,
  dealingsMethods,
  faultMethods,
  followUpMethods,
  promiseMethods,
  type StreamKind,
  surveyMethods,
} from '../../src/plain/index.js'
import { PromiseCommand } from '../../src/promise/commands.js'
import { promise } from '../../src/promise/promise.js'
import type { Decider } from '../../src/shared/decider.js'
import { decodeWith } from '../../src/shared/problem.js'
import { SurveyCommand } from '../../src/survey/commands.js'
import { survey } from '../../src/survey/survey.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { type Sent, sentOf, wrongEverywhere } from '../support/malformed.js'
import { by, id, loose, open, settings, streamKinds } from '../support/plain.js'

const rules = (() => {
  const read = rulesBySettings(settings)
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  return read.right
})()
const ruled = <A>(rules: A | undefined): A => {
  if (rules === undefined) throw new Error('no rules')
  return rules
}

type AnyDecider = Decider<Sent, unknown, { readonly type: string }, { readonly _tag: string }>
interface Kind {
  readonly codec: t.Type<Sent, unknown>
  readonly methods: Readonly<Record<string, string>>
  readonly decider: AnyDecider
  readonly sent: (numRuns: number) => ReadonlyArray<Sent>
  readonly commandIn: (state: unknown) => fc.Arbitrary<Sent>
}

const kind = <C, S, Ev, R>(
  codec: t.Type<C, unknown>,
  methods: Readonly<Record<string, string>>,
  decider: Decider<C, S, Ev, R>,
  { command, commandIn }: { command: fc.Arbitrary<C>; commandIn: (state: S) => fc.Arbitrary<C> },
): Kind =>
  ({
    codec,
    methods,
    decider,
    sent: (numRuns: number) => sentOf(codec, command, numRuns),
    commandIn,
  }) as unknown as Kind

const kinds: Readonly<Record<StreamKind, Kind>> = {
  complaint: kind(
    ComplaintCommand,
    complaintMethods,
    complaint(ruled(rules.complaint)),
    arbitraries.complaint,
  ),
  customer: kind(
    CustomerCommand,
    customerMethods,
    customer(ruled(rules.customer)),
    arbitraries.customer,
  ),
  promise: kind(PromiseCommand, promiseMethods, promise(rules.promise), arbitraries.promise),
  followUp: kind(
    FollowUpCommand,
    followUpMethods,
    followUp(ruled(rules.followUp)),
    arbitraries.followUp,
  ),
  survey: kind(SurveyCommand, surveyMethods, survey(ruled(rules.survey)), arbitraries.survey),
  dealings: kind(DealingsCommand, dealingsMethods, dealings(rules.dealings), arbitraries.dealings),
  fault: kind(FaultCommand, faultMethods, fault(rules.fault), arbitraries.fault),
}

const methodOf = (name: StreamKind, type: string): string => kinds[name].methods[type] ?? ''

/** A few of each type. */
const sentTo = (name: StreamKind, each: number): ReadonlyArray<Sent> => {
  const byType = new Map<string, Sent[]>()
  for (const sent of kinds[name].sent(1_500)) {
    const some = byType.get(sent.type) ?? []
    if (some.length < each) byType.set(sent.type, [...some, sent])
  }
  return [...byType.values()].flat()
}

/** What hosts call; a name that changes here breaks them. */
const names: Readonly<Record<StreamKind, string>> = {
  complaint:
    'record changeKind changeTier changeContent changeComplainantType linkRepeat move findValid findInvalid assign ' +
    'handOver nameDeputy changeSetting recordInvestigation proposeRemedies talkOptionsOver approveRemedies ' +
    'rejectRemedies resolveAtOnce fileLiaisonNote notifyCustomer acceptRemedy declineRemedies carryOutRemedy ' +
    'appointVisit payVisit answerInquiry decideSuggestion decideService finishService reply recordContact ' +
    'extendCourtesy takeNote awaitCustomer endWaiting escalate raiseMatter verifyStaffFault givePromise settlePromise ' +
    'split merge absorb withdraw referOutside recordOutsideDecision close closeUnanswered reopen giveCase ' +
    'confirmAvoidance checkClocks',
  customer:
    'register becomeBuyer rename changeProfile proposeProfileChange verifyProfileChange refuseProfileChange ' +
    'verifyProfileSection addContactPerson changeContactPerson removeContactPerson addContactPoint removeContactPoint ' +
    'recordNeed recordExpectation rankExpectations findExpectationFeasible releaseExpectation recordDemandPlan ' +
    'addImportantDate removeImportantDate classify declassify assignManager proposeClassification proposeBlacklisting ' +
    'dismissProposal blacklist clear giveConsent withdrawConsent recordDisclosure lose winBack merge absorb part erase',
  promise: 'make confirm decline lapse renegotiate explainDelay keep break withdraw',
  followUp:
    'openPlan scheduleCallBack changePlanClass subscribeTouches unsubscribeTouches addGreetingDate removeGreetingDate ' +
    'assignVisitor completeVisit recordMissedVisit rescheduleVisit skipVisit sendVisitReminder close',
  survey: 'issue suppress open answer correctAnswer decline expire',
  dealings:
    'recordPurchase handOverForUse returnPurchase recordVisit recordReferral reportRivalPurchase stateIntent ' +
    'stateAttitude grantBenefit',
  fault:
    'report assignOwner tellContractSigner tellManager file tellLeadership track clear linkComplaint declareCrisis',
}

/** What the door looks at elsewhere, and answers itself. */
const byTheDoor = ['MergeComplaint', 'AbsorbComplaint', 'MergeCustomer', 'AbsorbCustomer']

const runs = Number(process.env['TROTH_RUNS'] ?? 1000)
const sixSeeds = fc.array(fc.nat(), { minLength: 6, maxLength: 6 })

describe.each(streamKinds)('the door to each %s', (name) => {
  const { codec, methods, decider, commandIn } = kinds[name]

  it('has one method a command, by the name that hosts know, and one to import', () => {
    expect(Object.keys(methods).sort()).toEqual(
      (codec as unknown as { types: ReadonlyArray<t.Mixed> }).types.map((each) => each.name).sort(),
    )
    expect(Object.values(methods)).toEqual(names[name].split(' '))
    expect(new Set(Object.values(methods)).size).toBe(Object.keys(methods).length)
    expect(Object.keys(open().troth[name])).toEqual([...names[name].split(' '), 'import'])
  })

  it('refuses another value in any field of any command by that field, and records nothing', async () => {
    const { troth, eventStore } = open()
    const sent = sentTo(name, 2)
    expect(new Set(sent.map(({ type }) => type)).size).toBe(Object.keys(methods).length)
    for (const { type, data } of sent)
      for (const field of Object.keys(data).filter((key) => key !== 'at' && key !== 'by'))
        for (const wrong of wrongEverywhere) {
          // What is earned may be less than nothing.
          if (field === 'margin' && wrong === -1) continue
          const ask = loose(troth, name)[methodOf(name, type)]
          const answer = await ask?.(id(1), { ...data, [field]: wrong }, { by, at: data['at'] })
          expect(answer, `${type}.${field}`).toMatchObject({ ok: false, id: id(1) })
          expect(answer?.why?._tag).toBe('InvalidCommand')
          for (const problem of answer?.why?.problems ?? [])
            expect(`${problem.field}.`, type).toContain(`${field}.`)
        }
    expect(eventStore.calls).toEqual([])
  })

  it('refuses any command for want of a field by its name, unless it can do without', async () => {
    const { troth, appends } = open()
    for (const { type, data } of sentTo(name, 2))
      for (const field of Object.keys(data).filter((key) => key !== 'at' && key !== 'by')) {
        const { [field]: _, ...rest } = data
        const without = E.isRight(decodeWith(codec)({ type, data: rest }))
        const before = appends()
        const answer = await loose(troth, name)[methodOf(name, type)]?.(id(1), rest, {
          by,
          at: data['at'],
        })
        expect(answer?.why?._tag === 'InvalidCommand', `${type}.${field}`).toBe(!without)
        if (without) continue
        expect(answer?.why?.problems?.map((problem) => problem.field)).toContain(field)
        expect(appends()).toBe(before)
      }
  })

  it('refuses any command of nobody, at no time, and to no id', async () => {
    const { troth, eventStore } = open()
    for (const { type, data } of sentTo(name, 1)) {
      const ask = loose(troth, name)[methodOf(name, type)]
      for (const [ofId, context, field] of [
        [id(1), {}, 'by'],
        [id(1), { by: { id: 'half \ud83d', role: 'agent' } }, 'by.id'],
        [id(1), { by, at: 'noon' }, 'at'],
        ['x', { by }, 'id'],
      ] as const) {
        const answer = await ask?.(ofId, data, context)
        expect(answer?.why).toMatchObject({ _tag: 'InvalidCommand', problems: [{ field }] })
      }
    }
    expect(eventStore.calls).toEqual([])
  })

  it('answers as the decider does, command by command', async () => {
    const decide = (command: Sent, state: unknown) => decider.decide(command)(state)
    await fc.assert(
      fc.asyncProperty(fc.boolean(), sixSeeds, async (cached, seeds) => {
        const { troth } = open({ cached: cached ? 1 : 0 })
        let state = decider.initial
        for (const seed of seeds) {
          const [command] = fc.sample(commandIn(state), { numRuns: 1, seed })
          if (command === undefined || byTheDoor.includes(command.type)) continue
          const { type, data } = codec.encode(command) as Sent
          const { at, by: whom, ...rest } = data
          const expected = decide(command, state)
          const ask = loose(troth, name)[methodOf(name, type)]
          const answer = await ask?.(id(1), rest, { by: whom, at })
          if (E.isLeft(expected) && expected.left._tag === 'MergedInto' && name === 'customer') {
            expect(answer?.ok).toBe(false)
            continue
          }
          if (E.isLeft(expected)) {
            expect(answer).toMatchObject({ ok: false, why: expected.left })
            continue
          }
          expect(answer).toMatchObject({ ok: true, recorded: expected.right.length > 0 })
          expect(answer?.events).toEqual(expected.right.map((event) => decider.event.encode(event)))
          state = expected.right.reduce(decider.evolve, state)
        }
      }),
      { numRuns: Math.ceil(runs / 10) },
    )
  })
})
