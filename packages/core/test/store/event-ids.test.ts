import { expect, it } from 'vitest'

import { eventId, foreignUuid, importId } from '../../src/store/event-ids.js'

const command = '00000000-0000-4000-8000-000000000001'
const stream = 'complaint-00000000-0000-4000-8000-000000000002'
const data = { at: '2026-01-05T10:00:00.000Z', what: 'für half \ud83d' }

// On record in every store there is: another id for the same thing would write it a second time.
it('ids are those that they have always been', () => {
  expect(eventId(command, stream, 0, data)).toBe('1d86521f-1783-5a02-8b2d-401c4edcb012')
  expect(foreignUuid('help desk', 'Case 1')).toBe('e256c6ff-39e4-58af-acc2-087684e7f505')
  expect(importId('help desk', 'Case 1')).toBe('c179e3df-d08e-5003-91cc-701dee9895fb')
})

it.each([
  ['another command', eventId(stream.slice(10), stream, 0, data)],
  ['another stream', eventId(command, `${stream}0`, 0, data)],
  ['another place', eventId(command, stream, 1, data)],
  ['another decision', eventId(command, stream, 0, { ...data, what: 'full' })],
])('the event of %s has another id', (_, id) => {
  expect(id).not.toBe(eventId(command, stream, 0, data))
})
