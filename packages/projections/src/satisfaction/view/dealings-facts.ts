/**
 * What the satisfaction view keeps of a customer's dealings: what he bought, and which benefits he was given.
 *
 * @since 0.1.0
 */
import type { dealings, Instant } from '@troth/core'

export type DealingsFact = { readonly at: Instant } & (
  | { readonly is: 'bought'; readonly orderId: string; readonly items: ReadonlyArray<string> }
  | { readonly is: 'benefit'; readonly kind: dealings.BenefitKind }
)

/** The types of event of which something is kept. */
export const dealingsTypes: ReadonlyArray<dealings.DealingsEvent['type']> = [
  'PurchaseRecorded',
  'BenefitGranted',
]

/** What is kept of one event. */
export const dealingsFacts = ({
  type,
  data,
}: dealings.DealingsEvent): ReadonlyArray<DealingsFact> => {
  const { at } = data
  switch (type) {
    case 'PurchaseRecorded': {
      const { orderId, lines = [] } = data
      return [{ is: 'bought', at, orderId, items: lines.map(({ item }) => item) }]
    }
    case 'BenefitGranted':
      return [{ is: 'benefit', at, kind: data.kind }]
    default:
      return []
  }
}
