import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { loyalty } from '../../src/index.js'

const { move, phase, phases, signsOf, stage, stages } = loyalty

describe('a phase of loyalty', () => {
  const signs = { cognitive: true, affective: true, conative: true, action: true }

  it.each([
    [signs, O.some('action')],
    [{ ...signs, action: false }, O.some('conative')],
    [{ ...signs, conative: false }, O.some('affective')],
    [{ ...signs, affective: false }, O.some('cognitive')],
    [{ ...signs, cognitive: false }, O.none],
  ])('of %j is the last of an unbroken row', (of, reached) => {
    expect(phase(of)).toEqual(reached)
  })

  it('forms from knowing of us to staying', () => {
    const all = { awareness: true, approval: true, preference: true, loyalty: true }
    expect(stage(all)).toEqual(O.some('loyalty'))
    expect(stage({ ...all, preference: false })).toEqual(O.some('approval'))
    expect(stage({ ...all, awareness: false })).toEqual(O.none)
  })

  it('can be fallen back from', () => {
    const went = move(phases)
    expect(went(O.some('action'), O.some('affective'))).toBe('fellBack')
    expect(went(O.some('cognitive'), O.none)).toBe('fellBack')
    expect(went(O.none, O.some('cognitive'))).toBe('forward')
    expect(went(O.some('conative'), O.some('conative'))).toBe('stayed')
    expect(went(O.none, O.none)).toBe('stayed')
    expect(move(stages)(O.some('awareness'), O.some('preference'))).toBe('forward')
  })
})

describe('signs of loyalty', () => {
  const none = {
    phase: { cognitive: false, affective: false, conative: false, action: false },
    stage: { awareness: false, approval: false, preference: false, loyalty: false },
  }

  it('are none of what was not answered', () => {
    expect(signsOf({}, true, 5)).toEqual(none)
  })

  it.each([
    [{ firstThoughtOf: 5 }, { cognitive: true }, { awareness: true }],
    [{ preferred: 5 }, { cognitive: true }, { preference: true }],
    [{ preferred: 6, firstThoughtOf: 3 }, {}, { preference: true }],
    [{ positiveFeeling: 5 }, { affective: true }, { approval: true }],
    [{ positiveFeeling: 7, negativeFeeling: 5 }, { affective: true }, { approval: true }],
    [{ positiveFeeling: 7, negativeFeeling: 6 }, {}, {}],
    [{ negativeFeeling: 3 }, { affective: true }, { approval: true }],
    [{ keepIntent: 5 }, { conative: true }, { loyalty: true }],
    [{ seekIntent: 5 }, { conative: true }, { loyalty: true }],
    [{ seekIntent: 4.9 }, {}, {}],
    [{ bearsPrice: 5 }, { action: true }, {}],
    [{ firstChosen: 5 }, { action: true }, { preference: true }],
  ])('of %j are from the cut-off on', (items, phaseSigns, stageSigns) => {
    expect(signsOf(items, true, 5)).toEqual({
      phase: { ...none.phase, ...phaseSigns },
      stage: { ...none.stage, ...stageSigns },
    })
  })

  it('are no action and no loyalty of who does not come back', () => {
    const items = { bearsPrice: 7, firstChosen: 7, keepIntent: 7 }
    const { phase: of, stage: at } = signsOf(items, false, 5)
    expect(of).toEqual({ ...none.phase, conative: true })
    expect(at).toEqual({ ...none.stage, preference: true })
  })
})
