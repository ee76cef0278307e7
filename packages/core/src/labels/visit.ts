/**
 * What a visit is called, from its key.
 *
 * @since 0.1.0
 */
import type { VisitKey } from '../follow-up/visit-key.js'
import type { Say } from './say.js'

/** The name of a visit of each sort, by the date on which it first falls due. */
export interface VisitNames {
  readonly visit: (on: string) => string
  readonly gift: (on: string) => string
  readonly demandPlan: (on: string) => string
  readonly greeting: (on: string) => string
  readonly callBack: string
}

export const named = (key: VisitKey, say: Say, names: VisitNames): string => {
  const [of, date] = key.split('/')
  if (date === undefined) return names.callBack
  const on = say.date(date)
  if (of === 'visit' || of === 'gift' || of === 'demandPlan') return names[of](on)
  return names.greeting(on)
}
