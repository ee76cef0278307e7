import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'

import { runningClocks } from '../../src/complaint/clocks.js'
import { ComplaintCommand } from '../../src/complaint/commands.js'
import { complaint } from '../../src/complaint/complaint.js'
import { ComplaintEvent } from '../../src/complaint/events.js'
import { Kind } from '../../src/complaint/lists.js'
import { type ComplaintState, openPromises, type Step } from '../../src/complaint/state.js'
import { openWait } from '../../src/complaint/timeline.js'
import { after } from '../../src/shared/instant.js'
import { decodeWith } from '../../src/shared/problem.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { typesOf } from '../../src/store/message-types.js'
import { deciderLaws } from '../../src/testing/decider-laws.js'
import { awaited, closed, entry, event, hour } from '../support/complaint.js'
import { law, lawsOf, numRuns, same, throughJson } from '../support/laws.js'

const any = arbitraries.complaint
const decider = complaint(any.rules)
const { decide, evolve, initial } = decider
const { asked, cut, folded, goesOnFromJson, recordedBy } = lawsOf(decider, any)

describe('a complaint', () => {
  deciderLaws(decider, { command: any.commandIn, event: any.event }, { test, fc, numRuns })
})

describe('of complaints', () => {
  law('a command sent is the command received', any.command, (command) => {
    same(
      decodeWith(ComplaintCommand)(throughJson(ComplaintCommand.encode(command))),
      E.right(command),
    )
  })

  law('what is recorded on the way is read back unchanged', any.history, (history) => {
    same(
      history.map((event) => decodeWith(ComplaintEvent)(throughJson(ComplaintEvent.encode(event)))),
      history.map(E.right),
    )
  })

  law('asking twice puts nothing more on record, however deep', asked, ({ state, command }) => {
    const answer = decide(command)(state)
    if (E.isRight(answer)) same(decide(command)(answer.right.reduce(evolve, state)), E.right([]))
  })

  law('a state is plain JSON, and goes on from it wherever a stream is cut', cut, goesOnFromJson)

  law(
    'every decision has an answer, whatever led to it',
    fc.tuple(folded, any.command),
    ([state, command]) => {
      const answer = decide(command)(state)
      expect(E.isRight(answer) || typeof answer.left._tag === 'string').toBe(true)
    },
  )

  law(
    'a customer’s message is never refused once there is a complaint',
    fc.tuple(
      fc.oneof(any.state, folded),
      any.command.filter((c) => c.type === 'RecordContact'),
    ),
    ([state, message]) => {
      fc.pre(state._tag !== 'NotRecorded')
      const answer = decide(message)(state)
      expect(E.isRight(answer)).toBe(true)
      if (E.isRight(answer))
        expect(answer.right.length === 0).toBe(known(state, message.data.messageId))
    },
  )

  law(
    'none closes over an open promise, or while a liaison note is owed',
    asked,
    ({ state, command }) => {
      const [first] = recordedBy(state, command)
      if (state._tag === 'NotRecorded' || first?.type !== 'ComplaintClosed') return
      expect(openPromises(state.file)).toEqual([])
      expect([undefined, 'filed']).toContain(state.file.liaisonNote)
    },
  )

  const afterwards: ReadonlyArray<ComplaintCommand['type']> = [
    'RecordContact',
    'SettlePromise',
    'AbsorbComplaint',
    'FileLiaisonNote',
    'ReferOutside',
    'ReopenComplaint',
    'GiveCase',
    'ConfirmAvoidance',
  ]
  law(
    'once closed, a handler’s action records nothing',
    fc.tuple(any.state, any.command),
    ([state, command]) => {
      const over = evolve(state, closed())
      fc.pre(over._tag === 'Closed')
      if (recordedBy(over, command).length > 0) expect(afterwards).toContain(command.type)
    },
  )

  law(
    'once merged, only its customer is heard, and a note filed that is owed',
    asked,
    ({ state, command }) => {
      if (state._tag === 'Merged' && recordedBy(state, command).length > 0)
        expect(['RecordContact', 'FileLiaisonNote']).toContain(command.type)
    },
  )

  const verdicts = (state: ComplaintState) =>
    state._tag === 'NotRecorded' ? {} : state.file.timeline.verdicts
  law(
    'a verdict on record is changed by a correction alone, until the clock runs anew',
    asked,
    ({ state, command }) => {
      const recorded = recordedBy(state, command)
      const next = recorded.reduce(evolve, state)
      const corrected = recorded.flatMap((e) =>
        e.type === 'VerdictCorrected' ? [e.data.clock.clock] : [],
      )
      for (const before of Object.values(verdicts(state))) {
        const now = verdicts(next)[before.clock]
        expect(now).toBeDefined()
        if (now === undefined || corrected.includes(now.clock)) continue
        // Stopped, a clock is done with; the next one of its name is another, but for the first reply's.
        if (!before.running && before.clock !== 'firstReply') continue
        if (now.startedAt > before.startedAt) continue
        expect([before.clock, now.verdict]).toEqual([before.clock, before.verdict])
        if (!before.inDoubt) expect(now.dueAt).toBe(before.dueAt)
      }
    },
  )

  law('a clock on record as missed is not missed again', any.history, (history) => {
    let state: ComplaintState = initial
    for (const event of history) {
      if (event.type === 'ClockMissed' && event.data.clock.clock !== 'nextReply') {
        const on = verdicts(state)[event.data.clock.clock]
        expect(on?.running ?? false).toBe(false)
      }
      state = evolve(state, event)
    }
  })

  law('after a tick nothing is late that is not on record', any.state, (state) => {
    if (state._tag !== 'Open') return
    const { latest: at } = state.file
    const by = { id: 'clock', role: 'policy' } as unknown as ComplaintCommand['data']['by']
    const ticked = recordedBy(state, { type: 'CheckClocks', data: { at, by } }).reduce(
      evolve,
      state,
    )
    for (const clock of runningClocks(any.rules)(ticked))
      if (clock._tag === 'Running' && clock.dueAt < at)
        expect(verdicts(ticked)[clock.clock]?.verdict).toBe('missed')
  })

  const spans = fc.tuple(fc.nat({ max: 36 * hour }), fc.nat({ max: 36 * hour }))
  law(
    'a longer wait never makes a clock due sooner',
    fc.tuple(any.state, spans),
    ([state, span]) => {
      if (state._tag !== 'Open' || openWait(state.file.timeline)) return
      const { latest } = state.file
      const waiting = evolve(state, awaited(9_999, latest))
      const dues = (ms: number) =>
        runningClocks(any.rules)(
          evolve(waiting, event('WaitingEnded', { waitId: entry(9_999) }, after(latest, ms))),
        ).flatMap((clock) => (clock._tag === 'Running' ? [clock.dueAt] : []))
      const [short, long] = [dues(span[0]), dues(span[0] + span[1])]
      short.forEach((due, i) => {
        expect(long[i]).toBeGreaterThanOrEqual(due)
      })
    },
  )
})

const known = (state: ComplaintState, id: string): boolean =>
  JSON.stringify(state).includes(`"message/${id}"`)

describe('what is generated of complaints', () => {
  const many = Math.max(numRuns, 1000)
  const seen = <A>(from: fc.Arbitrary<A>, of: (value: A) => ReadonlyArray<string>) =>
    new Set(fc.sample(from, { numRuns: many, seed: 7 }).flatMap(of))

  it('is every command and every event', () => {
    expect([...seen(any.command, ({ type }) => [type])].sort()).toEqual(
      [...(typesOf(ComplaintCommand)?.keys() ?? [])].sort(),
    )
    expect([...seen(any.event, ({ type }) => [type])].sort()).toEqual(
      [...(typesOf(ComplaintEvent)?.keys() ?? [])].sort(),
    )
  })
  it('is every life, every kind and every step, and nearly every event on the way', () => {
    const states = seen(any.state, (s) =>
      s._tag === 'NotRecorded' ? [s._tag] : [s._tag, s.file.kind, s.file.step],
    )
    const steps: ReadonlyArray<Step> = [
      'recorded',
      'judged',
      'assigned',
      'investigated',
      'proposed',
      'approved',
      'notified',
      'accepted',
      'decided',
      'resolved',
    ]
    const lives = ['NotRecorded', 'Open', 'Closed', 'Withdrawn', 'Referred', 'Merged']
    expect([...states].sort()).toEqual([...new Set([...lives, ...Kind.values, ...steps])].sort())
    const recorded = seen(any.history, (history) => history.map(({ type }) => type))
    expect(recorded.size).toBeGreaterThan(45)
  })
})
