/**
 * English: what the plain door refuses, and what fails.
 *
 * @since 0.1.0
 */
import type { Tell } from '../problem.js'
import type { DoorRefusal, Messages, Trouble } from '../rejections.js'
import type { Say } from '../say.js'
import type { Problem } from '../../shared/problem.js'

/** What is the matter, and what is wrong with each field. */
const saying = (head: string, problems: ReadonlyArray<Problem>, tell: Tell): string =>
  [head, ...problems.map(tell)].join(' ')

export const doorMessages = (tell: Tell): Messages<DoorRefusal> => ({
  InvalidCommand: ({ problems }) =>
    saying(
      'Nothing was recorded, since not all of it is filled in as it should be.',
      problems,
      tell,
    ),
})

const revision = (say: Say, at: bigint | 'any' | 'noStream' | 'streamExists'): string => {
  if (at === 'noStream') return 'no record yet'
  if (at === 'any') return 'any record, or none'
  if (at === 'streamExists') return 'a record'
  return `entry ${say.number(at + 1n)}`
}

export const troubleMessages = (say: Say, tell: Tell): Messages<Trouble> => ({
  Conflict: ({ expected, actual }) =>
    `Somebody else has changed this record in the meantime, so nothing was recorded. Please look at it again. (Expected: ${revision(say, expected)}; found: ${revision(say, actual)}.)`,
  Contended: ({ attempts }) =>
    `Others kept changing this record meanwhile, so nothing was recorded in ${say.number(attempts)} attempts. Please try again.`,
  Unavailable: ({ reason }) =>
    `The records can not be reached, so nothing was recorded. Please try again later. (${reason})`,
  OutcomeUnknown: ({ reason }) =>
    `It is not known whether this was recorded. Please send it again, unchanged: it will be on record once. (${reason})`,
  TooLarge: ({ limit, size }) =>
    `This is too long to be recorded: ${say.number(size)} bytes, where ${say.number(limit)} are the most.`,
  StreamDeleted: ({ stream }) => `This record has been deleted for good: ${stream}.`,
  AccessDenied: ({ reason }) =>
    `The system has no access to these records. Please tell whoever runs it. (${reason})`,
  InvalidArgument: ({ field, expected }) => tell({ field, expected }),
  Undecodable: ({ stream, revision: at, type, errors }) =>
    saying(
      `Nothing was recorded, since an entry on record can not be read. Please tell whoever runs the system: ${type}, entry ${say.number(at + 1n)} of ${stream}.`,
      errors,
      tell,
    ),
  InvalidConfiguration: ({ problems }) =>
    saying('The settings of this desk can not be used.', problems, tell),
  InvalidFact: ({ index, errors }) =>
    saying(
      `Fact number ${say.number(index + 1)} can not be imported, and none of them was.`,
      errors,
      tell,
    ),
  BegunOtherwise: ({ revision: at }) =>
    `Nothing was imported: there is a history on record already, and it begins otherwise (${revision(say, at)}).`,
  InvalidCalendar: ({ problems }) => saying('The calendar can not be used.', problems, tell),
})
