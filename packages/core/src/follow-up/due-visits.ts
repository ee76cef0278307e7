/**
 * What a follow-up owes at an instant: derived from its events, never stored.
 *
 * @since 0.1.0
 */
import { after, type Instant } from '../shared/instant.js'
import { day, horizon } from '../time/invalid-time.js'
import type { Occasion } from './lists.js'
import { openedBy } from './planned.js'
import type { FollowUpFile, FollowUpState, Opened } from './state.js'
import type { Planned } from './values.js'
import { callBackKey } from './visit-key.js'

/** A visit that is owed: `due` up to its due instant, `overdue` from then to the end of its window, then `missed`. */
export interface OwedVisit extends Planned {
  readonly occasion: Occasion
  readonly standing: 'due' | 'overdue' | 'missed'
}

/** A visit that was made, in its window or after it. */
export interface DoneVisit extends Planned {
  readonly occasion: Occasion
  readonly standing: 'done'
  readonly doneAt: Instant
  readonly inWindow: boolean
}

/** A visit that was left out, for a reason on record. */
export interface SkippedVisit extends Planned {
  readonly occasion: Occasion
  readonly standing: 'skipped'
  readonly skippedAt: Instant
}

export type DueVisit = OwedVisit | DoneVisit | SkippedVisit

/** What a planned visit is for. */
const occasionOf = ({ agenda }: FollowUpFile, { visit }: Planned): Occasion => {
  const [of] = visit.split('/')
  switch (of) {
    case callBackKey:
      return 'callBack'
    case 'visit':
    case 'gift':
    case 'demandPlan':
      return of
    default: {
      const greetings = agenda._tag === 'Plan' ? agenda.greetings : []
      return greetings.find(({ dateId }) => dateId === of)?.day ?? 'other'
    }
  }
}

const standing = (file: FollowUpFile, planned: Planned, at: Instant): DueVisit => {
  const visit = { ...planned, occasion: occasionOf(file, planned) }
  const over = file.over[planned.visit]
  if (over !== undefined && over.at <= at && over.how === 'done')
    return { ...visit, standing: 'done', doneAt: over.at, inWindow: over.at <= planned.until }
  if (over !== undefined && over.at <= at && over.how === 'skipped')
    return { ...visit, standing: 'skipped', skippedAt: over.at }
  if (at > planned.until) return { ...visit, standing: 'missed' }
  return { ...visit, standing: at > planned.dueAt ? 'overdue' : 'due' }
}

/** What its close ended: a visit neither made nor missed by then is owed no more. */
const isEnded = (state: Opened, visit: DueVisit, at: Instant): boolean =>
  state._tag === 'Closed' &&
  state.how === 'closed' &&
  at >= state.at &&
  visit.standing !== 'done' &&
  visit.standing !== 'skipped' &&
  visit.until >= state.at

/**
 * Every visit whose window has opened by `at`, and how it stands then, in the order in which they are due; a visit
 * that was made or skipped later than `at` counts as not yet so. Visits due before the follow-up was opened are not owed,
 * nor is what was still to come when it was closed. Of more than 100 years, the last 100.
 */
export const dueVisits = (state: FollowUpState, at: Instant): ReadonlyArray<DueVisit> =>
  state._tag === 'NotOpened'
    ? []
    : openedBy(state.file, at)
        .map((planned) => standing(state.file, planned, at))
        .filter((visit) => !isEnded(state, visit, at))

/** What is to be done at `at`: the visits that are due or overdue then. */
export const visitsToMake = (state: FollowUpState, at: Instant): ReadonlyArray<OwedVisit> =>
  dueVisits(state, at).flatMap((visit) =>
    visit.standing === 'due' || visit.standing === 'overdue' ? [visit] : [],
  )

/** Looked for in steps: most visits are near, and the rarest cadence comes once in 83 years. */
const ahead = [40 * day, 400 * day, horizon]

/** The next visit whose window opens after `at` and that is not over; none when nothing is to come within 100 years. */
export const nextVisit = (state: FollowUpState, at: Instant): Planned | undefined => {
  if (state._tag !== 'Open') return undefined
  const { file } = state
  for (const span of ahead) {
    const next = openedBy(file, after(at, span)).find(
      ({ visit, opensAt }) => opensAt > at && file.over[visit] === undefined,
    )
    if (next !== undefined) return next
  }
  return undefined
}
