import { memory } from '@troth/adapters/memory'
import type { EventStore } from '@troth/core/store'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { importContent } from '../src/histories.js'
import { figuresOf } from '../src/help-desk-log/cases.js'
import { factsOf } from '../src/help-desk-log/facts.js'
import type { LogCase } from '../src/help-desk-log/cases.js'
import { onRecord } from '../src/views.js'
import { boardOf } from '../src/read-views.js'
import { header, line, logOf, silent } from './support.js'

const hours = (n: number) => `2026/03/02 ${String(n).padStart(2, '0')}:00:00.000`
const casesOf = async (...lines: ReadonlyArray<string>) =>
  (await logOf([header, ...lines].join('\n'))).cases
/** One case, an activity an hour. */
const history = (...activities: ReadonlyArray<string>) =>
  casesOf(...activities.map((activity, i) => line({ activity, at: hours(i), by: `agent ${i}` })))
const factTypes = async (...activities: ReadonlyArray<string>) =>
  (await history(...activities)).flatMap((each) => factsOf(each)).map(({ type }) => type)

describe('what the log tells', () => {
  it('is a fact for each line', async () => {
    expect(
      await factTypes(
        'Insert ticket',
        'Assign seriousness',
        'Take in charge ticket',
        'Take in charge ticket',
        'Wait',
        'Require upgrade',
        'Create SW anomaly',
        'Resolve ticket',
        'Resolve ticket',
        'Closed',
      ),
    ).toEqual([
      'ComplaintRecorded',
      'NoteTaken',
      'ResponsibilityAssigned',
      'ComplaintHandedOver',
      'CustomerAwaited',
      'ComplaintEscalated',
      'NoteTaken',
      'RemedyCarriedOut',
      'RemedyCarriedOut',
      'ComplaintClosed',
    ])
  })

  it('records a case without a first step at its first event, which keeps its own meaning', async () => {
    expect(await factTypes('Take in charge ticket', 'Assign seriousness')).toEqual([
      'ComplaintRecorded',
      'ResponsibilityAssigned',
      'NoteTaken',
    ])
    const facts = (await history('Resolve ticket', 'Closed')).flatMap((each) => factsOf(each))
    expect(facts.map(({ data }) => new Date(data.at).getUTCHours())).toEqual([0, 0, 1])
  })

  it('says who did it, and for whom', async () => {
    const [each] = await history('Insert ticket', 'Take in charge ticket', 'Closed')
    const [recorded, assigned, closed] = each ? factsOf(each) : []
    expect(recorded?.data).toMatchObject({
      kind: 'complaint',
      by: { id: 'agent 0', role: 'agent' },
      about: { topic: 'item', ref: 'Boiler' },
    })
    expect(assigned?.data).toMatchObject({
      to: { kind: 'person', id: 'agent 1', department: 'Ovens' },
      owner: 'agent 0',
    })
    expect(closed?.data).toMatchObject({ outcome: 'unresolved' })
  })
})

describe('the figures of a log', () => {
  it('count complete cases, their variants, escalation and lines repeated', async () => {
    const cases = await casesOf(
      line({ id: 'A', activity: 'Insert ticket' }),
      line({ id: 'A', activity: 'Closed' }),
      line({ id: 'B', activity: 'Assign seriousness' }),
      line({ id: 'B', activity: 'Require upgrade' }),
      line({ id: 'B', activity: 'Closed' }),
      line({ id: 'C', activity: 'Assign seriousness' }),
      line({ id: 'C', activity: 'Require upgrade' }),
      line({ id: 'D', activity: 'Wait' }),
      line({ id: 'D', activity: 'Wait' }),
      line({ id: 'D', activity: 'Closed' }),
    )
    expect(figuresOf(cases)).toEqual({
      events: 10,
      cases: 4,
      complete: 2,
      variants: 2,
      escalated: 2,
      escalatedComplete: 1,
      repeated: 1,
    })
  })
})

const imported = (eventStore: EventStore, cases: ReadonlyArray<LogCase>) =>
  importContent(eventStore, { of: 'cases', cases }, silent)

describe('the import', () => {
  const some = () =>
    casesOf(
      line({ id: 'A', activity: 'Insert ticket', at: hours(0) }),
      line({ id: 'A', activity: 'Resolve ticket', at: hours(4) }),
      line({ id: 'B', activity: 'Wait', at: hours(1) }),
      line({ id: 'B', activity: 'Wait', at: hours(1) }),
    )

  it('puts on record what the board then shows', async () => {
    const stores = memory()
    expect(await imported(stores.eventStore, await some())).toEqual({
      imported: 2,
      already: 0,
      failed: [],
    })
    const on = await onRecord(stores, () => silent)
    expect(Object.fromEntries(on.recorded.map(({ type, count }) => [type, count]))).toEqual({
      ComplaintRecorded: 2,
      RemedyCarriedOut: 1,
      CustomerAwaited: 2,
    })
    const board = boardOf(on)
    expect(board?.at).toBe(Date.UTC(2026, 2, 2, 4))
    expect(board?.waiting).toEqual(O.some({ count: 1, n: 2 }))
    expect(board?.toFirstResolution).toMatchObject({ value: { n: 1, median: 4 * 3_600_000 } })
  })

  it('doubles nothing when it is done again', async () => {
    const stores = memory()
    await imported(stores.eventStore, await some())
    const before = await onRecord(stores, () => silent)
    expect(await imported(stores.eventStore, await some())).toEqual({
      imported: 0,
      already: 2,
      failed: [],
    })
    expect(await onRecord(stores, () => silent)).toEqual(before)
  })

  it('marks each fact with where it came from', async () => {
    const stores = memory()
    await imported(stores.eventStore, await some())
    for await (const item of stores.feed.subscribe({})) {
      if (item._tag !== 'Event') break
      expect(item.event.metadata['importedFrom']).toMatchObject({ source: 'help-desk log' })
    }
  })

  it('leaves a case alone that is on record with another history', async () => {
    const stores = memory()
    await imported(stores.eventStore, await some())
    const other = await casesOf(line({ id: 'A', activity: 'Closed' }), line({ id: 'C' }))
    expect(await imported(stores.eventStore, other)).toMatchObject({
      imported: 1,
      already: 0,
      failed: [{ foreignId: 'A', lines: 1, why: { _tag: 'Conflict' } }],
    })
  })
})
