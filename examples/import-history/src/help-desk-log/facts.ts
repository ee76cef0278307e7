/**
 * What the log tells, as facts about complaints. What the log does not say is said in words that say so.
 */
import type { complaint, CustomerId, EntryId, NonEmptyText } from '@troth/core'
import { type Role } from '@troth/core'
import { foreignUuid } from '@troth/core/store'

import { isFirstStep, type LogCase } from './cases.js'
import type { LogLine } from './line.js'

export const source = 'help-desk log'

type Event = complaint.ComplaintEvent
type FactsOf<T extends Event['type']> = complaint.FactsOf<T>

// The import door asks the codecs about every fact: a brand that was claimed wrongly does not pass it.
const words = (text: string) => text as NonEmptyText
const agent = 'agent' as Role

/** One line in its case; `taken` and `resolved` say whether it was before this line. */
interface Step {
  readonly line: LogLine
  readonly entry: EntryId
  readonly first: LogLine
  readonly taken: boolean
  readonly resolved: boolean
}

const always = ({ at, resource }: LogLine) => ({ at, by: { id: resource, role: agent } })

const holder = ({ resource, section }: LogLine): complaint.Party => ({
  kind: 'person',
  id: resource,
  department: section,
})

/** The log knows neither a channel nor the customer's words. */
const recorded = (line: LogLine): Event => ({
  type: 'ComplaintRecorded',
  data: {
    ...always(line),
    kind: 'complaint',
    customer: foreignUuid(source, line.customer) as CustomerId,
    about: { topic: 'item', ref: line.product },
    demand: words('not in the log'),
    firstResponsible: line.resource,
    stopped: [],
  },
})

const note = ({ line, entry }: Step): Event => ({
  type: 'NoteTaken',
  data: { ...always(line), noteId: entry, text: words(line.activity) },
})

const takenInCharge = ({ line, entry, first, taken }: Step): Event => {
  const owner = first.resource
  if (!taken)
    return { type: 'ResponsibilityAssigned', data: { ...always(line), to: holder(line), owner } }
  return {
    type: 'ComplaintHandedOver',
    data: {
      ...always(line),
      handOverId: entry,
      to: holder(line),
      owner,
      why: words('taken in charge; the log does not say why'),
      passedOn: words('not in the log'),
    },
  }
}

const closing = ({ line, resolved }: Step): FactsOf<'ComplaintClosed'> => ({
  ...always(line),
  summary: words("closed by the help desk's system"),
  outcome: resolved ? 'resolved' : 'unresolved',
  evaluation: { toCaseLibrary: false, department: line.section },
  stopped: [],
})

const factOf = (step: Step): Event => {
  const { line, entry } = step
  switch (line.activity) {
    case 'Take in charge ticket':
      return takenInCharge(step)
    case 'Wait':
      return {
        type: 'CustomerAwaited',
        data: { ...always(line), waitId: entry, what: words('not in the log') },
      }
    case 'Require upgrade':
      return {
        type: 'ComplaintEscalated',
        data: {
          ...always(line),
          rule: line.activity as FactsOf<'ComplaintEscalated'>['rule'],
          level: 1,
          to: { kind: 'department', id: line.workgroup },
          why: words('the log does not say why'),
        },
      }
    case 'Resolve ticket':
      return { type: 'RemedyCarriedOut', data: { ...always(line), evidence: [], stopped: [] } }
    case 'Closed':
      return { type: 'ComplaintClosed', data: closing(step) }
    case 'Insert ticket':
    case 'Assign seriousness':
    case 'Create SW anomaly':
    case 'Resolve SW anomaly':
    case 'Schedule intervention':
    case 'VERIFIED':
    case 'RESOLVED':
    case 'INVALID':
    case 'DUPLICATE':
      return note(step)
  }
}

/**
 * A case's history as facts, one for each line. A case that does not begin with a first step is recorded at
 * its first event, which keeps its own meaning too: one fact more.
 */
export const factsOf = ({ id, lines }: LogCase): readonly [Event, ...Event[]] => {
  const [first, ...rest] = lines
  const taken = lines.findIndex(({ activity }) => activity === 'Take in charge ticket')
  const resolved = lines.findIndex(({ activity }) => activity === 'Resolve ticket')
  const told = isFirstStep(first) ? rest : lines
  const offset = lines.length - told.length
  return [
    recorded(first),
    ...told.map((line, i) => {
      const place = i + offset
      return factOf({
        line,
        entry: foreignUuid(source, `${id}/${place}`) as EntryId,
        first,
        taken: taken >= 0 && taken < place,
        resolved: resolved >= 0 && resolved < place,
      })
    }),
  ]
}
