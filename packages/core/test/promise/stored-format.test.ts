import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { promise } from '../../src/promise/promise.js'
import { rules } from '../support/promise.js'
import { storedFormat } from '../support/stored-format.js'

describe('the stored format of a promise', () => {
  const without = storedFormat(promise(rules), new URL('golden/', import.meta.url), [
    ['PromiseMade', 'what'],
    ['TemporaryAgreementMade', 'what'],
    ['TemporaryAgreementDeclined', 'why'],
    ['DelayExplained', 'why'],
    ['PromiseBroken', 'why'],
    ['PromiseWithdrawn', 'why'],
  ])

  it.each([
    ['PromiseMade', 'customer'],
    ['PromiseMade', 'basis'],
    ['PromiseKept', 'evidence'],
  ])('%s is not read without its %s', (type, field) => {
    const event = without(type, field)
    expect(event && E.isLeft(event)).toBe(true)
  })
})
