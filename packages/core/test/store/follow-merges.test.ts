import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, it } from 'vitest'

import { followMerges, mostMerges } from '../../src/store/follow-merges.js'
import type { Handle } from '../../src/store/handle.js'

type Why = { readonly _tag: 'Gone'; readonly to: string } | { readonly _tag: 'Busy' }

/** Says where each was merged into, and takes down what it is asked. */
const merged = (into: Readonly<Record<string, string>>) => {
  const asked: (readonly [string, string])[] = []
  const handle: Handle<string, never, Why> = (id, command, { commandId }) => {
    asked.push([id, command])
    const to = into[id]
    if (commandId === 'fails') return TE.left({ _tag: 'Unavailable', reason: 'down' })
    if (to !== undefined) return TE.right({ _tag: 'Rejected', why: { _tag: 'Gone', to } })
    return commandId === 'busy'
      ? TE.right({ _tag: 'Rejected', why: { _tag: 'Busy' } })
      : TE.right({ _tag: 'AlreadyDone', revision: 7n })
  }
  const mergedInto = (why: Why) => (why._tag === 'Gone' ? why.to : undefined)
  return { asked, handle, mergedInto }
}
const done = { _tag: 'AlreadyDone', revision: 7n }
const context = { commandId: 'c' }

describe('a command for what may have been merged', () => {
  it('is asked of the thing itself, where it was not', async () => {
    const { asked, handle, mergedInto } = merged({})
    const answer = await followMerges(handle, { mergedInto })('a', 'go', context)()
    expect(answer).toEqual(E.right({ id: 'a', handled: done }))
    expect(asked).toEqual([['a', 'go']])
  })

  it('is asked of each survivor in turn', async () => {
    const { asked, handle, mergedInto } = merged({ a: 'b', b: 'c' })
    const answer = await followMerges(handle, { mergedInto })('a', 'go', context)()
    expect(answer).toEqual(E.right({ id: 'c', handled: done }))
    expect(asked).toEqual([
      ['a', 'go'],
      ['b', 'go'],
      ['c', 'go'],
    ])
  })

  it('is passed on as it is to be', async () => {
    const { asked, handle, mergedInto } = merged({ a: 'b', b: 'c' })
    const onward = (command: string, from: string) => `${command} by ${from}`
    await followMerges(handle, { mergedInto, onward })('a', 'go', context)()
    expect(asked.at(-1)).toEqual(['c', 'go by a by b'])
  })

  it('is refused by the survivor for reasons of its own', async () => {
    const { handle, mergedInto } = merged({ a: 'b' })
    const answer = await followMerges(handle, { mergedInto })('a', 'go', { commandId: 'busy' })()
    expect(answer).toEqual(
      E.right({ id: 'b', handled: { _tag: 'Rejected', why: { _tag: 'Busy' } } }),
    )
  })

  it('fails as the store does', async () => {
    const { handle, mergedInto } = merged({ a: 'b' })
    const answer = await followMerges(handle, { mergedInto })('a', 'go', { commandId: 'fails' })()
    expect(answer).toEqual(E.left({ _tag: 'Unavailable', reason: 'down' }))
  })

  it.each<readonly [string, Readonly<Record<string, string>>, ReadonlyArray<string>]>([
    ['in a circle', { a: 'b', b: 'c', c: 'a' }, ['a', 'b', 'c']],
    ['into a circle', { a: 'b', b: 'c', c: 'b' }, ['a', 'b', 'c']],
    ['to itself', { a: 'a' }, ['a']],
  ])('finds no survivor where the merges lead %s', async (_, into, through) => {
    const { asked, handle, mergedInto } = merged(into)
    const answer = await followMerges(handle, { mergedInto })('a', 'go', context)()
    const why = { _tag: 'SurvivorNotFound', through }
    expect(answer).toEqual(E.right({ id: 'a', handled: { _tag: 'Rejected', why } }))
    expect(asked).toHaveLength(through.length)
  })

  it.each([
    [mostMerges - 1, true],
    [mostMerges, false],
  ])('finds a survivor through %d merges: %j', async (merges, found) => {
    const into = Array.from({ length: merges }, (_, i) => [String(i), String(i + 1)] as const)
    const { handle, mergedInto } = merged(Object.fromEntries(into))
    const answer = await followMerges(handle, { mergedInto })('0', 'go', context)()
    expect(E.isRight(answer) && answer.right.handled._tag === 'AlreadyDone').toBe(found)
    expect(E.isRight(answer) && answer.right.id).toBe(found ? String(merges) : '0')
  })
})
