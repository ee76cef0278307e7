/**
 * Durations that figures are stated in.
 *
 * @since 0.1.0
 */

/** Seven days, in milliseconds. */
export const week = 604_800_000
