/**
 * How a stream is called, so that two categories, tenants or things never share one.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import type { StoreError } from './event-store.js'

/** What was given can not be right, whatever the store holds. */
export type InvalidArgument = Extract<StoreError, { readonly _tag: 'InvalidArgument' }>

const category = /^[A-Za-z][A-Za-z0-9]{0,63}$/
const part = /^[\w-]{1,100}$/
const whole = /^([A-Za-z][A-Za-z0-9]{0,63})-(?:([\w-]{1,100})[.])?([\w-]{1,100})$/

export const invalidArgument = (
  field: string,
  expected: string,
): E.Either<InvalidArgument, never> => E.left({ _tag: 'InvalidArgument', field, expected })

/** Whether a category can stand before the first `-` of a stream's name: letters and digits alone. */
export const isCategory = (s: string): boolean => category.test(s)

/**
 * `category-{id}`, or `category-{tenant}.{id}`. Ids and tenants are 1 to 100 letters, digits, `-` and `_`:
 * the category ends at the first `-` and the tenant at the only `.`, so no two names are spelt alike.
 */
export const streamName = (
  category: string,
  id: string,
  tenant?: string,
): E.Either<InvalidArgument, string> => {
  if (!isCategory(category)) return invalidArgument('category', 'a letter, then letters and digits')
  if (!part.test(id)) return invalidArgument('id', 'a UUID')
  if (tenant === undefined) return E.right(`${category}-${id}`)
  if (!part.test(tenant)) return invalidArgument('tenant', "1 to 100 letters, digits, '-' and '_'")
  return E.right(`${category}-${tenant}.${id}`)
}

/** What a stream's name is made of; undefined where `streamName` has not made it. */
export const partsOf = (
  stream: string,
): { readonly category: string; readonly id: string; readonly tenant?: string } | undefined => {
  const [, of, tenant, id] = whole.exec(stream) ?? []
  if (of === undefined || id === undefined) return undefined
  return { category: of, id, ...(tenant === undefined ? {} : { tenant }) }
}
