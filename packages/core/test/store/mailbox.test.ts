import { expect, it } from 'vitest'

import { mailbox } from '../../src/store/mailbox.js'

it('gives what was put in, in its order', async () => {
  const { put, take } = mailbox<number>()
  put(1)
  put(2)
  expect(await take()).toBe(1)
  expect(await take()).toBe(2)
})

it('lets a taker wait for what comes, and the next one for the next', async () => {
  const { put, take } = mailbox<number>()
  const first = take()
  put(1)
  put(2)
  const second = take()
  const third = take()
  put(3)
  expect(await Promise.all([first, second, third])).toEqual([1, 2, 3])
})

it('closed, gives what nobody has taken to who comes late, and whatever is put in later', async () => {
  const { put, take, close } = mailbox<number>()
  put(1)
  put(2)
  expect(await take()).toBe(1)
  const late: number[] = []
  close((n) => late.push(n))
  expect(late).toEqual([2])
  put(3)
  put(4)
  expect(late).toEqual([2, 3, 4])
})
