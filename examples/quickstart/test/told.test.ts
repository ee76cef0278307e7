import { expect, it } from 'vitest'

import { desk } from '../src/desk.js'
import { channels, told } from '../src/told.js'

const by = { id: 'li', role: 'agent' }
const at = '2026-11-23T09:00:00.000Z'

const recorded = async () => {
  const id = crypto.randomUUID()
  const complaint = {
    kind: 'complaint',
    customer: crypto.randomUUID(),
    channel: 'phone',
    about: { topic: 'item', ref: 'SN 4711' },
    demand: '又漏水了',
  } as const
  return { id, answer: await desk.complaint.record(id, complaint, { by, at }) }
}

it('a handler is told in Chinese what was recorded', async () => {
  const { answer } = await recorded()
  expect(told(answer)).toBe('已登记。')
})

it('a handler is told in Chinese who may decide what is beyond him', async () => {
  const { id } = await recorded()
  const remedy = { optionId: crypto.randomUUID(), remedy: 'return', what: '退货' } as const
  const answer = await desk.complaint.resolveAtOnce(id, { option: remedy }, { by, at })
  expect(told(answer)).toBe('“退货”超出您的权限，须由销售主管决定。')
})

it('a handler is told in Chinese by when it could have been done', async () => {
  const { id } = await recorded()
  const promise = {
    promiseId: crypto.randomUUID(),
    kind: 'callback',
    what: '告知维修日期',
    basis: '明天的维修安排',
    dueAt: '2026-11-23T08:00:00.000Z',
    temporary: false,
  } as const
  const answer = await desk.complaint.givePromise(id, promise, { by, at })
  expect(told(answer)).toBe('承诺的到期时间须晚于作出承诺的时间，2026年11月23日 16:00过早。')
})

it('a handler is told in Chinese which field to fill in', async () => {
  const { id } = await recorded()
  const answer = await desk.complaint.takeNote(
    id,
    { noteId: crypto.randomUUID(), text: ' ' },
    { by },
  )
  expect(told(answer)).toBe('填写有误，未予登记。“文字内容”应为不超过 10000 字的文字。')
})

it('a form offers the channels by their labels', () => {
  expect(channels).toContainEqual(['siteVisit', '上门'])
})
