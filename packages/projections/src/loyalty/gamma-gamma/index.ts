/**
 * Gamma-Gamma: what a customer will spend on a purchase.
 *
 * @since 0.1.0
 */
export { type Fit, fit } from './fit.js'
export { expectedValue, type Params, type Row } from './model.js'
