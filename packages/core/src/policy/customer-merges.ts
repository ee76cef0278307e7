/**
 * How what is asked of a customer who was merged goes to his survivor.
 *
 * @since 0.1.0
 */
import type { CustomerCommand } from '../customer/commands.js'
import type { CustomerRejection } from '../customer/rejections.js'
import type { CustomerId } from '../shared/ids.js'
import type { Merges } from '../store/follow-merges.js'

/** Longer ones could not be read back. */
const longest = 100

/** Whom he points on to is told who pointed: a circle is known by that, and parted. */
export const customerMerges: Merges<CustomerCommand, CustomerRejection> = {
  mergedInto: (why) => (why._tag === 'MergedInto' ? why.survivor : undefined),
  onward: (command, from) =>
    command.type === 'AbsorbCustomer'
      ? {
          ...command,
          data: {
            ...command.data,
            through: [...command.data.through, from as CustomerId].slice(-longest),
          },
        }
      : command,
}
