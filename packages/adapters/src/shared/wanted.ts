/**
 * What a subscription lets through: both filters hold together.
 *
 * @since 0.1.0
 */
import type { Subscription } from '@troth/core/store'

/** The part of a stream's name before its first `-`; undefined without one. */
const categoryOf = (stream: string): string | undefined => {
  const dash = stream.indexOf('-')
  return dash < 0 ? undefined : stream.slice(0, dash)
}

export const wanted = ({
  categories,
  types,
}: Subscription): ((stream: string, type: string) => boolean) => {
  const among = { categories: categories && new Set(categories), types: types && new Set(types) }
  return (stream, type) => {
    if (among.types?.has(type) === false) return false
    if (among.categories === undefined) return true
    const category = categoryOf(stream)
    return category !== undefined && among.categories.has(category)
  }
}
