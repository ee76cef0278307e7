import { describe, expect, it, test } from 'vitest'

import { fault } from '../../src/fault/fault.js'
import { hasCaused } from '../../src/fault/state.js'
import { fold } from '../../src/shared/decider.js'
import { after } from '../../src/shared/instant.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { complaintId, days, entry, text, tuesday, wednesday, words } from '../support/complaint.js'
import {
  assign,
  assigned,
  clear,
  cleared,
  command,
  event,
  friday,
  inHand,
  knownAbove,
  link,
  linked,
  onFile,
  over,
  reported,
  rules,
  serviceCentre,
  tellSigner,
  track,
  tracked,
} from '../support/fault.js'

const decider = fault(rules)
const scenario = scenarios(decider, { test })

describe('a fault', () => {
  scenario('is tracked')
    .given(knownAbove)
    .when(track(1))
    .records([tracked(1)])
  scenario('is tracked once by each entry').given(inHand).when(track(1)).recordsNothing()
  scenario('is tracked on')
    .given(inHand)
    .when(track(2))
    .records([tracked(2)])
  const newPlan = { trackingId: entry(2), progress: words, plan: text('another pump') }
  scenario('may have another plan from then on')
    .given(inHand)
    .when(command('TrackFault', newPlan))
    .records([event('FaultTracked', newPlan)])
  scenario('is not tracked before the leadership was told')
    .given(onFile)
    .when(track(1))
    .refuses({ _tag: 'StepOutOfOrder', step: 'filed', expected: ['leadershipTold'] })

  scenario('is cleared')
    .given(inHand)
    .when(clear(wednesday))
    .records([cleared(wednesday)])
  scenario('is cleared once').given(over).when(clear()).recordsNothing()
  scenario('is cleared once, whenever it is said again')
    .given(over)
    .when(clear(friday))
    .recordsNothing()
  scenario('is not cleared before it was tracked')
    .given(knownAbove)
    .when(clear())
    .refuses({ _tag: 'StepOutOfOrder', step: 'leadershipTold', expected: ['tracked'] })
  scenario('may be cleared with the latest word of it')
    .given(inHand)
    .when(clear())
    .records([cleared()])
  scenario('is not cleared before the latest word of it')
    .given(inHand)
    .when(clear(after(tuesday, -1)))
    .refuses({ _tag: 'TrackedSince', trackedAt: tuesday })
  scenario('has its latest word by when it was, not by when it was written down')
    .given([...inHand, tracked(2, wednesday), tracked(3)])
    .when(clear(after(wednesday, -1)))
    .refuses({ _tag: 'TrackedSince', trackedAt: wednesday })
})

describe('a fault that was cleared', () => {
  const gone = [...inHand, cleared(wednesday)]
  const already = { _tag: 'AlreadyCleared', clearedAt: wednesday } as const
  scenario('is not tracked on')
    .given(gone)
    .when(track(2, after(wednesday, 1)))
    .refuses(already)
  scenario('may still have what was done by then written down')
    .given(gone)
    .when(track(2, wednesday))
    .records([tracked(2, wednesday)])
  scenario('keeps what is on record').given(gone).when(track(1, friday)).recordsNothing()
  scenario('keeps who was told').given(gone).when(tellSigner(friday)).recordsNothing()
  scenario('becomes nobody else’s').given(gone).when(assign(serviceCentre, friday)).refuses(already)
  scenario('refuses what is out of order for having been cleared, as it came to be imported')
    .given([reported, cleared()])
    .when(track(1, wednesday))
    .refuses({ _tag: 'AlreadyCleared', clearedAt: tuesday })
  scenario('is cleared when it was first, as imported facts have it')
    .given([...gone, cleared(friday)])
    .when(track(2, friday))
    .refuses(already)
  scenario('takes what is late by no more than the limit')
    .given([...gone, linked(1, days(9))])
    .when(track(2, after(days(2), -1)))
    .refuses({ _tag: 'TooLongAgo', earliest: days(2) })
})

describe('a complaint that it caused', () => {
  scenario('is linked')
    .given([reported])
    .when(link(1))
    .records([linked(1)])
  scenario('is linked once')
    .given([reported, linked(1)])
    .when(link(1, friday))
    .recordsNothing()
  scenario('is one of several')
    .given([reported, linked(1)])
    .when(link(2))
    .records([linked(2)])
  scenario('is linked after it was cleared')
    .given(over)
    .when(link(1, friday))
    .records([linked(1, friday)])
  scenario('is linked once, also after it was cleared')
    .given([...over, linked(1, friday)])
    .when(link(1, friday))
    .recordsNothing()

  it('is known by its id', () => {
    const state = fold(decider)([reported, assigned(serviceCentre), linked(1)])
    if (state._tag === 'NotReported') throw new Error('not reported')
    expect(hasCaused(state.file, complaintId(1))).toBe(true)
    expect(hasCaused(state.file, complaintId(2))).toBe(false)
  })
})
