import { describe, expect, it } from 'vitest'

import { by, id, open, recorded } from '../support/plain.js'

const [a, b, c] = [id(1), id(2), id(3)]

const desk = async () => {
  const opened = open()
  for (const each of [a, b, c]) await opened.troth.complaint.record(each, recorded, { by })
  const merge = (of: string, survivor: string) =>
    opened.troth.complaint.merge(of, { survivor }, { by })
  return { ...opened, merge }
}

describe('a complaint', () => {
  it('is merged into another that goes on', async () => {
    const { merge, types } = await desk()
    expect(await merge(a, b)).toMatchObject({ ok: true, recorded: true })
    expect(types(`complaint-${a}`)).toEqual(['ComplaintRecorded', 'ComplaintMerged'])
  })

  it('is not merged with itself', async () => {
    const { merge, troth, types } = await desk()
    const why = { _tag: 'SameComplaint', id: a }
    expect(await merge(a, a)).toMatchObject({ ok: false, id: a, why })
    const absorbed = { absorbed: a, openPromises: [] }
    expect(await troth.complaint.absorb(a, absorbed, { by })).toMatchObject({ ok: false, why })
    expect(types(`complaint-${a}`)).toEqual(['ComplaintRecorded'])
    const other = { absorbed: b, openPromises: [] }
    expect(await troth.complaint.absorb(a, other, { by })).toMatchObject({ ok: true })
  })

  it('is not merged into one that was itself merged, though the other has not heard of it', async () => {
    const { merge, types } = await desk()
    await merge(a, b)
    expect(await merge(b, a)).toMatchObject({
      ok: false,
      id: b,
      why: { _tag: 'SurvivorMerged', survivor: a, mergedInto: b },
    })
    expect(await merge(c, a)).toMatchObject({ ok: false, why: { _tag: 'SurvivorMerged' } })
    expect(types(`complaint-${b}`)).toEqual(['ComplaintRecorded'])
  })

  it('is not merged into one that there is not', async () => {
    const { merge } = await desk()
    expect(await merge(a, id(4))).toMatchObject({
      ok: false,
      why: { _tag: 'SurvivorNotRecorded', survivor: id(4) },
    })
  })

  it('that was merged is so a second time, whatever became of its survivor', async () => {
    const { merge } = await desk()
    await merge(a, b)
    await merge(b, c)
    expect(await merge(a, b)).toMatchObject({ ok: true, recorded: false })
    expect(await merge(a, c)).toMatchObject({
      ok: false,
      id: a,
      why: { _tag: 'MergedInto', survivor: b },
    })
  })

  it('that was merged says so: what is asked of it goes nowhere else', async () => {
    const { merge, troth } = await desk()
    await merge(a, b)
    expect(
      await troth.complaint.takeNote(a, { noteId: id(7), text: 'called' }, { by }),
    ).toMatchObject({ ok: false, id: a, why: { _tag: 'MergedInto', survivor: b } })
  })

  it('is looked for in its own tenant', async () => {
    const { troth } = await desk()
    const north = { by, tenant: 'north' }
    await troth.complaint.record(a, recorded, north)
    expect(await troth.complaint.merge(a, { survivor: b }, north)).toMatchObject({
      ok: false,
      why: { _tag: 'SurvivorNotRecorded' },
    })
  })

  it('is not merged while either can not be read', async () => {
    const { merge, eventStore } = await desk()
    eventStore.readFaults.push({ _tag: 'Unavailable', reason: 'own' })
    await expect(merge(a, b)).rejects.toThrow('own')
    eventStore.readFaults.push(undefined, { _tag: 'Unavailable', reason: 'other' })
    await expect(merge(a, b)).rejects.toThrow('other')
    expect(await merge(a, b)).toMatchObject({ ok: true })
  })
})
