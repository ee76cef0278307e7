/**
 * Things that come from several sides, taken one at a time.
 *
 * @since 0.1.0
 */
export interface Mailbox<A> {
  readonly put: (a: A) => void
  /** The next one, when it is there. One taker at a time. */
  readonly take: () => Promise<A>
  /** What nobody has taken; whatever is put from now on goes to `late`. */
  readonly close: (late: (a: A) => void) => void
}

export const mailbox = <A>(): Mailbox<A> => {
  const letters: A[] = []
  let taker: ((a: A) => void) | undefined
  let closed: ((a: A) => void) | undefined
  return {
    put: (a) => {
      const to = closed ?? taker
      taker = undefined
      if (to === undefined) letters.push(a)
      else to(a)
    },
    take: () =>
      new Promise((resolve) => {
        const first = letters.shift()
        if (first === undefined) taker = resolve
        else resolve(first)
      }),
    close: (late) => {
      closed = late
      for (const letter of letters.splice(0)) late(letter)
    },
  }
}
