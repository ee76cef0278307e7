/**
 * Runs a policy over the events of a store: every fact is heard at least once, each of its commands is done once.
 *
 * A command is sent before the checkpoint moves, under an id that is made of what it reacts to. Killed between the two,
 * the policy hears the fact again and sends the same command, which its stream knows. Rows and checkpoint change in one step.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import type { Task } from 'fp-ts/lib/Task.js'

import type { Actor, ActorId, Role } from '../shared/actor.js'
import { type Instant, later } from '../shared/instant.js'
import type { RecordedEvent } from '../store/event-store.js'
import type { FeedItem } from '../store/feed.js'
import { inPassing } from '../store/in-passing.js'
import type { JsonObject } from '../store/json.js'
import { isImported } from '../store/metadata.js'
import { type Acting, acting, type Answer, commandIdOf } from './acting.js'
import { type Beginning, beginning } from './beginning.js'
import { codecsOf, hear } from './hearing.js'
import { type Inbox, inbox } from './inbox.js'
import { type Ledger, ledger } from './ledger.js'
import type { Policy } from './policy.js'
import type { Run, Running, Stopped } from './running.js'

/** So many facts that led to nothing are heard before a save; what was sent is saved at once. */
const saveEvery = 200

const nothing: Answer<void> = E.right(undefined)

/** What stands between a run and its store, and what it has to do. */
interface Course {
  readonly policy: Policy
  readonly by: Actor
  readonly imported: boolean
  readonly book: Ledger
  readonly begin: Beginning
  readonly act: Acting
  readonly running: Running
  readonly letters: Inbox
}

interface Hands {
  readonly onEvent: (recorded: RecordedEvent) => Promise<Answer<void>>
  readonly onTick: (at: Instant) => Promise<Answer<void>>
  readonly save: () => Promise<Answer<void>>
}

const handsOf = ({ policy, by, imported, book, begin, act, running }: Course): Hands => {
  const heardBy = hear(codecsOf(policy.hears))
  /** What a tick asked for and got an answer to is not sent again while it is still asked for. */
  let answered = new Set<string>()

  const save = async (): Promise<Answer<void>> => {
    const begun = await act.steady(begin.save)
    return E.isLeft(begun) ? begun : act.steady(book.save)
  }
  return {
    save,
    onEvent: async (recorded) => {
      const counts = begin.counts(recorded) && (imported || !isImported(recorded.metadata))
      const heard = heardBy(recorded, counts)
      if (E.isLeft(heard)) return heard
      let sent = false
      if (heard.right !== undefined) {
        const { happening, tenant, correlationId } = heard.right
        // A host's clock may be ahead of this one: what follows from a fact is never before it.
        const at = later(running.runtime.now(), happening.event.data.at)
        const done = await act.finish(
          policy.react(happening, book.rows(tenant), { at, by }),
          tenant,
        )
        if (E.isLeft(done)) return done
        const { commands } = done.right
        sent = counts && commands.length > 0
        const cause = { trigger: recorded.id, tenant, correlationId, causationId: recorded.id }
        const dispatched = sent ? await act.dispatch(commands, cause, { at, by }) : nothing
        if (E.isLeft(dispatched)) return dispatched
        book.note(done.right, tenant)
      }
      book.heard(recorded.position)
      running.onHeard?.(policy.name, recorded.position)
      return sent || book.unsaved() >= saveEvery ? save() : nothing
    },
    onTick: async (at) => {
      const asked = new Set<string>()
      for (const tenant of book.tenants()) {
        const reaction = policy.tick?.(book.rows(tenant), { at, by })
        if (reaction === undefined) continue
        const done = await act.finish(reaction, tenant)
        if (E.isLeft(done)) return done
        const cause = { trigger: 'tick', tenant }
        for (const each of done.right.commands) asked.add(commandIdOf(policy.name, cause, each))
        const dispatched = await act.dispatch(done.right.commands, cause, { at, by }, answered)
        if (E.isLeft(dispatched)) return dispatched
        book.note(done.right, tenant)
      }
      answered = new Set([...answered].filter((id) => asked.has(id)))
      return nothing
    },
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const follow = async (course: Course): Promise<Stopped> => {
  const { policy, book, begin, running, letters } = course
  const { onEvent, onTick, save } = handsOf(course)
  const from = book.position()
  if (from !== 'start') running.onHeard?.(policy.name, from)
  const subscription = { categories: policy.hears, ...(from === 'start' ? {} : { from }) }
  /** Ticks count once all that is on record was heard: before that, what fell due may long be done. */
  let behind = true
  let missed: Instant | undefined
  let current: RecordedEvent | undefined
  let items: AsyncIterator<FeedItem> | undefined

  const onItem = async (item: FeedItem): Promise<Answer<void>> => {
    switch (item._tag) {
      case 'Event':
        current = item.event
        return onEvent(item.event)
      case 'Checkpoint':
        book.heard(item.position)
        running.onHeard?.(policy.name, item.position)
        return nothing
      case 'FellBehind':
        behind = true
        return nothing
      case 'Resubscribed':
        return nothing
      case 'Failed':
        return E.left(item.error)
      case 'CaughtUp': {
        behind = false
        begin.caughtUp()
        const saved = await save()
        if (E.isLeft(saved)) return saved
        running.onNotice?.({ _tag: 'CaughtUp', policy: policy.name })
        const at = missed
        missed = undefined
        return at === undefined ? nothing : onTick(at)
      }
    }
  }
  const rung = async (at: Instant): Promise<Answer<void>> => {
    if (!behind) return onTick(at)
    missed = at
    return nothing
  }
  const stopped = (why: Stopped['why']): Stopped => ({
    policy: policy.name,
    position: book.position(),
    ...(current && { event: { stream: current.stream, revision: current.revision } }),
    why,
  })

  try {
    items = running.feed.subscribe(subscription)[Symbol.asyncIterator]()
    letters.pull(items)
    for (;;) {
      const letter = await letters.take()
      current = undefined
      let answer = nothing
      switch (letter._tag) {
        case 'Asked': {
          const saved = await save()
          return stopped(E.isLeft(saved) ? saved.left : { _tag: 'Asked' })
        }
        case 'Threw':
          return stopped(letter)
        case 'Tick':
          answer = await rung(letter.at).finally(letter.done)
          break
        case 'Item':
          answer = await onItem(letter.item)
          if (E.isRight(answer)) letters.pull(items)
      }
      if (E.isLeft(answer)) return stopped(answer.left)
    }
  } catch (error) {
    return stopped({ _tag: 'Threw', message: messageOf(error) })
  } finally {
    inPassing(() => items?.return?.())
  }
}

/** Who listens is no part of the policy, which does the same whether or not he heard. */
const unaffected = (running: Running): Running => ({
  ...running,
  onNotice: (notice) => {
    inPassing((): unknown => running.onNotice?.(notice))
  },
  onHeard: (policy, position) => {
    inPassing((): unknown => running.onHeard?.(policy, position))
  },
})

/** One policy, from its checkpoint on, until it is asked to stop or can not go on. It never rejects. */
export const runPolicy =
  <Row extends JsonObject>(
    { policy: own, start, imported = false }: Run<Row>,
    host: Running,
  ): Task<Stopped> =>
  async () => {
    // Its rows are its own: nobody else reads or writes them.
    const policy = own as unknown as Policy
    const { name, hears } = policy
    const running = unaffected(host)
    const act = acting(policy, running)
    const letters = inbox(running)
    const by = running.by ?? { id: `policy.${name}` as ActorId, role: 'policy' as Role }
    const failed = (why: Stopped['why']): Stopped => ({ policy: name, position: 'start', why })
    const end = async (): Promise<Stopped> => {
      const book = await act.steady(() => ledger(running.viewStore, name))
      if (E.isLeft(book)) return failed(book.left)
      const now = running.runtime.now()
      const begin = await act.steady(() => beginning(running, name, hears, start, now))
      if (E.isLeft(begin)) return failed(begin.left)
      return follow({
        policy,
        by,
        imported,
        book: book.right,
        begin: begin.right,
        act,
        running,
        letters,
      })
    }
    const stopped = await end().catch((error: unknown) =>
      failed({ _tag: 'Threw', message: messageOf(error) }),
    )
    letters.close()
    running.onNotice?.({ _tag: 'Stopped', stopped })
    return stopped
  }
