import { describe } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { rules } from '../support/complaint.js'
import { storedFormat } from '../support/stored-format.js'

describe('the stored format of a complaint', () => {
  storedFormat(complaint(rules), new URL('golden/', import.meta.url), [
    ['ComplaintRecorded', 'demand'],
    ['ComplaintRecorded', 'complainant'],
    ['ReplyGiven', 'text'],
    ['CustomerContactedAgain', 'text'],
    ['ComplaintClosed', 'summary'],
    ['ComplaintWithdrawn', 'why'],
    ['MatterRaised', 'why'],
  ])
})
