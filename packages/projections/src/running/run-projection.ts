/**
 * Runs views over the events of a store, catching up first and live from then on: rows and checkpoint change in one atomic
 * step, so that a crash at any point neither loses nor repeats an event.
 *
 * @since 0.1.0
 */
import { nextTry, type Steadiness, type StoreError } from '@troth/core/store'
import { constVoid } from 'fp-ts/lib/function.js'
import type { IO } from 'fp-ts/lib/IO.js'

import { type Course, course } from './course.js'
import { type Follower, follower, type Halt } from './follower.js'
import { keptAs } from './partition.js'
import { threw } from './poison.js'
import { sharing } from './reader.js'
import type { Running, RunningView, Stopped, View } from './running.js'
import { subscriptionOf } from './subscription.js'
import { invalid, wrongView } from './wrong-view.js'

interface Entry {
  readonly follower: Follower
  readonly wrong: StoreError | undefined
  readonly stopped: (stopped: Stopped) => void
  readonly handle: RunningView
}

const entryOf = (parts: Parameters<typeof follower>[0], wrong: StoreError | undefined): Entry => {
  const made = follower(parts)
  const { name, standing, reached } = made
  let stop: (stopped: Stopped) => void = constVoid
  const stopped = new Promise<Stopped>((resolve) => (stop = resolve))
  return {
    follower: made,
    wrong,
    stopped: stop,
    handle: {
      name,
      standing,
      reached: (position, timeout) => () => reached(position, timeout),
      stopped,
    },
  }
}

/**
 * The views given, each from its own checkpoint on, until it is asked to stop or can not go on; the others go on without it.
 * Those that stand at one place follow one subscription, and whoever falls in with them joins it. Nothing is ever rejected.
 */
export const runProjection =
  <const Views extends ReadonlyArray<View>>(
    views: Views,
    running: Running,
  ): IO<{ readonly [K in keyof Views]: RunningView }> =>
  () => {
    const share = sharing()
    const patience: Steadiness = {
      runtime: running.runtime,
      signal: running.signal,
      onWait: constVoid,
    }
    const names = new Set<string>()
    const entries = new Map<Follower, Entry>()
    const all = views.map((view) => {
      const name = keptAs(view.projection.name, view.partition)
      const wrong =
        wrongView(view, running) ??
        (names.has(name) ? invalid('views', 'each view once') : undefined)
      names.add(name)
      const entry = entryOf({ view, name, asideFor: name, running, share }, wrong)
      entries.set(entry.follower, entry)
      return entry
    })
    const everyone = all.map((entry) => entry.follower)
    const courses = new Set<Course>()
    /** Hears what any of the views hears: those that stand where it rests may join it. */
    let main: Course | undefined

    const leave = (leaving: Follower, halt: Halt): void => {
      if (halt._tag === 'Stop') {
        entries.get(leaving)?.stopped(leaving.stop(halt))
        return
      }
      leaving.tell({ _tag: 'Overtaken', view: leaving.name })
      void running.runtime
        .pause(nextTry(running.runtime, halt.times), running.signal)()
        .then(() => begin(leaving))
        .then((begun) => {
          if (begun) follow([leaving], [leaving])
        })
    }
    const begin = async (beginning: Follower): Promise<boolean> => {
      const halt = await beginning
        .begin(patience)
        .catch((error: unknown): Halt => ({ _tag: 'Stop', why: threw(error) }))
      if (halt !== undefined) leave(beginning, halt)
      return halt === undefined
    }
    const meet = (resting: Course): void => {
      const place = main?.restsAt()
      if (main === undefined || place === undefined) return
      for (const other of resting === main ? courses : [resting])
        if (other !== main && other.restsAt() === place) main.take(other.yield())
    }
    const follow = (followers: ReadonlyArray<Follower>, heard: ReadonlyArray<Follower>): Course => {
      const started = course({
        running,
        subscription: subscriptionOf(heard, followers[0]),
        followers,
        onLeave: leave,
        onRest: meet,
      })
      courses.add(started)
      void started.run().then(() => courses.delete(started))
      return started
    }
    const start = async (): Promise<void> => {
      const places = new Map<string, Follower[]>()
      await Promise.all(
        all.map(async ({ follower: each, wrong }) => {
          if (wrong !== undefined) leave(each, { _tag: 'Stop', why: wrong })
          else if (await begin(each))
            places.set(each.position(), [...(places.get(each.position()) ?? []), each])
        }),
      )
      const groups = [...places.values()].sort((a, b) => b.length - a.length)
      for (const [i, group] of groups.entries()) {
        const started = follow(group, i === 0 ? everyone : group)
        if (i === 0) main = started
      }
    }
    void start()
    return all.map(({ handle }) => handle) as { readonly [K in keyof Views]: RunningView }
  }
