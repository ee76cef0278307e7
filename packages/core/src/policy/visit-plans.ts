/**
 * Opens the plan of return visits when something is handed over for use.
 *
 * @since 0.1.0
 */
import { type CustomerState, schemeKey } from '../customer/state.js'
import { present } from '../shared/dated.js'
import type { CustomerId } from '../shared/ids.js'
import { policyId } from '../store/event-ids.js'
import type { Name } from '../shared/text.js'
import type { TimeZone } from '../time/time-zone.js'
import { fileOf, isForgotten, lookSurvivor } from './customers.js'
import type { Policy } from './policy.js'
import { ignore, send } from './reaction.js'

const name = 'openVisitPlans'

export interface VisitPlans {
  /** Where the customers are, as far as nobody says otherwise: months and days are counted there. */
  readonly timeZone: TimeZone
  /** The scheme whose class sets a plan's cadence. Default: `tier`. */
  readonly scheme?: string
}

const classIn = (scheme: string, state: CustomerState): Name | undefined =>
  // The words of our own schemes are names too.
  present(fileOf(state)?.classes[schemeKey(scheme)])?.value as Name | undefined

/** Anchored at the hand-over, however late it is heard of; the cadence is the customer's class's. Who is forgotten is not visited. */
export const openVisitPlans = ({ timeZone, scheme = 'tier' }: VisitPlans): Policy<never> => ({
  name,
  hears: ['dealings'],
  react: (happening, _, { by }) => {
    if (!happening.triggers || happening.category !== 'dealings') return ignore
    const { event, eventId } = happening
    if (event.type !== 'HandedOverForUse') return ignore
    const { at, what } = event.data
    const customer = happening.id as CustomerId
    return lookSurvivor(customer, (_survivor, state) => {
      if (isForgotten(state)) return ignore
      const inClass = classIn(scheme, state)
      return send({
        to: 'followUp',
        id: policyId(name, eventId),
        command: {
          type: 'OpenPlan',
          data: {
            customer,
            kind: 'returnVisit',
            anchor: at,
            timeZone,
            item: what.ref,
            ...(inClass !== undefined && { class: inClass }),
            at,
            by,
          },
        },
      })
    })
  },
})
