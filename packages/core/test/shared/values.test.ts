import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, expectTypeOf, it } from 'vitest'

import { Actor, ActorId, Role } from '../../src/shared/actor.js'
import { ComplaintId, CustomerId, EntryId, FaultId, PromiseId } from '../../src/shared/ids.js'
import { after, Instant } from '../../src/shared/instant.js'
import { Currency, MinorUnits, Money } from '../../src/shared/money.js'
import { Name, NonEmptyText } from '../../src/shared/text.js'
import { make } from '../support/make.js'

interface Codec {
  readonly name: string
  readonly decode: (u: unknown) => E.Either<unknown, unknown>
  readonly is: (u: unknown) => boolean
  readonly encode: (a: never) => unknown
}
const accepts = (codec: Codec, u: unknown) => E.isRight(codec.decode(u))

/** What is accepted is that value, is known as it, and is written as it was. */
const isOrIsNot = (codec: Codec, u: unknown, ok: boolean) => {
  const decoded = codec.decode(u)
  expect(decoded).toEqual(ok ? E.right(u) : expect.objectContaining({ _tag: 'Left' }))
  expect(codec.is(u)).toBe(ok)
  if (ok) expect(codec.encode(u as never)).toEqual(u)
}

describe('a text', () => {
  it.each([
    ['a', true],
    ['  a ', true],
    ['a'.repeat(10_000), true],
    ['a'.repeat(10_001), false],
    ['', false],
    [' \n\t', false],
    ['good \u{1F600}', true],
    ['half \ud83d', false],
    ['\ude00 half', false],
    [3, false],
    [null, false],
  ])('is one or not (%#)', (u, ok) => {
    isOrIsNot(NonEmptyText, u, ok)
  })
})

describe('a name', () => {
  it.each([
    ['parts', true],
    ['a'.repeat(200), true],
    ['a'.repeat(201), false],
    ['', false],
    ['  ', false],
    ['\ud83d', false],
    [3, false],
  ])('is one or not (%#)', (u, ok) => {
    isOrIsNot(Name, u, ok)
  })
})

describe('an instant', () => {
  it.each([
    ['2026-11-23T09:00:00.000Z', true],
    ['1969-12-31T23:59:59.999Z', true],
    ['+275760-09-13T00:00:00.000Z', true],
    ['-271821-04-20T00:00:00.000Z', true],
    ['+275760-09-13T00:00:00.001Z', false],
    ['2026-11-23T09:00:00Z', false],
    ['2026-11-23T10:00:00.000+01:00', false],
    ['2026-02-30T09:00:00.000Z', false],
    ['2026-11-23T24:00:00.000Z', false],
    ['2026-11-23', false],
    ['tomorrow', false],
    [0, false],
    [null, false],
  ])('is read from %s or not', (u, ok) => {
    const decoded = Instant.decode(u)
    expect(E.isRight(decoded)).toBe(ok)
    if (E.isRight(decoded)) expect(Instant.encode(decoded.right)).toBe(u)
  })

  it('is so many milliseconds', () => {
    expect(Instant.decode('1970-01-01T00:00:01.000Z')).toEqual(E.right(1_000))
  })

  it('says what is wrong, and not all of it', () => {
    const wrong = Instant.decode('x'.repeat(100))
    expect(E.isLeft(wrong) && wrong.left[0]?.message).toBe(
      `not a canonical UTC instant: ${'x'.repeat(40)}`,
    )
  })

  it.each([
    [8.64e15, true],
    [-8.64e15, true],
    [8.64e15 + 2, false],
    [-8.64e15 - 2, false],
    [0, true],
    [0.5, false],
    [NaN, false],
    [Infinity, false],
    ['0', false],
  ])('is %s or not', (u, ok) => {
    expect(Instant.is(u)).toBe(ok)
  })

  const at = make(Instant)('2026-11-23T09:00:00.000Z')
  it('comes so many milliseconds after another, or before it', () => {
    expect(after(at, 1_000)).toBe(at + 1_000)
    expect(after(at, -1)).toBe(at - 1)
    expect(after(at, 0)).toBe(at)
    expect(after(at, 0.6)).toBe(at + 1)
    expect(after(at, 0.4)).toBe(at)
  })
  it('comes no later and no earlier than there are instants', () => {
    expect(after(at, 1e300)).toBe(8.64e15)
    expect(after(at, -1e300)).toBe(-8.64e15)
    expect(Instant.is(after(at, Infinity))).toBe(true)
  })
})

describe('an actor', () => {
  it.each([
    [{ id: 'li', role: 'agent' }, true],
    [{ id: '李', role: 'agent_2-b' }, true],
    [{ id: ' ', role: 'agent' }, false],
    [{ id: '', role: 'agent' }, false],
    [{ id: 'x'.repeat(200), role: 'agent' }, true],
    [{ id: 'x'.repeat(201), role: 'agent' }, false],
    [{ id: '\ud83d', role: 'agent' }, false],
    [{ id: 'li', role: 'r' }, true],
    [{ id: 'li', role: `R${'r'.repeat(63)}` }, true],
    [{ id: 'li', role: 'r'.repeat(65) }, false],
    [{ id: 'li', role: '1st' }, false],
    [{ id: 'li', role: '-r' }, false],
    [{ id: 'li', role: 'r d' }, false],
    [{ id: 'li', role: 'agent\n' }, false],
    [{ id: 'li', role: '' }, false],
    [{ id: 'li' }, false],
    [{ role: 'agent' }, false],
    ['li', false],
  ])('%j', (u, ok) => {
    isOrIsNot(Actor, u, ok)
  })
  it('has an id and a role, and nothing else', () => {
    expect(Actor.decode({ id: 'li', role: 'agent', name: 'Li Wei' })).toEqual(
      E.right({ id: 'li', role: 'agent' }),
    )
    expect([ActorId.name, Role.name, Actor.name]).toEqual(['ActorId', 'Role', 'Actor'])
  })
})

describe('an id', () => {
  const ids = { CustomerId, ComplaintId, PromiseId, FaultId, EntryId }
  for (const [name, codec] of Object.entries(ids)) {
    it.each([
      ['0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11', true],
      ['0B0F3F4E-1F6A-4D0A-9A37-6F0F2D1C9E11', false],
      ['x0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11', false],
      ['0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11x', false],
      ['0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11\n', false],
      ['0b0f3f4e-1f6a-4d0a-6f0f2d1c9e11', false],
      ['0b0f3f4e-1f6a-4d0a-9a37-9a37-6f0f2d1c9e11', false],
      ['0b0f3f4e1f6a4d0a9a376f0f2d1c9e11', false],
      ['0b0f3f4g-1f6a-4d0a-9a37-6f0f2d1c9e11', false],
      ['', false],
      [3, false],
    ])(`${name}: %s`, (u, ok) => {
      isOrIsNot(codec, u, ok)
    })
    it(`${name} is called so`, () => {
      expect(codec.name).toBe(name)
    })
  }
  it('of one thing is not that of another', () => {
    expectTypeOf<CustomerId>().not.toEqualTypeOf<ComplaintId>()
    expectTypeOf<PromiseId>().not.toEqualTypeOf<EntryId>()
  })
})

describe('money', () => {
  it.each([
    [1, true],
    [Number.MAX_SAFE_INTEGER, true],
    [0, false],
    [-1, false],
    [0.5, false],
    [Number.MAX_SAFE_INTEGER + 1, false],
    [NaN, false],
    [Infinity, false],
    ['1', false],
    [1n, false],
  ])('comes in whole minor units, more than none: %s', (u, ok) => {
    isOrIsNot(MinorUnits, u, ok)
  })
  it.each([
    [{ amount: 1_250, currency: 'EUR' }, true],
    [{ amount: 1_250, currency: 'eur' }, false],
    [{ amount: 1_250, currency: '' }, false],
    [{ amount: 0, currency: 'EUR' }, false],
    [{ amount: 1_250 }, false],
    [{ currency: 'EUR' }, false],
    [1_250, false],
  ])('is an amount of a currency: %j', (u, ok) => {
    isOrIsNot(Money, u, ok)
  })

  // ISO 4217, list one, as published in 2026, without funds, metals, accounting units and test codes.
  const published = `
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
    GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD
    KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
    SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
    VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`
    .trim()
    .split(/\s+/)

  it('is of every currency that is paid in', () => {
    expect(published.filter((code) => !accepts(Currency, code))).toEqual([])
  })
  it('is of no other of all codes there could be', () => {
    const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))
    const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
    expect(codes.filter((code) => accepts(Currency, code))).toEqual(published)
    for (const other of ['', ' ', 'EURO', 'EU', 'DEM', 'XXX', 'XAU', '__proto__'])
      expect(accepts(Currency, other)).toBe(false)
  })
  it('is of no currency that nobody has heard of', () => {
    const known = new Set(Intl.supportedValuesOf('currency'))
    // Some tables of currencies are older than these three.
    const young = new Set(['VED', 'XCG', 'ZWG'])
    expect(published.filter((code) => !known.has(code) && !young.has(code))).toEqual([])
  })
})
