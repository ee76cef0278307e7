/**
 * Net Promoter Score.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { isZ, z95 } from '../shared/interval.js'
import { net, type Net } from './net.js'
import { isAnswer, scales } from './scale.js'

/** `score` is promoters' share minus detractors', from -1 to 1: shown times 100. */
export interface Nps extends Net {
  readonly n: number
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

/**
 * How likely one is to recommend us, 0 to 10: promoters say 9 or 10, passives 7 or 8, detractors 6 or less
 * (Reichheld 2003, Harvard Business Review 81(12):46-54). What is not on the scale, 11 or 3.5, is not counted: `n` is less
 * than what was given. None where nothing was counted, or `z` (95 % unless given) is not from 0 to 1e100.
 */
export const nps = (scores: ReadonlyArray<number>, z: number = z95): O.Option<Nps> => {
  const counted = scores.filter(isAnswer(scales.nps))
  const n = counted.length
  if (n === 0 || !isZ(z)) return O.none
  const promoters = counted.filter((score) => score >= 9).length
  const detractors = counted.filter((score) => score <= 6).length
  const passives = n - promoters - detractors
  return O.some({ n, promoters, passives, detractors, ...net(promoters, detractors, n, z) })
}
