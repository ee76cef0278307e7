import { describe, test } from 'vitest'

import { fault } from '../../src/fault/fault.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { after } from '../../src/shared/instant.js'
import { because, desk, tuesday, wang, wednesday, zhao } from '../support/complaint.js'
import {
  assigned,
  cleared,
  crisis,
  declare,
  event,
  head,
  headsGrant,
  matrix,
  ours,
  over,
  reported,
  rules,
  serviceCentre,
  vendor,
} from '../support/fault.js'

const scenario = scenarios(fault(rules), { test })
const nobody = scenarios(fault({ authority: matrix.slice(0, 1) }), { test })

describe('a crisis', () => {
  scenario('is declared of the service centre’s own fault, by whoever may')
    .given([ours])
    .when(declare())
    .records([crisis])
  scenario('is declared once').given([ours, crisis]).when(declare()).recordsNothing()
  scenario('is declared once, whoever asks again')
    .given([ours, crisis])
    .when(declare(desk, wednesday))
    .recordsNothing()
  scenario('is one still when the fault has gone to another')
    .given([ours, crisis, assigned(vendor)])
    .when(declare())
    .recordsNothing()
  scenario('is not declared of nobody’s fault')
    .given([reported])
    .when(declare())
    .refuses({ _tag: 'NotServiceCentres' })
  scenario('is not declared of another’s')
    .given([ours, assigned(vendor)])
    .when(declare())
    .refuses({ _tag: 'NotServiceCentres', owner: vendor })
  scenario('is declared of one that became the service centre’s')
    .given([reported, assigned(serviceCentre)])
    .when(declare())
    .records([crisis])
  scenario('is not declared from before it was the service centre’s')
    .given([reported, assigned(serviceCentre)])
    .when(declare(zhao, after(tuesday, -1)))
    .refuses({ _tag: 'NotServiceCentres' })
  scenario('is not declared by whoever may not')
    .given([ours])
    .when(declare(wang))
    .refuses({ _tag: 'OverAuthority', matter: 'majorMatter', deciders: [head] })
  nobody('is declared by nobody where nobody may')
    .given([ours])
    .when(declare())
    .refuses({ _tag: 'NobodyMayDecide', matter: 'majorMatter' })
  scenario('is not declared of a fault that was cleared')
    .given([ours, ...over.slice(1)])
    .when(declare(zhao, wednesday))
    .refuses({ _tag: 'AlreadyCleared', clearedAt: tuesday })
  scenario('declared before that is written down later')
    .given([ours, ...over.slice(1, -1), cleared(wednesday)])
    .when(declare(zhao, wednesday))
    .records([event('CrisisDeclared', { why: because, authority: headsGrant }, wednesday, zhao)])
})
