/**
 * Amounts of money: whole minor units of one currency.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

/** ISO 4217, list one: the active codes of national currencies. Funds, metals and test codes are no one's to pay in. */
const currencies = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD ' +
    'CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP ' +
    'GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD ' +
    'KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN ' +
    'NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP ' +
    'SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES ' +
    'VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
)

export interface CurrencyBrand {
  readonly Currency: unique symbol
}

/** An ISO 4217 code of three capitals. */
export type Currency = t.Branded<string, CurrencyBrand>

export const Currency: t.Type<Currency, string> = t.brand(
  t.string,
  (s): s is Currency => currencies.has(s),
  'Currency',
)

export interface MinorUnitsBrand {
  readonly MinorUnits: unique symbol
}

/** More than nothing, in whole minor units (cents, not euros), within what a double holds exactly. */
export type MinorUnits = t.Branded<number, MinorUnitsBrand>

export const MinorUnits: t.Type<MinorUnits, number> = t.brand(
  t.number,
  (n): n is MinorUnits => Number.isSafeInteger(n) && n > 0,
  'MinorUnits',
)

/** A sum of money: 1,250 in EUR is twelve euros fifty. */
export const Money = t.readonly(t.strict({ amount: MinorUnits, currency: Currency }), 'Money')
export type Money = t.TypeOf<typeof Money>
