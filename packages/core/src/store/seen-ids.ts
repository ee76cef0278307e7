/**
 * The commands that a stream has seen, and where each ended.
 *
 * @since 0.1.0
 */

/** Grows in place: to copy it for every command would make a long stream dear. Only who holds the state writes to it. */
export interface SeenIds {
  /** The revision of the last event that the command recorded. */
  readonly at: (commandId: string) => bigint | undefined
  readonly note: (commandId: string, revision: bigint) => void
  /** All that are remembered, the oldest first. */
  readonly all: () => ReadonlyArray<readonly [commandId: string, revision: bigint]>
}

/**
 * Remembers the last `remember` commands at least, and never more than twice as many: when the younger half is full,
 * the older one is dropped whole, which costs the same however many there are.
 */
export const seenIds = (remember: number): SeenIds => {
  let younger = new Map<string, bigint>()
  let older: Map<string, bigint> | undefined
  const at = (commandId: string): bigint | undefined =>
    younger.get(commandId) ?? older?.get(commandId)
  return {
    at,
    note: (commandId, revision) => {
      const known = at(commandId)
      if (known !== undefined) {
        if (known < revision) (younger.has(commandId) ? younger : older)?.set(commandId, revision)
        return
      }
      if (younger.size >= remember) {
        older = younger
        younger = new Map()
      }
      younger.set(commandId, revision)
    },
    all: () => [...(older ?? []), ...younger],
  }
}
