/**
 * BG/NBD: whether a customer is still there, and how often he will buy.
 *
 * @since 0.1.0
 */
export { expectedFuturePurchases, expectedPurchases } from './expected-purchases.js'
export { type Fit, fit, type FitOptions } from './fit.js'
export { logLikelihood, type Params, probabilityAlive } from './model.js'
