/**
 * Rules for trying things out, in which every refusal of a customer's dealings can be met within a few days.
 *
 * @since 0.1.0
 */
import type { DealingsRules } from '../../dealings/rules.js'
import { day } from '../pools.js'

/** What happened may be written down two days later, and no more. */
export const dealingsRules: DealingsRules = { lateBy: 2 * day }
