/** @since 0.1.0 */

/** Things that come from several sides, taken one at a time by one taker. */
export interface Mailbox<A> {
  readonly put: (a: A) => void
  readonly take: () => Promise<A>
}

export const mailbox = <A>(): Mailbox<A> => {
  const letters: A[] = []
  let taker: ((a: A) => void) | undefined
  return {
    put: (a) => {
      const to = taker
      taker = undefined
      if (to === undefined) letters.push(a)
      else to(a)
    },
    take: () =>
      new Promise((resolve) => {
        const [first] = letters.splice(0, 1)
        if (first === undefined) taker = resolve
        else resolve(first)
      }),
  }
}
