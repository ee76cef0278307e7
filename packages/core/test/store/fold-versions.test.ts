/**
 * What each fold makes of the stored events, by a hash. Where it has changed, `foldVersion` is counted up beside the decider,
 * and the new hash goes into `fold-versions.json`: snapshots of the old fold are then not used.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { customer } from '../../src/customer/customer.js'
import { dealings } from '../../src/dealings/dealings.js'
import { fault } from '../../src/fault/fault.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import { promise } from '../../src/promise/promise.js'
import type { Decider } from '../../src/shared/decider.js'
import { survey } from '../../src/survey/survey.js'

/** An evolve knows no rules, so that none are needed to fold. */
const anyRules = {} as never
const folders = {
  complaint: complaint(anyRules),
  customer: customer(anyRules),
  dealings: dealings(anyRules),
  fault: fault(anyRules),
  'follow-up': followUp(anyRules),
  promise: promise(anyRules),
  survey: survey(anyRules),
} as const

type Known = Readonly<Record<string, { readonly foldVersion: number; readonly states: string }>>
const known = JSON.parse(
  readFileSync(new URL('fold-versions.json', import.meta.url), 'utf8'),
) as Known

const golden = <Event>(
  folder: string,
  { event }: { event: Decider<never, unknown, Event, never>['event'] },
) =>
  readdirSync(new URL(`../${folder}/golden/`, import.meta.url))
    .sort()
    .map((file) => {
      const stored: unknown = JSON.parse(
        readFileSync(new URL(`../${folder}/golden/${file}`, import.meta.url), 'utf8'),
      )
      const decoded = event.decode(stored)
      if (decoded._tag === 'Left') throw new Error(file)
      return decoded.right
    })

/** What there is behind each event that begins something, and one more; and every event that may come then. */
const lives = function* <C, State, Event, R>(folder: string, decider: Decider<C, State, Event, R>) {
  const { initial, evolve } = decider
  const events = golden(folder, decider)
  const nothing = JSON.stringify(initial)
  for (const beginning of events) {
    const begun = evolve(initial, beginning)
    if (JSON.stringify(begun) === nothing) continue
    for (const first of events) yield { state: evolve(begun, first), events }
  }
}

type AnyDecider = Decider<never, unknown, unknown, never>

describe.each(Object.entries(folders))('%s', (folder, it_) => {
  const decider = it_ as unknown as AnyDecider
  const { evolve } = decider

  it('makes other states of what is stored only under another version', () => {
    const hash = createHash('sha256')
    for (const { state, events } of lives(folder, decider))
      for (const event of events) hash.update(JSON.stringify(evolve(state, event)))
    const { foldVersion } = decider
    expect({ foldVersion, states: hash.digest('hex') }).toEqual(known[folder])
  })

  it('goes on from a state that was kept as JSON as from the one that it was', () => {
    for (const { state, events } of lives(folder, decider)) {
      const kept: unknown = JSON.parse(JSON.stringify(state))
      for (const event of events)
        expect(JSON.stringify(evolve(kept, event))).toBe(JSON.stringify(evolve(state, event)))
    }
  })
})
