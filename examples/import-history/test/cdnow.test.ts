import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { memory } from '@troth/adapters/memory'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { beforeAll, describe, expect, it } from 'vitest'

import { importContent } from '../src/histories.js'
import { loyaltyOf } from '../src/read-views.js'
import { readFile } from '../src/read-file.js'
import { dayOf } from '../src/times.js'
import { onRecord, type OnRecord } from '../src/views.js'
import { silent } from './support.js'

const shared = process.env['TROTH_SHARED']
const file = shared === undefined ? '' : join(shared, 'data/cdnow/CDNOW_sample.txt')
const known = existsSync(file)

it.skipIf(known)('CDNOW is skipped: TROTH_SHARED names no folder that holds it', () => undefined)

describe.skipIf(!known)('CDNOW, on record and read by the loyalty view', () => {
  let on: OnRecord
  beforeAll(async () => {
    const read = await readFile(file, () => silent)
    if (read._tag !== 'Read') throw new Error(read._tag)
    expect(read.refused).toEqual([])
    const stores = memory()
    const done = await importContent(stores.eventStore, read.content, silent)
    expect(done).toEqual({ imported: 2357, already: 0, failed: [] })
    on = await onRecord(stores, () => silent)
  }, 60_000)

  const published = { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 }

  it('is calibrated by itself until 1997-09-30, with the published parameters', () => {
    const view = loyaltyOf(on, {})?.view
    expect(view?.customers).toHaveLength(2357)
    const holdout = O.toUndefined(view?.models.holdout ?? O.none)
    expect(holdout?.from).toBe(Date.UTC(1997, 9, 1) - 1)
    const fit = holdout?.fit
    if (fit === undefined || E.isLeft(fit)) throw new Error('no fit')
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      expect(Math.abs(fit.right.params[name] - published[name])).toBeLessThan(1e-3)
    expect(fit.right.logLikelihood.toFixed(1)).toBe('-9582.4')
    expect(holdout?.comparison).toMatchObject({ value: { n: 2357, actual: 1882 } })
  })

  it('as it was known on 1997-09-30 has the published law of what they spend', () => {
    const view = loyaltyOf(on, { at: dayOf('19970930') })?.view
    const [value] = view?.models.gammaGamma ?? []
    if (value === undefined || E.isLeft(value.fit)) throw new Error('no fit')
    const { params, n, correlation } = value.fit.right
    expect([params.p.toFixed(2), params.q.toFixed(2)]).toEqual(['6.25', '3.74'])
    expect((params.gamma / 100).toFixed(2)).toBe('15.44')
    expect(n).toBe(946)
    expect(correlation).toMatchObject({
      value: { n: 946, value: expect.closeTo(0.1139, 4) as number },
    })
  })
})
