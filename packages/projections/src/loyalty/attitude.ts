/**
 * Loyalty as attitude and behaviour together.
 *
 * Dick and Basu (1994), "Customer Loyalty: Toward an Integrated Conceptual Framework", Journal of the Academy of Marketing
 * Science 22(2).
 *
 * @since 0.1.0
 */

/** An attitude toward us and toward the best rival, on one scale. */
export interface Attitudes {
  readonly us: number
  readonly bestRival: number
}

/** How much better we are thought of than the best rival; negative, where he is thought better of. Dick and Basu (1994). */
export const relativeAttitude = ({ us, bestRival }: Attitudes): number => us - bestRival

/** What a customer thinks and does; or, as cut-offs, from where on each is high. */
export interface AttitudeAndPatronage {
  readonly relativeAttitude: number
  readonly repeatPatronage: number
}

/** `latent`: would like to, and does not come. `spurious`: comes, and would as soon go elsewhere. */
export type LoyaltyClass = 'loyal' | 'latent' | 'spurious' | 'none'

/** A figure that is its cut-off is high. Dick and Basu (1994), on the four conditions of loyalty. */
export const dickBasu = (of: AttitudeAndPatronage, cutOffs: AttitudeAndPatronage): LoyaltyClass => {
  const comes = of.repeatPatronage >= cutOffs.repeatPatronage
  if (of.relativeAttitude >= cutOffs.relativeAttitude) return comes ? 'loyal' : 'latent'
  return comes ? 'spurious' : 'none'
}
