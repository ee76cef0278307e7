import { Instant } from '@troth/core'

/** The instant of a UTC date and time, of which `written` is how a file writes it; undefined for what is on no calendar and no clock. */
const instantOf = (
  text: string,
  ms: number,
  written: (iso: string) => string,
): Instant | undefined =>
  // `Date` takes the 30th of February for the 1st of March; written out again, it says so.
  Instant.is(ms) && written(new Date(ms).toISOString()) === text ? ms : undefined

const time = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})$/

/** `2012/10/09 14:50:17.000`, read as UTC; undefined for what is no date of the calendar, or no time of a day. */
export const timeOf = (text: string): Instant | undefined => {
  const [year = NaN, month = NaN, ...rest] = time.exec(text)?.slice(1).map(Number) ?? []
  return instantOf(text, Date.UTC(year, month - 1, ...rest), (iso) =>
    iso.replaceAll('-', '/').replace('T', ' ').slice(0, -1),
  )
}

/** The beginning of a day like `19970101`, read as UTC; undefined for what is no date of the calendar. */
export const dayOf = (text: string): Instant | undefined => {
  const [year = NaN, month = NaN, day = NaN] =
    /^(\d{4})(\d\d)(\d\d)$/.exec(text)?.slice(1).map(Number) ?? []
  return instantOf(text, Date.UTC(year, month - 1, day), (iso) =>
    iso.slice(0, 10).replaceAll('-', ''),
  )
}
