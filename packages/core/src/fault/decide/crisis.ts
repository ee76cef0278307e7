/**
 * A fault that the service centre owns may be declared a crisis, at whatever step, by whoever may decide a major matter.
 *
 * @since 0.1.0
 */
import { grantFor, whoMayDecide } from '../../shared/authority.js'
import { asOf } from '../../shared/dated.js'
import { emit, nothing, reject } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { FaultRules } from '../rules.js'
import type { FaultFile } from '../state.js'
import type { FaultDecision } from './answer.js'

const matter = 'majorMatter'

export const declareCrisis = (
  file: FaultFile,
  asked: Asked<'DeclareCrisis'>,
  { authority: matrix }: FaultRules,
): FaultDecision => {
  if (file.crisis) return nothing
  const owner = asOf(file.owner, asked.at)
  if (owner?.kind !== 'serviceCentre')
    return reject({ _tag: 'NotServiceCentres', ...(owner && { owner }) })
  const authority = grantFor(matrix, asked.by.role, matter)
  if (authority) return emit({ type: 'CrisisDeclared', data: { ...asked, authority } })
  const deciders = whoMayDecide(matrix, matter)
  return reject(
    deciders.length === 0
      ? { _tag: 'NobodyMayDecide', matter }
      : { _tag: 'OverAuthority', matter, deciders },
  )
}
