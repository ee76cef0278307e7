/**
 * The states that views fold events into: several views of one kind of stream hold the same one.
 *
 * @since 0.1.0
 */

/** What of a decider a view folds by. */
export interface Evolving<State, Event> {
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
}

/** Asked the same again at once, it gives the same answer: what is the same is known by identity alone. */
const rememberingLast = <S, E>(evolve: (state: S, event: E) => S): ((state: S, event: E) => S) => {
  let last: { readonly state: S; readonly event: E; readonly next: S } | undefined
  return (state, event) => {
    if (last?.event !== event || last.state !== state)
      last = { state, event, next: evolve(state, event) }
    return last.next
  }
}

const shared = new WeakMap<object, unknown>()

/**
 * How a view folds the states of a decider. Views hear an event one after another: the first of them has its next state worked
 * out, and the others are given that very one, as long as the states they hold are one. Rows read back from a store are
 * nobody else's: they are folded each for itself, to an equal state.
 */
export const evolving = <State, Event>({
  initial,
  evolve,
}: Evolving<State, Event>): Evolving<State, Event> => {
  const known = shared.get(evolve) as typeof evolve | undefined
  const once = known ?? rememberingLast(evolve)
  if (known === undefined) shared.set(evolve, once)
  return { initial, evolve: once }
}
