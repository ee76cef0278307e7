import { expect, it } from 'vitest'

import { cancellable } from '../../src/store/cancellable.js'

it('tells who listens, once', () => {
  const { signal, cancel } = cancellable()
  const told: string[] = []
  signal.addEventListener('abort', () => told.push('a'))
  const gone = () => told.push('gone')
  signal.addEventListener('abort', gone)
  signal.removeEventListener('abort', gone)
  expect(signal.aborted).toBe(false)
  cancel()
  cancel()
  expect(signal.aborted).toBe(true)
  expect(told).toEqual(['a'])
})

it('follows those that it is given, and lets go of them', () => {
  const first = cancellable()
  const second = cancellable()
  const both = cancellable(first.signal, undefined, second.signal)
  second.cancel()
  expect([both.signal.aborted, first.signal.aborted]).toEqual([true, false])
  const late = cancellable(second.signal)
  expect(late.signal.aborted).toBe(true)
})
