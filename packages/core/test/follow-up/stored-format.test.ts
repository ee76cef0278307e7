import { describe } from 'vitest'

import { followUp } from '../../src/follow-up/follow-up.js'
import { rules } from '../support/follow-up.js'
import { storedFormat } from '../support/stored-format.js'

describe('the stored format of a follow-up', () => {
  storedFormat(followUp(rules), new URL('golden/', import.meta.url), [
    ['GreetingDateAdded', 'date'],
    ['VisitDone', 'learned'],
    ['VisitDone', 'newNeeds'],
    ['VisitDone', 'dissatisfaction'],
    ['VisitSkipped', 'why'],
    ['VisitRescheduled', 'why'],
    ['FollowUpClosed', 'why'],
  ])
})
