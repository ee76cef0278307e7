import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { scheduleCallBacks } from '../../src/policy/call-backs.js'
import { checkComplaintClocks } from '../../src/policy/complaint-clocks.js'
import { endFollowUps } from '../../src/policy/ended-follow-ups.js'
import { followMerges } from '../../src/policy/followed-merges.js'
import { linkPromises } from '../../src/policy/linked-promises.js'
import { breakOverduePromises } from '../../src/policy/overdue-promises.js'
import type { Policy, Reaction } from '../../src/policy/policy.js'
import { all, look, send } from '../../src/policy/reaction.js'
import { remindOfVisits } from '../../src/policy/visit-reminders.js'
import { policyId } from '../../src/store/event-ids.js'
import type { JsonObject } from '../../src/store/json.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import type { DeskDeciders } from '../../src/testing/desk/desk.js'
import { anyLife, type DeskModel, deskModel, lifeOf } from '../../src/testing/desk/model.js'
import { deciders } from './desk-deciders.js'

const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
const a = arbitraries
const policies = [
  linkPromises,
  breakOverduePromises(a.promise.rules),
  scheduleCallBacks,
  checkComplaintClocks(a.complaint.rules),
  endFollowUps,
  followMerges,
  remindOfVisits,
] as unknown as ReadonlyArray<Policy>

// A thousand lives of up to 200 steps take their time on a small machine.
const slow = (title: string, run: () => void) => test(title, { timeout: 600_000 }, run)

deskModel({ deciders, policies }, { test: slow, fc, numRuns })

describe('with a rule removed by hand', () => {
  /** The invariants that break in the first lives, of which the same come each time. */
  const broken = (model: DeskModel): ReadonlyArray<string> => {
    const live = lifeOf(fc, model)
    const lives = fc.sample(anyLife(fc), { numRuns: 60, seed: 20 })
    return [...new Set(lives.flatMap((steps) => live(steps).map(({ invariant }) => invariant)))]
  }

  it('none breaks while every rule stands', () => {
    expect(broken({ deciders, policies })).toEqual([])
  })

  it('that a complaint keeps in mind what was promised in it: one is closed over a promise', () => {
    const forgetful: DeskDeciders['complaint'] = {
      ...deciders.complaint,
      evolve: (state, event) =>
        event.type === 'PromiseGiven' ? state : deciders.complaint.evolve(state, event),
    }
    expect(broken({ deciders: { ...deciders, complaint: forgetful }, policies })).toContain(
      'no complaint is closed over an open promise',
    )
  })

  it('that a promise is settled once: what was settled changes', () => {
    const again: DeskDeciders['promise'] = {
      ...deciders.promise,
      decide: (command) => (state) =>
        deciders.promise.decide(command)(
          state._tag === 'Settled' ? { _tag: 'Open', file: state.file } : state,
        ),
    }
    expect(broken({ deciders: { ...deciders, promise: again }, policies })).toContain(
      'nothing settled changes',
    )
  })

  it('that a policy’s ids follow from what it reacts to: after a crash it calls back twice', () => {
    let n = 0
    const withNewIds: Policy = {
      ...scheduleCallBacks,
      react: (...heard) => {
        const renamed = (reaction: Reaction<JsonObject>): Reaction<JsonObject> => {
          switch (reaction._tag) {
            case 'Look':
              return look(reaction.category, reaction.id, (state) =>
                renamed((reaction.then as (s: typeof state) => Reaction<JsonObject>)(state)),
              )
            case 'All':
              return all(reaction.reactions.map(renamed))
            case 'Done':
              return send(
                ...reaction.commands.map((each) => ({ ...each, id: policyId('new', String(n++)) })),
              )
          }
        }
        return renamed((scheduleCallBacks as Policy).react(...heard))
      },
    }
    const others = policies.filter(({ name }) => name !== withNewIds.name)
    expect(broken({ deciders, policies: [...others, withNewIds] })).toContain(
      'a call back follows each close and each broken promise, once',
    )
  })

  it('that overdue promises are broken: they stay open', () => {
    const others = policies.filter(({ name }) => name !== 'breakOverduePromises')
    expect(broken({ deciders, policies: others })).toContain(
      'no promise stays open long after it fell due',
    )
  })

  it('that the settlement of a promise comes back: its complaint never hears of it', () => {
    const others = policies.filter(({ name }) => name !== 'linkPromises')
    expect(broken({ deciders, policies: others })).toContain(
      'every promise given in a complaint has its stream, and comes back',
    )
  })
})
