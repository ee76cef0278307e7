/** The stored format is a contract: one golden file an event and version, written once and never edited. */
import { readdirSync, readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'

import type { Decider } from '../../src/shared/decider.js'
import type { RecordedEvent } from '../../src/store/event-store.js'
import type { JsonObject } from '../../src/store/json.js'
import { registry } from '../../src/store/registry.js'
import { monday } from './complaint.js'

interface Golden {
  readonly type: string
  readonly schemaVersion: number
  readonly data: JsonObject
}

/**
 * Tests, inside a `describe`, that `golden` (a folder) holds the events of a decider as they are stored,
 * and that each is read though one of its `personal` fields was forgotten.
 * Answers how an event of that folder is read once a field of it was.
 */
export const storedFormat = <C, S, Event extends { readonly type: string }, R>(
  { category, event: codec, evolve, initial }: Decider<C, S, Event, R>,
  golden: URL,
  personal: ReadonlyArray<readonly [type: string, field: string]>,
) => {
  const files = readdirSync(golden)
  const read = (file: string) => JSON.parse(readFileSync(new URL(file, golden), 'utf8')) as Golden
  const made = registry(codec)
  const events = E.isRight(made) ? made.right : undefined
  const stored = ({ type, schemaVersion, data }: Golden): RecordedEvent => ({
    id: '00000000-0000-4000-8000-000000000000',
    stream: `${category}-1`,
    revision: 0n,
    position: '0' as RecordedEvent['position'],
    recordedAt: monday,
    type,
    data,
    metadata: { schemaVersion },
  })
  const without = (type: string, field: string) => {
    const whole = read(`${type}.v1.json`)
    return events?.decode(
      stored({ ...whole, data: { ...whole.data, [field]: { redacted: true } } }),
    )
  }

  it('has a file for every event, and no other', () => {
    expect(files.sort()).toEqual(events?.types.map((type) => `${type}.v1.json`).sort())
  })

  it.each(files)('%s is read, and written as it was', (file) => {
    const written = read(file)
    expect(file).toBe(`${written.type}.v${String(written.schemaVersion)}.json`)
    const event = events?.decode(stored(written))
    if (event === undefined || E.isLeft(event)) throw new Error(JSON.stringify(event))
    const again = events?.encode(event.right)
    if (again === undefined || E.isLeft(again)) throw new Error(JSON.stringify(again))
    const { type, schemaVersion, data } = again.right
    expect(JSON.parse(JSON.stringify({ type, schemaVersion, data }))).toEqual(written)
    expect(() => evolve(initial, event.right)).not.toThrow()
  })

  it.each(personal)('%s is read though its %s was forgotten', (type, field) => {
    const event = without(type, field)
    expect(event && E.isRight(event)).toBe(true)
  })

  return without
}
