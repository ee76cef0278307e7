/**
 * English: the lists that several aggregates share.
 *
 * @since 0.1.0
 */
import type { SharedLists } from '../lists.js'

export const sharedLists: SharedLists = {
  AtClosing: { closing: 'at closing time', nextOpening: 'at the next opening' },
  CadenceUnit: { day: 'day', week: 'week', month: 'month' },
  Channel: {
    phone: 'phone',
    sms: 'SMS',
    email: 'email',
    chat: 'chat',
    fax: 'fax',
    letter: 'letter',
    inPerson: 'in person',
    siteVisit: 'site visit',
    video: 'video call',
    webForm: 'web form',
    forum: 'forum',
    social: 'social media',
  },
  Matter: {
    return: 'taking goods back',
    exchange: 'an exchange',
    repair: 'a repair',
    parts: 'spare parts',
    priceReduction: 'a price reduction',
    compensation: 'compensation',
    redo: 'doing the work again',
    majorMatter: 'a major matter',
    departmentDispute: 'a dispute between departments',
    blacklisting: 'blacklisting a customer',
    clearing: 'clearing a blacklisted customer',
  },
  PromiseKind: {
    callback: 'call back',
    arrival: 'arrival on site',
    delivery: 'delivery',
    remedy: 'remedy',
    contract: 'contract',
    publication: 'public claim',
  },
}
