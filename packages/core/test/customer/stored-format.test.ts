/** The stored format is a contract: one file an event and version, written once and never edited. */
import { readdirSync, readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { customer } from '../../src/customer/customer.js'
import { CustomerEvent } from '../../src/customer/events.js'
import type { RecordedEvent } from '../../src/store/event-store.js'
import type { JsonObject } from '../../src/store/json.js'
import { registry } from '../../src/store/registry.js'
import { monday } from '../support/complaint.js'
import { rules } from '../support/customer.js'

interface Golden {
  readonly type: string
  readonly schemaVersion: number
  readonly data: JsonObject
}

const folder = new URL('golden/', import.meta.url)
const files = readdirSync(folder)
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden

const made = registry(CustomerEvent)
const events = E.isRight(made) ? made.right : undefined
const stored = ({ type, schemaVersion, data }: Golden): RecordedEvent => ({
  id: '00000000-0000-4000-8000-000000000000',
  stream: 'customer-1',
  revision: 0n,
  position: '0' as RecordedEvent['position'],
  recordedAt: monday,
  type,
  data,
  metadata: { schemaVersion },
})

describe('the stored format of a customer', () => {
  it('has a file for every event, and no other', () => {
    expect(files.sort()).toEqual(events?.types.map((type) => `${type}.v1.json`).sort())
  })

  it.each(files)('%s is read, and written as it was', (file) => {
    const golden = read(file)
    expect(file).toBe(`${golden.type}.v${String(golden.schemaVersion)}.json`)
    const event = events?.decode(stored(golden))
    if (event === undefined || E.isLeft(event)) throw new Error(JSON.stringify(event))
    const again = events?.encode(event.right)
    if (again === undefined || E.isLeft(again)) throw new Error(JSON.stringify(again))
    const { type, schemaVersion, data } = again.right
    expect(JSON.parse(JSON.stringify({ type, schemaVersion, data }))).toEqual(golden)
    const { evolve, initial } = customer(rules)
    expect(() => evolve(initial, event.right)).not.toThrow()
  })

  const kept = { redacted: true }
  it.each([
    ['CustomerRegistered', 'name'],
    ['CustomerRenamed', 'name'],
    ['ContactPersonAdded', 'name'],
    ['ContactPointAdded', 'address'],
    ['ImportantDateAdded', 'day'],
    ['NeedRecorded', 'what'],
    ['ExpectationReleased', 'how'],
    ['CustomerBlacklisted', 'why'],
    ['PersonalDataDisclosed', 'to'],
  ])('%s is read though its %s was forgotten', (type, field) => {
    const golden = read(`${type}.v1.json`)
    const forgotten = { ...golden, data: { ...golden.data, [field]: kept } }
    const event = events?.decode(stored(forgotten))
    expect(event && E.isRight(event)).toBe(true)
  })
})
