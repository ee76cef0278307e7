/**
 * What moves a run on, from its three sides: the feed, the ticker, and whoever asks it to stop.
 *
 * @since 0.1.0
 */
import type { Instant } from '../shared/instant.js'
import type { FeedItem } from '../store/feed.js'
import { mailbox } from '../store/mailbox.js'
import type { Running } from './running.js'

export type Letter =
  | { readonly _tag: 'Item'; readonly item: FeedItem }
  | { readonly _tag: 'Tick'; readonly at: Instant; readonly done: () => void }
  | { readonly _tag: 'Asked' }
  | { readonly _tag: 'Threw'; readonly message: string }

export interface Inbox {
  readonly take: () => Promise<Letter>
  /** Asks the feed for its next item, which acknowledges the one before. */
  readonly pull: (items: AsyncIterator<FeedItem>) => void
  readonly close: () => void
}

const endTick = (letter: Letter): void => {
  if (letter._tag === 'Tick') letter.done()
}

/** Open from the first moment on, so that no tick is lost while a run begins. */
export const inbox = ({ ticker, signal }: Pick<Running, 'ticker' | 'signal'>): Inbox => {
  const { put, take, close } = mailbox<Letter>()
  const ask = (): void => {
    put({ _tag: 'Asked' })
  }
  const leave = ticker.subscribe(
    (at) =>
      new Promise((done) => {
        put({ _tag: 'Tick', at, done })
      }),
  )
  signal?.addEventListener('abort', ask)
  if (signal?.aborted === true) ask()
  return {
    take,
    pull: (items) => {
      items.next().then(
        ({ value, done }) => {
          put(
            done === true
              ? { _tag: 'Threw', message: 'the feed ended and did not say why' }
              : { _tag: 'Item', item: value },
          )
        },
        (error: unknown) => {
          put({ _tag: 'Threw', message: String(error) })
        },
      )
    },
    close: () => {
      leave()
      signal?.removeEventListener('abort', ask)
      close(endTick)
    },
  }
}
