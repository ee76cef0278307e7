import { type complaint } from '@troth/core'
import { describe, expect, it } from 'vitest'

import { caseLibrary, complaintBoard, foldRows } from '../../src/index.js'
import { recorded, replied } from './desk.js'
import { complaintId, factsOf } from './history.js'
import { restarted } from './batches.js'

const rules: complaint.ComplaintRules = {
  authority: [],
  clocks: [{ policy: { resolution: 'none', pausedWhileWaiting: [] } }],
  noticeTries: 3,
  reopenWithin: 0,
  liaisonNote: { within: 0 },
}
const key = complaintId(1)
const facts = factsOf('complaint', { [key]: [recorded(0), replied(1), replied(2)] })
const board = foldRows(complaintBoard.board(rules))
const library = foldRows(caseLibrary.library(rules))

describe('views of one kind of stream', () => {
  it('hold the very same state when they hear each event one after another', () => {
    let [shown, shelved] = [board([]), library([])]
    for (const fact of facts) [shown, shelved] = [board([fact], shown), library([fact], shelved)]
    expect(shown.get(key)?.state).toBe(shelved.get(key)?.state)
    expect(shown.get(key)?.state._tag).toBe('Open')
  })

  it('and an equal one when one of them was read back from a store on the way', () => {
    const shown = board(facts)
    const shelved = library(facts.slice(2), restarted(library(facts.slice(0, 2))))
    expect(shelved.get(key)?.state).not.toBe(shown.get(key)?.state)
    expect(shelved.get(key)?.state).toEqual(shown.get(key)?.state)
  })
})
