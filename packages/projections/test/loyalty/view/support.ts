import { foldRows, loyalty } from '../../../src/index.js'
import { zone } from '../../promise-ledger/support.js'
import { dealingsEvent, type History, wideFacts } from '../../shared/desk.js'
import { at, day, entryId } from '../../shared/history.js'

const { read, record } = loyalty.view

export const terms: loyalty.view.Terms = {
  calendar: { zone: zone('UTC'), firstDayOfWeek: 'mon' },
  windowDays: 365,
  declineThreshold: 0.25,
  dickBasu: { patronage: 'repeatDays', cutOffs: { relativeAttitude: 1, repeatPatronage: 2 } },
  phaseCutOff: 5,
  pastValue: { rate: 0.0125, days: 30, firstExponent: 1 },
  lifetime: {
    margin: 0.3,
    horizon: 364 * day,
    step: 28 * day,
    discount: { rate: 0, period: 365 * day },
  },
}

export const fold = foldRows(record)
export const rowsOf = (history: History) => fold(wideFacts(history))
export const viewOf = (
  history: History,
  knownAt = 24 * 100,
  other: Partial<loyalty.view.Terms> = {},
): loyalty.view.View =>
  read({ ...terms, ...other })(rowsOf(history), at(knownAt), { by: 'month', at: at(0) })

export const person = (
  { customers }: loyalty.view.View,
  key: string,
): loyalty.view.CustomerLoyalty => {
  const found = customers.find(({ customer }) => customer === key)
  if (found === undefined) throw new Error(`no ${key}`)
  return found
}

const n = (when: number): string => entryId(Math.abs(Math.round(when * 10)))

export const visited = (when: number, whose: 'own' | 'rival' = 'own') =>
  dealingsEvent('VisitRecorded', when, { visitId: n(when), channel: 'siteVisit', to: { whose } })
export const referred = (when: number) =>
  dealingsEvent('ReferralRecorded', when, {
    referralId: n(when),
    referred: { kind: 'prospect', name: 'Zhao' },
  })
export const elsewhere = (
  when: number,
  amount?: { readonly amount: number; readonly currency: string },
) =>
  dealingsEvent('RivalPurchaseReported', when, {
    reportId: n(when),
    rival: 'Other',
    ...(amount && { amount }),
  })
export const intends = (when: number, strength: number) =>
  dealingsEvent('IntentStated', when, { statementId: n(when), strength })
export const thinks = (when: number, towardUs: number, towardBestRival: number) =>
  dealingsEvent('AttitudeStated', when, { statementId: n(when), towardUs, towardBestRival })
