import { figuresOf as logFigures } from '../help-desk-log/cases.js'
import type { Content } from '../kinds.js'
import { type Buyer, figuresOf as purchaseFigures } from '../purchases/buyers.js'
import type { SurveyLine } from '../survey-answers/line.js'
import { counted, money, number } from './text.js'

type Row = readonly [figure: string, what: string]

const ofCases = (content: Extract<Content, { of: 'cases' }>): ReadonlyArray<Row> => {
  const log = logFigures(content.cases)
  return [
    [number(log.events), `events, of ${counted(log.cases, 'case')}`],
    [
      number(log.complete),
      `cases run from Insert ticket or Assign seriousness to Closed, in ${counted(log.variants, 'variant')}`,
    ],
    [
      number(log.escalated),
      `cases escalated (Require upgrade), ${number(log.escalatedComplete)} of them complete ones`,
    ],
    [number(log.repeated), 'lines repeat another word for word; each is an event of its own'],
  ]
}

const ofBuyers = (buyers: ReadonlyArray<Buyer>): ReadonlyArray<Row> => {
  const all = purchaseFigures(buyers)
  return [
    [number(all.purchases), `purchases, of ${counted(all.customers, 'customer')}`],
    [
      number(all.days),
      'days on which a customer bought: purchases of one day are one to the models',
    ],
    [number(all.cds), `CDs, for ${money({ amount: all.cents, currency: 'USD' })} in all`],
    [number(all.free), 'purchases cost nothing'],
  ]
}

const ofSurveys = (surveys: ReadonlyArray<SurveyLine>): ReadonlyArray<Row> => [
  [number(surveys.length), 'surveys sent'],
  [number(surveys.filter(({ answer }) => answer !== undefined).length), 'of them answered'],
  [number(surveys.filter(({ caseId }) => caseId !== undefined).length), 'of them about one case'],
]

/** What there is to say of a file before anything is made of it. */
export const contentRows = (content: Content): ReadonlyArray<Row> => {
  switch (content.of) {
    case 'cases':
      return ofCases(content)
    case 'customers':
      return ofBuyers(content.buyers)
    case 'surveys':
      return ofSurveys(content.surveys)
  }
}

const lateOf = ({ id, late }: Buyer): ReadonlyArray<readonly [number, string]> =>
  late.map(({ number: line, date }) => [
    line,
    `customer ${id}: ${date} stands behind a later date of his`,
  ])

/** Lines that were read, and of which a person may want to know: they were not where one would look for them. */
export const outOfOrder = (content: Content): ReadonlyArray<readonly [number, string]> =>
  content.of === 'customers' ? content.buyers.flatMap(lateOf).sort(([a], [b]) => a - b) : []
