/**
 * Reminds of each visit from when it may be made, and puts on record which was missed. What ends a visit, or the
 * follow-up, ends its reminders.
 *
 * @since 0.1.0
 */
import { type DueVisit, dueVisits, nextVisit } from '../follow-up/due-visits.js'
import type { FollowUpFile, FollowUpState } from '../follow-up/state.js'
import { isKnown } from '../shared/entries.js'
import type { EntryId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import { policyId } from '../store/event-ids.js'
import type { JsonObject } from '../store/json.js'
import type { Dispatch, Policy, Stamp } from './policy.js'
import { all, forget, ignore, look, put, remembering, send } from './reaction.js'

const name = 'remindOfVisits'

/** When the follow-up is to be looked at again, and since when it is looked after here: epoch milliseconds. */
interface Row extends JsonObject {
  readonly next: number
  readonly since: number
}

/** One a visit; moved to another time, it is reminded of again. */
const reminderOf = (id: string, { visit, opensAt }: DueVisit): EntryId =>
  policyId(name, id, visit, String(opensAt)) as EntryId

/**
 * Whether somebody must be reminded of it, whether it was missed and nobody has said so, or neither. What was missed
 * before anybody looked after it here is left as it is on record.
 */
const owed = (
  id: string,
  file: FollowUpFile,
  visit: DueVisit,
  since: number,
): 'reminder' | 'verdict' | undefined => {
  const { standing, until } = visit
  if (file.over[visit.visit] !== undefined) return undefined
  if (standing === 'due' || standing === 'overdue')
    return isKnown(file, 'reminder', reminderOf(id, visit)) ? undefined : 'reminder'
  return standing === 'missed' && until >= since ? 'verdict' : undefined
}

/** The first instant, not before `at`, at which something is owed; none while nothing is to come. */
const nextLook = (
  id: string,
  state: FollowUpState,
  at: Instant,
  since: number,
): number | undefined => {
  if (state._tag !== 'Open') return undefined
  const { file } = state
  const open = dueVisits(state, at).flatMap((visit) => {
    if (owed(id, file, visit, since) !== undefined) return [at]
    return visit.standing === 'due' || visit.standing === 'overdue' ? [visit.until + 1] : []
  })
  const next = nextVisit(state, at)
  const instants = next === undefined ? open : [...open, next.opensAt]
  return instants.length === 0 ? undefined : Math.min(...instants)
}

const commands = (
  id: string,
  state: FollowUpState,
  stamp: Stamp,
  since: number,
): ReadonlyArray<Dispatch> => {
  if (state._tag !== 'Open') return []
  const { file } = state
  return dueVisits(state, stamp.at).flatMap((each): ReadonlyArray<Dispatch> => {
    const { visit } = each
    const what = owed(id, file, each, since)
    if (what === undefined) return []
    const reminderId = reminderOf(id, each)
    return [
      {
        to: 'followUp',
        id,
        command:
          what === 'reminder'
            ? { type: 'SendVisitReminder', data: { reminderId, visit, ...stamp } }
            : { type: 'RecordMissedVisit', data: { visit, ...stamp } },
        because: reminderId,
      },
    ]
  })
}

export const remindOfVisits: Policy = remembering<Row>({
  name,
  hears: ['followUp'],
  react: ({ id, triggers, event }, memory, { at }) =>
    triggers || memory.has(id)
      ? look('followUp', id, (state) => {
          const since = memory.get(id)?.since ?? event.data.at
          const next = nextLook(id, state, at, since)
          return next === undefined ? forget(id) : put(id, { next, since })
        })
      : ignore,
  tick: (memory, stamp) =>
    all(
      [...memory].flatMap(([id, { next, since }]) =>
        stamp.at >= next
          ? [look('followUp', id, (state) => send(...commands(id, state, stamp, since)))]
          : [],
      ),
    ),
})
